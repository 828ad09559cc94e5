"""Places in time are read as people write them, and nothing else is taken for one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.text.dates import WEEKDAYS
from planner.text.moments import Side, is_far, read_day, read_moment

MONDAY = date(2027, 2, 8)
days = st.dates(date(1970, 1, 1), date(2200, 12, 31))
minutes = st.integers(0, 1439)


def clock(minute):
    return f"{minute // 60:02}:{minute % 60:02}"


@given(days, minutes, st.sampled_from(["T", " "]))
def test_a_day_and_a_clock_time_are_read_back(day, minute, between):
    assert read_moment(f"{day}{between}{clock(minute)}") == (day, minute)
    assert read_moment(str(day)) == (day, None)
    assert read_moment(clock(minute)) == (None, minute)


@given(st.integers(0, 6), minutes)
def test_a_weekday_stands_for_its_day_of_the_week_in_sight(number, minute):
    day, name = MONDAY + timedelta(days=number), WEEKDAYS[number]
    for word in (
        name,
        name[:3].title(),
        name[:4].upper(),
        "月火水木金土日"[number],
        "月火水木金土日"[number] + "曜日",
    ):
        assert read_moment(f"{word} {clock(minute)}", MONDAY) == (day, minute)
        assert read_moment(word, MONDAY) == (day, None)
        assert read_moment(word) is None


def test_full_width_digits_are_digits():
    assert read_moment("２０２７-02-11　２１:００") == (date(2027, 2, 11), 1260)
    assert read_moment("木　21：00", MONDAY) == (MONDAY + timedelta(days=3), 1260)
    assert read_moment("木２１：００", MONDAY) == (MONDAY + timedelta(days=3), 1260)
    assert read_moment("木曜21:00", MONDAY) == (MONDAY + timedelta(days=3), 1260)


SUNDAY = MONDAY + timedelta(days=6)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Mon 22:30", (MONDAY + timedelta(days=7), 1350)),
        ("Sun 22:30", (SUNDAY, 1350)),
        ("Sun 09:00", (SUNDAY + timedelta(days=7), 540)),
        ("tomorrow 21:00", (MONDAY + timedelta(days=7), 1260)),
        ("明日　２１：００", (MONDAY + timedelta(days=7), 1260)),
        ("today 21:00", (SUNDAY, 1260)),
        ("2027-02-08 21:00", (MONDAY, 1260)),
    ],
)
def test_a_weekday_that_has_passed_is_the_next_such_day(text, moment):
    assert read_moment(text, MONDAY, (SUNDAY, 600)) == moment


def test_a_weekday_of_a_week_to_come_is_that_weeks():
    assert read_moment("Thu 09:00", MONDAY, (MONDAY - timedelta(days=5), 600)) == (
        MONDAY + timedelta(days=3),
        540,
    )


@pytest.mark.parametrize(
    "text", ["", "soon", "T", "t 20:00", "2027-2-1 1", "2027-02-30", "24:00", "20:60", "2027-02-11T", "2027-02-11 x",
             "1960-01-01", "2300-01-01", "Th 20:00", "Thu 25:00", "20:00 2027-02-11", "-"]
)  # fmt: skip
def test_anything_else_is_none(text):
    assert read_moment(text, MONDAY) is None


@pytest.mark.parametrize(
    "text",
    ["2027-02-01", "2027-2-1", "2027/02/01", "２０２７－０２－０１", "2027年2月1日", "2027年 2月 1日",
     " ２０２７年２月１日 "],
)  # fmt: skip
def test_a_day_with_its_year_needs_no_today(text):
    assert read_day(text) == date(2027, 2, 1)


@pytest.mark.parametrize(
    ("text", "past", "nearest", "coming"),
    [
        ("12/1", "2026-12-01", "2026-12-01", "2027-12-01"),
        ("１２月１日", "2026-12-01", "2026-12-01", "2027-12-01"),
        ("2-9", "2026-02-09", "2027-02-09", "2027-02-09"),
        ("2/8", "2027-02-08", "2027-02-08", "2027-02-08"),
        ("2/29", "2024-02-29", "2028-02-29", "2028-02-29"),
        ("Sun", "2027-02-07", "2027-02-07", "2027-02-14"),
        ("月曜日", "2027-02-08", "2027-02-08", "2027-02-08"),
        ("昨日", "2027-02-07", "2027-02-07", "2027-02-07"),
        ("あした", "2027-02-09", "2027-02-09", "2027-02-09"),
        ("Yesterday", "2027-02-07", "2027-02-07", "2027-02-07"),
    ],
)
def test_a_day_without_a_year_is_the_nearest_on_its_side(text, past, nearest, coming):
    found = [str(read_day(text, MONDAY, side)) for side in (Side.PAST, Side.NEAREST, Side.COMING)]
    assert found == [past, nearest, coming]
    assert read_day(text) is None


@given(days, days, st.sampled_from(Side))
def test_a_day_without_a_year_keeps_month_day_and_side(day, today, side):
    found = read_day(f"{day.month}/{day.day}", today, side)
    if found is not None:
        assert (found.month, found.day) == (day.month, day.day)
        assert (found - today).days * side.value >= 0
    else:  # beyond the years that there are, but for a 29 February
        assert day.month == 2 or today.year in {1970, 2200}


@pytest.mark.parametrize(
    "text", ["", "13/1", "2/30", "1/2/3", "1/12/2027", "27-02-01", "2027-02/01", "12", "soon", "日曜大工"]
)
def test_what_is_no_day_is_none(text):
    assert read_day(text, MONDAY) is None


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("12-05 09:00", ("2027-12-05", 540)), ("12月5日9時半", ("2027-12-05", 570)),
        ("あした２１：００", ("2027-02-15", 1260)),
        ("明日 21時15分", ("2027-02-15", 1275)), ("2027年1月5日 9:00", ("2027-01-05", 540)), ("21時", (None, 1260)),
    ],
)  # fmt: skip
def test_moments_without_a_year_and_with_clock_words(text, moment):
    day, minute = read_moment(text, MONDAY, (SUNDAY, 600))
    assert (day and str(day), minute) == moment


@pytest.mark.parametrize(
    ("text", "far"), [("1960-01-01", True), ("2300-01-01", True), ("2027-01-01", False), ("x", False)]
)
def test_a_day_too_far_away_is_told_from_what_is_none(text, far):
    assert is_far(text) == far
