"""The habits of the demo's learner: how long modules really take, and the tries at milestones that came early.

Invariant: the same curriculum and the same moment give the same habits.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from planner.journal.events import Draft
from planner.journal.model import Session
from planner.problems import DataError
from planner.schedule.work import effort_minutes
from planner.workspace.hand.changing import act
from planner.workspace.hand.move import When, move
from planner.workspace.hand.time import pin
from planner.workspace.opening import Opened

_PACES = (90, 120, 100, 85, 110, 105)  # in percent of the estimate, one module after the other
_STEP = 15
_SHOWS = 150
_MORNING = 10 * 60
_TRIES = (
    (5, "titanic-house-prices", {"metric": "0.746", "url": "https://github.com/you/titanic"}),
    (8, "titanic-house-prices", {"metric": "0.789", "url": "https://github.com/you/titanic"}),
    (7, "kaggle-medal", {"rank": 388, "teams": 2893, "url": "https://github.com/you/first-competition"}),
    (9, "kaggle-medal", {"rank": 271, "teams": 2893, "url": "https://github.com/you/first-competition"}),
)  # the last one would have won the bronze medal, the one before did not


@dataclass(frozen=True)
class Work:
    """A module in minutes: the estimate, what it really takes, and what was studied."""

    module: str
    estimate: int
    real: int
    done: int

    @property
    def left(self) -> int:
        """What it really still takes."""
        return max(0, self.real - self.done)


def work_of(opened: Opened) -> Mapping[str, Work]:
    """Return the modules in the curriculum's order with what was studied so far."""
    done = Counter[str]()
    for entry in opened.progress.logs:
        done[entry.module] += entry.minutes
    work = {}
    for number, module in enumerate(opened.curriculum.modules):
        estimate = effort_minutes(module, opened.profile.background)
        real = estimate * _PACES[number % len(_PACES)] // (100 * _STEP) * _STEP
        work[module.id] = Work(module.id, estimate, real, done[module.id])
    return work


def estimates(under_way: Iterable[Work]) -> dict[str, int]:
    """Return what the learner says is left of modules that take longer than estimated, once that shows."""
    return {each.module: each.left for each in under_way if each.left > each.estimate - each.done <= _SHOWS}


def studied(opened: Opened, sessions: Sequence[Session]) -> Iterator[Draft]:
    """Yield the time of these sessions; what a module that is finished early leaves goes to the next one."""
    left = {name: each.left for name, each in work_of(opened).items()}
    order = [session.module for session in sessions if session.module]
    for session in sessions:
        free = session.minutes
        for module in dict.fromkeys((str(session.module), *order)):
            minutes = min(free, left.get(module, 0))
            if minutes:
                yield Draft("log", {"module": module, "minutes": minutes}, session.day)
                left[module], free = left[module] - minutes, free - minutes


def tries(opened: Opened, week: int, day: date) -> Iterator[Draft]:
    """Yield the week's tries at milestones that the curriculum has; weeks count from 0."""
    known = {milestone.id for milestone in opened.curriculum.milestones}
    for number, milestone, evidence in _TRIES:
        if number == week and milestone in known:
            yield Draft("attempt", {"milestone": milestone, **evidence}, day)


def lay_hands(opened: Opened, today: date) -> Opened:
    """Pin one of the sessions after `today`, and move the next one to a Saturday morning."""
    ahead = [s for s in opened.plan.sessions if s.kind == "study" and s.day > today]
    with suppress(DataError):
        opened = act(pin(opened, ahead[0].id))
    saturday = ahead[1].day + timedelta(days=(5 - ahead[1].day.weekday()) % 7 or 7)
    with suppress(DataError):
        opened = act(move(opened, ahead[1].id, When(saturday, _MORNING)))
    return opened
