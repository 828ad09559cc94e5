"""One session: its topics, how far its module is, with what to study, what it leads to; what can be done with it."""

from datetime import date

from planner.keymap.table import DETAIL
from planner.text.messages import msg
from planner.workspace.views.history import session_by_id
from planner.workspace.views.sessions import SessionView
from tui.commands import bindings_of
from tui.screens.labelled_page import LabelledPage
from tui.screens.session_actions import SessionActions
from tui.widgets.foot import Sentence
from tui.wording.detail import session_judgement, session_pairs


class DetailScreen(LabelledPage, SessionActions):
    """The page of a session."""

    NAME = DETAIL
    BINDINGS = bindings_of(DETAIL)

    def __init__(self, session: SessionView) -> None:
        super().__init__()
        self.session = session

    def about(self) -> tuple[str, str, tuple[tuple[str, str], ...]]:
        """Return the session's lines."""
        lines = session_pairs(self.session, self.planner.plan)
        return self.t(msg("session")), self.t(self.session.title), lines

    def show(self) -> None:
        """Fill the page, and say what became of the session or what can be done."""
        super().show()
        said = session_judgement(self.session, self.planner.plan)
        self.query_one(Sentence).judgement = self.t(said)

    def offers(self, command: str) -> bool:
        """Offer no study of what is no session of study."""
        if command in {"timer", "log", "done"} and self.session.session.module is None:
            return False
        return super().offers(command)

    def session_at_cursor(self) -> SessionView:
        """Return the session."""
        return self.session

    def log_day(self) -> date | None:
        """Return the session's day, unless that is ahead."""
        day = self.session.session.day
        return day if day <= self.planner.plan.now.date() else None

    def asked_about(self) -> str:
        """Return the session."""
        return f"session:{self.session.session.id}"

    def refresh_plan(self) -> None:
        """Show the session as it is in the plan now; one that it no longer has is left."""
        found = session_by_id(self.planner.plan, self.session.session.id)
        if found is None:
            self.call_later(self._gone)
            return
        self.session = found
        super().refresh_plan()

    def _gone(self) -> None:
        if not self.is_active:
            self.stale = True  # a sheet lies over it
            return
        self.dismiss()
        self.planner.say(self.t(msg("This session is no longer planned.")))
