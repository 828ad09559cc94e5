"""Places in time are read as people write them, and nothing else is taken for one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.text.dates import WEEKDAYS
from planner.text.moments import read_moment

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
    "text", ["", "soon", "T", "t 20:00", "2027-2-1", "2027-02-30", "24:00", "20:60", "2027-02-11T", "2027-02-11 x",
             "1960-01-01", "2300-01-01", "Th 20:00", "Thu 25:00", "20:00 2027-02-11", "-"]
)  # fmt: skip
def test_anything_else_is_none(text):
    assert read_moment(text, MONDAY) is None
