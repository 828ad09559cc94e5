"""The exact guard test: may the next minutes be used for this, or be left free, without a guard breaking later?

Invariant: the work left is feasible exactly if, for every guard g and every moment t (now, or a release ahead), the
work released from t on with a guard up to g fits the capacity from t to g. Work and idling are allowed only while that
stays true, so comfort never costs a guard. A guard that needs none of a week cannot break in it, so only the others,
the critical ones, are looked at.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import accumulate

from planner.schedule.capacity import Capacity, Week, buffer_of, day_of, day_start


class _Critical:
    """A guard (its rank) that needs minutes of the current week; `until` are the week's free minutes before it."""

    __slots__ = ("inside", "need", "rank", "until")

    def __init__(self, rank: int, need: int, until: int, *, inside: bool) -> None:
        self.rank, self.need, self.until, self.inside = rank, need, until, inside


class Slack:
    """Work left by guard, against the capacity left in the current week and after it; positions throughout."""

    def __init__(
        self, guards: Sequence[int], left: Sequence[int], release: Sequence[int], buffer: Fraction
    ) -> None:
        self._buffer, self._buffers = buffer, [0]
        self._spared: list[int] = []
        self.calm: list[_Critical] = []
        self.points = sorted({guard for guard, minutes in zip(guards, left, strict=True) if minutes})
        self.rank = [bisect_left(self.points, guard) for guard in guards]
        self._load = [0] * len(self.points)
        for rank, minutes in zip(self.rank, left, strict=True):
            if minutes:
                self._load[rank] += minutes
        self._release = release
        self._releases = sorted(set(release))
        self._totals: list[int] = []
        self.critical: list[_Critical] = []
        self._ahead: list[tuple[int, list[int]]] = []
        self._later: list[int] = []
        self.passed = self.cap = 0

    def begin(self, week: Week, capacity: Capacity, left: Sequence[int]) -> None:
        """Start a week: what each guard needs of it, and which releases lie in it."""
        if not self._totals:
            self._totals = [capacity.total_until(point) for point in self.points]
            self._spare_buffers(capacity)
        after, passed = day_start(week.first + 7), capacity.through(capacity.index(week.first))
        self._week = week
        self.passed, self.cap = 0, week.capacity
        self.critical = []
        loads = zip(self._load, accumulate(self._load), self._totals, strict=True)
        for rank, (minutes, total, until) in enumerate(loads):
            if minutes and total > until - passed:
                point, need = self.points[rank], total - max(0, until - passed)
                self.critical.append(_Critical(rank, need, week.before(point), inside=point < after))
        self._later, self._ahead = [], []
        if week.cap < week.until[6] and self._releases[-1] > day_start(week.first):
            self._look_ahead(week, passed, left)

    def _spare_buffers(self, capacity: Capacity) -> None:
        """Note what the weeks up to each guard hold without their buffers."""
        last = capacity.index(day_of(self.points[-1])) if self.points and self._buffer else -1
        shares = (buffer_of(capacity.week(index).capacity, self._buffer) for index in range(last + 1))
        self._buffers = [0, *accumulate(shares)]
        if self._buffer:
            weeks = (capacity.index(day_of(point)) for point in self.points)
            self._spared = [
                total - self._buffers[index + 1] for total, index in zip(self._totals, weeks, strict=True)
            ]

    def keep_calm(self, week: Week, capacity: Capacity, budget: int) -> None:
        """Note the guards that could be kept without any buffer, but need some of this week's `budget` for that."""
        self.calm = []
        index = capacity.index(week.first)
        if index + 1 < len(self._buffers):
            passed = capacity.through(index) - self._buffers[index + 1]
            loads = zip(self._load, accumulate(self._load), self._spared, strict=True)
            for rank, (minutes, total, until) in enumerate(loads):
                if minutes and 0 < total - max(0, until - passed) <= budget:
                    need = total - max(0, until - passed)
                    self.calm.append(_Critical(rank, need, 0, inside=False))

    def _look_ahead(self, week: Week, passed: int, left: Sequence[int]) -> None:
        """Note the releases inside a capped week: early work must leave of the cap what they need."""
        self._later = [max(0, total - passed) for total in self._totals]
        for release in self._releases:
            if day_start(week.first) < release < day_start(week.first + 7):
                load = [0] * len(self.points)
                for i, minutes in enumerate(left):
                    if minutes and self._release[i] >= release:
                        load[self.rank[i]] += minutes
                total = 0
                for k, minutes in enumerate(load):
                    total += minutes
                    load[k] = total
                self._ahead.append((release, load))

    def must(self) -> int:
        """Return the minutes that have to be worked in this week, so that the rest fits after it."""
        return max([0, *(critical.need for critical in self.critical)])

    def owed(self, budget: int, kept: Mapping[int, int], *, calm: bool = False) -> int | None:
        """Return the first guard (its rank) that needs more of this week than `budget`; None when none does.

        `kept` are minutes by module that the accepted plan holds later in this week; `calm` asks for the guards that
        need it only to spare later buffers.
        """
        for critical in self.calm if calm else self.critical:
            if critical.need > budget:
                held = sum(minutes for i, minutes in kept.items() if self.rank[i] <= critical.rank)
                if critical.need - held > budget:
                    return critical.rank
        return None

    def worked(self, rank: int, minutes: int) -> None:
        """Note that minutes of this week were used for work of a guard rank."""
        self._load[rank] -= minutes
        self.passed += minutes
        self.cap -= minutes
        for critical in (*self.critical, *self.calm):
            if critical.rank >= rank:
                critical.need -= minutes

    def broken(self, passed: int, used: int) -> int | None:
        """Return the first guard (its rank) that would break when `passed` minutes go by and `used` of them are worked.

        Work with a rank up to the one returned is what would mend it; None when nothing breaks.
        """
        if not self.critical:
            return None
        passed, cap = self.passed + passed, self.cap - used
        rest = min(cap, self._week.until[6] - passed)
        for critical in self.critical:
            free = min(cap, max(0, critical.until - passed)) if critical.inside else rest
            if free < critical.need:
                return critical.rank
        return None

    def room(self, position: int) -> int:
        """Return how many minutes may be worked now without using up the cap that a release ahead needs."""
        room = self.cap
        for release, load in self._ahead:
            if release > position:
                for need, later in zip(load, self._later, strict=True):
                    if need > later:
                        room = min(room, self.cap + later - need)
        return max(0, room)
