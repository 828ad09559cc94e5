"""What machines did apart from each other: clocks that were wrong, plans accepted at once, time told twice.

Invariant: these cost nothing and are only told; the fold decides them in the same way on every machine.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from planner.journal.events import in_order
from planner.journal.model import Event, Progress
from planner.journal.once import counted_elsewhere
from planner.journal.undo import is_usable, leader_of, void_events
from planner.journal.words.history import short_id
from planner.problems import Problem
from planner.text.messages import Message, msg, msg_n

FUTURE, APART, TWICE = "future", "apart", "twice"
_FAR = timedelta(days=1)
Places = Mapping[str, tuple[str, int]]


def dated_ahead(events: Iterable[Event], whole: Places, now: datetime) -> tuple[Problem, ...]:
    """Tell of events dated more than a day after `now`; those that follow are dated after them, whatever the clock."""
    ahead = [event for event in events if event.at - now > _FAR]
    if not ahead:
        return ()
    text = msg_n(
        "{count} event is dated in the future, as {day}: the clock of a machine was wrong; it counts all the same, "
        "so look at the clocks and leave the journal as it is",
        "{count} events are dated in the future, as {day}: the clock of a machine was wrong; they count all the same, "
        "so look at the clocks and leave the journal as it is",
        len(ahead),
        day=ahead[0].at.date(),
    )
    return (Problem(text, *whole[ahead[0].id], key=FUTURE),)


def accepted_apart(progress: Progress, whole: Places) -> tuple[Problem, ...]:
    """Tell of plans accepted since the one that the plan in force came from, unknown to whoever accepted that."""
    force = progress.accepted
    standing = [plan for plan in progress.plans if plan.event not in progress.undone_plans]
    by_id = {plan.event: plan for plan in standing}
    if force is None or force.previous not in by_id:
        return ()
    since = by_id[force.previous].at
    line = _ancestors(force.event, {plan.event: plan.previous for plan in progress.plans})
    return tuple(
        Problem(
            msg(
                "this plan of {day} was accepted without knowing of the one in force, on another machine or in another "
                "window: the later one holds, and this one stays in planner journal show; to make one plan of both: "
                "planner replan",
                day=plan.at.date(),
            ),
            *whole[plan.event],
            key=APART,
        )
        for plan in standing
        if plan.event not in line and plan.at > since
    )


def counted_once(events: Iterable[Event], whole: Places) -> tuple[Problem, ...]:
    """Tell of timers stopped twice and of time imported twice, each action once: it counts in another one."""
    ordered = in_order(events)
    void = void_events(ordered)
    live = [event for event in ordered if event.id not in void and is_usable(event)]
    elsewhere = counted_elsewhere(live)
    lost: dict[str, list[Event]] = {}
    for event in live:
        if event.id in elsewhere:
            lost.setdefault(leader_of(event), []).append(event)
    return tuple(
        Problem(_twice(each, elsewhere[each[0].id]), *whole[each[0].id], key=TWICE) for each in lost.values()
    )


def _twice(events: Sequence[Event], other: str) -> Message:
    if events[0].kind == "stopped":
        return msg(
            "this timer was stopped twice, on another machine or in another window: {id} counts, and this time and its "
            "corrections do not; if this one is right: planner undo {id}, then planner log MODULE TIME",
            id=short_id(other),
        )
    return msg_n(
        "{count} entry was imported twice, as on two machines: it counts once, in {id}",
        "{count} entries were imported twice, as on two machines: they count once, in {id} and what follows it",
        len(events),
        id=short_id(other),
    )


def _ancestors(event: str, previous: Mapping[str, str]) -> Collection[str]:
    line: set[str] = set()
    while event and event not in line:
        line.add(event)
        event = previous.get(event, "")
    return line
