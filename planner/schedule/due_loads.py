"""The work due by a day against the capacity until then: slack, and what is too much."""

from bisect import bisect_right
from itertools import accumulate

from planner.schedule.frame import Frame


class DueLoads:
    """The work due by a day, against the capacity until then."""

    def __init__(self, frame: Frame) -> None:
        self._capacity = frame.capacity
        by_day: dict[int, int] = {}
        for day, minutes in zip(frame.work.due, frame.work.remaining, strict=True):
            if minutes:
                by_day[day] = by_day.get(day, 0) + minutes
        self.days = sorted(by_day)
        self._sums = [0, *accumulate(by_day[day] for day in self.days)]

    def slack(self, due: int) -> int:
        """Return the capacity until a due date minus the work still due by then."""
        by_then = self._sums[bisect_right(self.days, due)]
        return self._capacity.between(self._capacity.first, due) - by_then

    def short(self) -> int:
        """Return the largest lack of capacity over all due dates, at least 0."""
        return max([0, *(-self.slack(day) for day in self.days)])
