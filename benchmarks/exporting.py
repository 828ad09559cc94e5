"""Exporting 1,000 sessions as iCalendar, against the icalendar library alone writing the same events."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from icalendar import Calendar, Component, Event

from benchmarks.clock import least
from benchmarks.lives import later, two_long_years
from benchmarks.table import Row, milliseconds
from planner.calendars.exporting import export_ics
from planner.text.messages import translator

SESSIONS = 1_000


def measure(rounds: int) -> Iterator[Row]:
    """Measure both on the first 1,000 sessions of a long plan."""
    plan, given = later(two_long_years(), 0, 0)
    accepted = given.progress.accepted
    if accepted is None:
        return
    sessions = tuple(replace(each, uid=f"{each.id}@benchmark") for each in accepted.sessions[:SESSIONS])
    accepted = replace(accepted, sessions=sessions)
    progress = replace(given.progress, accepted=accepted, plans=(accepted,))
    t = translator("en")

    def ours() -> bytes:
        return export_ics(plan, given.curriculum, given.profile, progress, t)

    events = [_properties(event) for event in Calendar.from_ical(ours()).walk("VEVENT")]
    mine, theirs = least((ours, lambda: _library(events)), min(rounds, 5))
    yield Row(
        f"exporting {len(sessions):,} sessions",
        milliseconds(mine),
        f"icalendar alone, {milliseconds(theirs)}",
        mine / theirs,
        1.5,
    )


def _library(events: Sequence[Sequence[tuple[str, Any]]]) -> bytes:
    """Write events as the library's users do."""
    calendar = Calendar()
    for properties in events:
        event = Event()
        for name, value in properties:
            event.add(name, value)
        calendar.add_component(event)
    data: bytes = calendar.to_ical()
    return data


def _properties(event: Component) -> list[tuple[str, Any]]:
    """Return an event's properties as plain values: texts, numbers, dates, lists."""
    found = []
    for name, value in event.items():
        plain = getattr(value, "dt", value)
        plain = [str(each) for each in value.cats] if hasattr(value, "cats") else plain
        found.append((name, str(plain) if isinstance(plain, str) else plain))
    return found
