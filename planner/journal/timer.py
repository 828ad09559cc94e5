"""The study timer: what was started and not stopped runs, whatever became of the program or the machine meanwhile.

Invariant: a timer is stopped once. Of two stops of one timer, as two machines may make them, the later counts, and
the time that the other one logged does not.
"""

from collections.abc import Mapping, Sequence

from planner.journal.model import Event, Timer
from planner.journal.undo import leader_of

STARTED, STOPPED = "started", "stopped"


def running(live: Sequence[Event]) -> tuple[Timer, ...]:
    """Return the timers that run, the one started last at the end; `live` are the events that count, in order."""
    started = [event for event in live if event.kind == STARTED]
    stopped = {event.data["start"] for event in live if event.kind == STOPPED} if started else ()
    return tuple(
        Timer(event.id, event.data["module"], _began(event), left=event is not started[-1])
        for event in started
        if event.id not in stopped
    )


def stopped_once(live: list[Event]) -> list[Event]:
    """Leave out all but the last stop of each timer, with what the others logged."""
    stops = [event for event in live if event.kind == STOPPED]
    last = last_stops(stops)
    if len(last) == len(stops):
        return live
    void = {event.id for event in stops} - set(last.values())
    return [
        event
        for event in live
        if event.id not in void and not (event.kind == "log" and leader_of(event) in void)
    ]


def last_stops(live: Sequence[Event]) -> Mapping[str, str]:
    """Return the stop that counts of each timer, both by their ids."""
    return {event.data["start"]: event.id for event in live if event.kind == STOPPED}


def _began(event: Event) -> int:
    """Return when a timer began, in seconds since the epoch: when it was started, unless it says another minute."""
    minute: int | None = event.data.get("start")
    return int(event.at.timestamp()) if minute is None else minute * 60
