"""Which events are void: undo and redo are events themselves, and undoing an undo is a redo.

Invariant: about one event, the latest undo or redo that is not void itself decides.
"""

from collections.abc import Mapping, Sequence

from planner.journal.kinds import fault, is_known
from planner.journal.model import Event

UNDO, REDO = "undo", "redo"


def is_usable(event: Event) -> bool:
    """Tell whether this version can act on the event."""
    return is_known(event) and fault(event) is None


def leader_of(event: Event) -> str:
    """Return the id of the action that an event belongs to: its own, or that of the event it is part of."""
    part_of = event.data.get("part_of")
    return part_of if isinstance(part_of, str) and part_of else event.id


def void_events(ordered: Sequence[Event]) -> frozenset[str]:
    """Return the ids of the events that are undone; the parts of an action go with their leader.

    An undo or a redo stands for itself: only a later one makes it void.
    """
    return frozenset(undone_by(ordered))


def undone_by(ordered: Sequence[Event]) -> Mapping[str, str]:
    """Return, for each event that is undone, the id of the undo that took it back."""
    verdicts = _verdicts(ordered)
    if not verdicts:
        return {}
    found: dict[str, str] = {}
    for event in ordered:
        last = verdicts.get(event.id)
        if last is None and event.kind not in {UNDO, REDO}:
            last = verdicts.get(leader_of(event))
        if last is not None and last.kind == UNDO:
            found[event.id] = last.id
    return found


def _verdicts(ordered: Sequence[Event]) -> Mapping[str, Event]:
    """Return the undo or redo that decides about each event that one of them names."""
    verdicts: dict[str, Event] = {}
    for event in reversed(ordered):
        if event.kind not in {UNDO, REDO}:
            continue
        own = verdicts.get(event.id)
        if (own is None or own.kind == REDO) and is_usable(event):
            for target in event.data["events"]:
                verdicts.setdefault(target, event)
    return verdicts
