"""The table: one row for each thing measured, as a ratio to what it is measured against, beside its bar."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

HEAD = ("what", "ours", "against", "ratio", "bar", "")
BEGIN, END = "<!-- table: begin -->", "<!-- table: end -->"


@dataclass(frozen=True)
class Row:
    """One measurement. `bar` is the most that the ratio may be, or the least when `at_least`; None without a bar."""

    what: str
    ours: str
    against: str
    ratio: float
    bar: float | None = None
    at_least: bool = False

    @property
    def kept(self) -> bool:
        """Tell whether the bar holds; without one it does."""
        return self.bar is None or (self.ratio >= self.bar if self.at_least else self.ratio <= self.bar)

    def cells(self) -> tuple[str, ...]:
        """Return the row as texts."""
        sign = "≥" if self.at_least else "≤"
        bar = "" if self.bar is None else f"{sign} {self.bar:g}"
        verdict = "" if self.bar is None else "ok" if self.kept else "over"
        return self.what, self.ours, self.against, figure(self.ratio), bar, verdict


def figure(value: float) -> str:
    """Return a number with three digits that count."""
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def milliseconds(seconds: float) -> str:
    """Return a time in milliseconds, with three digits that count."""
    return f"{figure(seconds * 1000)} ms"


def markdown(rows: Iterable[Row]) -> Iterator[str]:
    """Return the lines of the table in Markdown, each as soon as its row is there."""
    yield _line(HEAD)
    yield _line(["---"] * len(HEAD))
    for row in rows:
        yield _line(row.cells())


def plain(rows: Iterable[Row]) -> Iterator[str]:
    """Return the lines of the table for a terminal, each as soon as its row is there."""
    widths = (74, 10, 26, 7, 7, 4)
    for cells in chain([HEAD], (row.cells() for row in rows)):
        yield "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def write_into(page: Path, lines: Sequence[str]) -> None:
    """Replace the table on a page of the docs, between its two marks."""
    text = page.read_text(encoding="utf-8")
    before, after = text[: text.index(BEGIN) + len(BEGIN)], text[text.index(END) :]
    page.write_text("\n".join([before, *lines, after]), encoding="utf-8")


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
