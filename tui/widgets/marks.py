"""Lines to mark: what, its figures, a box with its word, and a remark; the columns stand below one another."""

from functools import partial

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
        """Show these lines; what they are about gives way to the other columns."""
        widest, figures, mark, remark = (
            max((Content(text).cell_length for text in texts), default=0)
            for texts in (
                [line.what for line in lines], [line.figures for line in lines],
                [line.mark for line in lines], [line.remark for line in lines],
            )
        )  # fmt: skip

        def drawn(line: Line, width: int) -> list[Content]:
            what = max(12, min(widest, width - figures - mark - remark - 13))
            return [_drawn(line, (what, figures, mark), glyphs).truncate(width, ellipsis=True)]

        self.rows = tuple(Row(partial(drawn, line), line.id) for line in lines)

    def action_turn(self, step: int) -> None:
        """Say that it is to be less or more."""
        if self.cursor:
            self.post_message(self.Turned(self, self.cursor, step))


def _drawn(line: Line, columns: tuple[int, int, int], glyphs: Glyphs) -> Content:
    """Draw a line; `columns` are the cells of what, figures and mark."""
    what, figures, mark = columns
    box = (glyphs.on if line.marked else glyphs.off, ACCENT if line.marked else MUTED)
    return row(
        cell(line.what, what), "  ", cell(line.figures, figures, MUTED, right=True), "   ",
        box, " ", cell(line.mark, mark, "" if line.marked else MUTED), "   ", line.remark,
    )  # fmt: skip
