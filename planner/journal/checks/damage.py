"""Damaged lines: how each is known, which event it was, and which of them the learner has given up.

Invariant: a line is known by its bytes, so that giving one up hides nothing that is damaged later.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping

from planner.journal.events import decode, in_order
from planner.journal.model import Event
from planner.journal.undo import is_usable, void_events
from planner.records import dataclass

GIVING_UP = "damage-accepted"
_CONFLICT = re.compile(rb"(<{7}|>{7}|\|{7})( .*)?\r?|={7}\r?")
_ID = re.compile(rb'"id":"([0-9A-HJKMNP-TV-Z]{26})"')
_CHECKSUM = re.compile(rb',"crc":"([0-9a-f]{8})"\}\s*$')
_BEGIN, _END = re.compile(rb'\{"id":"'), re.compile(rb',"crc":"[0-9a-f]{8}"\}')
_ENOUGH = 20  # bytes of a line that was cut, from which on it names an event: ids differ by then


@dataclass(frozen=True, slots=True)
class GivenUp:
    """What the learner gave up: lines by digest, events by id.

    `owed` is how many events of each machine are missing that an acceptance gave up which was undone.
    """

    lines: frozenset[str]
    events: frozenset[str]
    owed: Mapping[str, int]


NOTHING_GIVEN_UP = GivenUp(frozenset(), frozenset(), {})


def given_up(events: Iterable[Event]) -> GivenUp:
    """Return what was given up and still is: an acceptance that was undone makes its counts owed again."""
    events = tuple(events)
    found = [event for event in events if event.kind == GIVING_UP and is_usable(event)]
    if not found:
        return NOTHING_GIVEN_UP
    ordered = in_order(events)
    void = void_events(ordered)
    owed: dict[str, int] = {}
    for place, event in enumerate(ordered):
        if event.kind == GIVING_UP and is_usable(event):
            for device, count in event.data.get("counts", {}).items():
                there = sum(each.device == device for each in ordered[:place])
                owed[device] = count - there if event.id in void else 0
    standing = [event.data for event in found if event.id not in void]
    return GivenUp(
        frozenset(line for data in standing for line in data["lines"]),
        frozenset(id_ for data in standing for id_ in data.get("events", ())),
        {device: missing for device, missing in owed.items() if missing > 0},
    )


def line_digest(line: bytes) -> str:
    """Return what a line is known by: the first 16 hex digits of SHA-256 of its bytes without the line's end."""
    from hashlib import sha256

    return sha256(line.rstrip(b"\r\n")).hexdigest()[:16]


def is_conflict_mark(line: bytes) -> bool:
    """Tell whether a line is one that git writes between the sides of a conflict."""
    return _CONFLICT.fullmatch(line) is not None


def whole_inside(line: bytes) -> dict[str, bytes]:
    """Return the whole lines within a damaged one, by their events' ids: two that ran together, or one amid garbage."""
    ends = [found.end() for found in _END.finditer(line)]
    found: dict[str, bytes] = {}
    for begin in (each.start() for each in _BEGIN.finditer(line)):
        following = bisect_right(ends, begin)
        end = ends[following] if following < len(ends) else begin
        event = decode(line[begin:end])
        if isinstance(event, Event):
            found.setdefault(event.id, line[begin:end] + b"\n")
    return found


class WholeLines:
    """Whole lines by their events' ids, to tell what a damaged one was."""

    def __init__(self, lines: Mapping[str, bytes]) -> None:
        self._lines = lines
        self._by_checksum: dict[bytes, str] = {}
        for id_, line in lines.items():
            if found := _CHECKSUM.search(line):
                known = self._by_checksum.setdefault(found[1], id_)
                self._by_checksum[found[1]] = id_ if known == id_ else ""

    def which(self, line: bytes) -> str:
        """Return the id of the event that a damaged line was; else the id that it names; empty when nothing tells.

        The id tells, else the checksum, else for a line that was cut the one whole line that begins like it.
        """
        named = _ID.search(line)
        name = named[1].decode() if named else ""
        if name in self._lines:
            return name
        checksum = _CHECKSUM.search(line)
        if checksum and self._by_checksum.get(checksum[1]):
            return self._by_checksum[checksum[1]]
        if len(line) >= _ENOUGH and _BEGIN.match(line):
            same = [id_ for id_, each in self._lines.items() if each.startswith(line)]
            if len(same) == 1:
                return same[0]
        return name
