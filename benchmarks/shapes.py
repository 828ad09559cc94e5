"""Shapes of made-up work: prerequisites, uneven lengths, an order of study; all by number, from a seeded generator."""

from itertools import pairwise
from random import Random

Requires = list[list[int]]
TRACKS = 8
EDGES = 90


def year(per: int, rng: Random) -> Requires:
    """Return the prerequisites of one year's modules: a chain in each track, the rest from earlier tracks to later."""
    track = [i * TRACKS // per for i in range(per)]
    requires: Requires = [[i - 1] if i and track[i - 1] == track[i] else [] for i in range(per)]
    count = sum(map(len, requires))
    while count < EDGES * per // 60:
        i, j = sorted(rng.sample(range(per), 2))
        if track[i] < track[j] and i not in requires[j]:
            requires[j].append(i)
            count += 1
    return requires


def chain(requires: Requires, base: int, per: int) -> None:
    """Let each track of a year wait for the same track of the year before."""
    for track in range(TRACKS):
        first = base + -(-track * per // TRACKS)
        last = base - per + -(-(track + 1) * per // TRACKS) - 1
        requires[first].append(last)


def split(total: int, parts: int, unit: int, rng: Random) -> list[int]:
    """Split minutes into so many uneven parts, each at least one unit."""
    spare = total // unit - parts
    cuts = sorted(rng.randint(0, spare) for _ in range(parts - 1))
    even = [spare * i // parts for i in range(1, parts)]
    ends = [0, *((2 * e + c) // 3 for c, e in zip(cuts, even, strict=True)), spare]
    return [unit * (1 + b - a) for a, b in pairwise(ends)]


def any_order(requires: Requires, rng: Random) -> list[int]:
    """Return an order at random in which each module comes after what it requires."""
    unlocks: Requires = [[] for _ in requires]
    waiting = [len(needed) for needed in requires]
    for j, needed in enumerate(requires):
        for i in needed:
            unlocks[i].append(j)
    ready, order = [i for i, count in enumerate(waiting) if not count], []
    while ready:
        order.append(ready.pop(rng.randrange(len(ready))))
        for j in unlocks[order[-1]]:
            waiting[j] -= 1
            if not waiting[j]:
                ready.append(j)
    return order
