"""Sessions and milestones as rows whose columns stand below one another."""

from collections.abc import Sequence
from functools import partial

from textual.content import Content

from tui.glyphs import Glyphs
from tui.widgets.cells import MUTED, wrapped
from tui.widgets.milestone_line import MilestoneLine, Widths, draw_milestone
from tui.widgets.rows import Row
from tui.widgets.session_line import SessionLine, draw_session


def session_rows(
    lines: Sequence[SessionLine], nothing: str, beside: Sequence[SessionLine] = ()
) -> tuple[Row, ...]:
    """Return a row for each session, or what is said when there is none; the columns are those of `beside`, too."""
    every = (*lines, *beside)
    when = max((Content(line.when).cell_length for line in every), default=0)
    length = max((Content(line.length).cell_length for line in every), default=0)
    drawn = tuple(Row(partial(draw_session, line, when, length), line.id) for line in lines)
    return drawn or _said(nothing)


def milestone_lines(lines: tuple[MilestoneLine, ...], glyphs: Glyphs, nothing: str) -> tuple[Row, ...]:
    """Return a row for each milestone, or what is said when there is none."""
    widths = Widths.of(lines)
    drawn = tuple(Row(partial(_milestone, line, widths, glyphs), line.id) for line in lines)
    return drawn or _said(nothing)


def first_line(whole: Row) -> Row:
    """Return a row without what it says below its first line."""
    return Row(lambda width: whole.draw(width)[:1], whole.id)


def _milestone(line: MilestoneLine, widths: Widths, glyphs: Glyphs, width: int) -> list[Content]:
    return [draw_milestone(line, widths, width, glyphs)]


def _said(text: str) -> tuple[Row, ...]:
    return (Row(lambda width: wrapped(text, width, MUTED)),)
