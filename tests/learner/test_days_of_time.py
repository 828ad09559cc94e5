"""Every minute studied belongs to one day: its local one, or the one on which its window began."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from planner.learner.days_of_time import minutes_by_day
from planner.learner.model import Availability, WeekPattern
from planner.learner.windows import FreeTime

NIGHTS = Availability(WeekPattern(weekday=((1320, 1560),), day_off=((600, 840),)))
PLAIN = Availability(WeekPattern(weekday=((1200, 1320),), day_off=()))
ZONES = ("Asia/Tokyo", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Havana")


def minute(*clock, zone="UTC"):
    return int(datetime(*clock, tzinfo=ZoneInfo(zone)).timestamp()) // 60


def shares(availability, zone, start, end):
    found = minutes_by_day(FreeTime(availability, zone), minute(*start, zone=zone), minute(*end, zone=zone))
    return [(day.isoformat(), minutes) for day, minutes in found]


def test_a_stretch_across_midnight_is_split_by_the_local_day():
    split = shares(PLAIN, "Asia/Tokyo", (2026, 12, 1, 23), (2026, 12, 2, 0, 40))
    assert split == [("2026-12-01", 60), ("2026-12-02", 40)]


def test_minutes_in_a_window_that_began_the_day_before_belong_to_that_day():
    assert shares(NIGHTS, "Asia/Tokyo", (2026, 12, 1, 23), (2026, 12, 2, 1)) == [("2026-12-01", 120)]
    late = shares(NIGHTS, "Asia/Tokyo", (2026, 12, 2, 1), (2026, 12, 2, 3))
    assert late == [("2026-12-01", 60), ("2026-12-02", 60)]


def test_a_night_without_a_window_belongs_to_the_day_that_has_come():
    assert shares(NIGHTS, "UTC", (2026, 12, 6, 0, 30), (2026, 12, 6, 1)) == [("2026-12-06", 30)]
    extra = FreeTime(PLAIN, "UTC", extra=((date(2026, 12, 5), 1380, 1500),))
    night = minutes_by_day(extra, minute(2026, 12, 6, 0, 30), minute(2026, 12, 6, 1, 30))
    assert night == ((date(2026, 12, 5), 30), (date(2026, 12, 6), 30))


def test_nothing_takes_no_day():
    assert shares(NIGHTS, "UTC", (2026, 12, 1, 23), (2026, 12, 1, 23)) == []


@given(
    st.sampled_from(ZONES),
    st.sampled_from((NIGHTS, PLAIN)),
    st.sampled_from(
        ((2027, 3, 13), (2027, 3, 28), (2027, 4, 4), (2027, 10, 31), (2027, 11, 7), (2026, 12, 4))
    ),
    st.integers(-1500, 1500),
    st.integers(0, 3000),
)
def test_the_days_agree_with_a_count_minute_by_minute(zone, availability, around, offset, length):
    free = FreeTime(availability, zone)
    start = minute(*around) + offset
    counted = Counter(_day_of(free, zone, each) for each in range(start, start + length))
    assert dict(minutes_by_day(free, start, start + length)) == counted


def _day_of(free, zone, each):
    day = datetime.fromtimestamp(60 * each, UTC).astimezone(ZoneInfo(zone)).date()
    before = day - timedelta(days=1)
    return before if any(a <= each < b for a, b in free.windows(before.toordinal())) else day
