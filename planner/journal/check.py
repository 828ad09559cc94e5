"""Checking the journal: every line of every file, what each refers to, and whether anything went missing.

Invariant: every line is counted, as an event or as a problem.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from planner.journal.events import in_order
from planner.journal.fold import event_fault
from planner.journal.kinds import is_known
from planner.journal.model import Event
from planner.journal.reading import scan
from planner.journal.undo import is_usable
from planner.problems import Problem
from planner.records import dataclass
from planner.text.messages import Message, msg, msg_n

MALFORMED, UNKNOWN, REFERENCE, SHORTER = "malformed", "unknown", "reference", "shorter"


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found: lines with an event by file, lines set aside by file, distinct events, problems."""

    lines: Mapping[str, int]
    set_aside: Mapping[str, int]
    events: int
    problems: tuple[Problem, ...]


def check_journal(folder: Path, modules: Collection[str], milestones: Collection[str]) -> Report:
    """Check the journal of a plan folder; `modules` and `milestones` are the ids that exist in the curriculum.

    A problem's key is `torn`, `damaged`, `malformed`, `unknown` (written by a newer version) or `reference`.
    """
    lines: Counter[str] = Counter()
    set_aside: Counter[str] = Counter()
    problems: list[Problem] = []
    placed: list[tuple[str, int, Event]] = []
    for file, number, found in scan(folder):
        if isinstance(found, Problem):
            set_aside[file] += 1
            problems.append(found)
        else:
            lines[file] += 1
            placed.append((file, number, found))
    ids = {event.id for _, _, event in placed}
    known = {*modules, *_modules_added(event for _, _, event in placed)}
    for file, number, event in placed:
        problems += [
            Problem(said, file, number, key=key) for key, said in _about(event, ids, known, milestones)
        ]
    return Report(lines, set_aside, len(ids), tuple(problems))


def count_by_device(events: Iterable[Event]) -> dict[str, int]:
    """Count the distinct events of each machine, to be remembered outside the plan folder."""
    return dict(Counter(event.device for event in in_order(events)))


def check_counts(remembered: Mapping[str, int], events: Iterable[Event]) -> tuple[Problem, ...]:
    """Report the machines of which fewer events are there than were seen before."""
    counts = count_by_device(events)
    lost = ((device, before - counts.get(device, 0)) for device, before in sorted(remembered.items()))
    return tuple(
        Problem(
            msg_n(
                "{count} event that was here is gone: restore the journal from a backup or your sync tool",
                "{count} events that were here are gone: restore the journal from a backup or your sync tool",
                missing,
            ),
            file=f"journal/{device}.jsonl",
            key=SHORTER,
        )
        for device, missing in lost
        if missing > 0
    )


def _about(
    event: Event, ids: Collection[str], modules: Collection[str], milestones: Collection[str]
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
        if module not in modules:
            yield REFERENCE, msg("there is no module “{id}” in the curriculum any more", id=module)
    for milestone in _milestones_named(event):
        if milestone not in milestones:
            yield REFERENCE, msg("there is no milestone “{id}” in the curriculum any more", id=milestone)


def _events_named(event: Event) -> Iterator[str]:
    data = event.data
    if "part_of" in data:
        yield data["part_of"]
    if event.kind in {"undo", "redo"}:
        yield from data["events"]
    if event.kind in {"log-amended", "log-deleted"}:
        yield data["event"]
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
