"""The plan as JSON: plain values, times in ISO 8601 with offset, lengths in minutes, texts in the user's language.

Invariant: `plan_document` has exactly the keys and types of DESIGN.md, section 8.
"""

from datetime import date, datetime
from typing import Any

from planner.journal.model import Session
from planner.schedule.model import MilestonePlan, ModulePlan, Plan, Proof, Verdict
from planner.text.messages import Translator
from planner.workspace.opening import Opened
from planner.workspace.proposal import judged_plan
from planner.workspace.views.history import past_sessions
from planner.workspace.views.sessions import local, topic_titles

Document = dict[str, Any]


def plan_document(opened: Opened, *, history: bool = False, plan: Plan | None = None) -> Document:
    """Return the plan as DESIGN.md describes it; `history` adds the sessions that are over, with their `status`."""
    plan = plan or judged_plan(opened)
    t = opened.t
    accepted = plan.accepted_at
    return {
        "curriculum": opened.curriculum.id,
        "start": plan.start.isoformat(),
        "goal": plan.goal.isoformat(),
        "now": plan.now.isoformat(),
        "timezone": opened.profile.timezone,
        "accepted_at": accepted.astimezone(opened.zone).isoformat() if accepted else None,
        "stale": [t(reason) for reason in plan.stale],
        "effort_minutes": plan.effort,
        "done_minutes": plan.done,
        "capacity_minutes_to_goal": plan.capacity_to_goal,
        "finish": iso(plan.finish),
        "verdict": verdict_document(plan.verdict, t),
        "weeks": [
            {
                "start": week.start.isoformat(),
                "capacity_minutes": week.capacity,
                "buffer_minutes": week.buffer,
                "minutes": dict(week.minutes),
            }
            for week in plan.weeks
        ],
        "sessions": _sessions(opened, plan, history=history),
        "modules": [_module(module) for module in plan.modules],
        "milestones": [milestone_document(milestone) for milestone in plan.milestones],
    }


def session_document(opened: Opened, session: Session) -> Document:
    """Return one session."""
    return {
        "id": session.id,
        "uid": session.uid,
        "module": session.module,
        "kind": session.kind,
        "topic": " · ".join(opened.t(title) for title in topic_titles(opened, session)),
        "day": session.day.isoformat(),
        "start": local(opened, session.start).isoformat(),
        "end": local(opened, session.end).isoformat(),
        "pinned": session.pinned,
    }


def iso(moment: date | datetime | None) -> str | None:
    """Write a day or a moment, or nothing."""
    return moment.isoformat() if moment is not None else None


def _sessions(opened: Opened, plan: Plan, *, history: bool) -> list[Document]:
    ahead = [session_document(opened, session) for session in plan.sessions]
    if not history:
        return ahead
    now = int(plan.now.timestamp()) // 60
    past = [
        {**session_document(opened, view.session), "status": view.status}
        for view in past_sessions(opened)
        if view.session.end <= now
    ]
    return [*past, *({**document, "status": "planned"} for document in ahead)]


def verdict_document(verdict: Verdict, t: Translator) -> Document:
    """Return a verdict."""
    return {
        "status": verdict.status,
        "max_lateness_days": verdict.max_lateness_days,
        "short_minutes": verdict.short_minutes,
        "needed_hours_per_week": verdict.needed_hours_per_week,
        "contradictions": [
            {"code": each.code, "stated": each.stated, "actual": each.actual, "text": t(each.message)}
            for each in verdict.contradictions
        ],
        "notes": [t(note) for note in verdict.notes],
        "repairs": [
            {
                "kind": repair.kind,
                "value": repair.value,
                "finish": repair.finish.isoformat(),
                "max_lateness_days": repair.max_lateness_days,
                "text": t(repair.message),
            }
            for repair in verdict.repairs
        ],
        "proof": _proof(verdict.proof, t) if verdict.proof else None,
    }


def _proof(proof: Proof, t: Translator) -> Document:
    return {
        "milestone": proof.milestone,
        "from": proof.first.isoformat(),
        "to": proof.last.isoformat(),
        "weeks": proof.weeks,
        "work_minutes": proof.work,
        "capacity_minutes": proof.capacity,
        "short_minutes": proof.work - proof.capacity,
        "modules": list(proof.modules),
        "text": t(proof.message),
    }


def _module(module: ModulePlan) -> Document:
    return {
        "id": module.id,
        "effort_minutes": module.effort,
        "done_minutes": module.done,
        "remaining_minutes": module.remaining,
        "start": iso(module.start),
        "finish": iso(module.finish),
    }


def milestone_document(milestone: MilestonePlan) -> Document:
    """Return a milestone as the plan has it."""
    return {
        "id": milestone.id,
        "kind": milestone.kind,
        "due": milestone.due.isoformat(),
        "expected": iso(milestone.expected),
        "lateness_days": milestone.lateness_days,
        "slack_minutes": milestone.slack,
        "status": "reached" if milestone.reached else "planned",
    }
