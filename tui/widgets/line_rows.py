"""Rows of one line each, of which only those are drawn that can be seen: for hundreds of them.

Invariant: what is drawn of a row is what `Rows` draws of it; every row of these has exactly one line.
"""

from functools import partial

from textual.content import Content
from textual.geometry import Offset, Size

from tui.jumping import Target
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

    def jump_targets(self) -> list[Target]:
        """Return the line of each row that can be chosen."""
        return [
            Target(Offset(0, number), partial(self.take, each.id))
            for number, each in enumerate(self.rows)
            if each.id
        ]

    def seen_line(self, y: int) -> Content | None:
        """Draw the row at the line `y`."""
        if y >= len(self.rows):
            return None
        each = self.rows[y]
        here = self.shows_cursor() and each.id and each.id == self.cursor
        lead = Content.styled(f"{self.glyphs.marker} ", ACCENT) if here else Content(" " * MARGIN)
        return row(lead, each.draw(max(1, self.content_size.width - MARGIN))[0])
