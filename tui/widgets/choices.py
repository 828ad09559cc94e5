"""Ways side by side, one of them chosen: a column each, figures below one another.

Invariant: the chosen one is marked by a sign, not only by its colour, and columns keep their place while others come.
"""

from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive

from tui.widgets.block import MARGIN, Block
from tui.widgets.cells import ACCENT, MUTED, STRONG, cell, row, wrapped

_WIDEST, _LEAST, _SIGN = 24, 12, 2


@dataclass(frozen=True, slots=True)
class Column:
    """A way: its name, and its figures; one that cannot be chosen is only read."""

    name: str
    figures: tuple[str, ...]
    is_open: bool


class Choices(Block):
    """Draws the ways; a click chooses one."""

    DRAWN = ("labels", "columns", "chosen")

    labels: reactive[tuple[str, ...]] = reactive((), layout=True)
    columns: reactive[tuple[Column, ...]] = reactive((), layout=True)
    chosen: reactive[int] = reactive(0)

    class Chosen(Message):
        """A column was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def draw(self, width: int) -> list[Content]:
        """Draw names above figures."""
        if not self.columns:
            return []
        label, room = self._rooms(width)
        lines = [row(cell("", label), *(self._head(i, room) for i in range(len(self.columns))))]
        for number, said in enumerate(self.labels):
            first, *below = wrapped(said, label - 2, MUTED)
            figures = (self._figure(i, number, room) for i in range(len(self.columns)))
            lines += [row(cell(first, label), *figures), *below]
        return [line.truncate(width) for line in lines]

    def _rooms(self, width: int) -> tuple[int, int]:
        """Return the cells of the labels, and of each column; where there is little room, labels give way first."""
        label = max((Content(said).cell_length for said in self.labels), default=0) + 2
        texts = (text for i, each in enumerate(self.columns) for text in (_named(i, each), *each.figures))
        needed = max(Content(text).cell_length for text in texts) + _SIGN
        count = max(1, len(self.columns))
        label = min(label, max(_LEAST, width - count * needed))
        return label, min(_WIDEST, (width - label) // count)

    def _head(self, place: int, room: int) -> Content:
        column, is_chosen = self.columns[place], place == self.chosen
        style = ACCENT if is_chosen else "" if column.is_open else MUTED
        name = cell(_named(place, column), room - _SIGN, f"bold {style}".strip())
        return row((f"{self.glyphs.marker} " if is_chosen else "  ", ACCENT), name)

    def _figure(self, place: int, number: int, room: int) -> Content:
        column = self.columns[place]
        style = STRONG if place == self.chosen else MUTED
        text = column.figures[number] if number < len(column.figures) else ""
        return row("  ", cell(text, room - _SIGN, style))

    def on_click(self, event: Click) -> None:
        """Choose the column that was clicked."""
        label, room = self._rooms(self.content_size.width - MARGIN)
        place = (event.x - MARGIN - label) // max(1, room)
        if 0 <= place < len(self.columns):
            self.post_message(self.Chosen(place))


def _named(place: int, column: Column) -> str:
    return f"{place + 1} {column.name}"
