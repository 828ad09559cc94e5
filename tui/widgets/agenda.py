"""A week's days with their sessions below one another; today in the accent, what is over muted."""

from dataclasses import dataclass

from textual.content import Content
from textual.reactive import reactive

from tui.widgets.block import Block
from tui.widgets.cells import ACCENT, MUTED, cell, row


@dataclass(frozen=True, slots=True)
class AgendaSession:
    """One session: when it begins, its title and length, and whether it is studied."""

    clock: str
    title: str
    length: str
    done: bool = False


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """One day: its name, its sessions, and where it stands."""

    name: str
    sessions: tuple[AgendaSession, ...]
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
        lengths = max(
            (Content(each.length).cell_length for day in self.days for each in day.sessions), default=0
        )
        lines: list[Content] = []
        for day in self.days:
            style = ACCENT if day.today else MUTED
            title = MUTED if day.over else ""
            if not day.sessions:
                lines.append(row(cell(day.name, names, style), "  ", (day.nothing, MUTED)))
            for number, each in enumerate(day.sessions):
                lead = row(
                    cell(day.name if not number else "", names, style), "  ", (each.clock, MUTED), "  "
                )
                sign = self.glyphs.tick if each.done else " "
                tail = row("  ", (sign, MUTED), " ", cell(each.length, lengths, MUTED, right=True))
                room = max(6, width - lead.cell_length - tail.cell_length)
                lines.append(row(lead, cell(each.title, room, title), tail))
        return lines
