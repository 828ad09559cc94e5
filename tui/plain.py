"""Everything drawn, in ASCII: for terminals and locales that have nothing else, and for who asks for plain signs.

Invariant: a line keeps its width; what has no likeness becomes `?`, once for each cell.
"""

from functools import lru_cache
from unicodedata import category, east_asian_width

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_LIKE = str.maketrans({
    "…": "~", "–": "-", "—": "-", "−": "-", "·": ".", "✓": "v", "×": "x", "→": ">", "←": "<", "↑": "^", "↓": "v",
    "≤": "<", "≥": ">", "’": "'", "‘": "'", "“": '"', "”": '"', "─": "-", "━": "-", "▔": "-", "│": "|", "┃": "|",
    "●": "*", "◆": "o", "▌": ">", "▐": "<", "»": ">", "‹": "<", "›": ">", "▾": "-", "▸": "+", "▁": "_", "▂": "_",
    "▃": "_", "▄": "#", "▅": "#", "▆": "#", "▇": "#", "█": "#", "▓": "#", "▒": "=", "░": "-", "•": "*",
})  # fmt: skip


class AsciiOnly(LineFilter):
    """Leaves ASCII alone, and puts something like it for the rest; `letters` leaves letters and wide signs, too."""

    def __init__(self, *, letters: bool = False) -> None:
        super().__init__()
        self._letters = letters

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the same line in ASCII."""
        del background
        plain = without_signs if self._letters else in_ascii
        return [Segment(plain(text), style, control) for text, style, control in segments]


ASCII_ONLY, LETTERS_AND_ASCII = AsciiOnly(), AsciiOnly(letters=True)


@lru_cache(4096)
def in_ascii(text: str) -> str:
    """Return a text of as many cells in ASCII."""
    if text.isascii():
        return text
    return "".join(each if each.isascii() else "?" * cell_len(each) for each in text.translate(_LIKE))


@lru_cache(4096)
def without_signs(text: str) -> str:
    """Return a text of as many cells, whose signs are ASCII, or wide in every terminal; letters stay."""
    if text.isascii():
        return text
    return "".join(each if _is_plain(each) else "?" * cell_len(each) for each in text.translate(_LIKE))


def _is_plain(char: str) -> bool:
    return char.isascii() or east_asian_width(char) in "WF" or category(char)[0] in "LM"
