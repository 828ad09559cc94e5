"""How much room a text takes on a terminal: wide East Asian characters count 2, ambiguous ones 1, marks 0.

Invariant: what `pad` and `clip` return takes exactly, or at most, the columns asked for.
"""

import unicodedata
from collections.abc import Iterator

_NOT_AT_START = frozenset(
    "、。，．・：；？！）」』】〉》〕］｝ーぁぃぅぇぉっゃゅょァィゥェォッャュョ%）),.:;?!”’"
)
_NOT_AT_END = frozenset("（「『【〈《〔［｛(“‘")
_COUNTED = frozenset("年月日時分週件回個点")  # after a figure they belong to it, as in 2月14日
_DAYS = frozenset(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))  # before a figure
_MONTHS = frozenset(("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"))
_UNITS = _MONTHS | {"h", "m", "%"}  # after one


def char_width(char: str) -> int:
    """Return the columns of one character."""
    if char < "\x7f":
        return 0 if char < " " else 1
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf", "Cc"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def width(text: str) -> int:
    """Return the columns of a text on one line."""
    return len(text) if text.isascii() and text.isprintable() else sum(map(char_width, text))


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """Fill a text up to a width with spaces; `right` sets it against the right edge. A longer one stays as it is."""
    space = " " * (columns - width(text))
    return space + text if right else text + space


def clip(text: str, columns: int) -> str:
    """Shorten a text to a width, with `…` where something was cut."""
    if width(text) <= columns:
        return text
    kept, room = "", columns - 1
    for char in text:
        room -= char_width(char)
        if room < 0:
            break
        kept += char
    return kept.rstrip() + "…" if columns > 0 else ""


def wrap(text: str, columns: int) -> list[str]:
    """Break a text into lines of at most `columns`, at spaces and between wide characters.

    Never before `。` and the like, nor within a date or a length such as `2月14日`, `Tue 9 Feb 2027` or `1 h 15 m`.
    """
    words = " ".join(text.split())
    if width(words) <= columns:
        return [words]
    lines: list[str] = []
    line = ""
    for piece in _together(_pieces(text, max(columns, 2)), columns):
        if line and width(line) + width(piece.rstrip()) > columns:
            lines.append(line.rstrip())
            line = ""
        line += piece.lstrip() if not line else piece
    if line.strip() or not lines:
        lines.append(line.rstrip())
    return lines


def _pieces(text: str, columns: int) -> Iterator[str]:
    """Give what must not be torn apart: words with the space after them, single wide characters with their marks."""
    piece = ""
    for char in " ".join(text.split()):
        if piece and _may_break(piece[-1], char):
            yield from _halves(piece, columns)
            piece = ""
        piece += char
    yield from _halves(piece, columns)


def _together(pieces: Iterator[str], columns: int) -> Iterator[str]:
    """Join the words of a date or a length, unless they fill more than a line."""
    joined = last = ""
    for piece in pieces:
        if _belong(last, piece.rstrip()) and width(joined) + width(piece.rstrip()) <= columns:
            joined += piece
        else:
            if joined:
                yield joined
            joined = piece
        last = piece.strip()
    if joined:
        yield joined


def _belong(word: str, after: str) -> bool:
    """Tell whether a word belongs to the one before, as the unit or the month to a figure."""
    if word[-1:].isdigit():
        return after.rstrip(".,:;)?!") in _UNITS
    if not after[:1].isdigit():
        return False
    word = word.lstrip("(“")
    after = after.rstrip(".,:;)?!")
    return after.isdigit() and (word in _DAYS or (word in _MONTHS and len(after) == 4) or word == "h")


def _may_break(before: str, after: str) -> bool:
    if before == " ":
        return True
    if after == " " or after in _NOT_AT_START or before in _NOT_AT_END:
        return False
    if (before.isdigit() and after in _COUNTED) or (before in "年月時" and after.isdigit()):
        return False
    return char_width(before) == 2 or char_width(after) == 2


def _halves(piece: str, columns: int) -> Iterator[str]:
    """Tear a piece that is longer than a whole line."""
    part = ""
    for char in piece:
        if width(part) + char_width(char) > columns and char != " ":
            yield part
            part = ""
        part += char
    if part:
        yield part
