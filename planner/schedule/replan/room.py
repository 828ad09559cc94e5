"""Making room: for a module that goes home, and for one that the learner puts first.

Invariant: guards are not asked here, the walk keeps them; what is fixed stays.
"""

from collections.abc import Sequence

from planner.schedule.replan.state import State


def put_first(state: State, modules: Sequence[int], lost: list[int]) -> None:
    """Give modules (in topological order) the earliest cells; what stood there is added to `lost`.

    The modules are fixed from then on: no chain displaces them.
    """
    state.fixed = frozenset(modules)
    for module in modules:
        for cell, minutes in list(state.minutes[module].items()):
            state.change(module, cell, -minutes)
            lost[module] += minutes
    for module in modules:
        cell, last = state.window(module)
        while lost[module] > 0 and cell <= last:
            minutes = min(lost[module], room_with(state, cell))
            if minutes > 0:
                for other, taken in make_room(state, cell, minutes).items():
                    lost[other] += taken
                state.change(module, cell, minutes)
                lost[module] -= minutes
            cell += 1


def room_with(state: State, cell: int) -> int:
    """Return the minutes of a cell that could be had by displacing everything that is not fixed."""
    week = state.in_week[state.cells[cell].week]
    here = sum(minutes for other, minutes in state.inside[cell].items() if other not in state.fixed)
    there = sum(m for c in week for other, m in state.inside[c].items() if other not in state.fixed)
    return min(state.free[cell] + here, state.week_free[state.cells[cell].week] + there)


def make_room(state: State, cell: int, minutes: int, keep: int = -1) -> dict[int, int]:
    """Take others out of a cell, and out of its week, until minutes fit; return how much of which module.

    First goes what is not at home there; what is fixed and the module `keep` stay.
    """
    displaced: dict[int, int] = {}
    week = state.cells[cell].week
    for cells, inside in (([cell], True), (state.in_week[week], False)):
        occupants = sorted(
            (state.home_cell[other].get(c, 0) - m, other, c)
            for c in cells
            for other, m in state.inside[c].items()
            if other != keep and other not in state.fixed
        )
        for _, other, c in occupants:
            free = state.free[cell] if inside else state.week_free[week]
            amount = min(minutes - free, state.minutes[other][c])
            if amount > 0:
                state.change(other, c, -amount)
                displaced[other] = displaced.get(other, 0) + amount
    return displaced
