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

    def fill(self, lines: tuple[Line, ...], glyphs: Glyphs, *, figures_last: bool = False) -> None:
        """Show these lines; what they are about gives way to the other columns. `figures_last`: remarks are figures."""
        widest, figures, mark, remark = (
            max((Content(text).cell_length for text in texts), default=0)
            for texts in (
                [line.what for line in lines], [line.figures for line in lines],
                [line.mark for line in lines], [line.remark for line in lines],
            )
        )  # fmt: skip

        def drawn(line: Line, width: int) -> list[Content]:
            what = max(8, min(widest, width - figures - mark - remark - 12))
            last = remark if figures_last else 0
            return [_drawn(line, (what, figures, mark, last), glyphs).truncate(width, ellipsis=True)]

        self.rows = tuple(Row(partial(drawn, line), line.id) for line in lines)

    def action_turn(self, step: int) -> None:
        """Say that it is to be less or more."""
        if self.cursor:
            self.post_message(self.Turned(self, self.cursor, step))


def _drawn(line: Line, columns: tuple[int, int, int, int], glyphs: Glyphs) -> Content:
    """Draw a line; `columns` are the cells of what, figures, mark, and of a remark at the right edge of its column."""
    what, figures, mark, last = columns
    remark = cell(line.remark, last, right=True) if last else line.remark
    box = (glyphs.on if line.marked else glyphs.off, ACCENT if line.marked else MUTED)
    return row(
        cell(line.what, what), "  ", cell(line.figures, figures, MUTED, right=True), "   ",
        box, " ", cell(line.mark, mark, "" if line.marked else MUTED), "   ", remark,
    )  # fmt: skip
