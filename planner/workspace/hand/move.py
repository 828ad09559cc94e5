"""Moving a session by hand: to a place that is free, where it is pinned.

Invariant: a session is moved exactly to the place asked for, or not at all, and then the reason is said.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from planner.journal.events import Draft
from planner.journal.model import Session
from planner.learner.windows import GRANULE
from planner.problems import fail
from planner.text.messages import KeyOf, either, msg
from planner.workspace.hand.changing import (
    Change,
    accepted_plan,
    change,
    check_not_studied,
    find_study,
    flag,
    nothing,
    now_minute,
)
from planner.workspace.hand.refusals import cannot_hold, check_pins, check_release, moment, not_free
from planner.workspace.hand.time import say_session, windows_of
from planner.workspace.opening import Opened
from planner.workspace.views.sessions import local

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class When:
    """Where to: a day, a clock time in minutes after midnight, or both; what is None stays as it is."""

    day: date | None = None
    minute: int | None = None


def move(opened: Opened, name: str, when: When) -> Change:
    """Move a session with its length, and pin it there; raises `DataError` with what would help."""
    session = find_study(opened, name)
    check_not_studied(opened, session)
    if session.start < now_minute(opened):
        raise fail(
            either(
                msg("{session} has begun: `planner skip` gives its rest another place", session=session.id),
                msg("This session has begun: {skip} gives its rest another place", skip=KeyOf("skip")),
            )
        )
    wall, day, start = _place(opened, session, when)
    moved = replace(session, day=day, start=start, end=start + session.minutes, pinned=True)
    told = say_session(opened, moved)
    if start == session.start:
        if session.pinned:
            return nothing(opened, msg("{session} is there already, and pinned.", session=told))
        said = msg("It is there already, and pinned now: {session}", session=told)
        return flag(opened, Draft("pin", {"session": session.id}), said, session, pinned=True)
    check_release(opened, moved)
    others = [each for each in accepted_plan(opened).sessions if each.id != session.id]
    check_pins(opened, moved, others)
    draft = Draft(
        "move",
        {"session": session.id, "day": day.isoformat(), "start": start, "minutes": session.minutes},
    )
    done = change(opened, draft, msg("Moved and pinned: {session}", session=told), sessions=[*others, moved])
    held = next((each for each in done.proposal.after.sessions if each.id == session.id), None)
    if held is None or held.start != start:
        raise cannot_hold(opened, moved, wall)
    return done


def _place(opened: Opened, session: Session, when: When) -> tuple[date, date, int]:
    """Return the day on the calendar, the day whose window it is in, and the minute at which the session begins."""
    inputs, own = opened.inputs, (session.start, session.end)
    tried = list(_candidates(opened, session, when))
    for wall, minute, days in tried:
        start = moment(opened, wall, minute)
        if start == session.start:
            return wall, session.day, start
        for day in days:
            spans = _joined([*windows_of(inputs, day), *([own] if day == session.day else [])])
            inside = any(a <= start and start + session.minutes <= b for a, b in spans)
            if inside and start % GRANULE == 0:
                return wall, day, start
    wall, minute, days = tried[0]
    raise not_free(opened, session, wall, minute, days)


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans in order, those that touch as one: the session's own place is free to it."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _candidates(opened: Opened, session: Session, when: When) -> Iterator[tuple[date, int, list[date]]]:
    """Yield what is meant: a day on the calendar, a clock time, and the days whose windows may hold it.

    After midnight a window belongs to the day before.
    """
    begins = local(opened, session.start)
    minute = begins.hour * 60 + begins.minute if when.minute is None else when.minute
    if when.day is None:
        yield session.day, minute, [session.day, session.day - _DAY]
        yield session.day + _DAY, minute, [session.day]
    elif when.minute is None:
        wall = when.day + (begins.date() - session.day)
        yield wall, minute, [when.day, wall]
    else:
        yield when.day, minute, [when.day, when.day - _DAY]
