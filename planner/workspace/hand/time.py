"""The learner's hand on time: sessions pinned and skipped, days off, extra time.

Invariant: only time that has not passed can be changed.
"""

from dataclasses import replace
from datetime import date, timedelta

from planner.journal.events import Draft
from planner.journal.model import Session
from planner.learner.windows import Spans
from planner.problems import fail
from planner.schedule.dates import goal_of
from planner.schedule.frame import make_capacity
from planner.schedule.model import Inputs
from planner.text.languages import LocalText
from planner.text.messages import KeyOf, Message, Minutes, either, msg, msg_n
from planner.workspace.hand.changing import (
    Change,
    accepted_plan,
    change,
    check_not_studied,
    find_session,
    find_study,
    flag,
    nothing,
    now_minute,
    progress_with,
)
from planner.workspace.opening import Opened
from planner.workspace.views.sessions import local, session_title

_MOST_DAYS = 366
_LONGEST = 12 * 60


def pin(opened: Opened, name: str) -> Change:
    """Keep a session where it is, whatever a later plan would do."""
    session = find_study(opened, name)
    told = say_session(opened, session)
    if session.pinned:
        return nothing(opened, msg("{session} is pinned already.", session=told))
    check_not_studied(opened, session)
    draft = Draft("pin", {"session": session.id})
    return flag(opened, draft, msg("Pinned: {session}", session=told), session, pinned=True)


def unpin(opened: Opened, name: str) -> Change:
    """Let later plans move a session again."""
    session = find_study(opened, name)
    told = say_session(opened, session)
    if not session.pinned:
        return nothing(opened, msg("{session} is not pinned.", session=told))
    draft = Draft("unpin", {"session": session.id})
    return flag(opened, draft, msg("No longer pinned: {session}", session=told), session, pinned=False)


def skip(opened: Opened, name: str) -> Change:
    """Keep the rest of a session's time free; its work finds another place."""
    session = find_session(opened, name)
    check_not_studied(opened, session)
    start = max(session.start, now_minute(opened))
    draft = Draft("skip", {"session": session.id, "start": start, "end": session.end})
    sessions = [
        replace(each, pinned=False) if each.id == session.id else each
        for each in accepted_plan(opened).sessions
    ]
    told = say_session(opened, session)
    said = msg("Skipped: {session}. Its work finds another place.", session=told)
    if session.kind == "review":
        said = msg("Skipped: {session}. It comes back when there is time.", session=told)
    return change(opened, draft, said, sessions=sessions)


def take_off(opened: Opened, first: date, last: date) -> Change:
    """Keep days free of study, `first` to `last`."""
    if last < first:
        raise fail(msg("{last} is before {first}: give the first day, then the last", first=first, last=last))
    check_ahead(opened, first)
    count = (last - first).days + 1
    if count > _MOST_DAYS:
        raise fail(
            msg(
                "{count} days are too many at once: give at most {most}, or set `exceptions` in profile.yaml",
                count=count,
                most=_MOST_DAYS,
            )
        )
    days = [first + timedelta(days=number) for number in range(count)]
    opened_up = {each.day for each in opened.progress.extra}
    fresh = [day for day in days if day not in opened.progress.time_off or day in opened_up]
    if not fresh:
        return nothing(opened, msg("That is off already."))
    said = (
        msg("{day} is off.", day=first)
        if count == 1
        else msg_n(
            "{count} day off, from {first} to {last}.",
            "{count} days off, from {first} to {last}.",
            len(fresh),
            first=first,
            last=last,
        )
    )
    return change(opened, Draft("time-off", {"days": [day.isoformat() for day in fresh]}), said)


def add_time(opened: Opened, day: date, start: int, end: int) -> Change:
    """Give a day time to study besides its windows, in minutes after local midnight."""
    check_ahead(opened, day)
    if end - start > _LONGEST:
        raise fail(
            msg(
                "That window is {time} long: give one of at most 12 hours, start first",
                time=Minutes(end - start),
            )
        )
    draft = Draft("extra", {"day": day.isoformat(), "start": start, "end": end})
    progress = progress_with(opened, draft)
    if windows_of(opened.inputs_with(progress), day) == windows_of(opened.inputs, day):
        raise fail(
            either(
                msg(
                    "That adds no time on {day}: it is free already, is over, or was skipped (then: planner undo)",
                    day=day,
                ),
                msg(
                    "That adds no time on {day}: it is free already, is over, or was skipped ({undo} takes that back)",
                    day=day,
                    undo=KeyOf("undo"),
                ),
            )
        )
    done = change(opened, draft, msg("More time to study on {day}.", day=day))
    if done.proposal.diff.moved or done.proposal.diff.added:
        return done
    return replace(done, said=_stays_free(day, start))


def _stays_free(day: date, start: int) -> Message:
    """Say that time that was added is not used yet, and how it would be."""
    return either(
        msg(
            "More time to study on {day}; it stays free for now. To use it: planner move SESSION {iso}T{clock}, "
            "or planner replan --how rebalance",
            day=day,
            iso=day.isoformat(),
            clock=f"{start // 60:02}:{start % 60:02}",
        ),
        msg(
            "More time to study on {day}; it stays free for now. To use it: {move} on a session, or {replan} on Today",
            day=day,
            move=KeyOf("move"),
            replan=KeyOf("replan"),
        ),
    )


def check_ahead(opened: Opened, day: date) -> None:
    """Refuse a day that has passed, and one before the plan's start."""
    if day < opened.now.date():
        raise fail(msg("{day} has passed: give today or a later day", day=day.isoformat()))
    if day < opened.profile.start:
        raise fail(
            msg(
                "{day} is before the plan's start, {start}: give a later day",
                day=day.isoformat(),
                start=opened.profile.start.isoformat(),
            )
        )


def windows_of(inputs: Inputs, day: date) -> Spans:
    """Return a day's free time from now on; none beyond ten years past the goal."""
    capacity = make_capacity(inputs, goal_of(inputs.profile, inputs.curriculum).toordinal())
    number = day.toordinal()
    if not capacity.first <= number <= capacity.horizon:
        return ()
    week = capacity.week(capacity.index(number))
    return week.days[number - week.first]


def say_session(opened: Opened, session: Session) -> Message:
    """Say which session, and when."""
    start, end = local(opened, session.start), local(opened, session.end)
    title: LocalText | Message = session_title(opened, session)
    clock = f"{start:%H:%M}–{end:%H:%M}"
    return msg("{module}, {day} {clock}", module=title, day=start.date(), clock=clock)
