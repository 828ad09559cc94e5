"""Time studied: logs as corrected later, the hours of check-ins, and the learner's own estimates that rest on both.

Invariant: a deleted log stays deleted; of two corrections of one thing the later counts. Logs with one key are one
log, the first: what two machines imported before they met counts once.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from planner.journal.model import Event, Logged
from planner.records import dataclass
from planner.text.controls import harmless

Shared = Callable[[Mapping[str, int], int], Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Entry:
    """Time studied, and the place of its event in the order of events."""

    place: int
    logged: Logged


def week_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def log_entries(live: Sequence[Event]) -> list[Entry]:
    """Return what was logged, in the order of events; `live` are the usable events that are not void."""
    firsts = first_logs(live)
    changes: dict[str, dict[str, Any]] = {}
    gone: set[str] = {event for event, first in firsts.items() if event != first}
    for event in live:
        if event.kind == "log-amended":
            log = event.data["event"]
            changes.setdefault(firsts.get(log, log), {}).update(event.data)
        elif event.kind == "log-deleted":
            log = event.data["event"]
            gone.add(firsts.get(log, log))
    entries: list[Entry] = []
    for place, event in enumerate(live):
        if event.kind == "log" and event.id not in gone:
            entries.append(Entry(place, _logged(event, changes.get(event.id, {}))))
        elif event.kind == "checkin":
            entries.extend(Entry(place, logged) for logged in _hours(event))
    return entries


def first_logs(live: Sequence[Event]) -> dict[str, str]:
    """Return for each log with a key the first log with that key."""
    by_key: dict[str, str] = {}
    keyed = [event for event in live if event.kind == "log" and event.data.get("key")]
    return {event.id: by_key.setdefault(event.data["key"], event.id) for event in keyed}


def _logged(event: Event, changes: Mapping[str, Any]) -> Logged:
    data = {**event.data, **changes} if changes else event.data
    day = date.fromisoformat(changes["day"]) if "day" in changes else event.day
    return Logged(
        event.id, data["module"], data["minutes"], week_of(day), day, harmless(data.get("note", ""))
    )


def _hours(event: Event) -> Iterable[Logged]:
    week = date.fromisoformat(event.data["week"])
    for module, minutes in event.data.get("hours", {}).items():
        if minutes:
            yield Logged(event.id, module, minutes, week)


def as_said(remaining: Mapping[str, int], _place: int) -> Mapping[str, int]:
    """Leave the learner's own estimates as they are."""
    return remaining


def own_efforts(live: Sequence[Event], entries: Sequence[Entry], shared: Shared = as_said) -> dict[str, int]:
    """Return the learner's own totals by module: what was studied when they said what remains, plus that.

    A later correction of time studied before changes the total, not what remained. Hours of an earlier week count as
    studied before, even if that week's check-in was made or replaced afterwards. `shared` gives what was said of a
    module that was split, at a place in the order of events, to its parts.
    """
    by_module: dict[str, list[Entry]] = {}
    for entry in entries:
        by_module.setdefault(entry.logged.module, []).append(entry)
    efforts: dict[str, int] = {}
    for place, event in enumerate(live):
        week = date.fromisoformat(event.data["week"]) if event.kind == "checkin" else date.min
        for module, remaining in shared(_remaining(event), place).items():
            before = (
                entry.logged.minutes
                for entry in by_module.get(module, ())
                if entry.place <= place or (entry.logged.day is None and entry.logged.week < week)
            )
            efforts[module] = remaining + sum(before)
    return efforts


def _remaining(event: Event) -> Mapping[str, int]:
    if event.kind == "estimate":
        return {event.data["module"]: event.data["remaining"]}
    remaining: Mapping[str, int] = event.data.get("remaining", {}) if event.kind == "checkin" else {}
    return remaining
