"""Undo and redo: the last action, whole, by new events.

Invariant: undo after redo is where one was, and nothing is ever deleted from the journal.
"""

from collections.abc import Sequence
from dataclasses import replace

from planner.journal.events import Draft
from planner.journal.model import Event
from planner.journal.once import twins
from planner.journal.restored import brought_back, ids_to_void, is_fresh
from planner.journal.undo import REDO, UNDO
from planner.journal.words.history import Action, actions, last_action, last_undone, short_id
from planner.journal.words.recounting import Past, recount
from planner.problems import fail
from planner.text.messages import KeyOf, Message, either, msg, msg_n
from planner.workspace.acting import record
from planner.workspace.opening import CURRICULUM, Opened, open_plan
from planner.workspace.replacing import Change

FILE_CHANGES = frozenset(("setting", "replaced"))


def undo(opened: Opened) -> tuple[Opened, Message]:
    """Take back the last action; also returns what that was. Raises `DataError` when there is nothing."""
    action = last_action(opened.events)
    if not action:
        raise fail(msg("There is nothing to undo."))
    if is_fresh(action):
        raise fail(
            either(
                msg(
                    "The last thing was to restore a backup into an empty folder, which cannot be undone; to take back "
                    "something earlier: planner journal show, then planner undo ID"
                ),
                msg(
                    "The last thing was to restore a backup into an empty folder, which cannot be undone; to take back "
                    "something earlier: {history} is the history",
                    history=KeyOf("history"),
                ),
            )
        )
    return undo_action(opened, action)


def redo(opened: Opened) -> tuple[Opened, Message]:
    """Bring back what the last undo took; also returns what that was. Raises `DataError` when there is nothing."""
    action = last_undone(opened.events)
    if not action:
        raise fail(msg("There is nothing to redo."))
    return redo_action(opened, action)


def undo_action(opened: Opened, action: Sequence[Event]) -> tuple[Opened, Message]:
    """Take back an action by its events, with what it changed in the files; also returns what that was."""
    after, notes = _reverse(opened, action, UNDO)
    return after, _with_notes(msg("Undone: {action}", action=say_action(opened, action)), notes)


def redo_action(opened: Opened, action: Sequence[Event]) -> tuple[Opened, Message]:
    """Bring back an undone action by its events, with what it changed in the files; also returns what that was."""
    after, notes = _reverse(opened, action, REDO)
    return after, _with_notes(msg("Redone: {action}", action=say_action(opened, action)), notes)


def _reverse(opened: Opened, action: Sequence[Event], kind: str) -> tuple[Opened, tuple[Message, ...]]:
    """Record an undo or a redo; files that were changed since stay, and that is returned to be said."""
    going, staying = twins(opened.events, action) if kind == UNDO else ([], [])
    draft = Draft(kind, {"events": [*ids_to_void(action), *(event.id for event in going)]})
    if not any(event.kind in FILE_CHANGES for event in action):
        return record(opened, draft), (*_of_restore(action, kind), *_of_twins(going, staying))
    from planner.workspace.undoing.reversal import reverse_files

    reversal = reverse_files(opened.context.home, action, opened.events, again=kind == REDO)
    after = record(opened, draft, files=reversal.files)
    if not reversal.files:
        return after, (*_of_restore(action, kind), *reversal.notes)
    left_out = _left_out(after.events, reversal.files)
    return open_plan(after.context), (*_of_restore(action, kind), *reversal.notes, *left_out)


def _of_restore(action: Sequence[Event], kind: str) -> tuple[Message, ...]:
    """Say how many events a restore brought back, which count or count no more, wherever they are."""
    count = len(brought_back(action))
    if not count:
        return ()
    if kind == REDO:
        return (
            msg_n(
                "{count} event that it brought back counts again",
                "{count} events that it brought back count again",
                count,
            ),
        )
    return (
        msg_n(
            "{count} event that it brought back counts no more, whichever copy of the journal has it",
            "{count} events that it brought back count no more, whichever copy of the journal has them",
            count,
        ),
    )


def _of_twins(going: Sequence[Event], staying: Sequence[Event]) -> tuple[Message, ...]:
    """Say what becomes of what said the same as an action that is undone."""
    if staying:
        id_ = short_id(staying[0].id)
        return (
            either(
                msg("{id} says the same and counts now; to take that back, too: planner undo {id}", id=id_),
                msg(
                    "Another entry says the same and counts now; {undo} on it in History takes that back, too",
                    undo=KeyOf("undo_entry"),
                ),
            ),
        )
    return (msg("It was recorded twice, and both are undone"),) if going else ()


def _left_out(events: Sequence[Event], files: Sequence[Change]) -> list[Message]:
    """Say what time counts no more, as when an older curriculum is back."""
    from planner.workspace.backup.left_out import minutes_left_out, say_left_out

    changes = (change for change in files if change.path.name == CURRICULUM)
    found = [minutes_left_out(events, change.old, change.new) for change in changes]
    return [say_left_out(minutes) for minutes in found if minutes]


def _with_notes(said: Message, notes: Sequence[Message]) -> Message:
    for note in notes:
        said = msg("{said}. {remark}", said=said, remark=note)
    return said


def say_action(opened: Opened, action: Sequence[Event]) -> Message:
    """Say an action, or what stands of it, in one line as it was when it was recorded."""
    past = replace(Past.of(actions(opened.events)), deleted=frozenset(), elsewhere={})
    said = Action(tuple(action), tuple(action))
    own = {each.data["event"] for each in action if each.kind == "log-amended"}
    corrections = {log: each for log, each in past.corrections.items() if log in own}
    return recount(replace(past, corrections=corrections), said, opened.titles)
