"""Which events are void: undo and redo are events themselves, and undoing an undo is a redo.

Invariant: about one event, the latest undo or redo that is not void itself decides.
"""

from collections.abc import Sequence

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
    verdicts: dict[str, bool] = {}
    void: set[str] = set()
    for event in reversed(ordered):
        if event.kind not in {UNDO, REDO}:
            continue
        if verdicts.get(event.id, False):
            void.add(event.id)
        elif is_usable(event):
            for target in event.data["events"]:
                verdicts.setdefault(target, event.kind == UNDO)
    if verdicts:
        void.update(
            event.id
            for event in ordered
            if event.kind not in {UNDO, REDO}
            and verdicts.get(event.id, verdicts.get(leader_of(event), False))
        )
    return frozenset(void)
