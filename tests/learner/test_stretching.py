"""More hours a week make windows longer, fewer are a cap; windows never overlap and stay within their day."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from planner.learner.model import Availability, WeekPattern
from planner.learner.stretching import with_weekly_minutes
from planner.learner.windows import typical_week


def test_fewer_hours_are_a_cap_and_leave_the_windows_alone():
    changed = with_weekly_minutes(Availability(), 600)
    assert changed == Availability(cap=600)


def test_more_hours_make_each_window_longer_and_then_earlier():
    changed = with_weekly_minutes(Availability(), 31 * 60)
    (weekday,), (day_off,) = changed.pattern.weekday, changed.pattern.day_off
    assert weekday[0] <= 1200
    assert weekday[1] >= 1320
    assert day_off[1] > 840
    assert typical_week(changed) == 31 * 60


@given(
    st.lists(st.integers(0, 95), min_size=2, max_size=6, unique=True).map(sorted),
    st.integers(1, 160),
)
def test_whatever_is_asked_windows_stay_apart_and_the_week_holds_it_or_is_full(edges, half_hours):
    pairs = tuple((15 * a, 15 * b) for a, b in zip(edges[::2], edges[1::2], strict=False))
    changed = with_weekly_minutes(Availability(WeekPattern(weekday=pairs, day_off=pairs)), half_hours * 30)
    windows = changed.pattern.weekday
    assert all(start < end for start, end in windows)
    assert all(before[1] <= after[0] for before, after in pairwise(windows))
    assert windows[0][0] >= 0
    assert windows[-1][1] <= 1440
    assert typical_week(changed) <= half_hours * 30
