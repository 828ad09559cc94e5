"""Which backups have served their time.

Invariant: what is kept is enough to go back a day, a week, a month, a year; the newest backup is always kept, and so
is one with more events of a device than any newer one. A clock that jumped removes nothing.

Days, weeks and months without a backup do not count: after a pause the backups from before it are still there.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from planner.records import dataclass

BY_HAND = "by-hand"
_NEWEST = 10
_JUMP = timedelta(days=31)
_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Kept:
    """What thinning asks of a good backup: its name, moment (UTC) and reason, and its events by device."""

    name: str
    at: datetime
    reason: str
    events: Mapping[str, int]


def superfluous(backups: Iterable[Kept], now: datetime) -> frozenset[str]:
    """Return the names of the backups that can go."""
    ordered = sorted(backups, key=lambda each: (each.at, sum(each.events.values()), each.name), reverse=True)
    past = [each for each in ordered if each.at <= now]
    if len(past) < 2 or past[0].at - past[1].at > _JUMP:
        return frozenset()  # the clock may have jumped: what looks old need not be
    kept = {
        *_newest(past),
        *_last_of_each(past, 7, lambda at: at.date()),
        *_last_of_each(past, 5, lambda at: at.isocalendar()[:2]),
        *_last_of_each(past, 12, lambda at: (at.year, at.month)),
        *_last_of_each(past, len(past), lambda at: at.year),
        *_richest(ordered),
        *(each.name for each in past if each.reason == BY_HAND and now - each.at <= _YEAR),
    }
    return frozenset(each.name for each in past if each.name not in kept)


def _newest(past: Sequence[Kept]) -> list[str]:
    """Keep the newest of the two latest days that have any: these hold the last 24 hours."""
    days = sorted({each.at.date() for each in past}, reverse=True)[:2]
    return [each.name for each in past if each.at.date() in days][:_NEWEST]


def _last_of_each(past: Sequence[Kept], most: int, period: Callable[[datetime], Hashable]) -> list[str]:
    """Keep the last backup of each of the latest periods that have any."""
    found: dict[Hashable, str] = {}
    for each in past:
        found.setdefault(period(each.at), each.name)
    return list(found.values())[:most]


def _richest(ordered: Sequence[Kept]) -> list[str]:
    """Keep each backup that has more events of a device than every newer one, as before a journal was emptied."""
    most: dict[str, int] = {}
    found = []
    for each in ordered:
        if any(count > most.get(device, 0) for device, count in each.events.items()):
            found.append(each.name)
        most |= {device: max(count, most.get(device, 0)) for device, count in each.events.items()}
    return found
