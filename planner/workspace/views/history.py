"""What became of the sessions: each as the plan in force had it, and the minutes studied given to them.

Invariant: every minute studied is given to at most one session. A day's minutes of a module go to that day's sessions
of it in order; a check-in's go to those of its week that are not full yet.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from planner.journal.model import Logged, Session
from planner.learner.windows import monday
from planner.workspace.opening import Opened
from planner.workspace.views.sessions import SessionView, view_session


def studied_by_session(sessions: Sequence[Session], logs: Iterable[Logged]) -> Mapping[str, int]:
    """Give the minutes studied to sessions; returns minutes by session id."""
    days: dict[tuple[str, date], list[Session]] = {}
    weeks: dict[tuple[str, date], list[Session]] = {}
    for session in sessions:
        if session.module is not None and session.kind != "buffer":
            days.setdefault((session.module, session.day), []).append(session)
            weeks.setdefault((session.module, monday(session.day)), []).append(session)
    given: dict[str, int] = {}
    entries = list(logs)
    for entry in entries:
        if entry.day is not None:
            _give(entry.minutes, days.get((entry.module, entry.day), ()), given)
    for entry in entries:
        if entry.day is None:
            _give(entry.minutes, weeks.get((entry.module, entry.week), ()), given)
    return given


def all_sessions(opened: Opened) -> tuple[SessionView, ...]:
    """Return every session, those that are over and those ahead, with what became of it."""
    sessions = opened.timeline
    given = studied_by_session(sessions, opened.shown.logs)
    return tuple(view_session(opened, session, given) for session in sessions)


def sessions_between(opened: Opened, first: date, last: date) -> tuple[SessionView, ...]:
    """Return the sessions of the days `first` to `last`."""
    begin, end = monday(first), monday(last) + timedelta(days=6)
    near = [session for session in opened.timeline if begin <= session.day <= end]
    given = studied_by_session(near, opened.shown.logs)
    return tuple(view_session(opened, session, given) for session in near if first <= session.day <= last)


def session_by_id(opened: Opened, name: str) -> SessionView | None:
    """Return one session as it stands; None when the plan does not have it."""
    return next((view for view in all_sessions(opened) if view.session.id == name), None)


def past_sessions(opened: Opened) -> tuple[SessionView, ...]:
    """Return the sessions that are over, without buffers, with their status."""
    now = opened.now
    return tuple(view for view in all_sessions(opened) if view.end <= now and view.session.kind != "buffer")


def _give(minutes: int, sessions: Sequence[Session], given: dict[str, int]) -> None:
    for session in sessions:
        part = min(minutes, session.minutes - given.get(session.id, 0))
        if part > 0:
            given[session.id] = given.get(session.id, 0) + part
            minutes -= part
