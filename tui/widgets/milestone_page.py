"""The page of one milestone around its steps: above them when and what it needs, below them attempts and results."""

from functools import partial

from textual.content import Content
from textual.reactive import reactive

from tui.widgets.block import Block
from tui.widgets.cells import ACCENT, MUTED, STRONG, cell, row, wrapped
from tui.widgets.milestone_line import MilestoneLine, said_state
from tui.widgets.rows import Row
from tui.wording.milestone_page import Detail


class MilestoneHead(Block):
    """Title, state, due and expected days, and what the milestone needs."""

    DRAWN = ("detail", "line", "needs")

    detail: reactive[Detail | None] = reactive(None, layout=True)
    line: reactive[MilestoneLine | None] = reactive(None, layout=True)
    needs: reactive[str] = reactive("", layout=True)

    def draw(self, width: int) -> list[Content]:
        """Draw them; labels stand in a column."""
        detail, line = self.detail, self.line
        if detail is None or line is None:
            return []
        room = (
            max([Content(label).cell_length for label, _ in detail.facts] + [Content(self.needs).cell_length])
            + 3
        )
        lines = [*wrapped(detail.title, width, STRONG), said_state(line, self.glyphs), Content()]
        lines += [row(cell(label, room, MUTED), cell(value, width - room)) for label, value in detail.facts]
        for number, (title, left) in enumerate(detail.needs):
            label = cell(self.needs if not number else "", room, MUTED)
            lines.append(row(label, title, ("  " + left, MUTED)).truncate(width, ellipsis=True))
        return lines


class MilestoneTail(Block):
    """Attempts, results and the arithmetic of medals."""

    DRAWN = ("detail",)

    detail: reactive[Detail | None] = reactive(None, layout=True)

    def draw(self, width: int) -> list[Content]:
        """Draw them."""
        if self.detail is None:
            return []
        lines: list[Content] = []
        for text in self.detail.tries:
            lines += wrapped(text, width)
        return lines + (wrapped(self.detail.medal, width, MUTED) if self.detail.medal else [])


def step_rows(detail: Detail, on: str, off: str) -> tuple[Row, ...]:
    """Return the steps as rows to tick; their ids count from 1."""

    def drawn(text: str, ticked: bool, width: int) -> list[Content]:
        sign = Content.styled(on if ticked else off, ACCENT if ticked else MUTED)
        lines = wrapped(text, width - 4, MUTED if ticked else "")
        return [row(sign if not number else "   ", " ", line) for number, line in enumerate(lines)]

    steps = enumerate(detail.steps, 1)
    return tuple(Row(partial(drawn, text, ticked), str(number)) for number, (text, ticked) in steps)
