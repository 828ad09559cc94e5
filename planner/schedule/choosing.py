"""Which module the next free minutes go to: what has begun first, in the curriculum's order, over a few tracks.

Invariant: a module is offered only when everything it requires is finished.
"""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Sequence

from planner.schedule.work import Work


class Choosing:
    """The modules that can be studied now, and the tracks of the current week; `left` are minutes by module."""

    def __init__(self, work: Work, left: Sequence[int], limit: int) -> None:
        self._unlocks, self._left, self._limit = work.unlocks, left, limit
        self._tracks = [module.track for module in work.selection.modules]
        self._place = {i: place for place, i in enumerate(work.preferred)}
        self._started = list(work.started)
        self._waiting = [sum(1 for j in needed if left[j]) for needed in work.requires]
        self._ready: list[tuple[bool, int, int]] = sorted(
            self._entry(i) for i, minutes in enumerate(left) if minutes and not self._waiting[i]
        )
        self._ready_in = Counter(self._tracks[module] for _, _, module in self._ready)
        self._minutes: dict[str, int] = {}

    def _entry(self, module: int) -> tuple[bool, int, int]:
        return not self._started[module], self._place[module], module

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
            self._remove(module)
            self._started[module] = True
            self._add(module)
        if finished:
            self._remove(module)
            for after in self._unlocks[module]:
                self._waiting[after] -= 1
                if not self._waiting[after] and self._left[after]:
                    self._add(after)

    def _add(self, module: int) -> None:
        insort(self._ready, self._entry(module))
        self._ready_in[self._tracks[module]] += 1

    def _remove(self, module: int) -> None:
        del self._ready[bisect_left(self._ready, self._entry(module))]
        track = self._tracks[module]
        self._ready_in[track] -= 1
        if not self._ready_in[track]:
            del self._ready_in[track]

    def pick(self, allowed: Callable[[int], bool]) -> int | None:
        """Return the module for the next minutes, out of the first ones of the first tracks in order.

        Of these the one whose track had the fewest minutes in this week, and rather a track that the week has already.
        """
        minutes, tracks = self._minutes, self._tracks
        full = len(minutes) >= self._limit
        best: tuple[bool, int] | None = None
        choice = None
        seen: set[str] = set()
        for _, _, module in self._ready:
            track = tracks[module]
            if track in seen or not allowed(module):
                continue
            seen.add(track)
            rank = (full and track not in minutes, minutes.get(track, 0))
            if best is None or rank < best:
                best, choice = rank, module
            if len(seen) == self._limit or len(seen) == len(self._ready_in):
                break
        return choice
