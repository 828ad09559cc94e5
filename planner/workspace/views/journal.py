"""The journal event by event, in words."""

from dataclasses import dataclass
from datetime import date, datetime

from planner.journal.events import in_order
from planner.journal.undo import leader_of, undone_by
from planner.journal.words.history import describe
from planner.text.messages import Message
from planner.workspace.opening import Opened


@dataclass(frozen=True)
class JournalLine:
    """An event in words. `at` is local; `void` says that it was undone; `part` that it belongs to the action `part_of`.

    `undone_by` is the id of the undo that took it back.
    """

    id: str
    at: datetime
    day: date
    device: str
    kind: str
    text: Message
    void: bool
    part: bool
    part_of: str = ""
    undone_by: str = ""


def journal_lines(opened: Opened) -> tuple[JournalLine, ...]:
    """Return every event in the order in which they count."""
    ordered = in_order(opened.events)
    takers = undone_by(ordered)
    return tuple(
        JournalLine(
            event.id,
            event.at.astimezone(opened.zone),
            event.day,
            event.device,
            event.kind,
            describe(event, opened.titles),
            event.id in takers,
            "part_of" in event.data,
            "" if leader_of(event) == event.id else leader_of(event),
            takers.get(event.id, ""),
        )
        for event in ordered
    )
