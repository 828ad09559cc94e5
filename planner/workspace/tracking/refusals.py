"""What else than time studied can be named: the end of a timer, which has its time; else why it cannot be corrected."""

from planner.journal.model import Event
from planner.journal.words.history import Action, short_id
from planner.problems import DataError, fail
from planner.text.messages import KeyOf, Message, either, msg
from planner.workspace.opening import Opened
from planner.workspace.undoing.choosing import matching, no_id
from planner.workspace.undoing.refusals import deleted_already, short, undone_already
from planner.workspace.undoing.undo import say_action

_UNDO = KeyOf("undo_entry")


def log_of_stop(opened: Opened, entry: str) -> str:
    """Return the id of the one log that the end of a timer left; empty for anything else.

    Raises `DataError` with the ids where it left several.
    """
    found = matching(opened, entry)
    if len(found) != 1 or _named(found[0], entry).kind != "stopped":
        return ""
    standing = {event.id for event in found[0].standing if event.kind == "log"}
    logs = list(dict.fromkeys(log.event for log in opened.progress.logs if log.event in standing))
    if len(logs) > 1:
        ids = ", ".join(map(short_id, logs))
        raise fail(msg("{id} left several entries, one for each day: name one of {ids}", id=entry, ids=ids))
    return logs[0] if logs else ""


def no_log(opened: Opened, entry: str) -> DataError:
    """Say what an entry is instead: deleted, undone, a check-in's hours, a correction, something else, or nothing."""
    found = matching(opened, entry)
    if len(found) != 1:
        none = msg("There is no logged time {id}: `planner journal show` lists them.", id=entry)
        return fail(none if entry.strip() else no_id())
    [action] = found
    event = _named(action, entry)
    undone = event not in action.standing
    if undone:
        return fail(undone_already(short(event)))
    if event.kind == "log":
        return _deleted(opened, event)
    return fail(_no_time(opened, event))


def _no_time(opened: Opened, event: Event) -> Message:
    """Say what an event is that is no time studied."""
    if event.kind in {"log-amended", "log-deleted"}:
        return either(
            msg(
                "{id} is a correction: name the entry itself, {entry}, or take the correction back: "
                "planner undo {id}",
                id=short(event),
                entry=short_id(event.data["event"]),
            ),
            msg("This is a correction: choose the entry itself, or take this back with {undo}", undo=_UNDO),
        )
    if event.kind == "checkin":
        return either(
            msg(
                "{id} is a check-in: another one of its week replaces it, with `day: {day}` in the file: "
                "planner checkin --answers FILE",
                id=short(event),
                day=event.day.isoformat(),
            ),
            msg("This is a check-in: {undo} takes it back as a whole", undo=_UNDO),
        )
    what = say_action(opened, [event])
    return either(
        msg(
            "“{what}” is no time studied; to take it back: planner undo {id}",
            what=what,
            id=short(event),
        ),
        msg("“{what}” is no time studied; {undo} takes it back", what=what, undo=_UNDO),
    )


def _named(action: Action, entry: str) -> Event:
    wanted = entry.strip().upper()
    return next(event for event in action.events if event.id.endswith(wanted))


def _deleted(opened: Opened, log: Event) -> DataError:
    taker = next(
        event
        for event in reversed(opened.events)
        if event.kind == "log-deleted" and event.data.get("event") == log.id
    )
    return fail(deleted_already(taker))
