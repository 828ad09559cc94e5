"""The learner's own hand: days off, extra and skipped time, modules added, dropped and put first, pinned sessions.

Invariant: of two wishes about one thing the later counts. A pin is no acceptance: it changes a flag of every plan made
without knowing it, so that no machine's pin ever replaces another machine's plan, and undoing it changes nothing else.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from planner.journal.model import AcceptedPlan, AddedModule, Event, ExtraTime, Session
from planner.text.controls import harmless

_PINS = {"pin", "unpin"}
_OFF = {"checkin": "time_off", "time-off": "days"}


def time_off(live: Iterable[Event]) -> frozenset[date]:
    """Return the days that are off, by check-ins and by hand; `live` are the usable events that are not void."""
    return frozenset(day for event in live for day in _days_off(event))


def _days_off(event: Event) -> Iterator[date]:
    key = _OFF.get(event.kind)
    return map(date.fromisoformat, event.data.get(key, ()) if key else ())


def extra_time(live: Iterable[Event]) -> tuple[ExtraTime, ...]:
    """Return the time to study besides the windows; a day that is taken off afterwards loses what it had."""
    extra: list[ExtraTime] = []
    for event in live:
        if event.kind == "extra":
            day = date.fromisoformat(event.data["day"])
            extra.append(ExtraTime(day, event.data["start"], event.data["end"]))
        elif event.kind in _OFF and extra:
            off = frozenset(_days_off(event))
            extra = [each for each in extra if each.day not in off]
    return tuple(extra)


def skipped_time(live: Iterable[Event]) -> tuple[tuple[int, int], ...]:
    """Return the time of skipped sessions, [start, end) in epoch minutes."""
    return tuple((event.data["start"], event.data["end"]) for event in live if event.kind == "skip")


def added_modules(live: Iterable[Event]) -> tuple[AddedModule, ...]:
    """Return the modules added by hand, in that order.

    An id that two machines took for different titles stays with the first; the other gets `-2`, and so on.
    """
    added: dict[str, AddedModule] = {}
    for event in live:
        if event.kind == "module-added":
            module = _added(event)
            name, number = module.id, 1
            while name in added and added[name].title != module.title:
                number += 1
                name = f"{module.id}-{number}"
            added[name] = replace(module, id=name)
    return tuple(added.values())


def _added(event: Event) -> AddedModule:
    data = event.data
    requires = tuple(dict.fromkeys(data.get("requires", ())))
    title, track = harmless(data["title"]).strip() or data["module"], harmless(data.get("track", ""))
    return AddedModule(data["module"], title, data["minutes"], requires, track)


def dropped_and_restored(live: Iterable[Event]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the modules dropped by hand and those brought back, of which each is only one."""
    last: dict[str, str] = {}
    for event in live:
        if event.kind in {"module-dropped", "module-restored"}:
            last[event.data["module"]] = event.kind
    dropped = frozenset(module for module, kind in last.items() if kind == "module-dropped")
    return dropped, frozenset(last) - dropped


def put_first(live: Sequence[Event]) -> tuple[str, ...]:
    """Return the modules to study before others, the latest wish first."""
    wishes = (event.data["module"] for event in reversed(live) if event.kind == "first")
    return tuple(dict.fromkeys(wishes))


def with_pins(
    plans: Iterable[AcceptedPlan], ordered: Iterable[Event], void: frozenset[str]
) -> Iterator[AcceptedPlan]:
    """Give each plan the flags of the pins that it was made without knowing.

    A plan knows the pins that its event lists, and those that the plan before it knew.
    """
    events = [event for event in ordered if event.kind in {*_PINS, "plan"}]
    pins = [event for event in events if event.kind in _PINS and event.id not in void]
    listed = {event.id: event.data.get("pins", ()) for event in events if event.kind == "plan"}
    known: dict[str, frozenset[str]] = {}
    for plan in plans:
        before = known.get(plan.previous, frozenset())
        known[plan.event] = before | frozenset(listed[plan.event]) if listed[plan.event] else before
        unknown = [event for event in pins if event.id not in known[plan.event]]
        yield _flagged(plan, unknown) if unknown else plan


def _flagged(plan: AcceptedPlan, pins: Sequence[Event]) -> AcceptedPlan:
    ids = {session.id for session in plan.sessions}
    flags = {event.data["session"]: event.kind == "pin" for event in pins if event.data["session"] in ids}
    if not flags:
        return plan
    told = tuple(event.id for event in pins if event.data["session"] in flags)
    return replace(plan, sessions=_with_flags(plan.sessions, flags), pins=told)


def _with_flags(sessions: Iterable[Session], flags: Mapping[str, bool]) -> tuple[Session, ...]:
    return tuple(
        replace(session, pinned=flags[session.id])
        if flags.get(session.id, session.pinned) != session.pinned
        else session
        for session in sessions
    )
