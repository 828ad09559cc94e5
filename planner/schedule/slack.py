"""The exact guard test: may the next minutes be used for this, or be left free, without a guard breaking later?

Invariant: the work left is feasible exactly if, for every guard g and every moment t (now, or a release date ahead),
the work released from t on with a guard up to g fits the capacity from t to g. Work and idling are allowed only while
that stays true, so comfort never costs a guard.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from planner.schedule.capacity import Capacity, Week


class Slack:
    """Work left by guard, against the capacity left in the current week and after it."""

    def __init__(self, guards: Sequence[int], remaining: Sequence[int], release: Sequence[int]) -> None:
        self.days = sorted({guard for guard, minutes in zip(guards, remaining, strict=True) if minutes})
        self.rank = [bisect_left(self.days, guard) for guard in guards]
        self._release, self._remaining = release, remaining
        self._left = [0] * len(self.days)
        for i, minutes in enumerate(remaining):
            if minutes:
                self._add(self.rank[i], minutes)
        self._releases = sorted(set(release))
        self._later: list[int] = []
        self._ahead: list[tuple[int, list[int]]] = []
        self.passed = self.cap = 0

    def _add(self, rank: int, minutes: int) -> None:
        for k in range(rank, len(self._left)):
            self._left[k] += minutes

    def begin(self, week: Week, capacity: Capacity, remaining: Sequence[int]) -> None:
        """Start a week: what each guard can count on after it, and which release dates lie in it."""
        after = week.first + 7
        self._week = week
        self.passed, self.cap = 0, week.capacity
        self._later = [capacity.between(after, day) for day in self.days]
        self._ahead = []
        for release in self._releases:
            if week.first < release < after:
                load = [0] * len(self.days)
                for i, minutes in enumerate(remaining):
                    if minutes and self._release[i] >= release:
                        load[self.rank[i]] += minutes
                total = 0
                for k, minutes in enumerate(load):
                    total += minutes
                    load[k] = total
                self._ahead.append((release, load))

    def must(self) -> int:
        """Return the minutes that have to be worked in this week, so that the rest fits after it."""
        return max(
            0, max((left - later for left, later in zip(self._left, self._later, strict=True)), default=0)
        )

    def owed(self, budget: int, kept: Mapping[int, int]) -> int | None:
        """Return the first guard (its rank) that needs more of this week than `budget`; None when none does.

        `kept` are minutes by module that the accepted plan holds later in this week.
        """
        for k, (left, later) in enumerate(zip(self._left, self._later, strict=True)):
            need = left - later
            if need > budget and need - sum(m for i, m in kept.items() if self.rank[i] <= k) > budget:
                return k
        return None

    def worked(self, rank: int, minutes: int) -> None:
        """Note that minutes of this week were used for work of a guard rank."""
        self._add(rank, -minutes)
        self.passed += minutes
        self.cap -= minutes

    def broken(self, passed: int, used: int) -> int | None:
        """Return the first guard (its rank) that would break when `passed` minutes go by and `used` of them are worked.

        Work with a rank up to the one returned is what would mend it; None when nothing breaks.
        """
        week, passed, cap = self._week, self.passed + passed, self.cap - used
        rest = min(cap, week.until[6] - passed)
        for k, left in enumerate(self._left):
            if left:
                later = self._later[k]
                free = rest + later if later or self.days[k] > week.first + 6 else self._until(k, passed, cap)
                if free < left:
                    return k
        return None

    def _until(self, k: int, passed: int, cap: int) -> int:
        day = self.days[k] - self._week.first
        return min(cap, max(0, self._week.until[day] - passed)) if day >= 0 else 0

    def room(self, day: int) -> int:
        """Return how many minutes may be worked now without using up the cap that a release date ahead needs."""
        room = self.cap
        for release, load in self._ahead:
            if release > day:
                for need, later in zip(load, self._later, strict=True):
                    if need > later:
                        room = min(room, self.cap + later - need)
        return max(0, room)
