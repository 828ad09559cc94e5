"""The least work to lose: single modules to drop, where dropping a whole priority would lose more than it must.

Invariant: only what is not core is dropped, nothing that is kept requires it, and without it the plan fits (step 2).
Recommended work is lost only where stretch work does not suffice. The set is the least of all while few sets have to be
looked at, and always such that no part of it can be kept; among hundreds of candidates none is looked for.
"""

from collections.abc import Sequence
from heapq import heapify, heappop, heappush

from planner.curriculum.model import Priority
from planner.schedule.loads import redated
from planner.schedule.repairs.remedy import Remedy
from planner.schedule.repairs.search import LEVELS, saved
from planner.schedule.repairs.trial import Trials
from planner.schedule.work import Work

MOST_NAMED = 8
_CANDIDATES, _SETS, _LOOKS = 300, 500, 60
_RECOMMENDED = 10**7  # a minute of recommended work weighs more than all stretch work together


def fewest_modules(trials: Trials, whole: Remedy) -> Remedy | None:
    """Return the modules to drop instead of a `whole` priority, at most eight; None when these do not lose less."""
    level = next(level for level in LEVELS if level.value in whole.drop)
    gone = _least(trials, level)
    if not 0 < len(gone) <= MOST_NAMED:
        return None
    modules = trials.plain.selection.modules
    remedy = Remedy(drop=tuple(modules[i].id for i in sorted(gone)))
    return remedy if saved(trials, remedy) < saved(trials, whole) and trials.fits(remedy) else None


def _least(trials: Trials, level: Priority) -> frozenset[int]:
    """Return the modules to lose."""
    work = trials.plain
    after = _bundles(work, level)
    weights = {i: _weight(work, i) for i in {one for bundle in after.values() for one in bundle}}
    every = frozenset(weights)
    longest = sorted((work.remaining[i] for i in every), reverse=True)[:MOST_NAMED]
    if sum(longest) < _least_minutes(trials) or not _fits_without(trials, every):
        return frozenset()
    shrunk = _shrink(trials, every, after, weights)
    return _search(trials, after, weights, shrunk) if len(shrunk) <= MOST_NAMED else shrunk


def _bundles(work: Work, level: Priority) -> dict[int, frozenset[int]]:
    """Return the modules that may go, each with all that would have to go with it; none where there are hundreds."""
    levels = LEVELS[: LEVELS.index(level) + 1]
    open_ = {i for i, m in enumerate(work.selection.modules) if m.priority in levels}
    if len(open_) > _CANDIDATES:
        return {}
    bundles: dict[int, frozenset[int]] = {}
    for i in reversed(work.order):
        if i in open_ and all(j in bundles for j in work.unlocks[i]):
            bundles[i] = frozenset([i]).union(*(bundles[j] for j in work.unlocks[i]))
    return {i: bundle for i, bundle in bundles.items() if work.remaining[i]}


def _weight(work: Work, i: int) -> int:
    stretch = work.selection.modules[i].priority is Priority.STRETCH
    return work.remaining[i] * (1 if stretch else _RECOMMENDED)


def _shrink(
    trials: Trials, gone: frozenset[int], bundles: dict[int, frozenset[int]], weights: dict[int, int]
) -> frozenset[int]:
    """Give modules back, the heaviest first and each after what it requires, while the rest still fits.

    They come back in runs that double while all goes well; stops when more must stay away than can be named.
    """
    order, at, run = _order_back(trials.plain, gone, weights), 0, 1
    stay: frozenset[int] = frozenset()
    while at < len(order) and len(stay) <= MOST_NAMED:
        back = frozenset(order[at : at + run]) - stay
        if _fits_without(trials, gone - back):
            gone, at, run = gone - back, at + run, 2 * run
        elif run > 1:
            run = 1
        else:
            stay |= bundles.get(order[at], frozenset(back))
            at += 1
    return gone


def _order_back(work: Work, gone: frozenset[int], weights: dict[int, int]) -> list[int]:
    """Return modules with the heaviest first, but each after what it requires."""
    waiting = {i: sum(1 for j in work.requires[i] if j in gone) for i in gone}
    ready = [(-weights[i], i) for i, count in waiting.items() if not count]
    heapify(ready)
    order = []
    while ready:
        _, i = heappop(ready)
        order.append(i)
        for j in work.unlocks[i]:
            if j in waiting:
                waiting[j] -= 1
                if not waiting[j]:
                    heappush(ready, (-weights[j], j))
    return order


def _search(
    trials: Trials, bundles: dict[int, frozenset[int]], weights: dict[int, int], known: frozenset[int]
) -> frozenset[int]:
    """Return the first set that fits, the lightest first; the one that is `known` when that takes too long."""
    work, least = trials.plain, _least_minutes(trials)
    limit, looks = sum(weights[i] for i in known), 0
    queue: list[tuple[int, Sequence[int], frozenset[int]]] = [(0, (), frozenset())]
    seen = {frozenset[int]()}
    while queue and looks < _LOOKS and len(seen) < _SETS:
        _, _, gone = heappop(queue)
        if sum(work.remaining[i] for i in gone) >= least:
            looks += 1
            if _fits_without(trials, gone):
                return gone
        for bundle in bundles.values():
            more = gone | bundle
            heavy = sum(weights[i] for i in more)
            if more not in seen and heavy < limit:
                seen.add(more)
                heappush(queue, (heavy, sorted(more), more))
    return known


def _least_minutes(trials: Trials) -> int:
    """Return what has to go in any case: whatever is dropped, all that stays is due by the goal."""
    goal = trials.plain.goal
    return max((load.minutes - load.free for load in trials.loads(Remedy()) if load.due >= goal), default=0)


def _fits_without(trials: Trials, gone: frozenset[int]) -> bool:
    """Tell whether the rest can be on time; nothing that stays requires what is gone."""
    return trials.possible(redated(trials.inputs, trials.plain, gone))
