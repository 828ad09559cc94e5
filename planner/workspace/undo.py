"""Undo and redo: the last action, whole, by new events.

Invariant: undo after redo is where one was, and nothing is ever deleted from the journal.
"""

from collections.abc import Sequence

from planner.journal.events import Draft
from planner.journal.history import describe, last_action, last_undone
from planner.journal.model import Event
from planner.problems import fail
from planner.text.messages import Message, msg, msg_n
from planner.workspace.acting import record
from planner.workspace.opening import Opened


def undo(opened: Opened) -> tuple[Opened, Message]:
    """Take back the last action; also returns what that was. Raises `DataError` when there is nothing."""
    action = last_action(opened.events)
    if not action:
        raise fail(msg("There is nothing to undo."))
    after = record(opened, Draft("undo", {"events": [event.id for event in action]}))
    return after, msg("Undone: {action}", action=say_action(opened, action))


def redo(opened: Opened) -> tuple[Opened, Message]:
    """Bring back what the last undo took; also returns what that was. Raises `DataError` when there is nothing."""
    action = last_undone(opened.events)
    if not action:
        raise fail(msg("There is nothing to redo."))
    after = record(opened, Draft("redo", {"events": [event.id for event in action]}))
    return after, msg("Redone: {action}", action=say_action(opened, action))


def say_action(opened: Opened, action: Sequence[Event]) -> Message:
    """Say an action in one line: its leading event, and whether a plan came with it."""
    leader = describe(action[0], opened.titles)
    if any(event.kind == "plan" for event in action[1:]):
        return msg("{action}, and the plan accepted with it", action=leader)
    if len(action) > 1:
        more = len(action) - 1
        return msg_n(
            "{action}, and {count} more entry", "{action}, and {count} more entries", more, action=leader
        )
    return leader
