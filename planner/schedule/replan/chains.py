"""The cheapest chain that makes room: lost work goes into a cell, what it displaces into another, to one with room.

A shortest path over cells (Dijkstra 1959), with costs per minute; the amount is what every link of the chain can carry.
Invariant: every link respects the windows as they are when the chain is applied, or the chain is not applied.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappop, heappush

from planner.schedule.capacity import day_of
from planner.schedule.replan.state import WEEK, State

GRANULE = 15
_MOST_FAILURES = 60
_USUAL = 2 * WEEK + 1


@dataclass(frozen=True, slots=True)
class Link:
    """A module goes into the cell `to`, out of `source` (None: it has no place yet), which makes room in `entered`."""

    module: int
    source: int | None
    to: int
    entered: int | None


class Search:
    """One search for the cheapest chain; `bias` favours displacing what waits for the entering module."""

    def __init__(self, state: State, banned: set[Link], bias: int) -> None:
        self._state, self._banned, self._bias = state, banned, bias
        self._best: dict[int, int] = {}
        self._came: dict[int, Link] = {}
        self._heap: list[tuple[int, int]] = []
        self._windows: dict[int, tuple[int, int]] = {}
        self._open = list(range(len(state.cells)))

    def place(self, module: int) -> list[Link] | None:
        """Return the links from the one that ends in free room back to the lost work; None when there is no chain."""
        low, high = self._state.window(module)
        for cell in range(low, high + 1):
            self._reach(Link(module, None, cell, None), 0, max(0, self._state.adding(module, cell)))
        return self._run(None)

    def swap(self, module: int, source: int, to: int) -> list[Link] | None:
        """Return the chain that begins with a move of a module; what it leaves behind is room, too."""
        self._reach(Link(module, source, to, None), 0, 0)
        return self._run(source)

    def _run(self, left: int | None) -> list[Link] | None:
        state = self._state
        settled: set[int] = set()
        while self._heap:
            cost, cell = heappop(self._heap)
            if cell in settled:
                continue
            settled.add(cell)
            if cell == left or state.room(cell) >= GRANULE:
                return self._unwind(cell)
            self._displace(cell, cost)
        return None

    def _reach(self, link: Link, cost: int, step: int) -> None:
        """Note a way to a cell; once it is reached at the usual cost of a step, no cheaper way can come."""
        if link in self._banned:
            return
        if cost + step < self._best.get(link.to, 1 << 60):
            self._best[link.to], self._came[link.to] = cost + step, link
            heappush(self._heap, (cost + step, link.to))
        if step <= _USUAL:
            self._close(link.to)

    def _not_reached(self, low: int, high: int) -> list[int]:
        """Return the cells of a window that were not reached yet at the usual cost."""
        first, last = bisect_left(self._open, low), bisect_left(self._open, high + 1)
        return self._open[first:last]

    def _close(self, cell: int) -> None:
        at = bisect_left(self._open, cell)
        if at < len(self._open) and self._open[at] == cell:
            del self._open[at]

    def _displace(self, cell: int, cost: int) -> None:
        """Reach what can be reached by displacing something out of a full cell, or out of its full week."""
        state, entering = self._state, self._came[cell].module
        for source, other in self._occupants(cell):
            low, high = self._window(other)
            bias = 0
            if other in state.unlocks[entering]:
                low, bias = max(low, cell), self._bias
            elif entering in state.unlocks[other]:
                high = min(high, cell)
            for to in {*self._not_reached(low, high), *self._near_home(other, source, low, high)}:
                step = max(0, max(0, state.moving(other, source, to)) + 1 - bias)
                self._reach(Link(other, source, to, cell), cost, step)

    def _occupants(self, cell: int) -> Iterator[tuple[int, int]]:
        state, entering = self._state, self._came[cell].module
        sources = state.in_week[state.cells[cell].week] if state.free[cell] >= GRANULE else [cell]
        for source in sources:
            for other in state.inside[source]:
                if other != entering:
                    yield source, other

    def _near_home(self, module: int, source: int, low: int, high: int) -> Iterator[int]:
        """Yield the cells that are cheaper than others: those of the same week, and of weeks that miss the module."""
        state = self._state
        weeks = {state.cells[source].week, *state.lacking(module)}
        for week in weeks:
            for cell in state.in_week.get(week, ()):
                if low <= cell <= high and cell != source:
                    yield cell

    def _window(self, module: int) -> tuple[int, int]:
        if module not in self._windows:
            self._windows[module] = self._state.window(module)
        return self._windows[module]

    def _unwind(self, cell: int) -> list[Link] | None:
        chain: list[Link] = []
        at = cell
        while len(chain) <= len(self._came):
            link = self._came[at]
            chain.append(link)
            if link.entered is None:
                return chain
            at = link.entered
        return None


def insert(state: State, module: int, minutes: int, *, bias: int = 0) -> int:
    """Find a place for minutes of a module, by chains; return how many could not be placed."""
    banned: set[Link] = set()
    while minutes > 0 and len(banned) < _MOST_FAILURES:
        chain = Search(state, banned, bias).place(module)
        if chain is None:
            break
        amount = min([minutes, state.room(chain[0].to), *(_carries(state, link) for link in chain)])
        wrong = _apply(state, chain, amount)
        if wrong is None:
            minutes -= amount
        else:
            banned.add(wrong)
    return minutes


def _carries(state: State, link: Link) -> int:
    """Return how many minutes a link can carry: what is there, and what its cost is true for."""
    if link.source is None:
        return 1 << 30
    return state.minutes[link.module].get(link.source, 0)


def _apply(state: State, chain: list[Link], amount: int) -> Link | None:
    """Carry an amount along a chain; return the link that would break a window, with nothing changed."""
    for link in chain:
        if link.source is not None:
            state.change(link.module, link.source, -amount)
        state.change(link.module, link.to, amount)
    for link in chain:
        low, high = state.window(link.module)
        if not low <= link.to <= high:
            _undo(state, chain, amount)
            return link
    return None


def _undo(state: State, chain: list[Link], amount: int) -> None:
    for link in chain:
        state.change(link.module, link.to, -amount)
        if link.source is not None:
            state.change(link.module, link.source, amount)


def improve(state: State) -> bool:
    """Bring work home where that lessens the change; tell whether anything moved."""
    better = False
    for module, week in sorted(
        key for key, minutes in state.home_week.items() if state.of_week.get(key, 0) < minutes
    ):
        targets = state.in_week.get(week, [])
        better |= _bring_home(state, module, targets)
    for module, day in sorted(
        key for key, minutes in state.home_day.items() if state.of_day.get(key, 0) < minutes
    ):
        targets = [c for c, cell in enumerate(state.cells) if cell.near and day_of(cell.start) == day]
        better |= _bring_home(state, module, targets)
    return better


def _bring_home(state: State, module: int, targets: list[int]) -> bool:
    better = False
    for to in targets:
        for source in sorted(state.minutes[module]):
            low, high = state.window(module)
            if source == to or not low <= to <= high:
                continue
            before = state.cost()
            chain = Search(state, set(), 0).swap(module, source, to)
            if chain is None:
                continue
            limits = [_carries(state, link) for link in chain]
            if chain[0].to != source:
                limits.append(state.room(chain[0].to))
            amount = min(limits)
            if amount <= 0 or _apply(state, chain, amount) is not None:
                continue
            if state.cost() < before:
                better = True
            else:
                _undo(state, chain, amount)
    return better
