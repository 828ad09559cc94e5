"""Hours by week: a bar of what was studied on the scale of the fullest week, and a line to what was planned.

Invariant: with parts, a week's bar is as long as without them, and its parts are as long as their shares.
"""

from dataclasses import dataclass

from textual.content import Content
from textual.reactive import reactive

from tui.glyphs import Glyphs
from tui.widgets.block import Block
from tui.widgets.cells import ACCENT, MUTED, RULE, cell, row, wrapped


@dataclass(frozen=True, slots=True)
class WeekBar:
    """One week: its name, minutes studied and planned, both in words, and a note such as the check-in's.

    `parts` are signs with minutes, for a bar by track.
    """

    name: str
    studied: int
    planned: int
    figures: str
    note: str = ""
    today: bool = False
    year: str = ""
    parts: tuple[tuple[str, int], ...] = ()


class WeekBars(Block):
    """Draws weeks below one another, the latest first: as many as `most`, from the one `back` weeks before the latest.

    A year is named above its weeks, unless it is the latest week's; `more` says of weeks before the last one shown
    that there are some.
    """

    DRAWN = ("weeks", "most", "back", "more", "nothing")

    weeks: reactive[tuple[WeekBar, ...]] = reactive((), layout=True)
    most: reactive[int] = reactive(100, layout=True)
    back: reactive[int] = reactive(0, layout=True)
    more: reactive[str] = reactive("", layout=True)
    nothing: reactive[str] = reactive("", layout=True)

    def draw(self, width: int) -> list[Content]:
        """Draw name, bar, figures and note of each week."""
        weeks = self.weeks
        if not weeks:
            return wrapped(self.nothing, width, MUTED)
        names, figures, notes = (
            max(Content(text).cell_length for text in texts)
            for texts in (
                [week.name for week in weeks],
                [week.figures for week in weeks],
                [week.note for week in weeks],
            )
        )
        length = max(4, width - names - figures - notes - 6)
        scale = max(1, *(max(week.studied, week.planned) for week in weeks))
        lines, year = [], weeks[0].year
        shown = weeks[self.back : self.back + self.most]
        for week in shown:
            if week.year != year:
                lines.append(cell(cell(week.year, names, MUTED, right=True), width))
            year = week.year
            drawn = row(
                cell(week.name, names, ACCENT if week.today else "", right=True), "  ",
                _bar(week, scale, length, self.glyphs), "  ", cell(week.figures, figures, right=True), "  ",
                cell(week.note, notes, MUTED),
            )  # fmt: skip
            lines.append(cell(drawn, width))
        hidden = shown[-1] is not weeks[-1]
        return [*lines, *(wrapped(self.more, width, MUTED) if hidden else ())]


def _bar(week: WeekBar, scale: int, length: int, glyphs: Glyphs) -> Content:
    """Return a bar of `length` cells: filled as far as was studied, a line from there to what was planned."""
    filled = round(week.studied / scale * length) or (1 if week.studied else 0)
    planned = max(filled, round(week.planned / scale * length))
    if week.parts:
        return cell(_parts(week, filled, glyphs), length)
    return cell(row((glyphs.filled * filled, ACCENT), (glyphs.rest * (planned - filled), RULE)), length)


def _parts(week: WeekBar, filled: int, glyphs: Glyphs) -> Content:
    """Return the filled cells as parts, each beginning with its sign; a part too short for a cell is left out."""
    whole, done, at = sum(minutes for _, minutes in week.parts), 0, 0
    pieces: list[tuple[str, str]] = []
    for sign, minutes in week.parts:
        done += minutes
        end = round(done / max(1, whole) * filled)
        if end > at:
            pieces += [(sign, ""), (glyphs.filled * (end - at - 1), ACCENT)]
        at = end
    return row(*(piece for piece in pieces if piece[0]))
