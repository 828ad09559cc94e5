"""The cheapest chain that makes room: lost work goes into a cell, what it displaces into another, to one with room.

A shortest path over cells (Dijkstra 1959), with costs per minute; the amount is what every link of the chain can carry.
Invariant: every link respects the windows as they are when the chain is applied, or the chain is not applied.
"""

from bisect import bisect_left
from collections.abc import Iterator
from heapq import heappop, heappush
from typing import NamedTuple

from planner.schedule.replan.state import WEEK, State

GRANULE = 15
_MOST_FAILURES = 60
_TOO_LONG = 150_000  # looks, about a second: what then has no place is left to the walk
_USUAL = 2 * WEEK + 5
NEVER = 1 << 60
_CRUMB = 6
_WHIMS = WEEK  # what the small costs of a chain may add up to


class Link(NamedTuple):
    """A module goes into the cell `to`, out of `source` (-1: it has no place yet), which makes room in `entered`."""

    module: int
    source: int
    to: int
    entered: int


class Search:
    """One search for the cheapest chain that costs at most `limit` a minute; what is `frozen` is not displaced."""

    def __init__(
        self, state: State, banned: set[Link], frozen: frozenset[int] = frozenset(), limit: int = NEVER
    ) -> None:
        self._limit = limit + _WHIMS
        state.looked += 4
        self._wanted = GRANULE
        self._state, self._banned, self._frozen = state, banned, frozen | state.fixed
        self._best = [NEVER] * len(state.cells)
        self._came: dict[int, Link] = {}
        self._heap: list[tuple[int, int]] = []
        self._windows: dict[int, tuple[int, int]] = {}
        self._open = list(range(len(state.cells)))
        self._cheap: dict[int, list[int]] = {}
        self._lacks: dict[int, set[int]] = {}

    def place(self, module: int, wanted: int) -> list[Link] | None:
        """Return the links from the one that ends in free room back to the lost work; None when there is no chain.

        Room for less than `wanted` minutes is taken only where it costs less.
        """
        self._wanted = wanted
        low, high = self._state.window(module)
        for cell in range(low, high + 1):
            self._reach(Link(module, -1, cell, -1), max(0, self._state.adding(module, cell)))
        self._open[low : high + 1] = []
        return self._run(-1)

    def swap(self, module: int, source: int, to: int) -> list[Link] | None:
        """Return the chain that begins with a move of a module; what it leaves behind is room, too."""
        self._reach(Link(module, source, to, -1), 0)
        return self._run(source)

    def _run(self, left: int) -> list[Link] | None:
        state = self._state
        settled: set[int] = set()
        while self._heap:
            cost, cell = heappop(self._heap)
            if cost > self._limit:
                return None
            if cell in settled:
                continue
            settled.add(cell)
            if cell == left or state.room(cell) >= GRANULE:
                return self._unwind(cell)
            self._displace(cell, cost)
        return None

    def _reach(self, link: Link, cost: int) -> None:
        if GRANULE <= self._state.room(link.to) < self._wanted:
            cost += _CRUMB
        if cost < self._best[link.to] and link not in self._banned:
            self._best[link.to], self._came[link.to] = cost, link
            heappush(self._heap, (cost, link.to))

    def _displace(self, cell: int, cost: int) -> None:
        """Reach what can be reached by displacing something out of a full cell, or out of its full week."""
        state, entering = self._state, self._came[cell].module
        for source, other in self._occupants(cell, entering):
            state.looked += 1
            low, high = self._window(other)
            if other in state.unlocks[entering]:
                low = max(low, cell)
            elif entering in state.unlocks[other]:
                high = min(high, cell)
            if low <= high:
                self._move(Link(other, source, -1, cell), cost, low, high)

    def _move(self, link: Link, cost: int, low: int, high: int) -> None:
        """Reach the cells to which a link can lead; at the usual cost none can be reached more cheaply later."""
        state, best = self._state, self._best
        module, source, _, entered = link
        week, leaving = state.week_of[source], state.taking(module, source)
        inside = state.taking_near(module, source)
        lacking = self._lacking(module)
        first, last = bisect_left(self._open, low), bisect_left(self._open, high + 1)
        dear = []
        for to in self._open[first:last] + self._cheaper(module, week):
            if not low <= to <= high or best[to] <= cost:
                continue
            to_week = state.week_of[to]
            step = inside if to_week == week else leaving + (-WEEK if to_week in lacking else WEEK)
            if to < state.near_cells:
                step += state.adding_near(module, to)
            step = (max(0, step)) + 1 + self._whim(module, to)
            if cost + step < best[to]:
                self._reach(Link(module, source, to, entered), cost + step)
            if step > _USUAL or (self._banned and Link(module, source, to, entered) in self._banned):
                dear.append(to)
        self._open[first:last] = [to for to in dear if to in self._open[first:last]] if dear else []

    def _whim(self, module: int, to: int) -> int:
        """Return a small cost, other in each attempt, that decides between equals."""
        salt = self._state.salt
        return (module * 7 + to * 13 + salt * 29) * salt % 5 if salt else 0

    def _occupants(self, cell: int, entering: int) -> Iterator[tuple[int, int]]:
        state = self._state
        sources = state.in_week[state.cells[cell].week] if state.free[cell] >= GRANULE else [cell]
        for source in sources:
            for other in state.inside[source]:
                if other != entering and other not in self._frozen:
                    yield source, other

    def _cheaper(self, module: int, week: int) -> list[int]:
        """Return the cells that are cheaper than others: those of the same week, and of weeks that miss the module."""
        state = self._state
        if module not in self._cheap:
            self._cheap[module] = [
                c for lacking in self._lacking(module) for c in state.in_week.get(lacking, ())
            ]
        return self._cheap[module] + state.in_week[week]

    def _lacking(self, module: int) -> set[int]:
        if module not in self._lacks:
            self._lacks[module] = set(self._state.lacking(module))
        return self._lacks[module]

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
            if link.entered < 0:
                return chain
            at = link.entered
        return None


