"""Tables of separated values: bytes become text, and text becomes records whose cells know where they are.

Invariant: a record's line and its cells' columns are those of the file, from 1, also after line breaks and separators
between quotes.
"""

import csv
import io
from collections.abc import Iterator, Sequence

from planner.problems import Problem
from planner.records import dataclass
from planner.text.messages import Message, msg


@dataclass(frozen=True, slots=True)
class Record:
    """One line of a table: its cells, and the columns at which those begin that are on the record's first line."""

    line: int
    cells: tuple[str, ...]
    places: tuple[int, ...]


class TableError(Exception):
    """The text is no table, from `line` on."""

    def __init__(self, message: Message, line: int) -> None:
        self.message, self.line = message, line
        super().__init__(message.text)


def decode(text: bytes | str, file: str) -> str | Problem:
    """Return the text without a byte order mark, or the problem that it is none."""
    try:
        return text.decode("utf-8-sig") if isinstance(text, bytes) else text.removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return Problem(msg("this is not UTF-8: save the table as “CSV UTF-8” and try again"), file, line)


def records(text: str, delimiter: str = ",") -> Iterator[Record]:
    """Give the header, and each record after it that is not empty; raises `TableError`."""
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(iter(lines), strict=True, delimiter=delimiter)
    line = 1
    try:
        header = next(reader, [])
        yield Record(1, tuple(header), _places(lines[0], delimiter) if lines else ())
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield Record(line, tuple(cells), _places(lines[line - 1], delimiter))
            line = reader.line_num + 1
    except csv.Error as error:
        raise TableError(msg("this is not a CSV table ({reason})", reason=str(error)), line) from error


def delimiter_of(text: str) -> str:
    """Return what separates the cells of the first line: commas, semicolons or tabs."""
    first = next(iter(io.StringIO(text, newline="")), "")
    counts: Sequence[tuple[int, str]] = [(len(_places(first, each)), each) for each in "\t;,"]
    return max(counts)[1] if max(counts)[0] > 1 else ","


def _places(line: str, delimiter: str) -> tuple[int, ...]:
    """Return where on a line, from 1, its cells begin; separators between quotes are text."""
    places, quoted = [1], False
    for place, character in enumerate(line, 2):
        if character == '"':
            quoted = not quoted
        elif character == delimiter and not quoted:
            places.append(place)
    return tuple(places)
