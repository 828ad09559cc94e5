"""Why no plan can be on time: a stretch of days, and modules that need more time than is free in it.

Invariant: all that a proof names is released in the stretch or before its due date comes from it, work exceeds
capacity, and without any one of the modules the rest would fit. Of all such stretches it is the one that makes the
plan latest (the closed form in `guards`), of its modules the fewest: what serves the milestone, and is long, stays.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from planner.schedule.capacity import day_of, day_start
from planner.schedule.frame import Frame
from planner.schedule.loads import Load, overloads
from planner.schedule.model import Inputs, Proof
from planner.schedule.pins import Task
from planner.schedule.work import Work, closure
from planner.text.languages import LocalText, joined
from planner.text.messages import Message, Minutes, msg, msg_n

_FEW = 4


def find_proof(inputs: Inputs, frame: Frame) -> Proof | None:
    """Return a minimal proof that something must be late; None when a plan without lateness is possible.

    Pinned sessions count neither as work nor as capacity.
    """
    task, work = replace(frame.task, deadline=[0] * len(frame.task.left)), frame.work
    found = list(overloads(work, task))
    if not found:
        return None

    def lateness(load: Load) -> tuple[int, int, int]:
        day = task.capacity.day_reaching(load.start, load.minutes)
        return (task.capacity.horizon + 1 if day is None else day) - load.due, -load.due, load.start

    load = max(found, key=lateness)
    milestone, serves = _milestone(inputs, work, load.due)
    modules = _fewest(load, work, task, serves)
    minutes = sum(task.left[i] for i in modules)
    first = _first(load, frame)
    weeks = (load.due - 1) // 7 - (first - 1) // 7 + 1 if first <= load.due else 0
    return Proof(
        milestone=milestone,
        first=date.fromordinal(first),
        last=date.fromordinal(load.due),
        weeks=weeks,
        work=minutes,
        capacity=load.free,
        modules=tuple(work.selection.modules[i].id for i in modules),
        message=_say(inputs, load, _title(inputs, milestone), _named(work, modules, minutes), (first, weeks)),
    )


def _first(load: Load, frame: Frame) -> int:
    """Return the first day of a stretch: not yesterday, when nothing is left of its night."""
    capacity = frame.capacity
    first = max(day_of(load.start), capacity.first)
    gone = first < capacity.today <= load.due and not capacity.between(first, capacity.today - 1)
    return capacity.today if gone else first


def _milestone(inputs: Inputs, work: Work, due: int) -> tuple[str | None, set[int]]:
    """Return the milestone that is missed, with all it needs; none of them when it is the goal."""
    for name, (day, needed) in work.milestones.items():
        state = inputs.progress.milestones.get(name)
        if day == due and due != work.goal and (state is None or state.reached is None):
            everything = closure(work, needed)
            if any(work.remaining[i] for i in everything):
                return name, everything
    return None, set()


def _fewest(load: Load, work: Work, task: Task, serves: set[int]) -> list[int]:
    """Leave modules out, those that do not serve the milestone and the short ones first, while it is still too much."""
    left, minutes, first = task.left, load.minutes, day_start(task.capacity.first)
    kept = [
        i
        for i, release in enumerate(task.release)
        if left[i] and work.due[i] <= load.due and max(release, first) >= load.start
    ]
    for i in sorted(kept, key=lambda i: (i in serves, left[i], -i)):
        if minutes - left[i] > load.free:
            minutes -= left[i]
            kept.remove(i)
    return kept


def _title(inputs: Inputs, milestone: str | None) -> Message | LocalText:
    titles = {each.id: each.title for each in inputs.curriculum.milestones}
    return titles[milestone] if milestone else msg("The goal")


def _named(work: Work, modules: Sequence[int], minutes: int) -> tuple[Message | LocalText, int]:
    """Return a few modules by their titles, many by their number, and the minutes of all."""
    if len(modules) <= _FEW:
        return joined([work.selection.modules[i].title for i in modules]), minutes
    return msg_n("{count} module", "{count} modules", len(modules)), minutes


def _say(
    inputs: Inputs,
    load: Load,
    title: Message | LocalText,
    modules: tuple[Message | LocalText, int],
    stretch: tuple[int, int],
) -> Message:
    """Say a proof; `modules` are what they are called, and their minutes; `stretch` is its first day and its weeks."""
    last, first, weeks = date.fromordinal(load.due), date.fromordinal(stretch[0]), stretch[1]
    if load.due < inputs.now.date().toordinal():
        return msg(
            "{milestone} was due on {last}, and work for it is left: {work}.",
            milestone=title,
            last=last,
            work=Minutes(modules[1]),
        )
    if not weeks:
        return msg(
            "{milestone} cannot be reached by {last}: work for it cannot begin before {first}.",
            milestone=title,
            last=last,
            first=first,
        )
    said = msg(
        "{milestone} cannot be reached by {last}: in the {weeks} from {first} on {free} are free,"
        " and {work} are needed for these alone: {modules}.",
        milestone=title,
        last=last,
        weeks=msg_n("{count} week", "{count} weeks", weeks),
        first=first,
        free=Minutes(load.free),
        work=Minutes(modules[1]),
        modules=modules[0],
    )
    if load.minutes == modules[1]:
        return said
    return msg(
        "{proof} With all else that is due by then it is {work}, {short} too much.",
        proof=said,
        work=Minutes(load.minutes),
        short=Minutes(load.minutes - load.free),
    )