def insert(
    state: State, module: int, minutes: int, frozen: frozenset[int] = frozenset(), most: int = NEVER
) -> int:
    """Find a place for minutes of a module, by chains; return how many could not be placed.

    It gives up where placing them all would bring the cost of the state above `most`.
    """
    banned: set[Link] = set()
    while minutes > 0 and len(banned) < _MOST_FAILURES and state.looked < _TOO_LONG:
        chain = Search(state, banned, frozen, max(0, (most - state.cost) // minutes)).place(
            module, min(minutes, state.shortest)
        )
        if chain is None:
            break
        amount = _without_crumbs(state, chain, minutes)
        wrong = carry(state, chain, amount)
        if wrong is None:
            minutes -= amount
        else:
            banned.add(wrong)
    return minutes


def _without_crumbs(state: State, chain: list[Link], minutes: int) -> int:
    """Return how much to carry: all that can be, or a little less where that leaves no piece shorter than a session."""
    here = carried(state, chain)
    most = min([minutes, state.room(chain[0].to), *here])
    for amount in range(most, max(0, most - state.shortest), -GRANULE):
        if amount >= state.shortest and not any(
            0 < whole - amount < state.shortest for whole in (minutes, *here)
        ):
            return amount
    return most


def carried(state: State, chain: list[Link]) -> list[int]:
    """Return how many minutes the links of a chain can carry."""
    return [state.minutes[link.module].get(link.source, 0) for link in chain if link.source >= 0]


def carry(state: State, chain: list[Link], amount: int) -> Link | None:
    """Carry an amount along a chain; return the link that would break a window, with nothing changed."""
    for link in chain:
        if link.source >= 0:
            state.change(link.module, link.source, -amount)
        state.change(link.module, link.to, amount)
    for link in chain:
        low, high = state.window(link.module)
        if not low <= link.to <= high:
            carry_back(state, chain, amount)
            return link
    return None


def carry_back(state: State, chain: list[Link], amount: int) -> None:
    """Undo what `carry` did."""
    for link in chain:
        state.change(link.module, link.to, -amount)
        if link.source >= 0:
            state.change(link.module, link.source, amount)
