"""What is wrong with, or worth knowing of, an event that could be read: its data, and what it refers to."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from planner.journal.fold import event_fault
from planner.journal.kinds import is_known
from planner.journal.model import Event
from planner.journal.undo import is_usable
from planner.problems import Problem
from planner.text.messages import Message, msg

MALFORMED, UNKNOWN, REFERENCE, GONE = "malformed", "unknown", "reference", "gone"
Placed = Sequence[tuple[str, int, Event]]


def check_references(
    placed: Placed,
    ids: Collection[str],
    modules: Collection[str] | None,
    milestones: Collection[str] | None,
) -> list[Problem]:
    """Return what is wrong with, or worth knowing of, the events that could be read."""
    known = None if modules is None else {*modules, *_modules_added(event for _, _, event in placed)}
    return [
        Problem(said, file, number, key=key)
        for file, number, event in placed
        for key, said in _about(event, ids, known, milestones)
    ]


def _about(
    event: Event,
    ids: Collection[str],
    modules: Collection[str] | None,
    milestones: Collection[str] | None,
) -> Iterator[tuple[str, Message]]:
    if not is_known(event):
        yield UNKNOWN, msg("“{kind}” was written by a newer version: kept, and skipped here", kind=event.kind)
        return
    wrong = event_fault(event)
    if wrong is not None:
        yield MALFORMED, wrong
        return
    for target in _events_named(event):
        if target not in ids:
            yield REFERENCE, msg("the event {id} that this one refers to is not there", id=target)
    for module in _modules_named(event):
        if modules is not None and module not in modules:
            yield GONE, msg("there is no module “{id}” in the curriculum any more", id=module)
    for milestone in _milestones_named(event):
        if milestones is not None and milestone not in milestones:
            yield GONE, msg("there is no milestone “{id}” in the curriculum any more", id=milestone)


def _events_named(event: Event) -> Iterator[str]:
    data = event.data
    if "part_of" in data:
        yield data["part_of"]
    if event.kind in {"undo", "redo", "restored"}:
        yield from data["events"]
    if event.kind in {"log-amended", "log-deleted"}:
        yield data["event"]
    if event.kind == "stopped":
        yield data["start"]
    if data.get("previous") and event.kind == "plan":
        yield data["previous"]


def _modules_named(event: Event) -> Iterator[str]:
    if "module" in event.data:
        yield event.data["module"]
    if event.kind == "checkin":
        named = (*event.data.get("hours", ()), *event.data.get("remaining", ()), *event.data.get("done", ()))
        yield from sorted(set(named))


def _modules_added(events: Iterable[Event]) -> Iterator[str]:
    """Return the modules ever added by hand: one that was undone is no module that left the curriculum."""
    return (event.data["module"] for event in events if event.kind == "module-added" and is_usable(event))


def _milestones_named(event: Event) -> Iterator[str]:
    if "milestone" in event.data:
        yield event.data["milestone"]
    if event.kind == "checkin":
        yield from event.data.get("milestones", ())
