"""Undo and redo of any action: found by the end of an id, and refused in one line where it cannot be.

Invariant: what is undone is undone whole, and nothing later is left without what it rests on.
"""

from planner.journal.events import in_order
from planner.journal.words.history import Action, actions
from planner.problems import fail
from planner.text.messages import KeyOf, Message, either, msg
from planner.workspace.opening import Opened
from planner.workspace.undoing.refusals import refuse_redo, refuse_undo, undone_of
from planner.workspace.undoing.undo import redo_action, undo_action

_FEWEST = 4


def undo_entry(opened: Opened, entry: str) -> tuple[Opened, Message]:
    """Take back the action of an entry, named as for `find_action`; also says what that was. Raises `DataError`."""
    action = find_action(opened, entry)
    refuse_undo(opened, action)
    after, said = undo_action(opened, action.standing)
    return after, _with_remark(opened, after, action, said)


def redo_entry(opened: Opened, entry: str) -> tuple[Opened, Message]:
    """Bring back the undone action of an entry; also says what that was. Raises `DataError`."""
    action = find_action(opened, entry)
    refuse_redo(opened, action)
    after, said = redo_action(opened, undone_of(action))
    return after, _with_remark(opened, after, action, said)


def find_action(opened: Opened, entry: str) -> Action:
    """Return the action of an entry, named by its id or by an end of it (from 4 characters) that only it has."""
    found = matching(opened, entry)
    if len(found) > 1:
        raise fail(msg("{id} could be several entries: give more of the id", id=entry))
    if not entry.strip():
        raise fail(no_id())
    if not found:
        raise fail(msg("There is no entry {id}: `planner journal show` lists them.", id=entry))
    return found[0]


def no_id() -> Message:
    """Say that an entry was named by nothing."""
    return msg("An id is missing: `planner journal show` lists them.")


def matching(opened: Opened, entry: str) -> list[Action]:
    """Return the actions of which an event has this id, else those of which one's id ends so."""
    wanted = entry.strip().upper()
    every = actions(in_order(opened.events))
    found = [action for action in every if any(event.id == wanted for event in action.events)]
    if not found and len(wanted) >= _FEWEST:
        found = [action for action in every if any(event.id.endswith(wanted) for event in action.events)]
    return found


def _with_remark(before: Opened, after: Opened, action: Action, said: Message) -> Message:
    """Add what becomes of a plan that was accepted later."""
    now = after.progress
    own = {event.id for event in action.events}
    if now.accepted is None or now.accepted.event in own:
        return said
    stays = before.progress.accepted is not None and before.progress.accepted.event == now.accepted.event
    if stays and now.overtaken:
        remark = either(
            msg("The plan accepted since stays, and is stale; to make it follow: planner replan"),
            msg(
                "The plan accepted since stays, and is stale; {replan} on Today makes it follow",
                replan=KeyOf("replan"),
            ),
        )
        return msg("{said}. {remark}", said=said, remark=remark)
    if stays and any(event.kind == "plan" for event in action.events):
        return msg("{said}. {remark}", said=said, remark=msg("The plan accepted since stays."))
    return said
