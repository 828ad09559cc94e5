"""Rows of one line each, of which only those are drawn that can be seen: for hundreds of them.

Invariant: what is drawn of a row is what `Rows` draws of it; every row of these has exactly one line.
"""

from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip
from textual.visual import Visual

from tui.widgets.block import MARGIN
from tui.widgets.cells import ACCENT, row
from tui.widgets.rows import Rows


class LineRows(Rows):
    """Rows without a heading, one line each."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many rows there are."""
        del container, viewport, width
        return len(self.rows)

    def place(self) -> tuple[int, int] | None:
        """Return the line of the cursor's row, as the first and the last one."""
        places = (number for number, each in enumerate(self.rows) if each.id and each.id == self.cursor)
        at = next(places, None)
        return None if at is None else (at, at)

    def owner_at(self, y: int) -> str:
        """Return the row at the line `y`."""
        return self.rows[y].id if 0 <= y < len(self.rows) else ""

    def render_line(self, y: int) -> Strip:
        """Draw one line; text that is being selected is drawn as in every widget."""
        if self.text_selection is not None or y >= len(self.rows):
            return super().render_line(y)
        width = self.content_size.width
        each = self.rows[y]
        here = self.has_focus and each.id and each.id == self.cursor
        lead = Content.styled(f"{self.glyphs.marker} ", ACCENT) if here else Content(" " * MARGIN)
        line = row(lead, each.draw(max(1, width - MARGIN))[0])
        return Visual.to_strips(self, line, width, 1, self.visual_style)[0]
