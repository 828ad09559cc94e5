"""Two years of a life with the planner: 104 check-ins with as many plans, and some 10,000 logs.

Invariant: the events are those that the planner's own use cases make, written at once at the end. The journal reaches
up to the moment given, so that `planner today` finds a plan in force and nothing lost.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from planner.journal.events import Draft
from planner.journal.model import Event, Evidence
from planner.journal.store import append
from planner.learner.windows import monday
from planner.workspace.acting import make_action, plan_action
from planner.workspace.checkin.proposing import CheckInAnswers, propose_checkin
from planner.workspace.context import Context
from planner.workspace.folding import Journal
from planner.workspace.opening import Opened
from planner.workspace.setup.drafting import SetupAnswers
from planner.workspace.setup.init import init

WEEKS = 104
SITTINGS = 14
_BITS = 80


def live_two_years(folder: Path, home: Path, now: datetime) -> None:
    """Fill an empty plan folder; `folder` takes what the planner remembers meanwhile, `now` is aware."""
    first = monday(now.date()) - timedelta(weeks=WEEKS)
    begin = datetime.combine(first, datetime.min.time(), tzinfo=now.tzinfo) + timedelta(hours=8)
    bits = Random(1).getrandbits
    context = Context(home, begin, cache=folder / "cache", state=folder / "state", random_bits=bits)
    goal = first + timedelta(weeks=WEEKS + 13)
    answers = SetupAnswers(
        start=first, goal=goal, weekday=60, day_off=90, holidays="JP", timezone="Asia/Tokyo"
    )
    opened = init(context, answers)
    known = len(opened.events)
    for week in range(WEEKS):
        opened = _live_week(opened.at(begin + timedelta(weeks=week, days=6, hours=14)))
    opened = _with(opened, make_action(opened.at(now), _logs(opened, now), bits(_BITS)))
    append(home, opened.events[0].device, opened.events[known:])


def _live_week(opened: Opened) -> Opened:
    """Study the week's sessions, and check in on Sunday evening."""
    bits, today = opened.context.random_bits, opened.now.date()
    opened = _with(opened, make_action(opened, _logs(opened, opened.now), bits(_BITS)))
    proposal = propose_checkin(opened, _answers(opened, today), repairs=False)
    return _with(opened, plan_action(opened, proposal.drafts, proposal.after, bits(_BITS)))


def _with(opened: Opened, events: Sequence[Event]) -> Opened:
    """Return the plan with events that are not written yet."""
    return replace(opened, journal=Journal(opened.context, [*opened.events, *events]))


def _logs(opened: Opened, now: datetime) -> list[Draft]:
    """Return many short sittings for each session of the week that is over."""
    first, minute = monday(now.date()), int(now.timestamp()) // 60
    return [
        Draft("log", {"module": session.module, "minutes": _share(session.minutes, number)}, session.day)
        for session in opened.timeline
        if session.kind == "study" and session.day >= first and session.end <= minute
        for number in range(SITTINGS)
    ]


def _share(minutes: int, number: int) -> int:
    """Return the minutes of one of the sittings: all of them come to the whole."""
    return minutes * (number + 1) // SITTINGS - minutes * number // SITTINGS


def _answers(opened: Opened, today: date) -> CheckInAnswers:
    """Report what is finished, and every milestone for which all is."""
    done = {*opened.progress.done, *(m.id for m in opened.plan.modules if m.done and not m.remaining)}
    reached = {
        milestone.id: Evidence(metric="0.8")
        for milestone in opened.curriculum.milestones
        if milestone.requires and done.issuperset(milestone.requires)
    }
    known = {name for name, each in opened.progress.milestones.items() if each.reached}
    new = {name: evidence for name, evidence in reached.items() if name not in known}
    return CheckInAnswers(day=today, done=tuple(done - {*opened.progress.done}), milestones=new)
