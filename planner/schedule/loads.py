"""Loads: work between a release and a due date, against what is free there.

Invariant: a plan without lateness is possible exactly if nothing is overloaded (the closed form in `guards`, asked for
the due dates themselves), no pinned session lies after its module's due date, and no milestone waits for its result
alone after its day, but for those that are known to: no plan helps them.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from planner.records import dataclass
from planner.schedule.capacity import Capacity, day_end, day_of, day_start
from planner.schedule.dates import due_date, goal_of
from planner.schedule.frame import future_sessions, is_reached, make_capacity, unrecorded
from planner.schedule.model import Inputs
from planner.schedule.pins import Task, make_task
from planner.schedule.work import Work


@dataclass(frozen=True, slots=True)
class Load:
    """Minutes of work released from `start` on (a position) and due by `due` (an ordinal), and what is free there."""

    start: int
    due: int
    minutes: int
    free: int


def can_be_on_time(
    inputs: Inputs, work: Work, capacity: Capacity, known: Collection[str] = frozenset()
) -> bool:
    """Tell whether a plan without lateness is possible; `known` are milestones that wait for their results anyway."""
    if overdue_records(inputs, work).difference(known):
        return False
    task = task_of(inputs, work, capacity)
    late_pin = any(pin.day.toordinal() > work.due[work.index[pin.module or ""]] for pin in task.pins)
    return not late_pin and next(overloads(work, task), None) is None


def overloads(work: Work, task: Task) -> Iterator[Load]:
    """Yield what does not fit between a release and a due date; what a pin waits for is due before that pin."""
    by_end = sorted(
        (min(day_end(work.due[i]), task.deadline[i] or day_end(work.due[i])), task.release[i], left)
        for i, left in enumerate(task.left)
        if left
    )
    for start in sorted({max(release, day_start(task.capacity.first)) for _, release, _ in by_end}):
        minutes = 0
        for number, (end, release, left) in enumerate(by_end):
            if max(release, day_start(task.capacity.first)) >= start:
                minutes += left
            last = number + 1 == len(by_end) or by_end[number + 1][0] != end
            if last and minutes and minutes > (free := task.capacity.span(start, end)):
                yield Load(start, day_of(end), minutes, free)


def task_of(inputs: Inputs, work: Work, capacity: Capacity) -> Task:
    """Return what is to be placed around the pins."""
    pinned = [session for session in future_sessions(inputs) if session.pinned and session.module]
    return make_task(work, pinned, capacity, lambda pins: make_capacity(inputs, work.goal, pins))


def redated(inputs: Inputs, work: Work, gone: Collection[int] = ()) -> Work:
    """Return the work with the due dates of `inputs`, without the modules `gone`, which nothing that stays requires."""
    profile, curriculum = inputs.profile, inputs.curriculum
    goal = goal_of(profile, curriculum).toordinal()
    due, milestones = [goal] * len(work.due), {}
    for milestone in curriculum.milestones:
        if milestone.id in work.milestones:
            day = due_date(milestone, profile, curriculum).toordinal()
            kept = tuple(i for i in work.milestones[milestone.id][1] if i not in gone)
            if kept:
                milestones[milestone.id] = (day, kept)
            if not is_reached(inputs, milestone.id):
                for i in kept:
                    due[i] = min(due[i], day)
    for i in reversed(work.order):
        if i not in gone:
            for j in work.requires[i]:
                due[j] = min(due[j], due[i])
    left = [0 if i in gone else minutes for i, minutes in enumerate(work.remaining)]
    return replace(work, remaining=left, due=due, goal=goal, milestones=milestones)


def overdue_records(inputs: Inputs, work: Work) -> frozenset[str]:
    """Return the milestones whose day is over and whose work is done, but not the result: no other study helps them."""
    today = inputs.now.date().toordinal()
    if all(due >= today for due, _ in work.milestones.values()):
        return frozenset()
    return frozenset(name for name in unrecorded(inputs, work) if work.milestones[name][0] < today)
