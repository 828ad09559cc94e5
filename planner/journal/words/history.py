"""Actions as the learner sees them: what there is, what undo would take back, and what redo would bring back.

Invariant: an action is a leading event and its parts; it is undone and redone as a whole.
"""

from collections.abc import Iterable, Mapping, Sequence

from planner.journal.events import in_order
from planner.journal.model import Event
from planner.journal.restored import brought_back
from planner.journal.undo import REDO, UNDO, is_usable, leader_of, undone_by, void_events
from planner.journal.words.words import describe
from planner.records import dataclass

__all__ = ["Action", "actions", "describe", "is_first_plan", "last_action", "last_undone", "short_id"]
_SHORT = 8


@dataclass(frozen=True, slots=True)
class Action:
    """What was done at once: the leading event, then its parts. `standing` are those that are not undone.

    `undone_by` is the id of the undo that took all of it back; empty while something of it stands.
    """

    events: tuple[Event, ...]
    standing: tuple[Event, ...]
    undone_by: str = ""

    @property
    def id(self) -> str:
        """The id by which the action is known."""
        return leader_of(self.events[0])


def actions(ordered: Sequence[Event]) -> tuple[Action, ...]:
    """Return all actions in the order of their first events; `ordered` are all events, each once."""
    takers = undone_by(ordered)
    found: dict[str, list[Event]] = {}
    for event in ordered:
        found.setdefault(leader_of(event), []).append(event)
    return tuple(_action(events, takers) for events in found.values())


def _action(events: Sequence[Event], takers: Mapping[str, str]) -> Action:
    standing = tuple(event for event in events if event.id not in takers)
    return Action(tuple(events), standing, "" if standing else takers[events[0].id])


def last_action(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events of the last action that can be undone and is not; empty when there is none.

    The first acceptance (of `init`) stays, and so does an action with an event that this version cannot read.
    """
    for action in reversed(actions(in_order(events))):
        if action.standing and all(_is_undoable(event) for event in action.events):
            return action.standing
    return ()


def _is_undoable(event: Event) -> bool:
    return is_usable(event) and event.kind not in {UNDO, REDO} and not is_first_plan(event)


def short_id(id_: str) -> str:
    """Return the end of an event's id, as it is shown and typed."""
    return id_[-_SHORT:]


def is_first_plan(event: Event) -> bool:
    """Tell whether the event is the acceptance of a first plan, which stays."""
    return event.kind == "plan" and not event.data.get("previous")


def last_undone(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events that the last undo took back and redo would restore; empty after any new action."""
    ordered = in_order(events)
    void = void_events(ordered)
    known = {event.id: event for event in ordered}
    for event in reversed(ordered):
        if event.kind not in {UNDO, REDO}:
            return ()
        if event.kind == UNDO and event.id not in void and is_usable(event):
            named = tuple(known[target] for target in event.data["events"] if target in known)
            restored = brought_back(named)
            targets = tuple(target for target in named if target.id not in restored)
            if targets and all(target.id in void and target.kind not in {UNDO, REDO} for target in targets):
                return targets
    return ()
