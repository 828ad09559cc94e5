"""What can be done with the session under the cursor, wherever sessions are listed.

Invariant: a screen says which session that is; nothing here knows how it is shown.
"""

from datetime import date

from planner.workspace.tracking.timer import running
from planner.workspace.views.sessions import SessionView
from tui.screens.base import PlanScreen


class SessionActions(PlanScreen):
    """Timer, log, finished and page of a session."""

    def session_at_cursor(self) -> SessionView | None:
        """Return the session that is meant."""
        return None

    def log_day(self) -> date | None:
        """Return the day on which time is logged first of all; None for today."""
        return None

    def action_timer(self) -> None:
        """Stop the timer, asking how long it was if that is in doubt; else start it on the session at the cursor."""
        from planner.workspace.tracking.timing import start_timer, stop_timer

        timers = running(self.planner.plan)
        if not timers:
            session = self.session_at_cursor()
            module = session.session.module if session else None
            self.planner.act(lambda opened: start_timer(opened, module))
        elif timers[-1].doubtful:
            from tui.screens.timer import TimerSheet

            self.app.push_screen(TimerSheet(timers[-1]))
        else:
            self.planner.act(stop_timer)

    def action_log(self) -> None:
        """Log time on the module under the cursor."""
        from tui.screens.log import LogSheet

        session = self.session_at_cursor()
        self.app.push_screen(LogSheet(session.session.module if session else None, self.log_day()))

    def action_done(self) -> None:
        """Ask whether the module under the cursor is finished."""
        from tui.screens.done import DoneSheet

        session = self.session_at_cursor()
        if session is not None and session.session.module is not None:
            self.app.push_screen(DoneSheet(session.session.module))
