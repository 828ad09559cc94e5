"""The compiled problem: modules as numbers, with remaining minutes, prerequisites, release and due dates.

Invariant: `order` is topological; due dates are pulled back and release dates pushed forward through prerequisites,
so for every i before j: due[i] <= due[j], and release[i] <= release[j] while i is not finished.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from heapq import heapify, heappop, heappush

from planner.curriculum.model import Module
from planner.curriculum.selection import Selection, select
from planner.learner.windows import GRANULE
from planner.records import dataclass
from planner.schedule.dates import due_date, goal_of
from planner.schedule.model import Inputs


@dataclass(frozen=True, slots=True)
class Work:
    """The modules of the plan in the curriculum's order, as parallel lists; days are ordinals, lengths minutes.

    `preferred` is the order in which the learner would study them: what was put first by hand, then the curriculum's.
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
    preferred: Sequence[int]


def compile_work(inputs: Inputs, ratio: tuple[int, int] | None = None) -> Work:
    """Compile the inputs into numbers (step 1 of the scheduler); `ratio` is the effort ratio for what has not begun."""
    profile, progress = inputs.profile, inputs.progress
    selection = select(inputs.curriculum, dict(profile.choices), profile.drop)
    modules = selection.modules
    index = {module.id: number for number, module in enumerate(modules)}
    logged = [0] * len(index)
    for entry in progress.logs:
        if entry.module in index:
            logged[index[entry.module]] += entry.minutes
    started = [logged[i] > 0 or module.id in progress.done for i, module in enumerate(modules)]
    effort = _efforts(inputs, modules, started, ratio)
    requires = [[index[name] for name in selection.requires[module.id]] for module in modules]
    unlocks: list[list[int]] = [[] for _ in index]
    for i, needed in enumerate(requires):
        for j in needed:
            unlocks[j].append(i)
    order = _topological(requires, unlocks)
    goal = goal_of(profile, inputs.curriculum).toordinal()
    milestones = _milestones(inputs, selection, index)
    remaining = [
        0 if module.id in progress.done else _round_up(max(0, effort[i] - logged[i]))
        for i, module in enumerate(modules)
    ]
    return Work(
        selection=selection,
        index=index,
        effort=effort,
        logged=logged,
        remaining=remaining,
        started=started,
        requires=requires,
        unlocks=unlocks,
        order=order,
        release=_release(modules, remaining, unlocks, order),
        due=_due(inputs, milestones, goal, requires, order),
        goal=goal,
        milestones=milestones,
        preferred=_preferred(progress.first, index, requires),
    )


def _preferred(
    first: Sequence[str], index: Mapping[str, int], requires: Sequence[Sequence[int]]
) -> Sequence[int]:
    """Return the modules in order of preference: those put first, each after what it requires, then all others."""
    order: dict[int, None] = {}
    for name in first:
        if name in index:
            order.update(dict.fromkeys(sorted(_with_required(requires, [index[name]]))))
    return (
        list(order) + [i for i in range(len(requires)) if i not in order] if order else range(len(requires))
    )


def _efforts(
    inputs: Inputs, modules: Sequence[Module], started: Sequence[bool], ratio: tuple[int, int] | None
) -> list[int]:
    """Return each module's effort: the learner's own figure, else the estimate."""
    progress = inputs.progress
    ratio = ratio or (progress.accepted.ratio if progress.accepted else (1, 1))
    return [
        _round_up(progress.efforts[module.id])
        if module.id in progress.efforts
        else effort_minutes(
            module, inputs.profile.background, progress.begun.get(module.id, (1, 1)) if begun else ratio
        )
        for module, begun in zip(modules, started, strict=True)
    ]


def _milestones(
    inputs: Inputs, selection: Selection, index: Mapping[str, int]
) -> dict[str, tuple[int, tuple[int, ...]]]:
    """Return each milestone that has something to require: its due date and the modules."""
    return {
        milestone.id: (
            due_date(milestone, inputs.profile, inputs.curriculum).toordinal(),
            tuple(index[name] for name in selection.milestones[milestone.id]),
        )
        for milestone in inputs.curriculum.milestones
        if milestone.id in selection.milestones
    }


def _release(
    modules: Sequence[Module],
    remaining: Sequence[int],
    unlocks: Sequence[Sequence[int]],
    order: Sequence[int],
) -> list[int]:
    """Return the days from which modules can be studied, pushed forward through prerequisites that are not finished."""
    release = [module.not_before.toordinal() if module.not_before else 0 for module in modules]
    for i in order:
        if remaining[i]:
            for j in unlocks[i]:
                release[j] = max(release[j], release[i])
    return release


def _due(
    inputs: Inputs,
    milestones: Mapping[str, tuple[int, tuple[int, ...]]],
    goal: int,
    requires: Sequence[Sequence[int]],
    order: Sequence[int],
) -> list[int]:
    """Return the due dates of modules, pulled back through prerequisites by plain minimum."""
    due = [goal] * len(requires)
    for name, (day, needed) in milestones.items():
        state = inputs.progress.milestones.get(name)
        if state is None or state.reached is None:
            for i in needed:
                due[i] = min(due[i], day)
    for i in reversed(order):
        for j in requires[i]:
            due[j] = min(due[j], due[i])
    return due


def effort_minutes(module: Module, background: Sequence[str], ratio: tuple[int, int] = (1, 1)) -> int:
    """Return a module's effort: likely x (1 - the largest credit) x the effort ratio, rounded up to the granule."""
    saved = max((share for name, share in module.credit if name in background), default=None)
    if saved is None and ratio[0] == ratio[1]:
        return _round_up(module.effort.likely)
    saved = saved or Fraction(0)
    exact = module.effort.likely * (1 - saved) * Fraction(*ratio)
    return _round_up(-(-exact.numerator // exact.denominator))


def closure(work: Work, modules: Sequence[int]) -> set[int]:
    """Return the modules and all that they require, directly or not."""
    return _with_required(work.requires, modules)


def _with_required(requires: Sequence[Sequence[int]], modules: Sequence[int]) -> set[int]:
    seen = set(modules)
    stack = list(modules)
    while stack:
        for j in requires[stack.pop()]:
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
