"""The compiled problem: modules as numbers, with remaining minutes, prerequisites, release and due dates.

Invariant: `order` is topological; due dates are pulled back and release dates pushed forward through prerequisites,
so for every i before j: due[i] <= due[j] and release[i] <= release[j].
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from heapq import heapify, heappop, heappush

from planner.curriculum.model import Module
from planner.curriculum.selection import Selection, select
from planner.schedule.dates import due_date, goal_of
from planner.schedule.model import GRANULE, Inputs


@dataclass(frozen=True, slots=True)
class Work:
    """The modules of the plan in the curriculum's order, as parallel lists; days are ordinals, lengths minutes.

    `milestones` are (id, due, indices of the modules it requires), the unreached ones with work left to constrain.
    """

    selection: Selection
    index: Mapping[str, int]
    effort: Sequence[int]
    logged: Sequence[int]
    remaining: Sequence[int]
    started: Sequence[bool]
    requires: Sequence[Sequence[int]]
    unlocks: Sequence[Sequence[int]]
    order: Sequence[int]
    release: Sequence[int]
    due: Sequence[int]
    goal: int
    milestones: Mapping[str, tuple[int, tuple[int, ...]]]


def compile_work(inputs: Inputs, ratio: tuple[int, int] | None = None) -> Work:
    """Compile the inputs into numbers (step 1 of the scheduler); `ratio` is the effort ratio for what has not begun."""
    curriculum, profile, progress = inputs.curriculum, inputs.profile, inputs.progress
    selection = select(curriculum, dict(profile.choices), profile.drop)
    index = {module.id: number for number, module in enumerate(selection.modules)}
    logged = [0] * len(index)
    for entry in progress.logs:
        if entry.module in index:
            logged[index[entry.module]] += entry.minutes
    ratio = ratio or (progress.accepted.ratio if progress.accepted else (1, 1))
    started = [logged[i] > 0 or m.id in progress.done for i, m in enumerate(selection.modules)]
    effort = [
        progress.efforts.get(m.id) or effort_minutes(m, profile.background, (1, 1) if started[i] else ratio)
        for i, m in enumerate(selection.modules)
    ]
    remaining = [
        0 if m.id in progress.done else _round_up(max(0, effort[i] - logged[i]))
        for i, m in enumerate(selection.modules)
    ]
    requires = [[index[name] for name in selection.requires[m.id]] for m in selection.modules]
    unlocks: list[list[int]] = [[] for _ in index]
    for i, needed in enumerate(requires):
        for j in needed:
            unlocks[j].append(i)
    order = _topological(requires, unlocks)
    goal = goal_of(profile, curriculum).toordinal()
    milestones = {
        m.id: (
            due_date(m, profile, curriculum).toordinal(),
            tuple(index[x] for x in selection.milestones[m.id]),
        )
        for m in curriculum.milestones
        if m.id in selection.milestones
    }
    due = [goal] * len(index)
    for name, (day, needed_by) in milestones.items():
        state = progress.milestones.get(name)
        if state is None or state.reached is None:
            for i in needed_by:
                due[i] = min(due[i], day)
    for i in reversed(order):
        for j in requires[i]:
            due[j] = min(due[j], due[i])
    release = [m.not_before.toordinal() if m.not_before else 0 for m in selection.modules]
    for i in order:
        for j in unlocks[i]:
            release[j] = max(release[j], release[i])
    return Work(
        selection,
        index,
        effort,
        logged,
        remaining,
        started,
        requires,
        unlocks,
        order,
        release,
        due,
        goal,
        milestones,
    )


def effort_minutes(module: Module, background: Sequence[str], ratio: tuple[int, int] = (1, 1)) -> int:
    """Return a module's effort: likely x (1 - the largest credit) x the effort ratio, rounded up to the granule."""
    saved = max((share for name, share in module.credit if name in background), default=Fraction(0))
    exact = module.effort.likely * (1 - saved) * Fraction(*ratio)
    return _round_up(-(-exact.numerator // exact.denominator))


def closure(work: Work, modules: Sequence[int]) -> set[int]:
    """Return the modules and all that they require, directly or not."""
    seen = set(modules)
    stack = list(modules)
    while stack:
        for j in work.requires[stack.pop()]:
            if j not in seen:
                seen.add(j)
                stack.append(j)
    return seen


def _round_up(minutes: int) -> int:
    return -(-minutes // GRANULE) * GRANULE


def _topological(requires: Sequence[Sequence[int]], unlocks: Sequence[Sequence[int]]) -> list[int]:
    """Order the modules so that each comes after what it requires, and else as they are written."""
    waiting = [len(needed) for needed in requires]
    ready = [i for i, count in enumerate(waiting) if count == 0]
    heapify(ready)
    order = []
    while ready:
        i = heappop(ready)
        order.append(i)
        for j in unlocks[i]:
            waiting[j] -= 1
            if waiting[j] == 0:
                heappush(ready, j)
    return order
