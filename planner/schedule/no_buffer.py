"""Weeks that keep no buffer because the guards need their time.

Invariant: a week counts exactly if its buffer is not free and the work that is due after it could not be done in time
had the buffer been kept; a week that only catches up, with time to spare, does not count.
"""

from collections.abc import Sequence
from datetime import date

from planner.schedule.frame import Frame
from planner.schedule.model import WeekPlan


def weeks_without_buffer(frame: Frame, weeks: Sequence[WeekPlan]) -> list[date]:
    """Return the Mondays of these weeks, in order."""
    index, found = frame.work.index, []
    by_guard: dict[int, int] = {}
    for week in reversed(weeks):
        for name, minutes in week.minutes.items():
            if name in index:
                guard = frame.guards[index[name]]
                by_guard[guard] = by_guard.get(guard, 0) + minutes
        taken = week.buffer > 0 and week.capacity - sum(week.minutes.values()) < week.buffer
        if taken and _needed(frame, week, by_guard):
            found.append(week.start)
    return found[::-1]


def _needed(frame: Frame, week: WeekPlan, by_guard: dict[int, int]) -> bool:
    """Tell whether some guard would break if a week kept its buffer; `by_guard` is the work from that week on."""
    first, calm = week.start.toordinal(), week.capacity - week.buffer
    total = 0
    for guard in sorted(by_guard):
        total += by_guard[guard]
        inside = guard <= first + 6
        within = frame.capacity.between(first, guard) if inside else calm
        if total > min(calm, within) + (0 if inside else frame.capacity.between(first + 7, guard)):
            return True
    return False
