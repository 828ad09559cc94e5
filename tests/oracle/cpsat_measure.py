"""How much a replan changes, by the measures of DESIGN.md (steps 4 and 7), in minutes.

Invariant: it looks at the two plans only; the least that is possible is the business of `cpsat_change`.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from zlib import crc32

from tests.oracle.calendar import QUARTER
from tests.oracle.cpsat_cells import Case, counts, future, make_case


@dataclass(frozen=True)
class Change:
    """Minutes: buffer eaten without leave, change in the next seven days, moved; `bound` of the moved ones."""

    status: str
    eaten: int = 0
    near: int = 0
    moved: int = 0
    bound: int = 0

    @property
    def rank(self) -> tuple[int, int, int]:
        return self.eaten, self.near, self.moved


def moved_minutes(case: Case, lost: int) -> int:
    """Half the sum of all changes, when `lost` quarters are no longer where they were."""
    more = sum(task.work for task in case.tasks.values()) - sum(case.weekly.values()) + lost
    return (lost + more) * QUARTER // 2


def change_of(case: Case, plan, now) -> Change:
    """The change that a plan makes, by the same rules."""
    near, weekly = counts(future(plan.sessions, now), case.today)
    lost = sum((case.weekly - weekly).values())
    weeks: Counter = Counter()
    for (_, week), quarters in weekly.items():
        weeks[week] += quarters
    eaten = sum(max(0, weeks[week] - calm) for week, calm in case.calm.items())
    changed = sum((case.near - near).values())
    return Change("plan", eaten * QUARTER, changed * QUARTER, moved_minutes(case, lost))


def case_of(inputs) -> Case:
    """The case of inputs with an accepted plan; the guards are taken as given."""
    from planner.schedule.frame import make_frame

    frame = make_frame(inputs)
    guards = {name: date.fromordinal(frame.guards[i]) for name, i in frame.work.index.items()}
    return make_case(inputs, guards, inputs.progress.accepted.ratio)


def fingerprint(case: Case) -> int:
    """A number that changes when an instance is no longer what it was: its work, its guards, its accepted plan."""
    tasks = sorted((task.id, task.work, task.requires, task.last) for task in case.tasks.values())
    before = sorted((name, str(day), quarters) for (name, day), quarters in (case.near + case.weekly).items())
    rooms = [(str(cell.first), cell.room) for cell in case.cells]
    return crc32(repr((tasks, before, rooms)).encode())
