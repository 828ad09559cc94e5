"""A page of text: how wide it is, how things look on it, and how figures line up.

Invariant: colour only repeats what words and shapes say; a line is never wider than the page.
"""

from collections.abc import Iterable, Sequence
from datetime import date

import click

from planner.cli.edge import has_colour, terminal_columns
from planner.records import dataclass
from planner.text.dates import say_day, say_near
from planner.text.durations import say_minutes
from planner.text.messages import Translator
from planner.text.width import clip, pad, width, wrap

GAP = "  "
_NARROWEST, _WIDEST = 40, 120


@dataclass(frozen=True, slots=True)
class Page:
    """Where lines are set: the columns, whether colour is wanted, and the language."""

    columns: int
    colour: bool
    t: Translator

    @property
    def language(self) -> str:
        """The language that the page speaks."""
        return self.t.language

    def heading(self, text: str) -> str:
        """Return a heading: quiet, above what it names."""
        return self.paint(text, dim=True)

    def accent(self, text: str) -> str:
        """Return what is now, or can be acted on."""
        return self.paint(text, bold=True)

    def paint(self, text: str, **style: bool | str) -> str:
        """Return a text with colour or weight, where colour is wanted."""
        return click.style(text, **style) if self.colour and text else text  # type: ignore[arg-type]  # click's names

    def paragraph(self, text: str, indent: str = "") -> list[str]:
        """Return a text wrapped to the page; lines after the first hang under it."""
        first = len(indent) - len(indent.lstrip("-• "))
        lines = wrap(text.strip(), self.columns - width(indent))
        return [(indent if number == 0 else " " * first) + line for number, line in enumerate(lines)]

    def sentences(self, *sentences: str) -> str:
        """Return sentences in a row; after a wide full stop there is no space."""
        text = ""
        for sentence in filter(None, sentences):
            text += sentence if not text or text.endswith("。") else f" {sentence}"
        return text

    def items(self, texts: Iterable[str]) -> list[str]:
        """Return texts as a list, indented by two."""
        return [line for text in texts for line in self.paragraph(text, GAP)]

    def minutes(self, minutes: int) -> str:
        """Say a length: `1 h 30 m`."""
        return say_minutes(minutes, self.language)

    def day(self, day: date, *, year: bool = True, weekday: bool = False) -> str:
        """Say a day; without one, a dash."""
        return say_day(day, self.language, year=year, weekday=weekday)

    def near(self, day: date, today: date) -> str:
        """Say how near a day is, for three weeks; then the date."""
        return say_near(day, today, self.language)

    def table(self, rows: Sequence[Sequence[str]], align: str, *, indent: str = GAP) -> list[str]:
        """Set rows in columns; `align` has `l` or `r` for each, `*` or `w` for the one that gives way to the page.

        A cell may be longer than the page in that column only; there `*` cuts it, and `w` goes on below.
        """
        if not rows:
            return []
        widths = [max(width(row[i]) for row in rows) for i in range(len(align))]
        way = next((place for place, kind in enumerate(align) if kind in "*w"), None)
        if way is not None:
            room = self.columns - width(indent) - (sum(widths) - widths[way]) - len(GAP) * (len(align) - 1)
            widths[way] = max(min(widths[way], room), 8)
            if align[way] == "w":
                rows = [line for row in rows for line in _wrapped(row, way, widths[way])]
        return [(indent + GAP.join(_cells(row, widths, align))).rstrip() for row in rows]

    def packed(self, label: str, parts: Sequence[str]) -> list[str]:
        """Return a label and, beside it, parts with commas between; a part is only cut when it fills a line."""
        comma = "、" if self.language == "ja" else ", "
        column = width(label)
        room = max(self.columns - column, 16)
        lines: list[str] = []
        for number, part in enumerate(parts):
            piece = clip(part, room - 1) + (comma if number < len(parts) - 1 else "")
            if lines and width(lines[-1] + piece.rstrip()) <= room:
                lines[-1] += piece
            else:
                lines.append(piece)
        return [(label if n == 0 else " " * column) + line.rstrip() for n, line in enumerate(lines)]


def _wrapped(row: Sequence[str], place: int, room: int) -> list[list[str]]:
    """Return a row with a cell wrapped, and below it rows with only what is left of that cell."""
    lines = wrap(row[place], room) or [""]
    first = [lines[0] if number == place else cell for number, cell in enumerate(row)]
    return [first, *([line if number == place else "" for number in range(len(row))] for line in lines[1:])]


def _cells(row: Sequence[str], widths: Sequence[int], align: str) -> list[str]:
    return [
        pad(clip(cell, size) if kind == "*" else cell, size, right=kind == "r")
        for cell, size, kind in zip(row, widths, align, strict=True)
    ]


def make_page(t: Translator) -> Page:
    """Return the page of this terminal."""
    return Page(max(_NARROWEST, min(terminal_columns(), _WIDEST)), has_colour(), t)


def join(*parts: Sequence[str]) -> list[str]:
    """Put parts under one another with an empty line between those that are not empty."""
    lines: list[str] = []
    for part in parts:
        if part:
            lines += ["", *part] if lines else part
    return lines
