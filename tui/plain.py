"""Everything drawn, in ASCII: for terminals and locales that have nothing else.

Invariant: a line keeps its width; what has no likeness becomes `?`, once for each cell.
"""

from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_LIKE = str.maketrans({
    "…": "~", "–": "-", "—": "-", "−": "-", "·": ".", "✓": "v", "×": "x", "→": ">", "←": "<", "↑": "^", "↓": "v",
    "≤": "<", "≥": ">", "’": "'", "“": '"', "”": '"', "─": "-", "│": "|", "●": "*", "▌": ">", "»": ">",
})  # fmt: skip


class AsciiOnly(LineFilter):
    """Leaves ASCII alone, and puts something like it for the rest."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the same line in ASCII."""
        del background
        return [Segment(in_ascii(text), style, control) for text, style, control in segments]


@lru_cache(4096)
def in_ascii(text: str) -> str:
    """Return a text of as many cells in ASCII."""
    if text.isascii():
        return text
    return "".join(each if each.isascii() else "?" * cell_len(each) for each in text.translate(_LIKE))
