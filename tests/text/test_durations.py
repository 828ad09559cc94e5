"""Lengths of study time are read as people write them, and never misread."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.text.durations import hours_to_minutes, parse_minutes, say_minutes, write_minutes

LENGTHS = st.integers(min_value=0, max_value=10_000_000)


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("1h30m", 90), ("1h30", 90), ("1 h 30 m", 90), ("90m", 90), ("1.5h", 90), ("1,5h", 90), ("1:30", 90),
        ("2 hours", 120), ("1 hr 5 min", 65), ("45 minutes", 45), ("2H", 120), ("  2h  ", 120), ("0h", 0),
        ("2時間30分", 150), ("2 時間 30 分", 150), ("30分", 30), ("１時間３０分", 90), ("１：３０", 90), ("２ｈ", 120),
        ("0:05", 5), ("100:00", 6000),
    ],
)  # fmt: skip
def test_a_length_is_read_as_people_write_it(written, minutes):
    assert parse_minutes(written) == minutes


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        "2",
        "90",
        "1.5",
        "h",
        "m",
        "-1h",
        "1h-30m",
        "1:60",
        "1:5",
        "30m1h",
        "1d",
        "1h30s",
        "1e3h",
        "²h",
        "nan h",
    ],
)
def test_what_is_no_length_is_refused(written):
    assert parse_minutes(written) is None


@pytest.mark.parametrize("written", ["1,000h", "1,500 hours"])
def test_a_comma_that_could_mean_thousands_is_refused(written):
    assert parse_minutes(written) is None


@given(LENGTHS)
def test_what_files_and_commands_get_is_read_back(minutes):
    assert parse_minutes(write_minutes(minutes)) == minutes


@given(LENGTHS, st.sampled_from(["en", "ja"]))
def test_what_screens_show_can_be_typed_in_again(minutes, language):
    assert parse_minutes(say_minutes(minutes, language)) == minutes


def test_a_very_long_text_is_refused_at_once():
    assert parse_minutes("1h" + " " * 1_000_000 + "x") is None


@given(st.text())
def test_no_text_makes_a_traceback(text):
    minutes = parse_minutes(text)
    assert minutes is None or minutes >= 0


@pytest.mark.parametrize(
    ("minutes", "english", "japanese"),
    [
        (0, "0 m", "0分"),
        (30, "30 m", "30分"),
        (300, "5 h", "5時間"),
        (105, "1 h 45 m", "1時間45分"),
        (-90, "-1 h 30 m", "-1時間30分"),
    ],
)
def test_a_length_is_said_in_the_language(minutes, english, japanese):
    assert (say_minutes(minutes, "en"), say_minutes(minutes, "ja")) == (english, japanese)


@pytest.mark.parametrize(
    ("hours", "minutes"), [("3.3", 198), ("0.0083", 0), ("0.00834", 1), ("0.025", 2), ("0.075", 5)]
)
def test_hours_become_whole_minutes_with_halves_rounded_up(hours, minutes):
    assert hours_to_minutes(Decimal(hours)) == minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("２時間半", 150), ("二時間", 120), ("1時間半", 90), ("十五分", 15), ("二十五分", 25), ("十時間", 600),
     ("一時間三十分", 90), ("2 時間 半", 150), ("百分", None), ("一二時間", None), ("半", None), ("1.5時間半", None),
     ("2時間半分", None), ("時間", None)],
)  # fmt: skip
def test_counting_words_of_japanese(text, minutes):
    assert parse_minutes(text) == minutes
