"""What `--json` prints for every view: plain values, times in ISO 8601 with offset, lengths in minutes.

Invariant: what a document says, the view of the same name shows; texts are in the user's language.
"""

from datetime import date

from planner.journal.model import Evidence
from planner.schedule.model import Diff
from planner.workspace.checkin.proposing import CheckInDraft
from planner.workspace.opening import Opened
from planner.workspace.proposal import Proposal
from planner.workspace.supposing.whatif import Supposed
from planner.workspace.tracking.timer import Running
from planner.workspace.views.journal import JournalLine
from planner.workspace.views.milestones import MilestoneRow, milestone_rows
from planner.workspace.views.plan_json import (
    Document,
    iso,
    milestone_document,
    plan_document,
    session_document,
    verdict_document,
)
from planner.workspace.views.sessions import SessionView
from planner.workspace.views.today import TodayView, today_view
from planner.workspace.views.week import DayView, WeekView, week_view

__all__ = [
    "checkin_document",
    "diff_document",
    "journal_document",
    "milestones_document",
    "plan_document",
    "proposal_document",
    "today_document",
    "week_document",
]


def today_document(opened: Opened, view: TodayView | None = None) -> Document:
    """Return what `planner today` shows."""
    view = view or today_view(opened)
    week = view.week
    return {
        "day": view.day.isoformat(),
        "timer": _timer(opened, view.timers[-1]) if view.timers else None,
        "other_timers": [_timer(opened, each) for each in view.timers[:-1]],
        "now": _view(opened, view.now) if view.now else None,
        "today": [_view(opened, each) for each in view.today],
        "later": [_view(opened, each) for each in view.later],
        "week": {
            "start": week.monday.isoformat(),
            "studied_minutes": week.studied,
            "planned_minutes": week.planned,
            "studied_by_day": list(week.studied_days),
            "planned_by_day": list(week.planned_days),
            "buffer_left_minutes": week.buffer_left,
        },
        "milestones": [_row(opened, row) for row in view.milestones],
        "status": opened.plan.verdict.status,
        "sentence": opened.t(view.sentence),
        "done_minutes": view.done_minutes,
        "effort_minutes": view.effort_minutes,
        "checkin": {"due": view.checkin_due, "day": view.checkin_day.isoformat()},
        "stale": [opened.t(reason) for reason in view.stale],
        "burn_up": [
            {"week": week_.isoformat(), "studied_minutes": studied, "planned_minutes": planned}
            for week_, studied, planned in view.burn_up
        ],
    }


def week_document(opened: Opened, view: WeekView | None = None) -> Document:
    """Return what `planner week` shows."""
    view = view or week_view(opened)
    return {
        "start": view.first.isoformat(),
        "capacity_minutes": view.capacity,
        "planned_minutes": view.planned,
        "buffer_minutes": view.buffer,
        "studied_minutes": view.studied,
        "days": [_day(opened, day) for day in view.days],
    }


def milestones_document(opened: Opened) -> Document:
    """Return what `planner milestone list` shows."""
    return {"milestones": [_row(opened, row) for row in milestone_rows(opened)]}


def proposal_document(proposal: Proposal | Supposed) -> Document:
    """Return a proposal: the verdict before and after, what changes, and the plan that it leads to."""
    opened = proposal.opened
    return {
        "before": verdict_document(proposal.before.verdict, opened.t),
        "after": verdict_document(proposal.after.verdict, opened.t),
        "diff": diff_document(opened, proposal.diff),
        "plan": plan_document(opened, plan=proposal.after),
    }


def diff_document(opened: Opened, diff: Diff) -> Document:
    """Return what a new plan changes; minutes and days as everywhere."""
    return {
        "kept": diff.kept,
        "moved": [
            {"from": session_document(opened, old), "to": session_document(opened, new)}
            for old, new in diff.moved
        ],
        "added": [session_document(opened, session) for session in diff.added],
        "removed": [session_document(opened, session) for session in diff.removed],
        "moved_minutes": diff.moved_minutes,
        "milestones": [
            {"id": change.id, "before": iso(change.before), "after": iso(change.after)}
            for change in diff.milestones
        ],
        "finish": {"before": iso(diff.finish[0]), "after": iso(diff.finish[1])},
    }


def checkin_document(opened: Opened, draft: CheckInDraft) -> Document:
    """Return what a check-in asks."""
    return {
        "week": draft.week.isoformat(),
        "day": draft.day.isoformat(),
        "again": draft.again,
        "modules": [
            {
                "id": row.module,
                "title": opened.t(row.title),
                "planned_minutes": row.planned,
                "logged_minutes": row.logged,
                "reported_minutes": row.reported,
                "remaining_minutes": row.remaining,
                "done": row.done,
            }
            for row in draft.rows
        ],
        "milestones": [_row(opened, row) for row in draft.milestones],
    }


def journal_document(opened: Opened, lines: tuple[JournalLine, ...]) -> Document:
    """Return the journal's events in words."""
    return {
        "events": [
            {
                "id": line.id,
                "at": line.at.isoformat(),
                "day": line.day.isoformat(),
                "device": line.device,
                "kind": line.kind,
                "text": opened.t(line.text),
                "undone": line.void,
                "part": line.part,
                "part_of": line.part_of or None,
                "undone_by": line.undone_by or None,
            }
            for line in lines
        ]
    }


def _timer(opened: Opened, timer: Running) -> Document:
    return {
        "module": timer.timer.module,
        "title": opened.t(timer.title),
        "started": timer.started.isoformat(),
        "minutes": timer.minutes,
        "forgotten": timer.doubtful,
    }


def _view(opened: Opened, view: SessionView) -> Document:
    return {
        **session_document(opened, view.session),
        "title": opened.t(view.title),
        "status": view.status,
        "studied_minutes": view.given,
    }


def _day(opened: Opened, day: DayView) -> Document:
    return {
        "day": day.day.isoformat(),
        "windows": [[start.isoformat(), end.isoformat()] for start, end in day.windows],
        "off": day.off,
        "holiday": day.holiday,
        "studied_minutes": day.studied,
        "sessions": [_view(opened, view) for view in day.sessions],
    }


def _row(opened: Opened, row: MilestoneRow) -> Document:
    steps = row.progress.steps
    medal = row.medal
    return {
        **milestone_document(row.plan),
        "title": opened.t(row.milestone.title),
        "reached": iso(row.progress.reached),
        "steps": [
            {"step": number, "text": opened.t(text), "ticked": number in steps}
            for number, text in enumerate(row.milestone.steps, 1)
        ],
        "attempts": [_attempt(day, evidence) for day, evidence in row.progress.attempts],
        "result": _evidence(row.progress.result),
        "evidence": [_attempt(day, evidence) for day, evidence in row.progress.shown],
        "medal": medal
        and {
            "target": medal.target.value,
            "rank": medal.rank,
            "teams": medal.teams,
            "medal": medal.medal.value,
            "needed_rank": medal.needed,
        },
    }


def _attempt(day: date, evidence: Evidence) -> Document:
    return {"day": day.isoformat(), **_evidence(evidence)}


def _evidence(evidence: Evidence) -> Document:
    return {
        "url": evidence.url,
        "metric": evidence.metric,
        "rank": evidence.rank,
        "teams": evidence.teams,
    }
