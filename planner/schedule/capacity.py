"""Capacity: free minutes by day and by week, from `now` on, under the weekly cap; made as far as it is asked for.

Invariant: a week's capacity is the smaller of its remaining windows and what is left of its cap. Minutes logged on a
day use up that day's windows from their beginning, whether these are past or not, and count against the week's cap.
"""

from bisect import bisect_left
from collections.abc import Mapping

from planner.learner.windows import FreeTime, Spans
from planner.records import dataclass

_UNCAPPED = 7 * 1440


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

    def within(self, first: int, last: int) -> int:
        """Return the capacity of the days `first` to `last` (ordinals, both inside this week)."""
        before = self.until[first - self.first - 1] if first > self.first else 0
        return min(self.cap, self.until[last - self.first] - before)


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
    ) -> None:
        self.first, self.horizon, self.today = first, horizon, today
        self.monday = first - (first - 1) % 7
        self._free, self._now = free, now
        self._cap, self._used_days, self._used_weeks = cap, used_days, used_weeks
        self._weeks: list[Week] = []
        self._sums = [0]

    def index(self, day: int) -> int:
        """Return the number of a day's week."""
        return (day - self.monday) // 7

    def week(self, index: int) -> Week:
        """Return a week by its number, 0 being the first."""
        while len(self._weeks) <= index:
            week = self._make(len(self._weeks))
            self._weeks.append(week)
            self._sums.append(self._sums[-1] + week.capacity)
        return self._weeks[index]

    def between(self, first: int, last: int) -> int:
        """Return the capacity of the days `first` to `last` (ordinals); 0 when there are none."""
        first, last = max(first, self.first), min(last, self.horizon)
        if last < first:
            return 0
        one, two = self.index(first), self.index(last)
        self.week(two)
        if one == two:
            return self._weeks[one].within(first, last)
        whole = self._sums[two] - self._sums[one + 1]
        head, tail = self._weeks[one], self._weeks[two]
        return head.within(first, head.first + 6) + whole + tail.within(tail.first, last)

    def day_reaching(self, first: int, minutes: int) -> int | None:
        """Return the earliest day by which the days from `first` on hold `minutes`; None beyond the horizon."""
        first = max(first, self.first)
        if first > self.horizon:
            return None
        start = self.index(first)
        head = self.week(start)
        offset = self._sums[start + 1] - head.within(first, head.first + 6)
        index = self._week_reaching(start, offset + minutes)
        if index is None:
            return None
        week = self._weeks[index]
        begin = max(first, week.first)
        missing = minutes - (self._sums[index] - offset if index > start else 0)
        day = next(
            (d for d in range(begin, week.first + 7) if week.within(begin, d) >= missing), week.first + 6
        )
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
        cap = (
            _UNCAPPED if self._cap is None else max(0, self._cap - self._used_weeks.get(monday, 0)) // 15 * 15
        )
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
        return spans


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
