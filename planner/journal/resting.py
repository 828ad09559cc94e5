"""What rests on what: the modules, entries and timers that an event names, and what an undo or a redo would break.

Invariant: an undo never leaves a later event that counts for nothing, and a redo never brings one back.
"""

from collections.abc import Iterable, Iterator, Sequence

from planner.journal.model import Event
from planner.journal.undo import REDO, UNDO, is_usable, void_events

_TARGET = {"log-amended": "event", "log-deleted": "event", "stopped": "start"}
_PLANNED_FROM = frozenset((
    "log", "log-amended", "log-deleted", "done", "estimate", "reached", "reopened", "checkin", "move", "skip",
    "time-off", "extra", "module-added", "module-dropped", "module-restored", "first",
))  # fmt: skip


def modules_named(event: Event) -> Iterator[str]:
    """Return the modules that a usable event is about."""
    data = event.data
    if "module" in data:
        yield data["module"]
    if "session" in data:
        yield data["session"].rpartition(".")[0]
    if event.kind == "checkin":
        yield from (*data.get("hours", ()), *data.get("remaining", ()), *data.get("done", ()))


def entry_named(event: Event) -> str:
    """Return the id of the event that a correction, a deletion or the end of a timer belongs to; empty for others."""
    key = _TARGET.get(event.kind)
    return str(event.data[key]) if key and is_usable(event) else ""


def rests_on(events: Iterable[Event], ground: Sequence[Event], modules: Iterable[str] = ()) -> Event | None:
    """Return the first event that could not count without `ground`, the standing events of an action.

    `events` are those that count, `modules` those that go besides the added ones; corrections and deletions of a log
    go with it.
    """
    own = {event.id for event in ground}
    added = {*modules, *(event.data["module"] for event in ground if event.kind == "module-added")}
    timers = {event.id for event in ground if event.kind == "started"}
    for event in events:
        if event.id in own or event.kind in {UNDO, REDO} or not is_usable(event):
            continue
        needed = {*modules_named(event), *event.data.get("requires", ())} if added else set()
        if needed & added or (event.kind == "stopped" and event.data["start"] in timers):
            return event
    return None


def ground_of(undone: Iterable[Event], again: Sequence[Event]) -> Event | None:
    """Return the first undone event without which `again`, the undone events of an action, could not count."""
    own = {event.id for event in again}
    modules = {name for event in again for name in (*modules_named(event), *event.data.get("requires", ()))}
    entries = set(map(entry_named, again))
    for event in undone:
        if event.id in own or not is_usable(event):
            continue
        if event.id in entries or (event.kind == "module-added" and event.data["module"] in modules):
            return event
    return None


def is_overtaken(ordered: Sequence[Event], void: frozenset[str], plan: str) -> bool:
    """Tell whether something that an accepted plan was made from was undone or brought back since.

    `plan` is the id of its event.
    """
    place = next(number for number, event in enumerate(ordered) if event.id == plan)
    if all(event.kind not in {UNDO, REDO} for event in ordered[place:]):
        return False
    known = ordered[:place]
    before = void_events(known)
    return any((event.id in before) != (event.id in void) for event in known if event.kind in _PLANNED_FROM)
