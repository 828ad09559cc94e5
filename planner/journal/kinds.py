"""The kinds of events that this version understands, and what their data must look like.

Invariant: whatever passes `fault` folds without an error. Unknown keys are welcome; unknown kinds and newer versions
are kept and skipped, because a newer planner on another machine wrote them.
"""

from collections.abc import Callable, Mapping
from datetime import date

from planner.journal.model import Event
from planner.text.messages import Message, msg

Check = Callable[[object], bool]
Checks = tuple[tuple[str, Check], ...]

_MOST_MINUTES = 10_000_000
_DAY = 1440
_LAST_MINUTE = 253_370_764_800 // 60  # the end of the year 9998: other zones have dates there, too


def is_text(value: object) -> bool:
    """Any text."""
    return isinstance(value, str)


def is_id(value: object) -> bool:
    """A text that is not empty."""
    return isinstance(value, str) and value != ""


def is_count(value: object) -> bool:
    """A whole number from 1."""
    return type(value) is int and 1 <= value <= _MOST_MINUTES


def is_minutes(value: object) -> bool:
    """A length in whole minutes."""
    return type(value) is int and 0 <= value <= _MOST_MINUTES


def is_moment(value: object) -> bool:
    """A moment, in minutes since the epoch."""
    return type(value) is int and 0 <= value < _LAST_MINUTE


def is_day(value: object) -> bool:
    """A date, YYYY-MM-DD, of a year that is not the first or the last."""
    try:
        return isinstance(value, str) and _is_plain(date.fromisoformat(value), value)
    except ValueError:
        return False


def _is_plain(day: date, text: str) -> bool:
    return day.isoformat() == text and 1 < day.year < 9999


def is_monday(value: object) -> bool:
    """The date of a Monday."""
    return isinstance(value, str) and is_day(value) and date.fromisoformat(value).weekday() == 0


def _is_flag(value: object) -> bool:
    return type(value) is bool


def _list_of(check: Check) -> Check:
    return lambda value: isinstance(value, list) and all(map(check, value))


def _up_to(most: int) -> Check:
    return lambda value: type(value) is int and 0 <= value <= most


def _map_to(check: Check) -> Check:
    return lambda value: (
        isinstance(value, dict) and all(map(is_id, value)) and all(map(check, value.values()))
    )


_EVIDENCE: Mapping[str, Check] = {"url": is_text, "metric": is_text, "rank": is_count, "teams": is_count}


def _is_evidence(value: object) -> bool:
    return isinstance(value, dict) and _wrong_key(value, (), tuple(_EVIDENCE.items())) is None


_NEEDED: Mapping[str, Mapping[str, Check]] = {
    "log": {"module": is_id, "minutes": is_minutes},
    "log-amended": {"event": is_id},
    "log-deleted": {"event": is_id},
    "done": {"module": is_id},
    "estimate": {"module": is_id, "remaining": is_minutes},
    "step": {"milestone": is_id, "step": is_count, "ticked": _is_flag},
    "attempt": {"milestone": is_id},
    "reached": {"milestone": is_id},
    "reopened": {"milestone": is_id},
    "checkin": {"week": is_monday},
    "plan": {"now": lambda value: type(value) is int, "sessions": lambda value: isinstance(value, list)},
    "pin": {"session": is_id},
    "unpin": {"session": is_id},
    "move": {"session": is_id, "day": is_day, "start": is_moment, "minutes": is_count},
    "skip": {"session": is_id, "start": is_moment, "end": is_moment},
    "time-off": {"days": _list_of(is_day)},
    "extra": {"day": is_day, "start": _up_to(_DAY - 1), "end": _up_to(2 * _DAY)},
    "module-added": {"module": is_id, "title": is_id, "minutes": is_count},
    "module-dropped": {"module": is_id},
    "module-restored": {"module": is_id},
    "first": {"module": is_id},
    "started": {"module": is_id},
    "stopped": {"start": is_id},
    "setting": {"path": is_id},
    "replaced": {"file": is_id, "old": is_text, "new": is_text},
    "restored": {"backup": is_id, "events": _list_of(is_id)},
    "damage-accepted": {"lines": _list_of(is_id)},
    "undo": {"events": _list_of(is_id)},
    "redo": {"events": _list_of(is_id)},
}
_OPTIONAL: Mapping[str, Mapping[str, Check]] = {
    "log": {"note": is_text, "key": is_text},
    "log-amended": {"minutes": is_minutes, "day": is_day, "module": is_id, "note": is_text},
    "done": {"key": is_text},
    "attempt": _EVIDENCE,
    "reached": _EVIDENCE,
    "checkin": {
        "hours": _map_to(is_minutes),
        "remaining": _map_to(is_minutes),
        "done": _list_of(is_id),
        "milestones": _map_to(_is_evidence),
        "time_off": _list_of(is_day),
        "note": is_text,
    },
    "plan": {"previous": is_text, "pins": _list_of(is_id)},
    "started": {"start": is_moment},
    "damage-accepted": {"events": _list_of(is_id), "counts": _map_to(is_minutes)},
    "stopped": {"end": is_moment, "module": is_id},
    "restored": {"fresh": _is_flag},
    "module-added": {"requires": _list_of(is_id), "track": is_text},
}
_SPANS = {"skip", "extra"}
_NONE: Mapping[str, Check] = {}
KINDS = tuple(_NEEDED)
_CHECKS = {
    kind: (tuple(needed.items()), tuple({"part_of": is_id, **_OPTIONAL.get(kind, _NONE)}.items()))
    for kind, needed in _NEEDED.items()
}


def is_known(event: Event) -> bool:
    """Tell whether this version understands the event."""
    return event.v == 1 and event.kind in _NEEDED


def fault(event: Event) -> Message | None:
    """Say what is wrong with the data of an event of a known kind; None when it can be used."""
    key = _wrong_key(event.data, *_CHECKS[event.kind])
    if key is None and event.kind in _SPANS and event.data["end"] <= event.data["start"]:
        key = "end"
    if key is None:
        return None
    if key not in event.data:
        return msg("an event of kind {kind} without “{key}” is set aside", kind=event.kind, key=key)
    return msg("an event of kind {kind} with an impossible “{key}” is set aside", kind=event.kind, key=key)


def _wrong_key(data: Mapping[str, object], needed: Checks, optional: Checks) -> str | None:
    for key, check in needed:
        if key not in data or not check(data[key]):
            return key
    for key, check in optional:
        if key in data and not check(data[key]):
            return key
    return None
