"""Actions in words that know of one another: what a correction changed, what an undo took back, what was deleted since.

Invariant: an action is one line, however many parts it has, and what does not count is not said as if it did.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from typing import Any

from planner.journal.events import in_order
from planner.journal.model import Event
from planner.journal.once import counted_elsewhere
from planner.journal.resting import entry_named, modules_named
from planner.journal.undo import REDO, UNDO, is_usable, leader_of
from planner.journal.words.history import Action, short_id
from planner.journal.words.words import describe
from planner.records import dataclass
from planner.text.languages import LocalText
from planner.text.messages import Message, msg, msg_n

Titles = Mapping[str, LocalText]
_MOST_SETTINGS = 3


@dataclass(frozen=True, slots=True)
class Past:
    """All actions and events by id, and what became of logs: their corrections, in order, and those deleted.

    `elsewhere` are the events that do not count, with the id of the one that counts instead.
    """

    actions: Mapping[str, Action]
    events: Mapping[str, Event]
    corrections: Mapping[str, Sequence[Event]]
    deleted: frozenset[str]
    elsewhere: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, found: Sequence[Action]) -> "Past":
        """Look through all actions, in order."""
        live = in_order(event for action in found for event in action.standing if is_usable(event))
        return cls(
            {action.id: action for action in found},
            {event.id: event for action in found for event in action.events},
            _corrections(live),
            frozenset(event.data["event"] for event in live if event.kind == "log-deleted"),
            counted_elsewhere(live),
        )

    def reversed_by(self, event: Event) -> tuple[Action, ...]:
        """Return the actions that an undo or a redo is about."""
        if event.kind not in {UNDO, REDO} or not is_usable(event):
            return ()
        named = (self.events[target] for target in event.data["events"] if target in self.events)
        return tuple(self.actions[leader] for leader in dict.fromkeys(map(leader_of, named)))

    def modules(self, action: Action) -> Iterator[str]:
        """Return the modules that an action is about, those of what it corrected or took back included."""
        for event in filter(is_usable, action.events):
            yield from modules_named(event)
            target = self.events.get(entry_named(event), event)
            for each in (target, *self.corrections.get(target.id, ())):
                if is_usable(each):
                    yield from modules_named(each)
            for other in self.reversed_by(event):
                if other is not action and other.events[0].kind not in {UNDO, REDO}:
                    yield from self.modules(other)


def recount(past: Past, action: Action, titles: Titles) -> Message:
    """Say an action in one line; that it is undone is not said."""
    leader = action.events[0]
    others = past.reversed_by(leader)
    if others and all(other.events[0].kind not in {UNDO, REDO} for other in others):
        restored = others[0].events[0].kind == "restored"
        return _reversal(leader, [recount(past, other, titles) for other in others], restored=restored)
    if leader.kind == "stopped" and len(action.events) > 1:
        studied = [describe(event, titles) for event in action.events[1:] if event.kind == "log"]
        if studied:
            said = _and_more(msg("{what}, by the timer", what=studied[0]), len(studied) - 1)
            return _counted(past, leader, said)
    settings = [event for event in action.events if event.kind == "setting"]
    if leader.kind == "setting" and 1 < len(settings) <= _MOST_SETTINGS:
        said = recount_event(past, leader, titles)
        for event in settings[1:]:
            said = msg("{one}; {other}", one=said, other=recount_event(past, event, titles))
        return with_parts(said, [event for event in action.events if event not in settings[1:]])
    return with_parts(recount_event(past, leader, titles), action.events)


def recount_event(past: Past, event: Event, titles: Titles) -> Message:
    """Say one event with what it corrected or deleted, and whether it was corrected or deleted since."""
    said = describe(event, titles)
    target = past.events.get(entry_named(event))
    if event.kind == "log-amended" and target is not None and is_usable(target):
        before = [each for each in past.corrections.get(target.id, ()) if in_order([each, event])[0] != event]
        now = _amended(target, [*before, event])
        what = describe(now, titles)
        if now.day != target.day:
            what = msg("for {day}: {what}", day=now.day, what=what)
        return msg("corrected: {what}", what=what)
    if event.kind == "log-deleted" and target is not None:
        return msg("deleted: {what}", what=describe(target, titles))
    if event.kind == "log" and event.id in past.deleted:
        return msg("deleted since: {what}", what=said)
    if event.kind == "log" and event.id in past.corrections:
        return _counted(past, event, msg("corrected since: {what}", what=said))
    return _counted(past, event, said)


def _counted(past: Past, event: Event, said: Message) -> Message:
    """Say where an event counts, if that is in another one."""
    other = past.elsewhere.get(event.id)
    return msg("counts once, in {id}: {what}", id=short_id(other), what=said) if other else said


WITH_PLAN = msg("{action}, and the plan accepted with it", action="").text


def with_parts(leader: Message, events: Sequence[Event]) -> Message:
    """Say an action by its leading event's line, and whether a plan or more came with it."""
    if any(event.kind == "plan" for event in events[1:]):
        return msg("{action}, and the plan accepted with it", action=leader)
    return _and_more(leader, len(events) - 1)


def _and_more(leader: Message, more: int) -> Message:
    if more <= 0:
        return leader
    return msg_n(
        "{action}, and {count} more entry", "{action}, and {count} more entries", more, action=leader
    )


def _reversal(event: Event, told: Sequence[Message], *, restored: bool) -> Message:
    """Say what an undo or a redo was about; the restoring of a backup stands for all that it brought."""
    what = told[0] if restored else _and_more(told[0], len(told) - 1)
    return (
        msg("took back: {what}", what=what) if event.kind == UNDO else msg("brought back: {what}", what=what)
    )


def _corrections(live: Iterable[Event]) -> Mapping[str, Sequence[Event]]:
    """Return the corrections that stand, by their log."""
    found: dict[str, list[Event]] = {}
    for event in live:
        if event.kind == "log-amended":
            found.setdefault(event.data["event"], []).append(event)
    return found


def _amended(log: Event, corrections: Iterable[Event]) -> Event:
    """Return a log as corrections leave it, one after the other."""
    said: dict[str, Any] = {}
    for correction in corrections:
        said |= correction.data
    data = {key: value for key, value in said.items() if key in {"module", "minutes", "note"}}
    day = date.fromisoformat(said["day"]) if "day" in said else log.day
    return replace(log, day=day, data={**log.data, **data})


def about(past: Past, found: Iterable[Action], names: frozenset[str]) -> list[Action]:
    """Return the actions that are about a module, by any of its names."""
    return [action for action in found if not names.isdisjoint(past.modules(action))]
