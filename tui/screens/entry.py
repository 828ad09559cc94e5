"""One entry of the history: what exactly, when, on which machine, and its id."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from planner.keymap.table import DETAIL
from planner.text.messages import msg
from tui.commands import bindings_of
from tui.screens.base import PlannerScreen
from tui.widgets.options import Labelled
from tui.widgets.top import Top


class EntryScreen(PlannerScreen):
    """The page of an entry."""

    NAME = DETAIL
    BINDINGS = bindings_of(DETAIL)

    def __init__(self, pairs: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.pairs = pairs

    def body(self) -> ComposeResult:
        """Return the labelled lines."""
        with VerticalScroll(id="body"):
            yield Labelled()

    def show(self) -> None:
        """Fill them."""
        super().show()
        top = self.query_one(Top)
        top.place, top.title = self.t(msg("history")), self.t(self.planner.plan.curriculum.title)
        self.query_one(Labelled).pairs = self.pairs

    def action_up(self) -> None:
        """Scroll up."""
        self.query_one("#body").scroll_up(animate=False)

    def action_down(self) -> None:
        """Scroll down."""
        self.query_one("#body").scroll_down(animate=False)
