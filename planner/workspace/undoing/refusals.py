"""Why an action cannot be undone or brought back, in one line with what to do."""

from collections.abc import Sequence

from planner.journal.events import in_order
from planner.journal.kinds import is_known
from planner.journal.model import Event
from planner.journal.once import twins
from planner.journal.plans import accepted_plan
from planner.journal.resting import ground_of, rests_on
from planner.journal.restored import ids_to_void, is_fresh
from planner.journal.undo import REDO, UNDO, is_usable, void_events
from planner.journal.words.history import Action, is_first_plan, short_id
from planner.problems import DataError, fail
from planner.text.messages import KeyOf, Message, either, msg
from planner.workspace.opening import Opened
from planner.workspace.undoing.files import modules_lost
from planner.workspace.undoing.undo import say_action

_UNDO, _REDO = KeyOf("undo_entry"), KeyOf("redo_entry")
_PINS = {"pin": True, "move": True, "unpin": False}


def short(event: Event) -> str:
    """Return the end of an event's id, as it is shown."""
    return short_id(event.id)


def undone_of(action: Action) -> tuple[Event, ...]:
    """Return the events of an action that are undone."""
    standing = {event.id for event in action.standing}
    return tuple(event for event in action.events if event.id not in standing)


def refuse_undo(opened: Opened, action: Action) -> None:
    """Refuse what cannot be undone, what is undone already, and what something later rests on."""
    _check_readable(opened, action)
    if not action.standing:
        id_ = short(action.events[0])
        raise fail(undone_already(id_))
    live = _events(opened, void=False)
    _refuse_deleted(live, action)
    taken = set(ids_to_void(action.standing))
    ground = [event for event in live if event.id in taken]
    resting = rests_on(live, ground, modules_lost(opened, action.standing))
    if resting is not None:
        what = say_action(opened, [resting])
        raise fail(
            either(
                msg(
                    "“{what}” rests on it; take that back first: planner undo {id}",
                    what=what,
                    id=short(resting),
                ),
                msg(
                    "“{what}” rests on it; take that back first, with {undo} on it",
                    what=what,
                    undo=_UNDO,
                ),
            )
        )
    _refuse_pinned(opened, action)


def refuse_redo(opened: Opened, action: Action) -> None:
    """Refuse what is not undone, what rests on something undone, and a module whose id is taken."""
    _check_readable(opened, action)
    undone = undone_of(action)
    if not undone:
        id_ = short(action.events[0])
        raise fail(
            either(
                msg("{id} is not undone; to undo it: planner undo {id}", id=id_),
                msg("It is not undone; {undo} undoes it", undo=_UNDO),
            )
        )
    ground = ground_of(_events(opened, void=True), undone)
    known = opened.modules
    if ground is not None and (ground.kind != "module-added" or ground.data["module"] not in known):
        what = say_action(opened, [ground])
        raise fail(
            either(
                msg(
                    "It rests on “{what}”, which is undone; bring that back first: planner redo {id}",
                    what=what,
                    id=short(ground),
                ),
                msg(
                    "It rests on “{what}”, which is undone; bring that back first, with {redo} on it",
                    what=what,
                    redo=_REDO,
                ),
            )
        )
    _refuse_again(opened, undone)
    for event in undone:
        if event.kind == "module-added" and event.data["module"] in known:
            id_ = event.data["module"]
            raise fail(
                msg("Its id {id} belongs to “{module}” now: add it anew", id=id_, module=known[id_].title)
            )


def _refuse_again(opened: Opened, undone: Sequence[Event]) -> None:
    """Refuse to bring back what would count for nothing: it was done again since, or its entry is deleted."""
    live = _events(opened, void=False)
    changed = {event.data["event"] for event in undone if event.kind == "log-amended"}
    for event in live:
        if event.kind == "log-deleted" and event.data.get("event") in changed:
            raise fail(deleted_already(event))
    going, staying = twins(opened.events, undone)
    again = [*going, *staying]
    said = {(event.kind, event.data.get("key")) for event in again}
    stops = [event for event in again if event.kind == "stopped"]
    if stops or (again and all((event.kind, event.data.get("key")) in said for event in undone)):
        other = (stops or again)[0]
        what = say_action(opened, [other])
        raise fail(
            either(
                msg(
                    "It was recorded again since, as “{what}”; take that back first: planner undo {id}",
                    what=what,
                    id=short(other),
                ),
                msg(
                    "It was recorded again since, as “{what}”; take that back first, with {undo} on it",
                    what=what,
                    undo=_UNDO,
                ),
            )
        )


