"""The weekly check-in: what the week was, the learner's answers, and the plan that follows from them.

Invariant: proposing folds the journal with events that are not written, so that accepting gives the plan shown. A
check-in's hours belong to its week; a second check-in of a week replaces the first.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from planner.curriculum.selection import select
from planner.journal.events import Draft
from planner.journal.fold import fold
from planner.journal.model import Evidence, Progress
from planner.learner.windows import monday
from planner.problems import fail
from planner.schedule.work import effort_minutes
from planner.text.languages import LocalText
from planner.text.messages import Minutes, msg
from planner.workspace.acting import make_action
from planner.workspace.checkin.days import default_day
from planner.workspace.milestones import evidence_data, medal_problem
from planner.workspace.names import find_milestone, find_module
from planner.workspace.opening import Opened
from planner.workspace.proposal import Proposal, propose
from planner.workspace.tracking.log import check_past, tidy_note
from planner.workspace.views.milestones import MilestoneRow, milestone_rows

_WEEK = timedelta(days=7)
_PRIOR = 40 * 60


@dataclass(frozen=True)
class CheckInRow:
    """A module in a week: minutes planned, logged by day, reported by its earlier check-in, and still to do."""

    module: str
    planned: int
    logged: int
    remaining: int
    title: LocalText
    reported: int = 0
    done: bool = False


@dataclass(frozen=True)
class CheckInDraft:
    """What to ask: the week (its Monday), the day of the check-in, its modules, and the milestones that are due."""

    week: date
    day: date
    rows: tuple[CheckInRow, ...]
    milestones: tuple[MilestoneRow, ...]
    again: bool = False


@dataclass(frozen=True)
class CheckInAnswers:
    """What the learner says, in minutes. `hours` are not logged yet; `remaining` is their own estimate."""

    day: date | None = None
    hours: Mapping[str, int] = field(default_factory=dict)
    remaining: Mapping[str, int] = field(default_factory=dict)
    done: tuple[str, ...] = ()
    milestones: Mapping[str, Evidence] = field(default_factory=dict)
    time_off: tuple[date, ...] = ()
    note: str = ""


def checkin_draft(opened: Opened, day: date | None = None) -> CheckInDraft:
    """Return what a check-in of the day's week asks; raises `DataError` for a day that has not come."""
    day = check_past(opened, day or default_day(opened))
    week = monday(day)
    last = week + timedelta(days=6)
    due = [row for row in milestone_rows(opened) if not row.plan.reached and _is_due(row, last)]
    again = any(checkin.week == week for checkin in opened.shown.checkins)
    return CheckInDraft(week, day, _rows(opened, week), tuple(due), again)


def propose_checkin(opened: Opened, answers: CheckInAnswers, *, repairs: bool = True) -> Proposal:
    """Propose the plan that follows from a check-in; nothing is written. Raises `DataError` for impossible answers."""
    draft = _draft(opened, answers)
    events = make_action(opened, [draft])
    progress = fold([*opened.events, *events], opened.journal.renaming)
    inputs = replace(opened.inputs, progress=progress)
    return propose(opened, inputs, [draft], effort_ratio(opened, progress), repairs=repairs)


def effort_ratio(opened: Opened, progress: Progress) -> tuple[int, int]:
    """Return the effort ratio after a check-in: of the finished modules, if it moved by 10 % or more, else the old one.

    (40 h + actual) / (40 h + estimated), in minutes. A module finished without any time on it was known before and
    says nothing about the learner's pace.
    """
    profile = opened.profile
    actual = estimated = _PRIOR
    for module in select(opened.curriculum, dict(profile.choices), profile.drop).modules:
        logged = _to_the_end(progress, module.id)
        if logged and module.id in progress.done:
            actual += logged
            estimated += effort_minutes(module, profile.background)
    old = opened.progress.accepted.ratio if opened.progress.accepted else (1, 1)
    moved = abs(actual * old[1] - estimated * old[0])
    return (actual, estimated) if 10 * moved >= estimated * old[0] else old


def _to_the_end(progress: Progress, module: str) -> int:
    """Return what was studied on a module until the week in which it was finished: what came later is review."""
    done = progress.done.get(module, date.max)
    return sum(entry.minutes for entry in progress.logs if entry.module == module and entry.week <= done)


def _rows(opened: Opened, week: date) -> tuple[CheckInRow, ...]:
    planned, logged, reported = _week_minutes(opened, week)
    remaining = {module.id: module.remaining for module in opened.plan.modules}
    return tuple(
        CheckInRow(
            module=module.id,
            planned=planned.get(module.id, 0),
            logged=logged.get(module.id, 0),
            remaining=remaining.get(module.id, 0),
            title=module.title,
            reported=reported.get(module.id, 0),
            done=module.id in opened.progress.done,
        )
        for module in opened.curriculum.modules
        if module.id in planned or module.id in logged or module.id in reported
    )


def _week_minutes(opened: Opened, week: date) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """Return a week's minutes by module: planned, logged by day, reported by its check-in."""
    planned: dict[str, int] = {}
    logged: dict[str, int] = {}
    reported: dict[str, int] = {}
    for session in opened.timeline:
        if session.module is not None and monday(session.day) == week:
            planned[session.module] = planned.get(session.module, 0) + session.minutes
    for entry in opened.progress.logs:
        if entry.week == week:
            where = reported if entry.day is None else logged
            where[entry.module] = where.get(entry.module, 0) + entry.minutes
    return planned, logged, reported


def _is_due(row: MilestoneRow, last: date) -> bool:
    """Tell whether a milestone is due within a week after the one that ends on `last`, or its work ends by then."""
    plan = row.plan
    return plan.due <= last + _WEEK or (plan.expected is not None and plan.expected <= last)


def _draft(opened: Opened, answers: CheckInAnswers) -> Draft:
    """Check the answers and make the event."""
    day = check_past(opened, answers.day or default_day(opened))
    if monday(day) < monday(opened.profile.start):
        raise fail(
            msg(
                "{day} is before the plan's start, {start}: give a later day",
                day=day.isoformat(),
                start=opened.profile.start.isoformat(),
            )
        )
    for module in (*answers.hours, *answers.remaining, *answers.done):
        find_module(opened, module)
    _check_hours(opened, answers, monday(day))
    data: dict[str, Any] = {
        "hours": {module: minutes for module, minutes in answers.hours.items() if minutes},
        "remaining": dict(answers.remaining),
        "done": list(dict.fromkeys(answers.done)),
        "milestones": {name: _evidence(opened, name, each) for name, each in answers.milestones.items()},
        "time_off": [day.isoformat() for day in sorted(set(answers.time_off))],
        "note": tidy_note(answers.note),
    }
    given = {key: value for key, value in data.items() if value}
    return Draft("checkin", {"week": monday(day).isoformat(), **given}, day)


def _check_hours(opened: Opened, answers: CheckInAnswers, week: date) -> None:
    if any(minutes < 0 for minutes in (*answers.hours.values(), *answers.remaining.values())):
        raise fail(msg("A length of time cannot be less than nothing: give 0h or more"))
    logged = sum(e.minutes for e in opened.progress.logs if e.week == week and e.day is not None)
    total = sum(answers.hours.values()) + logged
    if total > logged and total > 7 * 24 * 60:
        raise fail(msg("{minutes} are more than a week holds: check the hours", minutes=Minutes(total)))


def _evidence(opened: Opened, milestone: str, evidence: Evidence) -> dict[str, Any]:
    found = find_milestone(opened, milestone)
    problem = medal_problem(found, evidence)
    if problem is not None:
        raise fail(problem)
    return evidence_data(evidence)
