"""Parts of a whole below one another: a name, a bar, and figures."""

from dataclasses import dataclass

from textual.content import Content
from textual.reactive import reactive

from tui.widgets.block import Block
from tui.widgets.cells import MUTED, bar, cell, row, wrapped


@dataclass(frozen=True, slots=True)
class Share:
    """One line: `share` from 0 to 1, or more; None draws no bar."""

    name: str
    share: float | None
    figures: str
    note: str = ""


class Shares(Block):
    """Draws shares; `nothing` is said when there are none."""

    DRAWN = ("shares", "nothing")

    shares: reactive[tuple[Share, ...]] = reactive((), layout=True)
    nothing: reactive[str] = reactive("", layout=True)

    def draw(self, width: int) -> list[Content]:
        """Draw name, bar, figures and note of each."""
        if not self.shares:
            return wrapped(self.nothing, width, MUTED)
        figures = max(Content(each.figures).cell_length for each in self.shares)
        notes = max(Content(each.note).cell_length for each in self.shares)
        tail = figures + (notes + 2 if notes else 0)
        names = min(max(Content(each.name).cell_length for each in self.shares), max(8, width - tail - 8))
        length = max(0, width - names - tail - 4)
        return [self._line(each, (names, length, figures, notes)) for each in self.shares]

    def _line(self, each: Share, widths: tuple[int, int, int, int]) -> Content:
        names, length, figures, notes = widths
        middle = Content(" " * length) if each.share is None else bar(each.share, length, self.glyphs)
        parts = [
            cell(each.name, names),
            Content("  "),
            middle,
            Content("  "),
            cell(each.figures, figures, right=True),
        ]
        return row(*parts, "  ", cell(each.note, notes, MUTED)) if notes else row(*parts)
