"""How two plans differ (step 7): sessions kept, moved, added, removed, and each milestone before and after."""

from collections.abc import Sequence
from datetime import date, timedelta

from planner.journal.model import Session
from planner.schedule.model import Diff, MilestoneChange, Plan


def compare(before: Plan, after: Plan) -> Diff:
    """Compare the sessions of two plans that are not over at the later one's moment; buffers do not count.

    Moved minutes are half the sum over (module, week) of |minutes of study before - after|.
    """
    now = int(after.now.timestamp()) // 60
    old = {s.id: s for s in before.sessions if s.kind != "buffer" and s.end > now}
    new = {s.id: s for s in after.sessions if s.kind != "buffer"}
    both = [(old[name], new[name]) for name in new if name in old]
    moved = [(a, b) for a, b in both if (max(a.start, now), a.end) != (b.start, b.end)]
    dates = {m.id: m.expected for m in before.milestones}
    return Diff(
        kept=len(both) - len(moved),
        moved=tuple(moved),
        added=tuple(s for name, s in new.items() if name not in old),
        removed=tuple(s for name, s in old.items() if name not in new),
        moved_minutes=_moved_minutes(list(old.values()), list(new.values())),
        milestones=tuple(
            MilestoneChange(m.id, dates.get(m.id), m.expected)
            for m in after.milestones
            if not m.reached and dates.get(m.id) != m.expected
        ),
        finish=(before.finish, after.finish),
    )


def _moved_minutes(old: Sequence[Session], new: Sequence[Session]) -> int:
    change: dict[tuple[str | None, date], int] = {}
    for sign, sessions in ((-1, old), (1, new)):
        for session in sessions:
            if session.kind != "study":
                continue
            key = (session.module, session.day - timedelta(days=session.day.weekday()))
            change[key] = change.get(key, 0) + sign * session.minutes
    return sum(abs(minutes) for minutes in change.values()) // 2
