"""Pinned sessions: which can stay where they are, and what is left to place around them.

Invariant: all held pins can be kept at once: each lies in free time, under the week's cap, after its module's release,
and what its module requires can be done before it (a deadline). Pins are tried in the order of time; one that cannot
hold is released and its work placed like any other. What waits for a pinned module is released after its last pin.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from planner.journal.model import Session
from planner.records import dataclass
from planner.schedule.capacity import Capacity, day_start
from planner.schedule.guards import feasible
from planner.schedule.work import Work

OpenCapacity = Callable[[Sequence[Session]], Capacity]


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be placed around the pins: minutes, releases, deadlines (0: none) by module, as positions.

    `pins` are the sessions held, `released` those that cannot be; `capacity` is what the pins leave open, and `after`
    the epoch minute at which the last pin ends that a module waits for.
    """

    left: Sequence[int]
    release: Sequence[int]
    deadline: Sequence[int]
    capacity: Capacity
    after: Sequence[int] = ()
    pins: tuple[Session, ...] = ()
    released: tuple[Session, ...] = ()


def make_task(work: Work, pinned: Sequence[Session], capacity: Capacity, open_capacity: OpenCapacity) -> Task:
    """Return the task that is left when as many pins as possible are held; `open_capacity` is without these pins."""
    if not pinned:
        release = [day_start(day) for day in work.release]
        return Task(work.remaining, release, [0] * len(release), capacity)
    held: list[Session] = []
    needed = _needed(work, sorted(pinned, key=lambda pin: pin.start))
    fit = [pin for pin in needed if _fits(work, pin, capacity)]
    task = _around(work, fit, open_capacity)
    if not _holds(work, fit, task, capacity):
        for pin in fit:
            attempt = _around(work, [*held, pin], open_capacity)
            if _holds(work, [*held, pin], attempt, capacity):
                held.append(pin)
        task = _around(work, held, open_capacity)
    released = tuple(pin for pin in needed if pin not in task.pins)
    return replace(task, released=released)


def _needed(work: Work, pinned: Sequence[Session]) -> list[Session]:
    """Return the pins that there is work for, the last one of a module cut to what is left of it."""
    left = {module: work.remaining[index] for module, index in work.index.items()}
    needed = []
    for pin in pinned:
        minutes = min(pin.minutes, left.get(pin.module or "", 0))
        if minutes > 0:
            left[pin.module or ""] -= minutes
            needed.append(pin if minutes == pin.minutes else replace(pin, end=pin.start + minutes))
    return needed


def _fits(work: Work, pin: Session, capacity: Capacity) -> bool:
    """Tell whether a pin's module is studied, released by then, and its time is free."""
    day = pin.day.toordinal()
    module = work.index.get(pin.module or "")
    if module is None or not capacity.first <= day <= capacity.horizon or work.release[module] > day:
        return False
    week = capacity.week(capacity.index(day))
    return any(start <= pin.start and pin.end <= end for start, end in week.days[day - week.first])


def _holds(work: Work, pins: Sequence[Session], task: Task, capacity: Capacity) -> bool:
    """Tell whether pins overlap nothing, keep the caps and the effort, and leave time for what they wait for."""
    if any(left < 0 for left in task.left) or any(a.end > b.start for a, b in pairwise(pins)):
        return False
    weeks: dict[int, int] = {}
    for pin in pins:
        index = capacity.index(pin.day.toordinal())
        weeks[index] = weeks.get(index, 0) + pin.minutes
    if any(minutes > capacity.week(index).cap for index, minutes in weeks.items()):
        return False
    waits = any(task.after[work.index[pin.module or ""]] > pin.start for pin in pins)
    return not waits and feasible(task.left, task.release, task.deadline, task.capacity)


def _around(work: Work, pins: Sequence[Session], open_capacity: OpenCapacity) -> Task:
    """Return what is left beside pins: less work, less time, releases after them and deadlines before them."""
    capacity = open_capacity(pins)
    left = list(work.remaining)
    release = [day_start(day) for day in work.release]
    deadline = [0] * len(left)
    last_pin, ends, after = [0] * len(left), [0] * len(left), [0] * len(left)
    for pin in pins:
        module = work.index[pin.module or ""]
        at = capacity.position(pin.day.toordinal(), pin.start)
        left[module] -= pin.minutes
        last_pin[module], ends[module] = max(last_pin[module], at), max(ends[module], pin.end)
        for before in work.requires[module]:
            deadline[before] = min(deadline[before] or at, at)
    for i in work.order:
        if work.remaining[i]:
            for j in work.unlocks[i]:
                release[j] = max(release[j], release[i], last_pin[i])
                after[j] = max(after[j], after[i], ends[i])
    for i in reversed(work.order):
        if deadline[i] and work.remaining[i]:
            for j in work.requires[i]:
                deadline[j] = min(deadline[j] or deadline[i], deadline[i])
    return Task(left, release, deadline, capacity, after, tuple(pins))
