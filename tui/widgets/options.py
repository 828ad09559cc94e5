"""Answers to choose from, one of them or several, each with a quiet line below it; and labelled lines of text."""

from functools import partial

from textual.content import Content
from textual.reactive import reactive

from tui.glyphs import Glyphs
from tui.widgets.block import Block
from tui.widgets.cells import ACCENT, MUTED, cell, row, wrapped
from tui.widgets.rows import Row, Rows
from tui.wording.first_run import Option


class Options(Rows):
    """Rows to choose one of: the one under the cursor."""

    def fill(self, options: tuple[Option, ...], chosen: str = "") -> None:
        """Show these options, with the cursor on the chosen one."""
        self.rows = tuple(
            Row(partial(self._drawn, option, option is options[-1]), option.id) for option in options
        )
        self.cursor = chosen or self.cursor

    def _drawn(self, option: Option, last: bool, width: int) -> list[Content]:
        style = ACCENT if option.id == self.cursor else ""
        lines = wrapped(option.name, width, f"bold {style}".strip() if option.note else style)
        if option.note:
            lines += wrapped(option.note, min(width, 72), MUTED)
        return lines if last or not option.note else [*lines, Content()]


class Boxes(Rows):
    """Rows to mark any number of; a row without an id is a heading."""

    def fill(self, options: tuple[Option, ...], marked: tuple[str, ...], glyphs: Glyphs) -> None:
        """Show these options with their marks."""
        self.rows = tuple(
            Row(partial(_box, option, option.id in marked, glyphs, number > 0), option.id)
            for number, option in enumerate(options)
        )


def _box(option: Option, marked: bool, glyphs: Glyphs, below: bool, width: int) -> list[Content]:
    if not option.id:
        return [*([Content()] if below else []), cell(Content.styled(option.name, MUTED), width)]
    box = (glyphs.on if marked else glyphs.off, ACCENT if marked else MUTED)
    note = (f"   {option.note}" if option.note else "", MUTED)
    return [cell(row(box, " ", option.name, note), width)]


class Labelled(Block):
    """Lines with labels before them, in two columns; if `quiet`, what has no label is muted."""

    DRAWN = ("pairs", "quiet")

    quiet: reactive[bool] = reactive(default=False)
    pairs: reactive[tuple[tuple[str, str], ...]] = reactive((), layout=True)

    def draw(self, width: int) -> list[Content]:
        """Draw them."""
        labels = dict.fromkeys(label for label, _ in self.pairs)
        room = max((Content(label).cell_length for label in labels), default=0) + 3
        lead, below = {label: cell(label, room, MUTED) for label in labels}, cell("", room, MUTED)
        lines: list[Content] = []
        for label, text in self.pairs:
            style = "" if label or not self.quiet else MUTED
            for number, line in enumerate(wrapped(text, width - room, style)):
                lines.append((below if number else lead[label]) + line)
        return lines
