"""This week at a glance: a bar of studied against planned, the seven days, and what buffer is left."""

from dataclasses import dataclass

from textual.content import Content
from textual.reactive import reactive

from tui.widgets.block import Block
from tui.widgets.cells import ACCENT, MUTED, STRONG, bar, cell, row


@dataclass(frozen=True, slots=True)
class Day:
    """One day: its name, what was studied (or a dot), and whether it is today or was studied on."""

    name: str
    figure: str
    today: bool = False
    studied: bool = False


@dataclass(frozen=True, slots=True)
class Week:
    """A week: the share of the plan that is done, in words too, its days, and the buffer in words."""

    share: float
    figures: str
    days: tuple[Day, ...]
    buffer: str


class WeekStrip(Block):
    """Draws a `Week` in three lines."""

    week: reactive[Week | None] = reactive(None, layout=True)

    def draw(self, width: int) -> list[Content]:
        """Draw bar, days and buffer."""
        week = self.week
        if week is None:
            return []
        figures = Content.styled(week.figures, STRONG)
        length = max(4, width - figures.cell_length - 2)
        lines = [row(bar(week.share, length, self.glyphs), "  ", figures), self._days(week.days, width)]
        return [*lines, cell(week.buffer, width, MUTED)] if week.buffer else lines

    def _days(self, days: tuple[Day, ...], width: int) -> Content:
        step = min(9, width // max(1, len(days)))
        parts = []
        for day in days:
            style = ACCENT if day.today else "" if day.studied else MUTED
            figure = (day.figure, style if day.today or day.studied else MUTED)
            parts.append(cell(row((day.name, ACCENT if day.today else MUTED), " ", figure), step))
        return row(*parts)
