"""A week's days below one another, each a strip with its sessions under it, as rows for a cursor.

Invariant: all figures of a week stand below one another; where there is little room the strip goes first.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content

from tui.glyphs import Glyphs
from tui.widgets.cells import ACCENT, MUTED, STRONG, cell, row, spread
from tui.widgets.day_strip import Hours, Span, draw_strip
from tui.widgets.rows import Row

GAP = 2
_BEGIN = 5  # 20:00
_NARROW = 48


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session: its clock times, title and topics, length, and its state as shape and word."""

    id: str
    clock: str
    title: str
    topics: str
    length: str
    state: str = ""
    over: bool = False
    now: bool = False
    fresh: str = ""


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day: its name, spans and present minute for the strip, what is said at its right, and its sessions."""

    id: str
    name: str
    spans: tuple[Span, ...]
    now: int | None
    note: str
    sessions: tuple[SessionRow, ...]
    over: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """How rows are drawn: the hours, the cells of the columns, the signs, and whether there is room for more."""

    hours: Hours
    name: int
    length: int
    state: int
    glyphs: Glyphs
    roomy: bool


def place_of(days: Sequence[DayRow], hours: Hours, glyphs: Glyphs, *, roomy: bool) -> Place:
    """Measure the columns of a week."""
    sessions = [each for day in days for each in day.sessions]
    return Place(
        hours,
        max((Content(day.name).cell_length for day in days), default=0),
        max((Content(each.length).cell_length for each in sessions), default=0),
        max((Content(f"{each.fresh} {each.state}".strip()).cell_length for each in sessions), default=0),
        glyphs,
        roomy,
    )


def week_rows(days: Sequence[DayRow], place: Place, chosen: Callable[[], str]) -> Iterator[Row]:
    """Return the rows of a week; `chosen` says at any time what the cursor is on."""
    for day in days:
        if place.roomy and day is not days[0]:
            yield Row(lambda _: [Content()])
        yield Row(_drawn_day(day, place, chosen), day.id)
        for each in day.sessions:
            yield Row(_drawn_session(each, place), each.id)


def _drawn_day(day: DayRow, place: Place, chosen: Callable[[], str]) -> Callable[[int], list[Content]]:
    def draw(width: int) -> list[Content]:
        name = cell(day.name, place.name, ACCENT if day.now is not None else MUTED if day.over else STRONG)
        strip = draw_strip(day.spans, day.now, place.hours, place.glyphs, chosen())
        return [spread(row(name, " " * GAP, strip), Content.styled(day.note, MUTED), width)]

    return draw


def _drawn_session(each: SessionRow, place: Place) -> Callable[[int], list[Content]]:
    def draw(width: int) -> list[Content]:
        fresh = Content.styled(each.fresh + " " * bool(each.fresh and each.state), ACCENT)
        state = cell(row(fresh, (each.state, ACCENT if each.now else MUTED)), place.state, right=True)
        tail = row("  ", state, "  ", cell(each.length, place.length, MUTED, right=True))
        lead = row("  ", (each.clock if width >= _NARROW else each.clock[:_BEGIN], MUTED), "  ")
        title = Content.styled(each.title, MUTED if each.over else "")
        if place.roomy and each.topics:
            title = row(title, (f"  {each.topics}", MUTED))
        room = max(6, width - lead.cell_length - tail.cell_length)
        return [cell(row(lead, cell(title, room), tail), width)]

    return draw
