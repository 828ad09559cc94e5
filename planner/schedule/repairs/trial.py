"""Trials: what a remedy would give, by running steps 1 to 5 on it; what a remedy leaves alone is made only once.

Invariant: another week changes the capacity and no work, every other remedy the work and no capacity. `fits` is the
closed form of step 2 (see `guards`), asked for the due dates themselves; `run` places every session. A replan of an
accepted plan that takes the remedy is on time too, but may end on another day.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from planner.records import dataclass
from planner.schedule.blocks import Block
from planner.schedule.capacity import Capacity, day_of
from planner.schedule.frame import Frame, frame_of, is_reached, make_capacity
from planner.schedule.loads import Load, can_be_on_time, overdue_records, overloads, redated, task_of
from planner.schedule.model import Inputs
from planner.schedule.placing import blocks_of, habits_of, reviews_of, unpinned
from planner.schedule.repairs.remedy import Remedy, with_remedy
from planner.schedule.walk import Walk
from planner.schedule.work import Work, closure, compile_work


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run gave: the last day of study, and the maximum lateness in days; `fits` says whether work is late.

    A milestone that waits for its result alone is late all the same, but by no work.
    """

    finish: date
    lateness: int
    fits: bool


class Trials:
    """Trials on one learner, with what they share."""

    def __init__(self, inputs: Inputs, ratio: tuple[int, int] | None = None) -> None:
        self.inputs = inputs
        self._ratio = ratio
        self._works: dict[Remedy, Work] = {}
        self._capacities: dict[int | None, Capacity] = {}
        self._fits: dict[Remedy, bool] = {}
        self._loads: dict[Remedy, list[Load]] = {}
        self.today = inputs.now.date().toordinal()
        self.plain = self.work(Remedy())
        self.records = overdue_records(inputs, self.plain)

    def work(self, remedy: Remedy) -> Work:
        """Return the compiled work under a remedy."""
        key = replace(remedy, minutes=None)
        if key not in self._works:
            changed = with_remedy(self.inputs, key)
            timeless = replace(key, goal=None)
            self._works[key] = (
                redated(changed, self.work(timeless)) if key.goal else compile_work(changed, self._ratio)
            )
        return self._works[key]

    def capacity(self, minutes: int | None = None) -> Capacity:
        """Return the capacity of a week of `minutes`, or of the week as it is."""
        if minutes not in self._capacities:
            changed = with_remedy(self.inputs, Remedy(minutes=minutes))
            self._capacities[minutes] = make_capacity(changed, self.plain.goal)
        return self._capacities[minutes]

    def fits(self, remedy: Remedy) -> bool:
        """Tell whether a plan without lateness is possible under a remedy."""
        if remedy not in self._fits:
            self._fits[remedy] = not self._is_plainly_too_little(remedy) and self.possible(
                self.work(remedy), remedy.minutes
            )
        return self._fits[remedy]

    def _is_plainly_too_little(self, remedy: Remedy) -> bool:
        """Tell whether no week holds enough by its hours alone, before its windows are made."""
        return remedy.minutes is not None and any(
            load.minutes > remedy.minutes * ((load.due - 1) // 7 - (day_of(load.start) - 1) // 7 + 1)
            for load in self.loads(replace(remedy, minutes=None))
        )

    def possible(self, work: Work, minutes: int | None = None) -> bool:
        """Tell whether some work can be on time in a week of `minutes`."""
        return can_be_on_time(self.inputs, work, self.capacity(minutes), self.records)

    def loads(self, remedy: Remedy) -> list[Load]:
        """Return what is too much for the time until its due date under a remedy."""
        if remedy not in self._loads:
            work = self.work(remedy)
            task = task_of(self.inputs, work, self.capacity(remedy.minutes))
            self._loads[remedy] = list(overloads(work, task))
        return self._loads[remedy]

    def run(self, remedy: Remedy) -> Outcome | None:
        """Place every session under a remedy; None when some work has no place, or when there is none to place."""
        inputs, work = with_remedy(self.inputs, remedy), self.work(remedy)
        frame = frame_of(inputs, work, self.capacity(remedy.minutes))
        last, placed = _last_days(work, frame, _walk(inputs, frame))
        if placed < sum(work.remaining) or not placed:
            return None
        finish = max(last.values())
        late = [finish - work.goal]
        unrecorded: list[int] = []
        for name, (due, needed) in work.milestones.items():
            if not is_reached(inputs, name):
                days = [last[i] for i in closure(work, needed) if i in last]
                waits = not days and name in self.records
                (unrecorded if waits else late).append(max(days, default=self.today) - due)
        return Outcome(date.fromordinal(finish), max([*late, *unrecorded]), max(late) <= 0)


def _walk(inputs: Inputs, frame: Frame) -> Sequence[Block]:
    """Place every session, the accepted ones as they lie: to move the least of them takes too long for a trial."""
    sessions = unpinned(inputs, frame)
    old, reviews = blocks_of(sessions, frame.work), reviews_of(inputs, frame, sessions)
    return Walk(frame, habits_of(inputs), old, reviews=reviews, pull=True).run().blocks


def _last_days(work: Work, frame: Frame, blocks: Sequence[Block]) -> tuple[dict[int, int], int]:
    """Return the last day of each module that has sessions, pinned ones too, and the minutes of all."""
    last: dict[int, int] = {}
    pins = [Block(work.index[p.module or ""], p.day.toordinal(), p.start, p.end) for p in frame.task.pins]
    for module, day, _, _ in (*blocks, *pins):
        if module is not None:
            last[module] = max(last.get(module, 0), day)
    return last, sum(block.end - block.start for block in (*blocks, *pins))
