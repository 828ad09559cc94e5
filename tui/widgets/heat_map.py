"""The days of many weeks: a column for each week, a row for each weekday, a shade for what was studied.

Invariant: every minute of a week is in one of its cells; what belongs to no day has a row of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.reactive import reactive

from tui.widgets.block import Block
from tui.widgets.cells import ACCENT, MUTED, RULE, cell, row
from tui.widgets.ticks import Tick, draw_ticks

_STEPS = (1, 60, 120, 180)
_LEAST, _MOST = 2, 4  # cells of a week; from three on, the last one is a gap


@dataclass(frozen=True, slots=True)
class HeatWeek:
    """One week: minutes by row (None ahead of today), which of them are days off, and words for a month it begins."""

    minutes: tuple[int | None, ...]
    off: tuple[bool, ...]
    month: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heat:
    """Names of the rows; the weeks in order; and the legend: words of the shades, of a day off, and of the last row."""

    names: tuple[str, ...]
    weeks: tuple[HeatWeek, ...]
    shades: tuple[str, ...]
    notes: tuple[tuple[str, str], ...] = ()


class HeatMap(Block):
    """Draws the weeks that fit: the latest, or those `back` weeks before."""

    DRAWN = ("heat", "back")

    heat: reactive[Heat | None] = reactive(None, layout=True)
    back: reactive[int] = reactive(0)

    def room(self, width: int) -> int:
        """Return how many weeks fit."""
        names = max((Content(name).cell_length for name in self.heat.names), default=0) if self.heat else 0
        return max(1, (width - names - 1) // _LEAST)

    def cells(self, width: int) -> int:
        """Return the cells that a week takes: more while there are few weeks."""
        names = max((Content(name).cell_length for name in self.heat.names), default=0) if self.heat else 0
        count = len(self.heat.weeks) if self.heat else 0
        return max(_LEAST, min(_MOST, (width - names - 1) // max(1, count)))

    def draw(self, width: int) -> list[Content]:
        """Draw months, the rows, and the legend."""
        heat = self.heat
        if heat is None:
            return []
        names = max(Content(name).cell_length for name in heat.names)
        end = len(heat.weeks) - max(0, min(self.back, len(heat.weeks) - self.room(width)))
        weeks = heat.weeks[max(0, end - self.room(width)) : end]
        cells = self.cells(width)
        ticks = [Tick(cells * place, week.month) for place, week in enumerate(weeks) if week.month]
        rows = [
            row(cell(name, names, MUTED), " ", *(self._day(week, number, cells) for week in weeks))
            for number, name in enumerate(heat.names)
        ]
        above = row(" " * (names + 1), draw_ticks(ticks, width - names - 1))
        return [above, *rows, Content(), *self._legend(heat, width)]

    def _day(self, week: HeatWeek, number: int, cells: int) -> Content:
        minutes, drawn = week.minutes[number], cells - (cells > _LEAST)
        if minutes is None:
            return Content(" " * cells)
        level = sum(minutes >= step for step in _STEPS)
        if not level and week.off[number]:
            return Content.styled(self.glyphs.rest * drawn, RULE).pad_right(cells - drawn)
        shade = self.glyphs.shades[level]
        signs = shade * drawn if level else shade.center(drawn) if drawn > _LEAST else f" {shade}"
        return Content.styled(signs, ACCENT if level else RULE).pad_right(cells - drawn)

    def _legend(self, heat: Heat, width: int) -> list[Content]:
        shades = [f" {self.glyphs.shades[0]}", *(shade * _LEAST for shade in self.glyphs.shades[1:])]
        parts = [
            row((shade, ACCENT if number else RULE), (f" {word}", MUTED))
            for number, (shade, word) in enumerate(zip(shades, heat.shades, strict=True))
        ]
        off = row((self.glyphs.rest * _LEAST, RULE))
        parts += [
            row(off, (f" {word}", MUTED)) if sign == "off" else row((word, MUTED))
            for sign, word in heat.notes
        ]
        return _flowing(parts, width)


def _flowing(parts: Sequence[Content], width: int) -> list[Content]:
    """Return parts with gaps between them, in as many lines as they need."""
    lines: list[Content] = []
    for part in parts:
        if lines and lines[-1].cell_length + 2 + part.cell_length <= width:
            lines[-1] = row(lines[-1], "  ", part)
        else:
            lines.append(cell(part, min(width, part.cell_length)))
    return lines
