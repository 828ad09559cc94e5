"""A page that is read by scrolling: up and down move the page, since nothing on it has a cursor.

Invariant: a page that fits the screen stays where it is.
"""

from typing import ClassVar

from textual.binding import BindingType

from tui.screens.base import PlannerScreen
from tui.widgets.top import Top
from tui.wording.days import say_short
from tui.wording.today import aside


class ScrollingScreen(PlannerScreen):
    """The scrolling; `PAGE` selects what scrolls."""

    PAGE: ClassVar[str] = "#body"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("up", "up"), ("down", "down"), ("pageup", "page(-1)"), ("pagedown", "page(1)"),
        ("home", "edge(-1)"), ("end", "edge(1)"),
    ]  # fmt: skip

    def show(self) -> None:
        """Say the day at the top right, as every screen of a plan does; beside a long title without the week."""
        super().show()
        opened = self.planner.opened
        if opened is not None:
            day = say_short(opened.now.date(), opened.now.date(), self.t, weekday=True)
            self.query_one(Top).aside = (*aside(opened), day)

    def action_up(self) -> None:
        """Scroll up."""
        self.query_one(self.PAGE).scroll_up(animate=False)

    def action_down(self) -> None:
        """Scroll down."""
        self.query_one(self.PAGE).scroll_down(animate=False)

    def action_page(self, step: int) -> None:
        """Scroll a whole page."""
        page = self.query_one(self.PAGE)
        page.scroll_relative(y=step * max(1, page.size.height - 1), animate=False)

    def action_edge(self, step: int) -> None:
        """Scroll to the end, or to the beginning."""
        page = self.query_one(self.PAGE)
        page.scroll_to(y=page.max_scroll_y if step > 0 else 0, animate=False)
