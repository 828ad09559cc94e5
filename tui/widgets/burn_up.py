"""The way towards the target: a bar with figures, and where there is room a chart of studied hours against the plan.

The plan is a dotted line, what was studied an area; both are read off one axis of hours and one of months.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from textual.content import Content
from textual.reactive import reactive

from tui.glyphs import Glyphs
from tui.widgets.block import Block
from tui.widgets.cells import ACCENT, MUTED, RULE, STRONG, bar, cell, row
from tui.widgets.week_strip import FIGURES

_BRAILLE = ((0x40, 0x04, 0x02, 0x01), (0x80, 0x20, 0x10, 0x08))
_STEPS = (5, 10, 20, 50, 100, 200, 250, 500, 1000, 2000, 5000)


@dataclass(frozen=True, slots=True)
class Towards:
    """Minutes by week: (Monday, studied until then, planned until then), in order; `months` names the months.

    A quiet line stands at `target`. `legend` names what is studied, what is planned, and that line.
    """

    share: float
    figures: str
    points: tuple[tuple[date, int, int], ...]
    today: date
    total: int
    months: tuple[str, ...]
    target: int = 0
    legend: tuple[str, ...] = ()


class BurnUp(Block):
    """Draws `Towards`: the bar always, the chart with `chart` rows of it."""

    DRAWN = ("towards", "chart")

    towards: reactive[Towards | None] = reactive(None, layout=True)
    chart: reactive[int] = reactive(0, layout=True)

    def draw(self, width: int) -> list[Content]:
        """Draw the bar, and the chart below it."""
        towards = self.towards
        if towards is None:
            return []
        figures = Content.styled(towards.figures, STRONG)
        room = max(FIGURES, figures.cell_length)
        length = max(4, width - room - 2)
        lines = [row(bar(towards.share, length, self.glyphs), "  ", cell(figures, room, right=True))]
        if self.chart and len(towards.points) > 1:
            lines += [Content(), *chart(towards, width, self.chart, self.glyphs)]
            if towards.legend:
                lines.append(_legend(towards, width, self.chart, self.glyphs))
        return lines


def _legend(towards: Towards, width: int, height: int, glyphs: Glyphs) -> Content:
    """Return the line below the months that says what area, dots and line are."""
    step, count = _scale(towards, height)
    signs = ((glyphs.levels[-1], ACCENT), ("⠤⠒" if glyphs.dots else "..", MUTED), (glyphs.rule * 2, RULE))
    named = [row(sign, " ", (word, MUTED)) for sign, word in zip(signs, towards.legend, strict=True)]
    return row(" " * (len(str(count * step)) + 2), Content("   ").join(named)).truncate(width)


def _scale(towards: Towards, height: int) -> tuple[int, int]:
    """Return the hours between two labels of the axis, and how many labels there are above 0."""
    most = max(2, min(5, height // 2))
    step = next((s for s in _STEPS if towards.total / 60 / s <= most), _STEPS[-1])
    return step, max(1, -(-towards.total // (step * 60)))


def chart(towards: Towards, width: int, height: int, glyphs: Glyphs) -> list[Content]:
    """Return the chart's lines: `height` rows, the axis, and the months."""
    step, count = _scale(towards, height)
    top, height = count * step * 60, height // count * count or height
    ticks = {number * height // count: number * step for number in range(1, count + 1)}
    left = len(str(top // 60)) + 2
    plot = max(8, width - left)
    studied, planned = _columns(towards, plot)
    lines = []
    for level in range(height, 0, -1):
        label = str(ticks.get(level, ""))
        sign = glyphs.axis if label else " "
        line = _plot_row(level, studied, planned, (top / height, towards.target), glyphs)
        lines.append(row((label.rjust(left - 2), MUTED), (f" {sign}", RULE), line))
    return [*lines, *_axis(towards, left, plot, glyphs)]


def _columns(towards: Towards, plot: int) -> tuple[list[float | None], list[float]]:
    """Return minutes studied at each cell's column (None in the future), and planned at each half column."""
    points, span = towards.points, _span(towards)
    studied: list[float | None] = []
    for x in range(plot):
        day = x / plot * span
        past = (towards.today - points[0][0]).days >= day
        studied.append(_between(points, day, 1) if past else None)
    return studied, [_between(points, x / (2 * plot) * span, 2) for x in range(2 * plot)]


def _span(towards: Towards) -> int:
    return max(1, (towards.points[-1][0] - towards.points[0][0]).days)


def _between(points: Sequence[tuple[date, int, int]], day: float, which: int) -> float:
    """Return the value on a day (counted from the first point), along a straight line between two weeks."""
    first = points[0][0]
    for before, after in pairwise(points):
        start, end = (before[0] - first).days, (after[0] - first).days
        if day <= end:
            share = (day - start) / max(1, end - start)
            return _value(before, which) + share * (_value(after, which) - _value(before, which))
    return _value(points[-1], which)


def _value(point: tuple[date, int, int], which: int) -> int:
    return point[1] if which == 1 else point[2]


def _plot_row(
    level: int,
    studied: Sequence[float | None],
    planned: Sequence[float],
    scale: tuple[float, int],
    glyphs: Glyphs,
) -> Content:
    """Return one row of the plot, `level` rows above the axis, at 0; its middle is `level` * unit minutes.

    `scale` is the unit and the target.
    """
    (unit, target), parts = scale, list[tuple[str, str]]()
    lined = bool(target) and level == int(target / unit + 0.5)
    for x, minutes in enumerate(studied):
        fill = 0.0 if not minutes else _height(minutes, unit) - level
        sign, style = _area(fill, glyphs), ACCENT
        if sign == " ":
            sign, style = _dots(level, planned[2 * x : 2 * x + 2], unit, glyphs), MUTED
        if sign == " " and lined:
            sign, style = glyphs.rule, RULE
        if parts and sign == parts[-1][0][-1] and style == parts[-1][1]:
            parts[-1] = (parts[-1][0] + sign, parts[-1][1])
        else:
            parts.append((sign, style))
    return row(*parts)


def _height(minutes: float, unit: float) -> float:
    """Return how high something is in rows above the foot of the axis' row; a trace is seen above the axis."""
    return max(minutes / unit + 0.5, 1.125) if minutes else 0.5


def _area(fill: float, glyphs: Glyphs) -> str:
    steps = len(glyphs.levels)
    return glyphs.levels[min(steps, round(fill * steps)) - 1] if round(fill * steps) > 0 else " "


def _dots(level: int, pair: Sequence[float], unit: float, glyphs: Glyphs) -> str:
    if not glyphs.dots:
        return "." if level <= _height(pair[0], unit) < level + 1 else " "
    code = 0
    for side, minutes in enumerate(pair):
        above = _height(minutes, unit) - level
        if 0 <= above < 1:
            code |= _BRAILLE[side][int(above * 4)]
    return chr(0x2800 + code) if code else " "


def _axis(towards: Towards, left: int, plot: int, glyphs: Glyphs) -> list[Content]:
    """Return the axis with a tick at every second or third month, and the months' names below."""
    first, span = towards.points[0][0], _span(towards)
    stride = 1 if span < 130 else 2 if span < 420 else 3 if span < 700 else 6
    ticks, names, month = ["─" if glyphs.dots else "-"] * plot, [], date(first.year, first.month, 1)
    count = 0
    while (month - first).days < span:
        x = round((month - first).days / span * plot)
        if x >= 0 and count % stride == 0 and x < plot:
            ticks[x] = "┬" if glyphs.dots else "+"
            names.append((x, towards.months[month.month - 1]))
        count += month >= first
        month = (month + timedelta(days=32)).replace(day=1)
    axis = row(("0".rjust(left - 2), MUTED), (f" {glyphs.corner}", RULE), ("".join(ticks), RULE))
    labels = Content()
    for x, name in names:
        if x >= labels.cell_length and x + 3 <= plot:
            labels = cell(labels, x) + Content.styled(name, MUTED)
    return [axis, Content(" " * left) + labels]
