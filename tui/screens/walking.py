"""A screen with several blocks of rows, through which one cursor walks as if they were one.

Invariant: the cursor is where the focus is; beyond the last row of a block it goes on to the first of the next.
"""

from textual import on

from tui.screens.base import PlanScreen
from tui.widgets.rows import Rows


class WalkingScreen(PlanScreen):
    """The walking."""

    @on(Rows.Left)
    def _leave(self, message: Rows.Left) -> None:
        """Go on to the next rows above or below."""
        blocks = [each for each in self.query(Rows) if each.ids()]
        place = blocks.index(message.rows) + message.step if message.rows in blocks else 0
        if 0 <= place < len(blocks):
            ids = blocks[place].ids()
            blocks[place].cursor = ids[0] if message.step > 0 else ids[-1]
            self.set_focus(blocks[place])

    def focus_first(self) -> None:
        """Put the cursor on the first row that there is."""
        first = next((rows for rows in self.query(Rows) if rows.ids()), None)
        if first is not None:
            self.set_focus(first, scroll_visible=False)

    def focused_rows(self) -> Rows | None:
        """Return the block that has the cursor."""
        return self.focused if isinstance(self.focused, Rows) else None

    def action_up(self) -> None:
        """Move up."""
        if rows := self.focused_rows():
            rows.action_move(-1)

    def action_down(self) -> None:
        """Move down."""
        if rows := self.focused_rows():
            rows.action_move(1)
