"""What a restore brought back, for undo and redo.

Invariant: undoing a restore makes void what it brought back, and redoing it brings that back again. A restore into an
empty folder is no such action: there was nothing before it.
"""

from collections.abc import Iterable, Sequence

from planner.journal.model import Event
from planner.journal.undo import is_usable

RESTORED = "restored"


def is_fresh(action: Sequence[Event]) -> bool:
    """Tell whether an action restored a backup into an empty folder."""
    return any(event.kind == RESTORED and event.data.get("fresh") is True for event in action)


def brought_back(events: Iterable[Event]) -> frozenset[str]:
    """Return the ids of the events that these events say were brought back."""
    restores = (event for event in events if event.kind == RESTORED and is_usable(event))
    return frozenset(id_ for event in restores for id_ in event.data["events"])


def ids_to_void(action: Sequence[Event]) -> list[str]:
    """Return what an undo or a redo of an action must name: its events, and what a restore among them brought back."""
    return list(dict.fromkeys([*(event.id for event in action), *sorted(brought_back(action))]))
