"""One milestone in one line: its name, when it is due, its slack, and its state as a shape and a word."""

from dataclasses import dataclass

from textual.content import Content

from tui.glyphs import Glyphs
from tui.widgets.cells import MUTED, cell, row

_NAME = 12  # cells in which a name can still be told from others
ON_TRACK, TIGHT, LATE, REACHED = "on-track", "tight", "late", "reached"
STYLES = {ON_TRACK: "$good", TIGHT: "$tight", LATE: "$late", REACHED: "$good"}


@dataclass(frozen=True, slots=True)
class MilestoneLine:
    """What the line says; `state` is one of the four, `word` the same in words; `room` the slack, or how late."""

    id: str
    title: str
    due: str
    expected: str
    room: str
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
    room: int
    word: int

    @classmethod
    def of(cls, lines: tuple[MilestoneLine, ...], due: str = "", expected: str = "") -> "Widths":
        """Measure the lines; with both headings there is a column for the expected day, else one for slack."""

        def widest(*texts: str) -> int:
            return max((Content(text).cell_length for text in texts), default=0)

        return cls(
            widest(due, *(line.due for line in lines)),
            widest(expected, *(line.expected for line in lines)) if expected else 0,
            0 if expected else widest(*(line.room for line in lines)),
            widest(*(line.word for line in lines)) + 2,
        )


def draw_heading(title: str, due: str, expected: str, widths: Widths, width: int) -> Content:
    """Draw a heading above lines with an expected day: the title, and the names of both columns."""
    tail = row(cell(due, widths.due), "  ", cell(expected, widths.expected), " " * (3 + widths.word))
    room = max(6, width - tail.cell_length - 2)
    return row(cell(title, room), "  ", tail).stylize(MUTED)


def draw_milestone(line: MilestoneLine, widths: Widths, width: int, glyphs: Glyphs) -> Content:
    """Draw a line to the width; the name gives way, and before it is too short the slack does."""
    due, state = cell(line.due, widths.due, MUTED), cell(said_state(line, glyphs), widths.word)
    between = []
    if widths.expected:
        between.append(row("  ", cell(line.expected, widths.expected)))
    if widths.room:
        between.append(row("  ", cell(line.room, widths.room, MUTED, right=True)))
    end = row(due, *between, "   ", state)
    if width - end.cell_length - 2 < _NAME:
        end = row(due, "   ", state)
    room = max(6, width - end.cell_length - 2)
    return row(cell(line.title, room), "  ", end)
