"""Capacity: free minutes by day and by week, from `now` on, under the weekly cap; made as far as it is asked for.

Invariant: a week's capacity is the smaller of its remaining windows and what is left of its cap. Minutes logged on a
day use up that day's windows from their beginning, whether these are past or not, and count against the week's cap.

A position is a moment as the scheduler counts it: `day_start(day)` plus the free minutes of that day before it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from planner.learner.windows import FreeTime, Spans, without
from planner.records import dataclass

_UNCAPPED = 7 * 1440
_PER_DAY = 4096


def day_start(day: int) -> int:
    """Return the position before a day's first window."""
    return day * _PER_DAY


def day_end(day: int) -> int:
    """Return the position after a day's last window."""
    return day * _PER_DAY + _PER_DAY - 1


def day_of(position: int) -> int:
    """Return the day (an ordinal) of a position."""
    return position // _PER_DAY


def buffer_of(minutes: int, share: Fraction) -> int:
    """Return the buffer of a week's minutes, rounded down to the granule."""
    return minutes * share.numerator // share.denominator // 15 * 15


@dataclass(frozen=True, slots=True)
class Week:
    """One week from Monday `first` (an ordinal): windows of its seven days, minutes up to each day's end, its cap."""

    first: int
    days: tuple[Spans, ...]
    until: tuple[int, ...]
    cap: int

    @property
    def capacity(self) -> int:
        """The minutes that can be studied in this week."""
        return min(self.cap, self.until[6])

    def before(self, position: int) -> int:
        """Return the free minutes of this week before a position, without the cap."""
        day = position // _PER_DAY - self.first
        if day <= 0:
            return min(self.until[0], position % _PER_DAY) if day == 0 else 0
        if day > 6:
            return self.until[6]
        return min(self.until[day], self.until[day - 1] + position % _PER_DAY)

    def within(self, first: int, last: int) -> int:
        """Return the capacity from one position to another, both inside this week or at its ends."""
        return min(self.cap, self.before(last) - self.before(first))


