"""One milestone in one line: its name, when it is due, its slack, and its state as a shape and a word."""

from dataclasses import dataclass

from textual.content import Content

from tui.glyphs import Glyphs
from tui.widgets.cells import MUTED, cell, row

ON_TRACK, TIGHT, LATE, REACHED = "on-track", "tight", "late", "reached"
STYLES = {ON_TRACK: "$good", TIGHT: "$tight", LATE: "$late", REACHED: "$good"}


@dataclass(frozen=True, slots=True)
class MilestoneLine:
    """What the line says; `state` is one of the four, `word` the same in words."""

    id: str
    title: str
    due: str
    expected: str
    slack: str
    state: str
    word: str


def shape(state: str, glyphs: Glyphs) -> str:
    """Return the shape of a state."""
    signs = {ON_TRACK: glyphs.tick, TIGHT: glyphs.tight, LATE: glyphs.late, REACHED: glyphs.reached}
    return signs[state]


def said_state(line: MilestoneLine, glyphs: Glyphs) -> Content:
    """Return the state: shape and word in its colour."""
    return Content.styled(f"{shape(line.state, glyphs)} {line.word}", STYLES[line.state])


@dataclass(frozen=True, slots=True)
class Widths:
    """The cells that the columns of several lines need, so that they stand below one another."""

    due: int
    expected: int
    slack: int
    word: int

    @classmethod
    def of(cls, lines: tuple[MilestoneLine, ...], *, expected: bool = False) -> "Widths":
        """Measure the lines; without `expected` that column is left out."""

        def widest(*texts: str) -> int:
            return max((Content(text).cell_length for text in texts), default=0)

        return cls(
            widest(*(line.due for line in lines)),
            widest(*(line.expected for line in lines)) if expected else 0,
            widest(*(line.slack for line in lines)),
            widest(*(line.word for line in lines)) + 2,
        )


def draw_milestone(line: MilestoneLine, widths: Widths, width: int, glyphs: Glyphs) -> Content:
    """Draw a line to the width; the name gives way."""
    tail = [cell(line.due, widths.due, MUTED)]
    if widths.expected:
        tail += [Content("  "), cell(line.expected, widths.expected)]
    tail += [Content("  "), cell(line.slack, widths.slack, MUTED, right=True), Content("   ")]
    tail += [cell(said_state(line, glyphs), widths.word)]
    end = row(*tail)
    room = max(6, width - end.cell_length - 2)
    return row(cell(line.title, room), "  ", end)
