"""One session: its topics, how far its module is, with what to study, and what it leads to."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from planner.keymap.table import DETAIL
from planner.text.messages import msg
from planner.workspace.views.sessions import SessionView
from tui.commands import bindings_of
from tui.screens.base import PlannerScreen
from tui.widgets.options import Labelled
from tui.widgets.top import Top
from tui.wording.detail import session_pairs


class DetailScreen(PlannerScreen):
    """The page of a session."""

    NAME = DETAIL
    BINDINGS = bindings_of(DETAIL)

    def __init__(self, session: SessionView) -> None:
        super().__init__()
        self.session = session

    def body(self) -> ComposeResult:
        """Return the labelled lines."""
        with VerticalScroll(id="body"):
            yield Labelled()

    def show(self) -> None:
        """Fill them."""
        super().show()
        top = self.query_one(Top)
        top.place, top.title = self.t(msg("session")), self.t(self.session.title)
        self.query_one(Labelled).pairs = session_pairs(self.session, self.planner.plan)

    def action_up(self) -> None:
        """Scroll up."""
        self.query_one("#body").scroll_up(animate=False)

    def action_down(self) -> None:
        """Scroll down."""
        self.query_one("#body").scroll_down(animate=False)
