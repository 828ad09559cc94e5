"""What can be done with the session under the cursor, wherever sessions are listed.

Invariant: a screen says which session that is; nothing here knows how it is shown.
"""

from dataclasses import replace
from datetime import date

from planner.text.messages import KeyOf, Message, msg
from planner.workspace.tracking.timer import running
from planner.workspace.views.sessions import SessionView
from tui.commands import Command, commands_of
from tui.screens.base import PlanScreen
from tui.widgets.foot import Key


class SessionActions(PlanScreen):
    """Timer, log, finished and page of a session."""

    def _key(self, command: Command) -> Key:
        """Say that the timer's key stops it where one runs."""
        key = super()._key(command)
        runs = command.name == "timer" and self.planner.plan.shown.timers
        return replace(key, label=self.t(msg("stop"))) if runs else key

    def session_at_cursor(self) -> SessionView | None:
        """Return the session that is meant."""
        return None

    def session_missing(self) -> Message:
        """Return what is said when no session is meant."""
        return msg("Put the cursor on a session: the arrow keys go up and down.")

    def session_meant(self) -> SessionView | None:
        """Return the session that is meant; without one, say what is missing."""
        session = self.session_at_cursor()
        if session is None:
            self.say(self.session_missing())
        return session

    def _module_to_study(self) -> str | None:
        """Return the module of the session that is meant; say so when it is finished, or when there is none."""
        view = self.session_meant()
        if view is None:
            return None
        session = view.session
        if session.module is None:
            self.say(msg("The buffer is no session: it stays free for catching up."))
            return None
        if session.kind == "study" and session.module in self.planner.plan.shown.done:
            log = KeyOf(next(each.id for each in commands_of(self.NAME) if each.name == "log"))
            said = msg(
                "{module} is finished already; {log} logs time all the same.", module=view.title, log=log
            )
            self.say(said)
            return None
        return session.module

    def log_day(self) -> date | None:
        """Return the day on which time is logged first of all; None for today."""
        return None

    def open_session(self, session: SessionView) -> None:
        """Open the page of a session."""
        from tui.screens.detail import DetailScreen

        self.app.push_screen(DetailScreen(session))

    def action_timer(self) -> None:
        """Stop the timer, asking how long it was if that is in doubt; else start it on the session at the cursor."""
        from planner.workspace.tracking.timing import start_timer, stop_timer

        timers = running(self.planner.plan)
        if not timers:
            if module := self._module_to_study():
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

        if module := self._module_to_study():
            self.app.push_screen(DoneSheet(module))
