"""How many minutes of each module lie in each cell, and what it costs to add or take some.

Invariant: no cell holds more than its size and no week more than its budget; a module lies in its window: not before
its release and the last cell of what it requires, not after its guard and the first cell of what requires it; what is
`waiting` for a place will need one in its window. Costs are
per minute: two for a minute that moves to another week (half for the week that loses it, half for the one that gains
it), and far more for one that leaves its day in the next seven days.
"""

from collections.abc import Callable, Iterable, Sequence
from copy import copy

from planner.schedule.blocks import Block
from planner.schedule.capacity import day_of
from planner.schedule.replan.cells import Cells

NEAR = 10_000
WEEK = 10
Key = tuple[int, int]


class State:
    """Minutes by module and cell, beside the homes: minutes by module and week, and by module and near day."""

    def __init__(
        self,
        cells: Cells,
        requires: Sequence[Sequence[int]],
        unlocks: Sequence[Sequence[int]],
        bounds: Sequence[tuple[int, int]],
        shortest: int,
    ) -> None:
        self.shortest = shortest
        self.cells, self.at = cells.all, cells.at
        self.week_of = [cell.week for cell in cells.all]
        self.near_cells = sum(cell.near for cell in cells.all)
        self.requires, self.unlocks, self.bounds = requires, unlocks, bounds
        self.minutes: list[dict[int, int]] = [{} for _ in requires]
        self.inside: list[dict[int, int]] = [{} for _ in self.cells]
        self.free = [cell.size for cell in self.cells]
        self.week_free = {cell.week: 0 for cell in cells.all}
        self.of_week: dict[Key, int] = {}
        self.of_day: dict[Key, int] = {}
        self.home_week: dict[Key, int] = {}
        self.home_day: dict[Key, int] = {}
        self.homes: list[list[int]] = [[] for _ in requires]
        self.home_cell: list[dict[int, int]] = [{} for _ in requires]
        self.in_week: dict[int, list[int]] = {}
        self.cost = 0
        self.fixed: frozenset[int] = frozenset()
        self.waiting: set[int] = set()
        self._firsts: dict[int, int] = {}
        self._lasts: dict[int, int] = {}
        self.added: frozenset[int] = frozenset()
        self.salt = self.looked = self.unplaced = 0
        for number, cell in enumerate(self.cells):
            self.in_week.setdefault(cell.week, []).append(number)

    def copy(self) -> "State":
        """Return a state that can be changed without changing this one."""
        twin = copy(self)
        twin.looked += len(self.minutes) // 8
        twin.expect(self.waiting)
        twin.minutes = [dict(cells) for cells in self.minutes]
        twin.inside = [dict(modules) for modules in self.inside]
        twin.free, twin.week_free = list(self.free), dict(self.week_free)
        twin.of_week, twin.of_day = dict(self.of_week), dict(self.of_day)
        return twin

    def expect(self, waiting: Iterable[int]) -> None:
        """Note which modules are waiting for a place."""
        self.waiting = set(waiting)
        self._firsts, self._lasts = {}, {}

    def change(self, module: int, cell: int, minutes: int) -> None:
        """Add minutes of a module to a cell, or take them (a negative number)."""
        self._firsts, self._lasts = {}, {}
        total = self.minutes[module].get(cell, 0) + minutes
        if total:
            self.minutes[module][cell] = self.inside[cell][module] = total
        else:
            del self.minutes[module][cell], self.inside[cell][module]
        place = self.cells[cell]
        self.free[cell] -= minutes
        self.week_free[place.week] -= minutes
        key = (module, place.week)
        before, home = self.of_week.get(key, 0), self.home_week.get(key, 0)
        self.of_week[key] = before + minutes
        self.cost += WEEK * (abs(before + minutes - home) - abs(before - home))
        if place.near:
            key = (module, day_of(place.start))
            before, home = self.of_day.get(key, 0), self.home_day.get(key, 0)
            self.of_day[key] = before + minutes
            self.cost += NEAR * (max(0, home - before - minutes) - max(0, home - before))

    def room(self, cell: int) -> int:
        """Return how many minutes can be added to a cell."""
        return min(self.free[cell], self.week_free[self.cells[cell].week])

    def window(self, module: int) -> tuple[int, int]:
        """Return the first and the last cell in which a module may lie, as all others lie now."""
        return self._first(module), self._last(module)

    def _first(self, module: int) -> int:
        return self._bound(module, self.requires, self._firsts, max)

    def _last(self, module: int) -> int:
        return self._bound(module, self.unlocks, self._lasts, min)

    def _bound(
        self,
        module: int,
        beside: Sequence[Sequence[int]],
        known: dict[int, int],
        outmost: Callable[[Iterable[int]], int],
    ) -> int:
        """Return a bound of a module by what lies beside it, through what is still waiting for a place."""
        todo = [module]
        while todo:
            one = todo[-1]
            open_ones = [j for j in beside[one] if not self.minutes[j] and j in self.waiting]
            missing = [j for j in open_ones if j not in known] if one not in known else []
            if missing:
                todo += missing
                continue
            todo.pop()
            if one not in known:
                side = 0 if beside is self.requires else 1
                bounds = [self.bounds[one][side], *(known[j] for j in open_ones)]
                known[one] = outmost([*bounds, *(cell for j in beside[one] for cell in self.minutes[j])])
        return known[module]

    def adding(self, module: int, cell: int) -> int:
        """Return the cost of adding a minute; less than nothing when it comes home."""
        key = (module, self.week_of[cell])
        home = self.of_week.get(key, 0) < self.home_week.get(key, 0)
        return (-WEEK if home else WEEK) + self.adding_near(module, cell)

    def taking(self, module: int, cell: int) -> int:
        """Return the cost of taking a minute out of a cell and its week."""
        key = (module, self.week_of[cell])
        away = self.of_week.get(key, 0) > self.home_week.get(key, 0)
        return (-WEEK if away else WEEK) + self.taking_near(module, cell)

    def moving(self, module: int, source: int, to: int) -> int:
        """Return the cost of moving a minute from one cell to another; inside a week only days at hand count."""
        near = self.taking_near(module, source) + self.adding_near(module, to)
        if self.week_of[source] == self.week_of[to]:
            return near
        return self.taking(module, source) + self.adding(module, to)

    def adding_near(self, module: int, cell: int) -> int:
        """Return the part of the cost of adding that is for the days at hand."""
        if cell >= self.near_cells:
            return 0
        key = (module, day_of(self.cells[cell].start))
        return -NEAR if self.of_day.get(key, 0) < self.home_day.get(key, 0) else 0

    def taking_near(self, module: int, cell: int) -> int:
        """Return the part of the cost of taking that is for the days at hand: all of it, when the week is the same."""
        if cell >= self.near_cells:
            return 0
        key = (module, day_of(self.cells[cell].start))
        return NEAR if self.of_day.get(key, 0) <= self.home_day.get(key, 0) else 0

    def set_home(self, block: Block, week: int, *, near: bool) -> None:
        """Note where the accepted plan has a block; `week` is the number of its week."""
        if block.module is None:
            return
        minutes = block.end - block.start
        key = (block.module, week)
        if key not in self.home_week:
            self.homes[block.module].append(week)
        self.home_week[key] = self.home_week.get(key, 0) + minutes
        self.cost += WEEK * minutes
        if near:
            key = (block.module, block.day)
            self.home_day[key] = self.home_day.get(key, 0) + minutes
            self.cost += NEAR * minutes

    def lacking(self, module: int) -> list[int]:
        """Return the weeks that hold less of a module than they did."""
        return [
            week
            for week in self.homes[module]
            if self.of_week.get((module, week), 0) < self.home_week[module, week]
        ]
