"""The first two lines of every screen: where we are, what for, when; and the rule line.

Invariant: a shorter form of what stands at the right is taken only where the longer leaves too little for the title.
"""

from textual.content import Content
from textual.reactive import reactive

from tui.widgets.block import Block
from tui.widgets.cells import MUTED, RULE, STRONG, row, spread


class Top(Block):
    """`place` in strong letters, `title` beside it, `aside` at the right, or the longest of its forms that has room."""

    DRAWN = ("place", "title", "aside")

    place: reactive[str] = reactive("")
    title: reactive[str] = reactive("")
    aside: reactive[str | tuple[str, ...]] = reactive("")

    def all_lines(self, width: int) -> list[Content]:
        """Draw the line and the rule."""
        left = row(" ", (self.place, STRONG), "   ", (self.title, ""))
        forms = (self.aside,) if isinstance(self.aside, str) else self.aside
        drawn = [row((form, MUTED), " ") for form in forms]
        fitting = (form for form in drawn if left.cell_length + form.cell_length < width)
        return [
            spread(left, next(fitting, drawn[-1]), width),
            row(" ", (self.glyphs.rule * max(0, width - 2), RULE)),
        ]
