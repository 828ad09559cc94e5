"""Events as lines: made from a moment and random bits, written as one line of JSON with a checksum, read back.

Invariant: `decode(encode(event)) == event`, and a line whose bytes changed does not decode. Events are ordered by
(`at`, `id`), on every machine alike. The years 1 and 9999 are none: other zones, and other weeks, have no dates there.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zlib import crc32

from planner.journal.model import Event
from planner.records import dataclass
from planner.text.messages import Message, msg

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LAST = datetime(9998, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)
_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_RANDOM = 1 << 79  # one bit less than a ULID has, so that counting up within an action never wraps round


@dataclass(frozen=True, slots=True)
class Draft:
    """An event that has no id yet; `day` is None where the action's day serves."""

    kind: str
    data: Mapping[str, Any]
    day: date | None = None


def new_id(at: datetime, bits: int, number: int = 0) -> str:
    """Make the ULID of the `number`-th event of an action from its moment and at least 80 random bits.

    Ids of one action increase with `number`. Source: github.com/ulid/spec.
    """
    milliseconds = max(0, (at - _EPOCH) // timedelta(milliseconds=1)) & ((1 << 48) - 1)
    value = (milliseconds << 80) + bits % _RANDOM + number
    return "".join(_DIGITS[(value >> shift) & 31] for shift in range(125, -1, -5))


def new_event(
    kind: str, data: Mapping[str, Any], *, at: datetime, day: date, device: str, bits: int, number: int = 0
) -> Event:
    """Make an event; its id is `new_id(at, bits, number)`, so it can be known before the data is made."""
    return Event(new_id(at, bits, number), at.astimezone(UTC), day, device, kind, data)


def new_action(
    drafts: Sequence[Draft], *, at: datetime, day: date, device: str, bits: int
) -> tuple[Event, ...]:
    """Make the events of one action: the first draft leads, the others become its parts (`part_of`)."""
    leader = new_id(at, bits)
    return tuple(
        new_event(
            draft.kind,
            {**draft.data, "part_of": leader} if number else draft.data,
            at=at,
            day=draft.day or day,
            device=device,
            bits=bits,
            number=number,
        )
        for number, draft in enumerate(drafts)
    )


def next_moment(now: datetime, latest: datetime | None) -> datetime:
    """Return the `at` of the next event: now, or just after the latest event seen when the clock is behind it."""
    now = now.astimezone(UTC)
    if latest is None or now > latest:
        return now
    return latest + timedelta(microseconds=1) if latest < _LAST else latest


def in_order(events: Iterable[Event]) -> list[Event]:
    """Return each event once, in the order in which they count."""
    unique: dict[str, Event] = {}
    for event in events:
        other = unique.setdefault(event.id, event)
        if other is not event and other != event:
            unique[event.id] = min(other, event, key=encode)
    return sorted(unique.values(), key=lambda event: (event.at, event.id))


def encode(event: Event) -> bytes:
    """Write an event as one line, its newline included; text that is no Unicode (lone surrogates) becomes `?`."""
    record = {
        "id": event.id,
        "at": event.at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z"),
        "day": event.day.isoformat(),
        "device": event.device,
        "kind": event.kind,
        "v": event.v,
        "data": dict(event.data),
    }
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    body = text[:-1].encode("utf-8", "replace")
    return body + b',"crc":"%08x"}\n' % crc32(body)


def decode(line: bytes) -> Event | Message:
    """Read one line, with or without its end; on failure return the reason."""
    body, found, tail = line.rstrip(b"\r\n").rpartition(b',"crc"')
    if not found:
        return msg("it has no checksum")
    if tail != b':"%08x"}' % crc32(body):
        return msg("it does not match its checksum")
    try:
        return _event(json.loads(body.decode() + "}"))
    except (ValueError, RecursionError):
        return msg("it is not a JSON object as the planner writes them")
    except (KeyError, TypeError, OverflowError):
        return msg("its id, time, day, device, kind or data is missing or makes no sense")


def _event(record: dict[str, Any]) -> Event:
    """Make an event of a decoded line; unknown keys are left out."""
    id_, device, kind, data, v = (
        record["id"],
        record["device"],
        record["kind"],
        record["data"],
        record.get("v", 1),
    )
    at, day = datetime.fromisoformat(record["at"]), date.fromisoformat(record["day"])
    plain = type(id_) is type(device) is type(kind) is str and type(data) is dict and type(v) is int
    if not plain or not id_ or at.tzinfo is None:
        raise TypeError
    if at.tzinfo is not UTC:
        at = at.astimezone(UTC)
    if not (is_possible(at) and is_possible(day)):
        raise OverflowError
    return Event(id_, at, day, device, kind, data, v)


def is_possible(day: date) -> bool:
    """Tell whether a moment or a day has others around it, in every time zone."""
    return 1 < day.year < 9999
