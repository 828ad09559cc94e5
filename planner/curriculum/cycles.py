"""Cycles in prerequisites, found without recursion in time linear in the number of prerequisites."""

from collections.abc import Mapping, Sequence

MAX_CYCLES = 20


def find_cycles(graph: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Return up to 20 cycles without common members, each from its member that comes first in `graph`.

    `graph` names, for each member, members that come before it; every name in it must be a member.
    """
    waits = {name: len(before) for name, before in graph.items()}
    after: dict[str, list[str]] = {name: [] for name in graph}
    for name, before in graph.items():
        for required in before:
            after[required].append(name)
    _release([name for name, count in waits.items() if not count], waits, after)
    cycles: list[list[str]] = []
    order = {name: place for place, name in enumerate(graph)}
    while waits and len(cycles) < MAX_CYCLES:
        cycle = _walk(next(iter(waits)), graph, waits)
        first = cycle.index(min(cycle, key=order.__getitem__))
        cycles.append(cycle[first:] + cycle[:first])
        _release(cycle, waits, after)
    return cycles


def _release(ready: list[str], waits: dict[str, int], after: Mapping[str, Sequence[str]]) -> None:
    """Take out `ready`, and all that then waits for nothing."""
    stack = list(ready)
    while stack:
        name = stack.pop()
        if waits.pop(name, None) is None:
            continue
        for later in after[name]:
            if later in waits:
                waits[later] -= 1
                if not waits[later]:
                    stack.append(later)


def _walk(start: str, graph: Mapping[str, Sequence[str]], waits: Mapping[str, int]) -> list[str]:
    """Follow prerequisites among the members left until one comes again."""
    seen: dict[str, None] = {}
    name = start
    while name not in seen:
        seen[name] = None
        name = next(required for required in graph[name] if required in waits)
    path = list(seen)
    return path[path.index(name) :]
