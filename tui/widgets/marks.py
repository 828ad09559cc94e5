"""Lines to mark: what, its figures, a box with its word, and a remark; the columns stand below one another."""

from textual.content import Content
from textual.message import Message

from tui.glyphs import Glyphs
from tui.widgets.cells import ACCENT, MUTED, cell, row
from tui.widgets.rows import Row, Rows
from tui.wording.checkin import Line


class Marks(Rows):
    """Rows to mark with space, and to turn with the left and right arrows."""

    BINDINGS = [("left", "turn(-1)"), ("right", "turn(1)")]  # noqa: RUF012

    class Turned(Message):
        """The row under the cursor is to be less (-1) or more (+1)."""

        def __init__(self, rows: "Marks", row: str, step: int) -> None:
            super().__init__()
            self.rows, self.row, self.step = rows, row, step

        @property
        def control(self) -> "Marks":
            """The rows that sent it."""
            return self.rows

    def fill(self, lines: tuple[Line, ...], glyphs: Glyphs) -> None:
        """Show these lines."""
        figures = max((Content(line.figures).cell_length for line in lines), default=0)
        mark = max((Content(line.mark).cell_length for line in lines), default=0)
        self.rows = tuple(
            Row(lambda width, line=line: [_drawn(line, figures, mark, width, glyphs)], line.id) for line in lines
        )

    def action_turn(self, step: int) -> None:
        """Say that it is to be less or more."""
        if self.cursor:
            self.post_message(self.Turned(self, self.cursor, step))


def _drawn(line: Line, figures: int, mark: int, width: int, glyphs: Glyphs) -> Content:
    box = (glyphs.on if line.marked else glyphs.off, ACCENT if line.marked else MUTED)
    middle = row(cell(line.figures, figures, MUTED, right=True), "   ", box, " ",
                 cell(line.mark, mark, "" if line.marked else MUTED), "   ")  # fmt: skip
    what = max(10, min(36, width - middle.cell_length - 22))
    return row(cell(line.what, what), "  ", middle, cell(line.remark, max(1, width - what - 2 - middle.cell_length)))
