"""Which module the next free minutes go to: what has begun first, in the curriculum's order, over a few tracks.

Invariant: a module is offered only when everything it requires is finished.
"""

from bisect import insort
from collections.abc import Callable, Sequence

from planner.schedule.work import Work


class Choosing:
    """The modules that can be studied now, and the tracks of the current week."""

    def __init__(self, work: Work, tracks: Sequence[str], limit: int) -> None:
        self._work, self._tracks, self._limit = work, tracks, limit
        self._started = list(work.started)
        self._waiting = [sum(1 for j in needed if work.remaining[j]) for needed in work.requires]
        self._ready: list[tuple[bool, int]] = sorted(
            (not self._started[i], i)
            for i, left in enumerate(work.remaining)
            if left and not self._waiting[i]
        )
        self._minutes: dict[str, int] = {}

    def begin_week(self) -> None:
        """Forget which tracks the last week had."""
        self._minutes = {}

    def eligible(self, module: int) -> bool:
        """Tell whether everything that a module requires is finished."""
        return not self._waiting[module]

    def studied(self, module: int, minutes: int, *, finished: bool) -> None:
        """Note that a module got minutes, and what its end sets free."""
        track = self._tracks[module]
        self._minutes[track] = self._minutes.get(track, 0) + minutes
        if not self._started[module]:
            self._ready.remove((True, module))
            self._started[module] = True
            insort(self._ready, (False, module))
        if finished:
            self._ready.remove((False, module))
            for after in self._work.unlocks[module]:
                self._waiting[after] -= 1
                if not self._waiting[after] and self._work.remaining[after]:
                    insort(self._ready, (not self._started[after], after))

    def pick(self, allowed: Callable[[int], bool]) -> int | None:
        """Return the module for the next minutes, out of the first ones of the first tracks in order.

        Of these the one whose track had the fewest minutes in this week, and rather a track that the week has already.
        """
        full = len(self._minutes) >= self._limit
        best: tuple[bool, int] | None = None
        choice = None
        seen: set[str] = set()
        for _, module in self._ready:
            track = self._tracks[module]
            if track in seen or not allowed(module):
                continue
            if len(seen) == self._limit:
                break
            seen.add(track)
            rank = (full and track not in self._minutes, self._minutes.get(track, 0))
            if best is None or rank < best:
                best, choice = rank, module
        return choice
