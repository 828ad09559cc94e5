"""Cells of time: stretches of one week in which no guard and no release lies, so that the order inside is free.

Invariant: cells are in order and cover the time from now to the last one; a day of the next seven is a cell of its own,
or several. Sizes, rooms and budgets are minutes.
"""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise

from planner.records import dataclass
from planner.schedule.capacity import Capacity, day_end, day_of, day_start

NEAR_DAYS = 7


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch from one position to another; `near` tells that it lies in the next seven days."""

    start: int
    end: int
    week: int
    size: int
    near: bool


class Cells:
    """The cells up to a day, and how to find them."""

    def __init__(self, capacity: Capacity, last: int, points: Iterable[int], releases: Iterable[int]) -> None:
        first, today = capacity.first, capacity.today
        last = min(max(last, first), capacity.horizon)
        end = day_start(last + 1)
        cuts = {day_start(first)}
        cuts.update(day_start(day) for day in range(today, today + NEAR_DAYS + 1))
        cuts.update(day_start(day) for day in range(capacity.monday + 7, last + 1, 7))
        cuts.update(day_start(day_of(p) + 1) if p == day_end(day_of(p)) else p for p in points)
        cuts.update(releases)
        edges = [*sorted(cut for cut in cuts if day_start(first) <= cut < end), end]
        self.all: list[Cell] = []
        for begin, stop in pairwise(edges):
            index = capacity.index(day_of(begin))
            week = capacity.week(index)
            size = week.before(stop) - week.before(begin)
            if size:
                near = day_of(begin) < today + NEAR_DAYS
                self.all.append(Cell(begin, stop, index, size, near))
        self._starts = [cell.start for cell in self.all]

    def at(self, position: int) -> int:
        """Return the number of the last cell that starts at or before a position; -1 when none does."""
        return bisect_right(self._starts, position) - 1

    def last_before(self, guard: int) -> int:
        """Return the number of the last cell that ends at or before a guard; -1 when none does."""
        number = self.at(guard)
        return number if number < 0 or self.all[number].end <= guard + 1 else number - 1

    def first_from(self, release: int) -> int:
        """Return the number of the first cell that starts at or after a release."""
        number = self.at(release)
        return number if number >= 0 and self.all[number].start >= release else number + 1
