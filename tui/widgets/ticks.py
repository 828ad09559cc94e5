"""Words above a row of cells, each from its own cell on: months, years, days.

Invariant: words never touch one another, nor the edge; what would is said shorter, or left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from tui.widgets.cells import MUTED, cell


@dataclass(frozen=True, slots=True)
class Tick:
    """Words for a cell, the longest first; the cell may lie before the first one, for what begins there."""

    at: int
    words: tuple[str, ...]
    style: str = MUTED


def draw_ticks(ticks: Sequence[Tick], width: int) -> Content:
    """Return a line with the words of ticks in rising order; of two that clash, the one with fewer cells gives way.

    That is what only begins before the first cell; otherwise the later one.
    """
    line = Content()
    shown = [tick for tick in ticks if tick.at < width]
    for number, tick in enumerate(shown):
        at = max(0, tick.at)
        limit = shown[number + 1].at - 1 if number + 1 < len(shown) else width
        word = next((word for word in tick.words if at + _cells(word) <= min(limit, width)), None)
        if word is None and tick.at >= 0:
            word = next((word for word in tick.words[::-1] if at + _cells(word) <= width), None)
        if word is not None and at >= line.cell_length + (line.cell_length > 0):
            line = cell(line, at) + Content.styled(word, tick.style)
    return cell(line, width)


def clash(ticks: Sequence[Tick], width: int, gap: int = 1) -> bool:
    """Tell whether a word has to be left out, besides the first one's, to keep `gap` cells between them."""
    ends = -gap
    for tick in ticks:
        if 0 <= tick.at < width:
            if tick.at < ends + gap:
                return True
            ends = tick.at + _cells(tick.words[-1])
    return False


def _cells(word: str) -> int:
    return Content(word).cell_length
