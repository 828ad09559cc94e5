"""Each event in words: one line that says what happened.

Invariant: every event has its line, those that this version cannot read included.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from planner.journal.model import Event
from planner.journal.undo import REDO, UNDO, is_usable
from planner.journal.words.files import KINDS as FILES
from planner.journal.words.files import describe_file
from planner.journal.words.hand import KINDS as HAND
from planner.journal.words.hand import describe_hand
from planner.journal.words.timer import KINDS as TIMER
from planner.journal.words.timer import describe_timer
from planner.text.languages import LocalText
from planner.text.messages import Message, Minutes, msg, msg_n


def describe(event: Event, titles: Mapping[str, LocalText]) -> Message:
    """Say an event in one line; `titles` are those of the modules and milestones, by id."""
    if not is_usable(event):
        return msg("an event that this version cannot read: {kind}", kind=event.kind)
    data = event.data
    if event.kind in _TELLERS:
        return _TELLERS[event.kind](event)
    if "milestone" in data:
        return _describe_milestone(event, titles.get(data["milestone"], data["milestone"]))
    if event.kind in FILES:
        return describe_file(event)
    teller = (
        describe_hand if event.kind in HAND else describe_timer if event.kind in TIMER else _describe_work
    )
    return teller(event, titles)


def _describe_reversal(event: Event) -> Message:
    count = len(event.data["events"])
    if event.kind == UNDO:
        return msg_n("{count} event undone", "{count} events undone", count)
    return msg_n("{count} event brought back", "{count} events brought back", count)


def _describe_checkin(event: Event) -> Message:
    week = date.fromisoformat(event.data["week"])
    studied = Minutes(sum(event.data.get("hours", {}).values()))
    return msg("check-in for the week of {week}: {time} reported", week=week, time=studied)


def _describe_plan(event: Event) -> Message:
    count = len(event.data["sessions"])
    if not event.data.get("previous"):
        return msg_n(
            "first plan accepted, with {count} session", "first plan accepted, with {count} sessions", count
        )
    return msg_n("plan accepted, with {count} session", "plan accepted, with {count} sessions", count)


_TELLERS = {
    UNDO: _describe_reversal,
    REDO: _describe_reversal,
    "checkin": _describe_checkin,
    "plan": _describe_plan,
}


def _describe_milestone(event: Event, title: LocalText | str) -> Message:
    data = event.data
    if event.kind == "step":
        if data["ticked"]:
            return msg("step {step} of “{milestone}” done", step=data["step"], milestone=title)
        return msg("step {step} of “{milestone}” open again", step=data["step"], milestone=title)
    if event.kind == "attempt":
        return _with_evidence(msg("attempt at “{milestone}”", milestone=title), data)
    if event.kind == "reached":
        return _with_evidence(msg("“{milestone}” reached", milestone=title), data)
    return msg("“{milestone}” open again", milestone=title)


def _with_evidence(what: Message, data: Mapping[str, Any]) -> Message:
    """Add the metric, the rank and the address that show a result, those that there are."""
    told = " · ".join(filter(None, [data.get("metric"), data.get("url")]))
    if data.get("rank") and data.get("teams"):
        rank = msg("rank {rank} of {teams}", rank=f"{data['rank']:,}", teams=f"{data['teams']:,}")
        what = msg("{what} ({evidence})", what=what, evidence=rank)
    return msg("{what} ({evidence})", what=what, evidence=told) if told else what


def _describe_work(event: Event, titles: Mapping[str, LocalText]) -> Message:
    data = event.data
    if event.kind == "log-deleted":
        return msg("logged time deleted")
    if event.kind == "log-amended":
        return msg("logged time corrected")
    module = titles.get(data["module"], data["module"])
    if event.kind == "done":
        return msg("{module}: finished", module=module)
    if event.kind == "estimate":
        return msg("{module}: {time} still to do", module=module, time=Minutes(data["remaining"]))
    time = Minutes(data["minutes"])
    if data.get("note"):
        return msg("{module}: {time} studied ({note})", module=module, time=time, note=data["note"])
    return msg("{module}: {time} studied", module=module, time=time)
