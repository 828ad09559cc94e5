"""The head of a timeline: months above their days, below them weeks or days where cells are long, and today.

Invariant: a word stands on the first cell of what it names; today's is never left out while it can be seen.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from textual.content import Content
from textual.reactive import reactive

from planner.learner.windows import monday
from planner.text.dates import month_name, say_day, weekday_name
from tui.widgets.block import Block
from tui.widgets.cells import ACCENT, MUTED, cell, row
from tui.widgets.ticks import Tick, clash, draw_ticks
from tui.widgets.timeline import Scale

_DAY_CELLS = 3  # cells of a day that can be named
_WEEK = timedelta(days=7)
_STEPS = (1, 2, 3, 6, 12)


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says: the scale, today and its word, the language, and what stands left of it."""

    scale: Scale
    today: date
    said: str
    language: str
    left: int
    order: str = ""
    zoom: str = ""


class TimelineHead(Block):
    """Draws two lines."""

    DRAWN = ("head",)

    head: reactive[Head | None] = reactive(None, layout=True)

    def draw(self, width: int) -> list[Content]:
        """Draw both lines, with what stands left of them."""
        if self.head is None:
            return []
        head, scale = self.head, self.head.scale
        by_day = scale.days * _DAY_CELLS <= 1
        above = _weeks(head) if by_day else _months(head)
        below = _days(head) if by_day else _today(head)
        return [
            cell(row(cell(said, head.left - 1, MUTED), " ", draw_ticks(ticks, scale.width)), width)
            for said, ticks in ((head.order, above), (head.zoom, below))
        ]


def _months(head: Head) -> list[Tick]:
    """Return the months, or as many of them as do not clash: every second, third, …"""
    firsts = list(_month_firsts(head.scale))
    ticks: list[Tick] = []
    for step in _STEPS:
        ticks = [_month(head, each) for each in firsts]
        ticks = [
            tick
            for tick, each in zip(ticks, firsts, strict=True)
            if tick.at < 0 or (each.month - 1) % step == 0
        ]
        if not clash(ticks, head.scale.width, gap=2 if head.language == "ja" else 1):
            break
    return ticks


def _month_firsts(scale: Scale) -> Iterator[date]:
    first, last = scale.first.replace(day=1), scale.day_of(scale.width)
    while first <= last:
        yield first
        first = (first + timedelta(days=32)).replace(day=1)


def _month(head: Head, first: date) -> Tick:
    name = month_name(first.month, head.language)
    words: tuple[str, ...] = (name,)
    if first.month == 1:
        year = f"{first.year}年" if head.language == "ja" else str(first.year)
        words = (f"{year}{name}" if head.language == "ja" else f"{name} {year}", year)
    return Tick(head.scale.cell_of(first), words)


def _weeks(head: Head) -> list[Tick]:
    """Return the Mondays."""
    first, end = monday(head.scale.first), head.scale.day_of(head.scale.width)
    days = [first + number * _WEEK for number in range((end - first).days // 7 + 1)]
    return [Tick(head.scale.cell_of(day), (say_day(day, head.language, year=False),)) for day in days]


def _days(head: Head) -> list[Tick]:
    """Return every weekday; today's is marked."""
    scale = head.scale
    days = [scale.first + timedelta(days=number) for number in range(int(scale.width * scale.days) + 1)]
    return [
        Tick(scale.cell_of(day), (weekday_name(day, head.language),), ACCENT if day == head.today else MUTED)
        for day in days
    ]


def _today(head: Head) -> list[Tick]:
    """Return today, and where cells are not longer than a day the Mondays around it."""
    scale = head.scale
    at = scale.cell_of(head.today)
    length = Content(head.said).cell_length
    ticks = []
    if scale.days <= 1:
        first, end = monday(scale.first), scale.day_of(scale.width)
        days = (first + number * _WEEK for number in range((end - first).days // 7 + 1))
        around = range(at - 3, at + length + 1) if scale.has(at) else range(0)
        ticks = [
            Tick(scale.cell_of(day), (str(day.day),)) for day in days if scale.cell_of(day) not in around
        ]
    if scale.has(at):
        ticks.append(Tick(min(at, scale.width - length), (head.said,), ACCENT))
    return sorted(ticks, key=lambda tick: tick.at)
