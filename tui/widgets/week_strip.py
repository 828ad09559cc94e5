"""This week at a glance: a bar of studied against planned, the seven days, and what buffer is left."""

from dataclasses import dataclass

from textual.content import Content
from textual.reactive import reactive

from tui.widgets.block import Block
from tui.widgets.cells import ACCENT, MUTED, STRONG, bar, cell, row

FIGURES = 18  # cells for the figures beside a bar


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
    """Draws a `Week` in three lines; below other blocks its bar is as long as that of the way."""

    DRAWN = ("week",)

    week: reactive[Week | None] = reactive(None, layout=True)

    def draw(self, width: int) -> list[Content]:
        """Draw bar, days and buffer."""
        week = self.week
        if week is None:
            return []
        figures = Content.styled(week.figures, STRONG)
        room = max(FIGURES if self.lead else 0, figures.cell_length)
        length = max(4, width - room - 2)
        lines = [row(bar(week.share, length, self.glyphs), "  ", cell(figures, room, right=True))]
        lines += _days(week.days, width)
        return [*lines, cell(week.buffer, width, MUTED)] if week.buffer else lines


def _days(days: tuple[Day, ...], width: int) -> list[Content]:
    """Draw the days in one line, each name before its figure, or where there is less room in two."""
    step = width // max(1, len(days))
    if step >= 8:
        return [row(*(cell(row(_name(day), " ", _figure(day)), min(step, 10)) for day in days))]
    return [row(*(cell(each(day), step) for day in days)) for each in (_name, _figure)]


def _name(day: Day) -> Content:
    return Content.styled(day.name, ACCENT if day.today else MUTED)


def _figure(day: Day) -> Content:
    return Content.styled(day.figure, ACCENT if day.today else "" if day.studied else MUTED)
