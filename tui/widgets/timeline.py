"""A timeline: days set out over cells, and lines drawn on them, with today as an upright.

Invariant: every line of a timeline has exactly its `width` cells, and the same day falls into the same cells in all.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from textual.content import Content

from tui.glyphs import Glyphs
from tui.widgets.cells import ACCENT, MUTED, RULE, cell, row

Days = Sequence[tuple[date, int]]
Cells = list[tuple[str, str]]
_REACH = timedelta(days=8)  # days of one piece of work may lie that far apart
_ROOMY = 3  # a day of that many cells leaves its last one blank


@dataclass(frozen=True, slots=True)
class Scale:
    """Which days the cells stand for: `width` cells from the day `first`, each `days` long (it may be a fraction)."""

    first: date
    days: float
    width: int

    def cell_of(self, day: date) -> int:
        """Return the first cell of a day; it may lie outside."""
        return int((day - self.first).days // self.days)

    def cells_of(self, day: date) -> range:
        """Return the cells of a day that can be seen, without the blank one behind a wide day."""
        start = self.cell_of(day)
        end = max(start + 1, self.cell_of(day + timedelta(days=1)))
        return range(max(0, start), min(self.width, end - (end - start >= _ROOMY)))

    def day_of(self, place: int) -> date:
        """Return the first day of a cell."""
        return self.first + timedelta(days=int(-(-place * self.days // 1)))

    def has(self, place: int) -> bool:
        """Tell whether a cell can be seen."""
        return 0 <= place < self.width


@dataclass(frozen=True, slots=True)
class Line:
    """What stands on one line: days studied and planned, a mark on a day, an upright where it is due, and words.

    `slack` is the stretch of days by which the work may be put off; `begun` tells planned days of what is under way.
    `whole` are longer words, taken where they have room.
    """

    studied: Days = ()
    planned: Days = ()
    begun: bool = False
    mark: date | None = None
    due: date | None = None
    slack: tuple[date, date] | None = None
    style: str = ""
    said: str = ""
    whole: str = ""


def draw_line(line: Line, scale: Scale, today: date, glyphs: Glyphs) -> Content:
    """Draw a line."""
    cells: Cells = [(" ", "")] * scale.width
    now = scale.cell_of(today)
    if scale.has(now):
        cells[now] = (glyphs.upright, RULE)
    if line.slack is not None:
        first, last = (scale.cell_of(day) for day in line.slack)
        for place in range(max(0, first), min(last, scale.width)):
            cells[place] = (glyphs.rest, line.style)
    _fill(cells, line.planned, scale, (glyphs.under_way if line.begun else glyphs.ahead, ACCENT), glyphs)
    _fill(cells, line.studied, scale, (glyphs.studied, MUTED), glyphs)
    for day, sign in ((line.due, glyphs.due), (line.mark, glyphs.mark)):
        if day is not None and scale.has(place := scale.cell_of(day)):
            cells[place] = (sign, line.style)
    _point(cells, line, scale)
    drawn = row(*_runs(cells))
    return _with_words(drawn, line, scale) if line.said else drawn


def _fill(cells: Cells, days: Days, scale: Scale, sign: tuple[str, str], glyphs: Glyphs) -> None:
    """Fill the cells of days with something on them; a thin line joins days that belong together."""
    before: date | None = None
    for day, minutes in days:
        if not minutes:
            continue
        places = scale.cells_of(day)
        if before is not None and day - before <= _REACH and scale.days > 1 / _ROOMY:
            for place in range(max(0, scale.cell_of(before) + 1), min(scale.width, scale.cell_of(day))):
                if cells[place][0] not in {glyphs.studied, sign[0]}:
                    cells[place] = (glyphs.rest, sign[1])
        for place in places:
            cells[place] = sign
        before = day


def _point(cells: Cells, line: Line, scale: Scale) -> None:
    """Point to where the line's days are, when none of them can be seen."""
    days = [day for day, _ in (*line.studied, *line.planned)] + [day for day in (line.mark, line.due) if day]
    places = [scale.cell_of(day) for day in days]
    if not places or any(scale.has(place) for place in places):
        return
    if max(places) < 0:
        cells[0] = ("<", MUTED)
    elif min(places) >= scale.width:
        cells[-1] = (">", MUTED)


def _with_words(drawn: Content, line: Line, scale: Scale) -> Content:
    """Set words behind the last sign, or before the first where there is no room behind."""
    places = [scale.cell_of(day) for day in (line.mark, line.due) if day is not None]
    if not any(scale.has(place) for place in places):
        return drawn
    end = max(0, *places) + 1
    room = scale.width - end - 1
    fitting = (said for said in (line.whole, line.said) if said and Content(said).cell_length <= room)
    said = next(fitting, "")
    if said:
        words = Content.styled(f" {said}", MUTED)
        return cell(row(drawn[:end], words, drawn[end + words.cell_length :]), scale.width)
    words = Content.styled(f"{line.said} ", MUTED)
    start = min([*places, scale.width]) - words.cell_length
    return (
        cell(row(drawn[:start], words, drawn[start + words.cell_length :]), scale.width)
        if start > 0
        else drawn
    )


def _runs(cells: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Put neighbours of one style together."""
    runs: list[tuple[str, str]] = []
    for sign, style in cells:
        if runs and runs[-1][1] == style:
            runs[-1] = (runs[-1][0] + sign, style)
        else:
            runs.append((sign, style))
    return runs
