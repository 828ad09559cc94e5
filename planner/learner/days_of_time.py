"""To which days a stretch of time belongs: the learner's local days, except in a window that began the day before.

Invariant: the minutes of the days add up to the stretch (elapsed time, so a day with 23 or 25 hours has so many), and
time inside a window belongs to the window's day, as sessions do.
"""

from datetime import date

from planner.learner.windows import EPOCH, FreeTime

_DAY = 1440


def minutes_by_day(free: FreeTime, start: int, end: int) -> tuple[tuple[date, int], ...]:
    """Return the days of [start, end), in minutes since the epoch, each with its minutes; days without any fall out.

    `free` are the learner's windows before busy time is taken off, since a busy night still belongs to its evening.
    """
    found = []
    for ordinal in range(start // _DAY + EPOCH - 2, end // _DAY + EPOCH + 3):
        first, last = free.moment(ordinal, 0), free.moment(ordinal + 1, 0)
        own = _shared(start, end, first, last) - _night(free, ordinal - 1, start, end)
        minutes = own + _night(free, ordinal, start, end)
        if minutes:
            found.append((date.fromordinal(ordinal), minutes))
    return tuple(found)


def _night(free: FreeTime, ordinal: int, start: int, end: int) -> int:
    """Return how much of a stretch lies in a day's windows after that day's midnight."""
    midnight = free.moment(ordinal + 1, 0)
    return sum(_shared(start, end, max(a, midnight), b) for a, b in free.windows(ordinal))


def _shared(start: int, end: int, other_start: int, other_end: int) -> int:
    return max(0, min(end, other_end) - max(start, other_start))
