"""A plan as one would draw it on paper, so that instances with known answers do not change when the scheduler does.

Invariant: weeks keep their buffer; modules come in the order of the curriculum, side by side over the tracks, each
after what it requires; sessions are as long as the windows and the longest session allow.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from planner.journal.model import Session
from planner.schedule.model import Inputs
from tests.oracle.calendar import QUARTER, Calendar, down, monday


@dataclass(frozen=True)
class PaperPlan:
    """What accepting a plan needs."""

    now: datetime
    sessions: tuple[Session, ...]
    ratio: tuple[int, int] = (1, 1)


class Desk:
    """Whose turn it is: what is left of each module, and when it was last studied."""

    def __init__(self, inputs: Inputs):
        self.modules = {module.id: module for module in inputs.curriculum.modules}
        self.left = {name: module.effort.likely for name, module in self.modules.items()}
        self.turn = dict.fromkeys(self.modules, 0)
        self.tracks = inputs.profile.study.tracks

    def next(self) -> str:
        """The module that waited longest, among the first open ones of so many tracks."""
        side: dict[str, str] = {}
        for name, module in self.modules.items():
            if self.left[name] and not any(self.left[need] for need in module.requires):
                side.setdefault(module.track, name)
        return min(list(side.values())[: self.tracks], key=self.turn.__getitem__)

    def study(self, name: str, minutes: int, at: int) -> None:
        self.left[name] -= minutes
        self.turn[name] = at


def stretches(slots: tuple[int, ...], longest: int) -> Iterator[tuple[int, int]]:
    """Free time without a break, cut at the longest session: (start, minutes)."""
    start = end = None
    for slot in (*slots, None):
        if start is not None and (slot != end or end - start == longest):
            yield start, end - start
            start = None
        if slot is not None:
            start, end = slot if start is None else start, slot + QUARTER


def paper_plan(inputs: Inputs) -> PaperPlan:
    """Draw the plan of a learner who has just begun."""
    study, desk = inputs.profile.study, Desk(inputs)
    calendar = Calendar(inputs.profile, inputs.progress, inputs.now)
    sessions: list[Session] = []
    numbers = dict.fromkeys(desk.left, 0)
    day, week, budget = calendar.first, date.min, 0
    while any(desk.left.values()):
        if monday(day) != week:
            week = monday(day)
            budget = calendar.week_capacity(week) - down(calendar.week_capacity(week) * study.buffer)
        for start, length in stretches(calendar.slots(day), study.session_max):
            at, end = start, start + min(length, budget)
            while at < end and any(desk.left.values()):
                name = desk.next()
                minutes = min(end - at, desk.left[name])
                numbers[name] += 1
                sessions.append(Session(f"{name}.{numbers[name]}", name, "study", day, at, at + minutes))
                desk.study(name, minutes, at)
                at, budget = at + minutes, budget - minutes
        day += timedelta(days=1)
    return PaperPlan(inputs.now, tuple(sessions))
