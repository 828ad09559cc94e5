"""A page of labelled lines about one thing, which is read by scrolling.

Invariant: what it says comes from `about`, anew whenever the plan is another one.
"""

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from tui.screens.scrolling import ScrollingScreen
from tui.widgets.options import Labelled
from tui.widgets.top import Top


class LabelledPage(ScrollingScreen):
    """The page."""

    def body(self) -> ComposeResult:
        """Return the labelled lines."""
        with VerticalScroll(id="body"):
            yield Labelled()

    def about(self) -> tuple[str, str, tuple[tuple[str, str], ...]]:
        """Return what kind of thing it is, its title, and the lines."""
        raise NotImplementedError

    def show(self) -> None:
        """Fill them."""
        super().show()
        top, lines = self.query_one(Top), self.query_one(Labelled)
        top.place, top.title, lines.pairs = self.about()
