"""What was done, action by action, newest first: each in one line, with its parts below it.

Invariant: every event is in exactly one action, those that this version cannot read included.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from planner.journal.events import in_order
from planner.journal.model import Event
from planner.journal.undo import is_usable
from planner.journal.words.history import Action, actions
from planner.journal.words.recounting import Past, about, recount, recount_event
from planner.problems import fail
from planner.text.languages import LocalText
from planner.text.messages import Message, msg
from planner.workspace.names import unknown_module
from planner.workspace.opening import Opened

_STUDY = frozenset(("log", "done", "attempt", "reached"))


@dataclass(frozen=True)
class Asked:
    """Which actions to show: about a module, recorded from a day until another, with an event of one of the kinds."""

    module: str = ""
    since: date | None = None
    until: date | None = None
    kinds: frozenset[str] = frozenset()


EVERYTHING = Asked()


@dataclass(frozen=True)
class PartLine:
    """One event of an action in words; `day` is the day that it is for, `void` says that it is undone."""

    id: str
    kind: str
    day: date
    text: Message
    void: bool


@dataclass(frozen=True)
class ActionLine:
    """An action in words. `at` is local; `undone_by` the id of the undo that took all of it back, else empty.

    `log` is the id of its time studied that can be corrected, when it is about one such entry only.
    """

    id: str
    at: datetime
    device: str
    text: Message
    parts: tuple[PartLine, ...]
    undone_by: str = ""
    log: str = ""

    @property
    def void(self) -> bool:
        """Whether all of it is undone."""
        return bool(self.undone_by)


def action_lines(
    opened: Opened, asked: Asked = EVERYTHING, most: int | None = None
) -> tuple[tuple[ActionLine, ...], int]:
    """Return the actions asked for, newest first, at most `most` of them, and how many more there are.

    Raises `DataError` for a module that nothing is about.
    """
    every = actions(in_order(opened.events))
    past = Past.of(every)
    found: Sequence[Action] = every
    if asked.module:
        module = opened.modules.get(asked.module)
        found = about(past, every, frozenset((asked.module, *(module.renamed_from if module else ()))))
        if not found and asked.module not in opened.modules:
            raise fail(unknown_module(asked.module, opened.modules))
    wanted = [action for action in reversed(found) if _is_asked(opened, action, asked)]
    tell = _Teller(opened, past, _titles(opened))
    lines = tuple(_line(tell, action) for action in wanted[:most])
    return lines, len(wanted) - len(lines)


def say_for(line: ActionLine) -> Message:
    """Say an action with the day that it is for, where that is another one than that of recording."""
    first = line.parts[0]
    if first.kind in _STUDY and first.day != line.at.date():
        return msg("for {day}: {what}", day=first.day, what=line.text)
    return line.text


def machines(opened: Opened) -> int:
    """Return how many machines wrote the journal."""
    return len({event.device for event in opened.events})


@dataclass(frozen=True)
class _Teller:
    opened: Opened
    past: Past
    titles: Mapping[str, LocalText]


def _titles(opened: Opened) -> Mapping[str, LocalText]:
    """Return all titles, those of modules whose adding is undone included."""
    added = [event for event in opened.events if event.kind == "module-added" and is_usable(event)]
    return {event.data["module"]: LocalText.of(event.data["title"]) for event in added} | dict(opened.titles)


def _line(tell: _Teller, action: Action) -> ActionLine:
    leader, standing = action.events[0], {event.id for event in action.standing}
    logs = [event.id for event in action.standing if event.kind == "log"]
    return ActionLine(
        id=leader.id,
        at=leader.at.astimezone(tell.opened.zone),
        device=leader.device,
        text=recount(tell.past, action, tell.titles),
        parts=tuple(_part(tell, event, void=event.id not in standing) for event in action.events),
        undone_by=action.undone_by,
        log=logs[0] if len(logs) == 1 and logs[0] not in tell.past.deleted else "",
    )


def _part(tell: _Teller, event: Event, *, void: bool) -> PartLine:
    return PartLine(event.id, event.kind, event.day, recount_event(tell.past, event, tell.titles), void)


def _is_asked(opened: Opened, action: Action, asked: Asked) -> bool:
    if asked.kinds and all(event.kind not in asked.kinds for event in action.events):
        return False
    if asked.since is None and asked.until is None:
        return True
    day = action.events[0].at.astimezone(opened.zone).date()
    return (asked.since or day) <= day <= (asked.until or day)
