"""The exact guard test: may the next minutes be used for this, or be left free, without a guard breaking later?

Invariant: the work left is feasible exactly if, for every guard g and every moment t (now, or a release ahead), the
work released from t on with a guard up to g fits the capacity from t to g. Work and idling are allowed only while that
stays true, so comfort never costs a guard. A guard that needs none of a week cannot break in it, so only the others,
the critical ones, are looked at.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from planner.schedule.capacity import Capacity, Week, day_start


class _Critical:
    """A guard (its rank) that needs minutes of the current week; `until` are the week's free minutes before it."""

    __slots__ = ("inside", "need", "rank", "until")

    def __init__(self, rank: int, need: int, until: int, *, inside: bool) -> None:
        self.rank, self.need, self.until, self.inside = rank, need, until, inside


class Slack:
    """Work left by guard, against the capacity left in the current week and after it; positions throughout."""

    def __init__(self, guards: Sequence[int], left: Sequence[int], release: Sequence[int]) -> None:
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
        after, passed = day_start(week.first + 7), capacity.through(capacity.index(week.first))
        self._week = week
        self.passed, self.cap = 0, week.capacity
        self.critical, total = [], 0
        for rank, minutes in enumerate(self._load):
            total += minutes
            point = self.points[rank]
            need = total - max(0, self._totals[rank] - passed)
            if minutes and need > 0:
                self.critical.append(_Critical(rank, need, week.before(point), inside=point < after))
        self._later, self._ahead = [], []
        if week.cap < week.until[6] and self._releases[-1] > day_start(week.first):
            self._look_ahead(week, passed, left)

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

    def owed(self, budget: int, kept: Mapping[int, int]) -> int | None:
        """Return the first guard (its rank) that needs more of this week than `budget`; None when none does.

        `kept` are minutes by module that the accepted plan holds later in this week.
        """
        for critical in self.critical:
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
        for critical in self.critical:
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