def _events(opened: Opened, *, void: bool) -> list[Event]:
    ordered = in_order(opened.events)
    undone = void_events(ordered)
    return [event for event in ordered if (event.id in undone) == void]


def _check_readable(opened: Opened, action: Action) -> None:
    """Refuse what this version cannot read, what is a reversal itself, and the first plan."""
    leader = action.events[0]
    if not all(map(is_known, action.events)):
        raise fail(
            either(
                msg(
                    "A newer version of the planner wrote {id}: take it back with that version",
                    id=short(leader),
                ),
                msg("A newer version of the planner wrote this: take it back with that version"),
            )
        )
    if not all(map(is_usable, action.events)):
        raise fail(
            either(
                msg("{id} makes no sense, so it counts for nothing: planner journal check", id=short(leader)),
                msg("This makes no sense, so it counts for nothing: planner journal check says more"),
            )
        )
    if any(map(is_first_plan, action.events)):
        raise fail(
            either(
                msg("The first plan stays; a new one comes with: planner replan"),
                msg("The first plan stays; {replan} on Today makes a new one", replan=KeyOf("replan")),
            )
        )
    if is_fresh(action.events):
        raise fail(
            either(
                msg("{id} restored a backup into an empty folder, which cannot be undone", id=short(leader)),
                msg("This restored a backup into an empty folder, which cannot be undone"),
            )
        )
    if leader.kind in {UNDO, REDO}:
        raise _is_reversal(opened, leader)


def _is_reversal(opened: Opened, event: Event) -> DataError:
    """Say what to do instead of undoing an undo."""
    named = set(event.data["events"])
    target = next((each for each in opened.events if each.id in named), None)
    id_ = short(target) if target else "ID"
    if event.kind == UNDO:
        return fail(
            either(
                msg("This is an undo; to bring back what it took: planner redo {id}", id=id_),
                msg("This is an undo; {redo} on what it took brings that back", redo=_REDO),
            )
        )
    return fail(
        either(
            msg("This is a redo; to take back what it brought: planner undo {id}", id=id_),
            msg("This is a redo; {undo} on what it brought takes that back", undo=_UNDO),
        )
    )


def _refuse_deleted(live: Sequence[Event], action: Action) -> None:
    """Refuse to take back time that was deleted already."""
    logs = {event.id for event in action.standing if event.kind == "log"}
    gone = [event for event in live if event.kind == "log-deleted" and event.data["event"] in logs]
    if logs and len({event.data["event"] for event in gone}) == len(action.standing):
        raise fail(deleted_already(gone[-1]))


def deleted_already(event: Event) -> Message:
    """Say that a time studied is deleted, by this event."""
    return either(
        msg("It is deleted already; to bring it back: planner undo {id}", id=short(event)),
        msg("It is deleted already; {undo} on the deletion brings it back", undo=_UNDO),
    )


def undone_already(id_: str) -> Message:
    """Say that the entry with this short id is undone."""
    return either(
        msg("{id} is undone already; to bring it back: planner redo {id}", id=id_),
        msg("It is undone already; {redo} brings it back", redo=_REDO),
    )


def _refuse_pinned(opened: Opened, action: Action) -> None:
    """Refuse to take back a pin that a later plan was made with: only another pin changes that."""
    accepted = opened.progress.accepted
    if accepted is None or any(event.id == accepted.event for event in action.events):
        return
    plan = next(event for event in opened.events if event.id == accepted.event)
    flags = {session.id: session.pinned for session in accepted_plan(plan).sessions}
    for event in action.standing:
        if event.kind not in _PINS or (event.at, event.id) > (plan.at, plan.id):
            continue
        session = event.data["session"]
        if flags.get(session) == _PINS[event.kind]:
            raise fail(_kept(session, pinned=_PINS[event.kind]))


def _kept(session: str, *, pinned: bool) -> Message:
    if pinned:
        return either(
            msg(
                "A later plan keeps {session} in its place; to let it go: planner unpin {session}",
                session=session,
            ),
            msg("A later plan keeps this session in its place; {pin} in Week lets it go", pin=KeyOf("pin")),
        )
    return either(
        msg(
            "A later plan lets {session} move; to keep it in its place: planner pin {session}",
            session=session,
        ),
        msg("A later plan lets this session move; {pin} in Week keeps it in its place", pin=KeyOf("pin")),
    )
