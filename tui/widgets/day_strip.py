"""A day as a strip of hours: free windows, sessions on them, buffer, and now as an upright; the hours above.

Invariant: every strip of a week has the same cells, and a minute of the day falls into the same cell in all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from textual.content import Content
from textual.reactive import reactive

from tui.glyphs import Glyphs
from tui.widgets.block import Block
from tui.widgets.cells import ACCENT, MUTED, RULE, cell, row

FREE, STUDY, OVER, BUFFER = "free", "study", "over", "buffer"
_EVERY = 3


@dataclass(frozen=True, slots=True)
class Span:
    """Something between two minutes after the day's midnight; `id` names a session."""

    start: int
    end: int
    kind: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours that strips show, from `first` to before `last`, with so many cells for each."""

    first: int
    last: int
    cells: int

    @property
    def width(self) -> int:
        """The cells of a strip."""
        return (self.last - self.first) * self.cells

    def place(self, minute: int) -> float:
        """Return where a minute after midnight is, in cells; it may lie outside."""
        return (minute - self.first * 60) * self.cells / 60


def hours_for(first: int, last: int, room: int) -> Hours:
    """Return the hours with as many cells each as there is room for, at most four; without room there is no strip."""
    return Hours(first, last, max(0, min(4, room // max(1, last - first))))


def draw_strip(spans: Sequence[Span], now: int | None, hours: Hours, glyphs: Glyphs, chosen: str) -> Content:
    """Draw a day; the session `chosen` is in the accent."""
    signs = {FREE: 1, BUFFER: 2, OVER: 3, STUDY: 4}
    cells: list[tuple[str, str]] = [
        (glyphs.dot if not place % (_EVERY * hours.cells) else " ", RULE) for place in range(hours.width)
    ]
    for span in sorted(spans, key=lambda each: signs[each.kind]):
        style = ACCENT if span.id and span.id == chosen else MUTED if span.kind in {STUDY, BUFFER} else RULE
        first, last = _cells_of(span, hours)
        cells[first:last] = [(glyphs.shades[signs[span.kind]], style)] * max(0, last - first)
    if now is not None and 0 <= (place := int(hours.place(now))) < hours.width:
        cells[place] = (glyphs.upright, ACCENT)
    runs = groupby(cells, key=lambda each: each[1])
    return row(*(("".join(sign for sign, _ in run), style) for style, run in runs))


def _cells_of(span: Span, hours: Hours) -> tuple[int, int]:
    first = max(0, int(hours.place(span.start)))
    last = min(hours.width, max(first + 1, round(hours.place(span.end) + 0.01)))
    return first, max(first, last)


class HoursAbove(Block):
    """The names of the hours above the strips, and what the signs mean."""

    DRAWN = ("hours", "left", "legend")

    hours: reactive[Hours | None] = reactive(None, layout=True)
    left: reactive[int] = reactive(0, layout=True)
    legend: reactive[tuple[tuple[str, str], ...]] = reactive((), layout=True)

    def draw(self, width: int) -> list[Content]:
        """Draw the hours, and what the signs mean at their right, or above them where it does not fit there."""
        hours = self.hours
        if hours is None or not hours.width:
            return []
        line = Content(" " * self.left)
        for hour in range(hours.first, hours.last, _EVERY if hours.cells > 1 else 2 * _EVERY):
            at = self.left + int(hours.place(hour * 60))
            line = cell(line, at) + Content.styled(str(hour % 24), MUTED)
        line = cell(line, self.left + hours.width)
        signs = row(*(part for sign, word in self.legend for part in ("  ", (f"{sign} {word}", MUTED))))
        if line.cell_length + signs.cell_length <= width:
            return [cell(line + signs, width)]
        above = [cell(row(" " * max(0, self.left - 2), signs), width)] if self.legend else []
        return [*above, cell(line, width)]
