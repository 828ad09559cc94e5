"""What `planner why --json` prints: reasons, slack, what waits for what, and statements with the change to run again.

Invariant: a change holds only what it changes, so that the same change can be made of it.
"""

from datetime import date
from typing import Any

from planner.schedule.supposing import Change
from planner.schedule.why.model import Figure, If, Reason
from planner.text.messages import Translator
from planner.workspace.opening import Opened
from planner.workspace.views.sessions import local
from planner.workspace.why.explaining import Explained

Document = dict[str, Any]


def why_document(opened: Opened, explained: Explained) -> Document:
    """Return an explanation."""
    why, t = explained.why, opened.t
    return {
        "id": why.id,
        "kind": why.kind,
        "also": list(explained.also),
        "head": t(why.head),
        "reasons": [_reason(each, t) for each in why.reasons],
        "slack_minutes": why.slack.minutes if why.slack else None,
        "slack_milestone": why.slack.milestone or None if why.slack else None,
        "waits_for": list(why.waits_for),
        "waits_for_it": list(why.waits_for_it),
        "ifs": [_statement(opened, each) for each in why.ifs],
    }


def change_document(opened: Opened, change: Change) -> Document:
    """Return a change; `estimate_minutes` are minutes still to do."""
    plain: Document = {
        "minutes_per_week": change.hours_per_week,
        "goal": change.goal.isoformat() if change.goal else None,
        "drop": list(change.drop),
        "choices": {name: list(picks) for name, picks in change.choices.items()},
        "background": list(change.background),
        "off": [day.isoformat() for day in change.off],
        "skip": [[local(opened, minute).isoformat() for minute in span] for span in change.skip],
        "lost_minutes": change.lost,
        "estimate_minutes": dict(change.estimates),
        "done": list(change.done),
    }
    return {key: value for key, value in plain.items() if value}


def _reason(reason: Reason, t: Translator) -> Document:
    document: Document = {"code": reason.code, "text": t(reason.message)}
    if reason.minutes is not None:
        document["minutes"] = reason.minutes
    if reason.day is not None:
        document["date"] = reason.day.isoformat()
    if reason.ids:
        document["ids"] = list(reason.ids)
    return document


def _statement(opened: Opened, statement: If) -> Document:
    result = statement.result
    document: Document = {
        "quantity": result.quantity,
        "id": result.id,
        "value": _plain(result.value),
        "before": _plain(result.before),
    }
    if result.on_time is not None:
        document["on_time"] = result.on_time
    return {
        "change": change_document(opened, statement.change),
        "result": document,
        "text": opened.t(statement.message),
    }


def _plain(figure: Figure) -> str | int | list[str] | None:
    if isinstance(figure, date):
        return figure.isoformat()
    return list(figure) if isinstance(figure, tuple) else figure
