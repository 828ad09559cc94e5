"""The first two lines of every screen: where we are, what for, when; and the rule line."""

from textual.content import Content
from textual.reactive import reactive

from tui.widgets.block import Block
from tui.widgets.cells import MUTED, RULE, STRONG, row, spread


class Top(Block):
    """`place` in strong letters, `title` beside it, `aside` at the right."""

    DRAWN = ("place", "title", "aside")

    place: reactive[str] = reactive("")
    title: reactive[str] = reactive("")
    aside: reactive[str] = reactive("")

    def all_lines(self, width: int) -> list[Content]:
        """Draw the line and the rule."""
        left = row(" ", (self.place, STRONG), "   ", (self.title, ""))
        return [
            spread(left, row((self.aside, MUTED), " "), width),
            row(" ", (self.glyphs.rule * max(0, width - 2), RULE)),
        ]
