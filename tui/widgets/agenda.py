"""A week's days with their sessions below one another; today in the accent, what is over muted."""

from dataclasses import dataclass

from textual.content import Content
from textual.reactive import reactive

from tui.widgets.block import Block
from tui.widgets.cells import ACCENT, MUTED, cell, row


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """One day: its name, its sessions as (clock, title, done), and where it stands."""

    name: str
    sessions: tuple[tuple[str, str, bool], ...]
    today: bool = False
    over: bool = False
    nothing: str = ""


class Agenda(Block):
    """Draws the days."""

    DRAWN = ("days",)

    days: reactive[tuple[AgendaDay, ...]] = reactive((), layout=True)

    def draw(self, width: int) -> list[Content]:
        """Draw a line a session; a day without one says so."""
        names = max((Content(day.name).cell_length for day in self.days), default=0)
        lines: list[Content] = []
        for day in self.days:
            style = ACCENT if day.today else MUTED
            title = MUTED if day.over else ""
            if not day.sessions:
                lines.append(row(cell(day.name, names, style), "  ", (day.nothing, MUTED)))
            for number, (clock, name, done) in enumerate(day.sessions):
                sign = self.glyphs.tick if done else " "
                lead = cell(day.name if not number else "", names, style)
                line = row(lead, "  ", (clock, MUTED), "  ", (name, title), " ", (sign, MUTED))
                lines.append(line.truncate(width, ellipsis=True))
        return lines
