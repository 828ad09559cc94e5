"""Days are said as people say them, near ones by how near they are."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.text.dates import WEEKDAYS, month_name, say_clock, say_day, say_near, weekday_name

DAY = date(2027, 2, 9)


@pytest.mark.parametrize(
    ("language", "options", "said"),
    [
        ("en", {}, "9 Feb 2027"),
        ("en", {"weekday": True}, "Tue 9 Feb 2027"),
        ("en", {"year": False, "weekday": True}, "Tue 9 Feb"),
        ("ja", {}, "2027年2月9日"),
        ("ja", {"weekday": True}, "2027年2月9日(火)"),
        ("ja", {"year": False, "weekday": True}, "2月9日(火)"),
    ],
)
def test_a_day_is_said_in_the_language(language, options, said):
    assert say_day(DAY, language, **options) == said


def test_a_moment_is_said_as_its_day_and_its_clock_time():
    moment = datetime(2027, 2, 9, 8, 5)  # noqa: DTZ001
    assert say_day(moment, "en") == "9 Feb 2027"
    assert (say_clock(moment), say_clock(time(20, 0))) == ("08:05", "20:00")


@pytest.mark.parametrize(
    ("away", "english", "japanese"),
    [
        (0, "today", "今日"), (1, "tomorrow", "明日"), (-1, "yesterday", "昨日"), (2, "in 2 days", "2日後"),
        (-3, "3 days ago", "3日前"), (21, "in 21 days", "21日後"), (22, "3 Mar", "3月3日"), (-22, "18 Jan", "1月18日"),
        (-60, "11 Dec 2026", "2026年12月11日"),
    ],
)  # fmt: skip
def test_near_days_are_said_by_how_near_they_are(away, english, japanese):
    day = DAY + timedelta(days=away)
    assert (say_near(day, DAY, "en"), say_near(day, DAY, "ja")) == (english, japanese)


@given(st.dates(), st.sampled_from(["en", "ja"]))
def test_every_day_is_named_by_its_own_weekday_and_month(day, language):
    said = say_day(day, language, weekday=True)
    assert weekday_name(day, language) in said
    assert month_name(day.month, language) in said
    assert weekday_name(day, "en").lower() == WEEKDAYS[day.weekday()][:3]
