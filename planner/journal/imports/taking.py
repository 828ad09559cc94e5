"""Tracked time becomes events: new logs, and corrections of those that the source has changed since.

Invariant: taking the same stretches twice gives nothing the second time; what the learner deleted, undid or corrected
by hand stays as they left it.
"""

from collections.abc import Mapping
from datetime import date

from planner.journal.events import Draft
from planner.journal.imports.keys import Stored, change, piece_key
from planner.records import dataclass

Days = Mapping[date, Stored]
_NONE: Days = {}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tracked time of one module: its key, and the minutes of each day. `before` are old names of the module."""

    key: str
    module: str
    days: tuple[tuple[date, int], ...]
    note: str = ""
    before: tuple[str, ...] = ()

    @property
    def minutes(self) -> int:
        """The whole length."""
        return sum(minutes for _, minutes in self.days)


@dataclass(frozen=True, slots=True)
class Taken:
    """What becomes of a stretch: events to record, or `away` when the learner took it back before."""

    drafts: tuple[Draft, ...] = ()
    away: bool = False


def take(stretch: Stretch, stored: Days = _NONE, *, again: bool = False) -> Taken:
    """Return the events that bring the journal to what the source says; with `again` also what was undone."""
    if again:
        stored = {day: each for day, each in stored.items() if not each.undone}
    if stored and all(each.is_gone for each in stored.values()):
        return Taken(away=True)
    minutes = dict(stretch.days)
    drafts: list[Draft] = []
    refused = False
    for day in sorted({*minutes, *stored}):
        if day not in stored:
            drafts.append(_log(stretch, day, minutes[day]))
        elif not stored[day].is_gone:
            changes = _changes(stretch, stored[day], minutes.get(day, 0))
            if changes and (again or change(changes) not in stored[day].refused):
                data = {"event": stored[day].event, **changes, "key": piece_key(stretch.key, day)}
                drafts.append(Draft("log-amended", data))
            refused = refused or bool(changes)
    return Taken(tuple(drafts), away=refused and not drafts)


def _log(stretch: Stretch, day: date, minutes: int) -> Draft:
    note = {"note": stretch.note} if stretch.note else {}
    data = {"module": stretch.module, "minutes": minutes, **note, "key": piece_key(stretch.key, day)}
    return Draft("log", data, day)


def _changes(stretch: Stretch, stored: Stored, minutes: int) -> dict[str, object]:
    """Return what the source says otherwise than before, but for what the learner corrected."""
    wanted: dict[str, object] = {"minutes": minutes, "module": stretch.module}
    module = stretch.module if stored.module in stretch.before else stored.module
    said = {"minutes": stored.minutes, "module": module}
    return {
        name: value for name, value in wanted.items() if value != said[name] and name not in stored.corrected
    }
