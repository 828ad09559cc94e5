"""What was told twice and counts once: a timer stopped on two machines, time imported on two.

Invariant: these are exactly the events that the fold leaves out for another one that stands.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from planner.journal.events import in_order
from planner.journal.logs import first_logs
from planner.journal.model import Event
from planner.journal.timer import STOPPED, last_stops
from planner.journal.undo import is_usable, leader_of, void_events


def counted_elsewhere(live: Sequence[Event]) -> Mapping[str, str]:
    """Return the events that do not count, each with the id of the one that does; `live` are usable, in order."""
    last = last_stops(live)
    stops = {event.id: last[event.data["start"]] for event in live if event.kind == STOPPED}
    found = {id_: other for id_, other in stops.items() if id_ != other}
    lost = frozenset(found)
    for event in live:
        if event.kind == "log" and leader_of(event) in lost:
            found[event.id] = found[leader_of(event)]
    left = [event for event in live if event.id not in found]
    return found | {id_: first for id_, first in first_logs(left).items() if id_ != first}


def twins(events: Iterable[Event], action: Collection[Event]) -> tuple[list[Event], list[Event]]:
    """Return what else says the same as an action: events that go with it, and those that cannot without more.

    The latter lead actions that say other things, too.
    """
    ordered = in_order(events)
    void = void_events(ordered)
    own = {event.id for event in action}
    live = [event for event in ordered if event.id not in void and is_usable(event)]
    others = [event for event in live if event.id not in own]
    starts = {event.data["start"] for event in action if event.kind == STOPPED and is_usable(event)}
    stops = {event.id for event in others if event.kind == STOPPED and event.data["start"] in starts}
    keys = {(event.kind, event.data["key"]) for event in action if _is_keyed(event)}
    same = {
        event.id
        for event in others
        if leader_of(event) in stops or (_is_keyed(event) and (event.kind, event.data["key"]) in keys)
    }
    partly = {leader_of(event) for event in others if event.id not in same}
    going = [event for event in others if event.id in same and event.id not in partly]
    return going, [event for event in others if event.id in same and event.id in partly]


def _is_keyed(event: Event) -> bool:
    return event.kind in {"log", "done"} and bool(event.data.get("key"))