class Capacity:
    """The weeks from the first free day to the horizon (ordinals, inclusive).

    `today` is the day of `now`, or the start: the first free day may be the one before, whose night is not over.
    """

    def __init__(
        self,
        free: FreeTime,
        first: int,
        horizon: int,
        *,
        today: int,
        now: int,
        cap: int | None,
        used_days: Mapping[int, int],
        used_weeks: Mapping[int, int],
        pinned: Sequence[tuple[int, int, int]] = (),
    ) -> None:
        self.first, self.horizon, self.today = first, horizon, today
        self.monday = first - (first - 1) % 7
        self._free, self._now = free, now
        self._cap, self._used_days, self._used_weeks = cap, used_days, used_weeks
        self._pinned: dict[int, list[tuple[int, int]]] = {}
        for day, start, end in pinned:
            self._pinned.setdefault(day, []).append((start, end))
        self._weeks: list[Week] = []
        self._sums = [0]

    def index(self, day: int) -> int:
        """Return the number of a day's week."""
        return (day - self.monday) // 7

    def week(self, index: int) -> Week:
        """Return a week by its number, 0 being the first; those before it have no capacity."""
        if index < 0:
            return self._make(index)
        while len(self._weeks) <= index:
            week = self._make(len(self._weeks))
            self._weeks.append(week)
            self._sums.append(self._sums[-1] + week.capacity)
        return self._weeks[index]

    def between(self, first: int, last: int) -> int:
        """Return the capacity of the days `first` to `last` (ordinals); 0 when there are none."""
        return self.span(day_start(first), day_end(last))

    def span(self, start: int, end: int) -> int:
        """Return the capacity from one position to another; 0 when there is none."""
        start, end = max(start, day_start(self.first)), min(end, day_end(self.horizon))
        if end < start:
            return 0
        one, two = self.index(start // _PER_DAY), self.index(end // _PER_DAY)
        tail = self.week(two)
        if one == two:
            return tail.within(start, end)
        head = self._weeks[one]
        whole = self._sums[two] - self._sums[one + 1]
        return min(head.cap, head.until[6] - head.before(start)) + whole + min(tail.cap, tail.before(end))

    def total_until(self, position: int) -> int:
        """Return the capacity of all weeks up to a position: what `through` counts, in its week up to the position."""
        position = min(position, day_end(self.horizon))
        if position < day_start(self.first):
            return 0
        index = self.index(position // _PER_DAY)
        week = self.week(index)
        return self._sums[index] + min(week.cap, week.before(position))

    def through(self, index: int) -> int:
        """Return the capacity from the first week to the end of the week `index`."""
        self.week(index)
        return self._sums[index + 1]

    def free_parts(self, day: int, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield what is free between two epoch minutes of a day."""
        if day >= self.monday:
            week = self.week(self.index(day))
            for window_start, window_end in week.days[day - week.first]:
                a, b = max(start, window_start), min(end, window_end)
                if a < b:
                    yield a, b

    def position(self, day: int, minute: int) -> int:
        """Return the position of an epoch minute on a day."""
        week = self.week(self.index(day))
        return day_start(day) + sum(
            max(0, min(end, minute) - start) for start, end in week.days[day - week.first]
        )

    def day_reaching(self, start: int, minutes: int) -> int | None:
        """Return the earliest day by which `minutes` fit after a position; None beyond the horizon."""
        start = max(start, day_start(self.first))
        if start > day_end(self.horizon):
            return None
        first = self.index(start // _PER_DAY)
        head = self.week(first)
        offset = self._sums[first + 1] - min(head.cap, head.until[6] - head.before(start))
        index = self._week_reaching(first, offset + minutes)
        if index is None:
            return None
        week = self._weeks[index]
        begin = max(start, day_start(week.first))
        missing = minutes - (self._sums[index] - offset if index > first else 0)
        days = range(begin // _PER_DAY, week.first + 7)
        day = next((d for d in days if week.within(begin, day_end(d)) >= missing), week.first + 6)
        return day if day <= self.horizon else None

    def _week_reaching(self, start: int, total: int) -> int | None:
        """Return the first week from `start` on whose end brings the running sum of capacity to `total`."""
        last = self.index(self.horizon)
        while self._sums[-1] < total and len(self._weeks) <= last:
            self.week(len(self._weeks))
        index = bisect_left(self._sums, total, lo=start + 1) - 1
        return index if index <= last and index < len(self._weeks) else None

    def _make(self, index: int) -> Week:
        monday = self.monday + 7 * index
        days = tuple(self._windows(day) for day in range(monday, monday + 7))
        until, total = [], 0
        for spans in days:
            total += sum(end - start for start, end in spans)
            until.append(total)
        cap = _UNCAPPED
        if self._cap is not None:
            cap = max(0, self._cap - self._used_weeks.get(monday, 0)) // 15 * 15
            held = [pin for day in range(monday, monday + 7) for pin in self._pinned.get(day, ())]
            cap = max(0, cap - sum(end - start for start, end in held))
        return Week(monday, days, tuple(until), cap)

    def _windows(self, day: int) -> Spans:
        if not self.first <= day <= self.horizon:
            return ()
        spans = self._free.windows(day)
        used = self._used_days.get(day, 0)
        if used:
            spans = _without_first(spans, used)
        if spans and spans[0][0] < self._now:
            now = -(-self._now // 15) * 15
            spans = tuple((max(start, now), end) for start, end in spans if end > now)
        return without(spans, self._pinned[day]) if day in self._pinned else spans


def _without_first(spans: Spans, used: int) -> Spans:
    """Take the first `used` minutes, rounded up to the granule, out of a day's windows."""
    used = -(-used // 15) * 15
    left = []
    for start, end in spans:
        taken = min(used, end - start)
        used -= taken
        if start + taken < end:
            left.append((start + taken, end))
    return tuple(left)
