"""Small beginnings that stand in the way: the first piece of a module keeps what it requires from moving behind it.

Invariant: a pushed piece is work without a place, like what was lost.
"""

from collections.abc import Sequence

from planner.schedule.replan.state import State

_MOST = 8


def heads_in_the_way(state: State, lost: Sequence[int]) -> list[int]:
    """Return modules whose first piece is smaller than what was lost and limits what could be displaced for it."""
    size = sum(lost)
    found: dict[int, int] = {}
    for module, minutes in enumerate(lost):
        if not minutes:
            continue
        first, last = state.window(module)
        for occupant in {other for cell in range(first, last + 1) for other in state.inside[cell]}:
            after = [j for j in state.unlocks[occupant] if state.minutes[j]]
            if after:
                head = min(after, key=lambda j: min(state.minutes[j]))
                found[head] = state.minutes[head][min(state.minutes[head])]
    return sorted(
        (head for head, piece in found.items() if piece < size), key=lambda head: (found[head], head)
    )[:_MOST]


def push(state: State, module: int, lost: list[int]) -> None:
    """Take a module's first piece out; it is placed again after everything else."""
    cell = min(state.minutes[module])
    minutes = state.minutes[module][cell]
    state.change(module, cell, -minutes)
    lost[module] += minutes
    state.expect({*state.waiting, module})
