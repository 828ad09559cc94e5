"""Every session as the plan in force at its time had it, put together from all plans ever accepted.

Invariant: a plan speaks for the time from its own moment to the earliest one of the plans that came after it, wherever
the clock stood then; undone plans are silent.
"""

from dataclasses import replace
from itertools import accumulate

from planner.journal.model import Progress, Session

_FOREVER = 1 << 60


def timeline(progress: Progress) -> tuple[Session, ...]:
    """Return every session as the plan in force at its time had it, and what is ahead, in order of time.

    A session that was under way when a new plan was made keeps its beginning.
    """
    plans = [plan for plan in progress.plans if plan.event not in progress.undone_plans]
    ends = list(accumulate((plan.now for plan in reversed(plans[1:])), min, initial=_FOREVER))[::-1]
    known: dict[str, Session] = {}
    for plan, until in zip(plans, ends, strict=False):
        for session in plan.sessions:
            if session.start < until:
                begun = known.get(session.id)
                under_way = begun is not None and begun.start < plan.now and begun.day == session.day
                start = begun.start if begun is not None and under_way else session.start
                known[session.id] = _cut(session, start, min(session.end, until))
    return tuple(sorted(known.values(), key=lambda session: (session.start, session.end, session.id)))


def _cut(session: Session, start: int, end: int) -> Session:
    return session if (start, end) == (session.start, session.end) else replace(session, start=start, end=end)
