"""What the last action moved, marked for a moment: the app's `fresh`, which screens ask for.

Invariant: a mark is gone after `MARKED_FOR` seconds, or with the next action.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.timer import Timer

    from planner.workspace.opening import Opened
    from tui.acting import ActingApp

MARKED_FOR = 8.0  # as long as what was done is said


def mark_fresh(app: "ActingApp", before: "Opened", after: "Opened") -> None:
    """Mark the sessions that have another place now, or are new."""
    if before.plan.sessions == after.plan.sessions:
        return
    app.fresh = fresh = fresh_between(before, after)
    if fresh:
        _forget_later(app, fresh)


def fresh_between(before: "Opened", after: "Opened") -> frozenset[str]:
    """Return the ids of the sessions ahead that have another place than before, or are new."""
    from planner.schedule import compare

    if before.shown.accepted is None or after.shown.accepted is None:
        return frozenset()
    diff = compare(before.plan, after.plan)
    return frozenset((*(new.id for _, new in diff.moved), *(new.id for new in diff.added)))


def fresh_modules(app: "ActingApp") -> frozenset[str]:
    """Return the modules that have a marked session."""
    if not app.fresh:
        return frozenset()
    sessions = app.plan.plan.sessions
    return frozenset(each.module for each in sessions if each.module and each.id in app.fresh)


def _forget_later(app: "ActingApp", fresh: frozenset[str]) -> "Timer":
    def forget() -> None:
        if app.fresh is fresh:
            app.fresh = frozenset()
            app.refresh_screens()

    return app.set_timer(MARKED_FOR, forget)
