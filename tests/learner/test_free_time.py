"""Availability becomes free windows as DESIGN section 4 and 5 say, in minutes since the epoch."""

from datetime import UTC, date, datetime

from planner.learner.model import Availability, DayException, Rotation, WeekPattern
from planner.learner.windows import FreeTime, typical_week


def clock(spans, zone=UTC):
    """Say spans as local clock times."""
    return [tuple(datetime.fromtimestamp(60 * m, zone).strftime("%d %H:%M") for m in span) for span in spans]


def free(availability, day, zone="UTC", **more):
    return FreeTime(availability, zone, **more).windows(day.toordinal())


def test_a_day_asks_its_exception_then_the_holiday_then_its_own_entry_then_its_kind():
    pattern = WeekPattern(weekday=((1200, 1320),), day_off=((600, 840),), days=((0, ((300, 360),)),))
    exception = DayException(date(2027, 1, 11), date(2027, 1, 11), ((0, 60),))
    plain = Availability(pattern, holidays="JP")
    assert clock(free(plain, date(2027, 1, 4))) == [("04 05:00", "04 06:00")]  # Monday's own entry
    assert clock(free(plain, date(2027, 1, 11))) == [("11 10:00", "11 14:00")]  # Coming-of-Age Day, a Monday
    assert clock(free(plain, date(2027, 1, 12))) == [("12 20:00", "12 22:00")]
    assert clock(free(plain, date(2027, 1, 16))) == [("16 10:00", "16 14:00")]
    excepted = Availability(pattern, holidays="JP", exceptions=(exception,))
    assert clock(free(excepted, date(2027, 1, 11))) == [("11 00:00", "11 01:00")]


def test_a_rotation_counts_weeks_from_its_first_also_backwards():
    early, late = WeekPattern(weekday=((360, 420),)), WeekPattern(weekday=((1200, 1260),))
    shifts = Availability(rotation=Rotation(date(2026, 12, 9), (early, late)))
    assert clock(free(shifts, date(2026, 12, 7))) == [("07 06:00", "07 07:00")]
    assert clock(free(shifts, date(2026, 12, 14))) == [("14 20:00", "14 21:00")]
    assert clock(free(shifts, date(2026, 11, 30))) == [("30 20:00", "30 21:00")]


def test_a_window_across_midnight_keeps_its_day_and_the_next_day_begins_after_it():
    nights = Availability(WeekPattern(weekday=((60, 180), (1380, 1560)), day_off=()))
    assert clock(free(nights, date(2026, 12, 8))) == [("08 02:00", "08 03:00"), ("08 23:00", "09 02:00")]
    assert clock(free(nights, date(2026, 12, 7))) == [("07 01:00", "07 03:00"), ("07 23:00", "08 02:00")]


def test_lengths_are_elapsed_time_when_the_clocks_change():
    early = Availability(WeekPattern(weekday=((60, 240),), day_off=((60, 240),)))
    spring = free(early, date(2027, 3, 28), "Europe/Berlin")
    autumn = free(early, date(2027, 10, 31), "Europe/Berlin")
    assert sum(b - a for a, b in spring) == 120
    assert sum(b - a for a, b in autumn) == 240
    half_hour = free(early, date(2027, 4, 4), "Australia/Lord_Howe")
    assert sum(b - a for a, b in half_hour) == 210


def test_windows_shrink_to_the_granule_and_around_busy_time():
    odd = Availability(WeekPattern(weekday=((1207, 1313),)))
    assert clock(free(odd, date(2026, 12, 7))) == [("07 20:15", "07 21:45")]
    at = int(datetime(2026, 12, 7, 20, 30, tzinfo=UTC).timestamp()) // 60
    around = free(odd, date(2026, 12, 7), busy=[(at, at + 20), (at + 100, at + 200)])
    assert clock(around) == [("07 20:15", "07 20:30"), ("07 21:00", "07 21:45")]


def test_a_day_off_work_has_no_windows_when_time_is_taken_off():
    day = date(2026, 12, 7)
    assert free(Availability(), day, time_off=frozenset({day})) == ()


def test_an_ordinary_week_is_the_articles_18_hours_and_a_cap_or_a_rotation_changes_it():
    assert typical_week(Availability()) == 18 * 60
    assert typical_week(Availability(cap=600)) == 600
    weeks = (WeekPattern(weekday=((0, 60),), day_off=()), WeekPattern(weekday=((0, 180),), day_off=()))
    assert typical_week(Availability(rotation=Rotation(date(2026, 12, 7), weeks))) == 600
