"""Finding again what was imported: keys in the events say which stretch of tracked time a log holds, and which day.

Invariant: a stretch is known by its source and when it began, as the source says it: a moment, or the wall clock of a
report, whatever time zone that is read in. Its name, its length and the source's own number all change; on whichever
machine it was imported, it counts once.
"""

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import UTC, date, datetime

from planner.journal.events import in_order
from planner.journal.imports.entry import Entry
from planner.journal.model import Event
from planner.journal.undo import is_usable, void_events
from planner.records import dataclass

_AMENDED = ("minutes", "module")
Change = tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class Stored:
    """A log that an import made: what the source last said, and what the learner did with it by hand.

    `undone` and `deleted` are the learner's; `corrected` are the keys of `data` that they corrected; `refused` are
    changes of the source that were imported and undone.
    """

    event: str
    day: date
    minutes: int
    module: str
    undone: bool = False
    deleted: bool = False
    corrected: frozenset[str] = frozenset()
    refused: frozenset[Change] = field(default_factory=frozenset)

    @property
    def is_gone(self) -> bool:
        """The learner took it back."""
        return self.undone or self.deleted


def stretch_key(source: str, began: str, number: int) -> str:
    """Return the key of a stretch; `number` tells those apart that began in the same second."""
    return f"{source}/{began}/{number}"


def beginning(entry: Entry) -> str:
    """Return when an entry began, as its source says it."""
    return entry.clock or datetime.fromtimestamp(entry.start, UTC).strftime("%Y%m%dT%H%M%SZ")


def seconds_of(stretch: str) -> int:
    """Return when a stretch began, by its key, in seconds that can be compared within one source; -1 for other keys."""
    began = stretch.partition("/")[2].partition("/")[0].removesuffix("Z")
    try:
        return int(datetime.strptime(began, "%Y%m%dT%H%M%S").replace(tzinfo=UTC).timestamp())
    except ValueError:
        return -1


def piece_key(stretch: str, day: date) -> str:
    """Return the key of the part of a stretch that belongs to a day."""
    return f"{stretch}/{day.isoformat()}"


def stored_logs(events: Iterable[Event]) -> Mapping[str, Mapping[date, Stored]]:
    """Return what imports of tracked time left in the journal: by the key of the stretch, then by its day."""
    ordered = in_order(events)
    void = void_events(ordered)
    usable = [event for event in ordered if is_usable(event)]
    logs = [event for event in usable if event.kind == "log" and _split(event.data.get("key"))]
    keys = {event.id: str(event.data["key"]) for event in logs}
    corrections: dict[str, list[Event]] = {}
    for event in usable:
        if event.kind in {"log-amended", "log-deleted"} and event.data["event"] in keys:
            corrections.setdefault(keys[event.data["event"]], []).append(event)
    found: dict[str, dict[date, Stored]] = {}
    for event in sorted(logs, key=lambda event: event.id in void):
        stretch, day = _split(event.data["key"]) or ("", event.day)
        stored = _stored(event, corrections.get(keys[event.id], ()), void)
        found.setdefault(stretch, {}).setdefault(day, stored)
    return found


def _stored(log: Event, corrections: Iterable[Event], void: frozenset[str]) -> Stored:
    """Put a log and its corrections together; those with a key are an import's."""
    said = {name: log.data[name] for name in _AMENDED}
    corrected: set[str] = set()
    refused: set[Change] = set()
    deleted = False
    for event in corrections:
        changes = {name: event.data[name] for name in _AMENDED if name in event.data}
        if event.id in void:
            if "key" in event.data:
                refused.add(change(changes))
        elif event.kind == "log-deleted":
            deleted = True
        elif "key" in event.data:
            said |= changes
        else:
            corrected |= set(event.data) & {"minutes", "module", "day"}
    return Stored(
        log.id, log.day, said["minutes"], said["module"],
        undone=log.id in void, deleted=deleted, corrected=frozenset(corrected), refused=frozenset(refused),
    )  # fmt: skip


def change(changes: Mapping[str, object]) -> Change:
    """Return changes as something that can be compared and kept in a set."""
    return tuple(sorted(changes.items()))


def _split(key: object) -> tuple[str, date] | None:
    """Take a key apart into the stretch and the day; None when it is another import's."""
    stretch, slash, day = key.rpartition("/") if isinstance(key, str) else ("", "", "")
    try:
        return (stretch, date.fromisoformat(day)) if slash else None
    except ValueError:
        return None
