"""Importing study records from CSV with the header `day,module,minutes,done,note`.

Invariant: importing a file twice adds nothing the second time, and n identical rows in one file count as n, because
each row is known by its content and by how many such rows came before it.
"""

import csv
import hashlib
import io
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from planner.journal.events import Draft, in_order
from planner.journal.kinds import is_day
from planner.journal.model import Event
from planner.journal.undo import void_events
from planner.problems import Problem
from planner.records import dataclass
from planner.text.messages import Message, msg

COLUMNS = ("day", "module", "minutes", "done", "note")
_DAY = 24 * 60
Cells = Mapping[str, str]
Places = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `minutes` is 0 where it has none, at `column`; a second import finds `key`, its fingerprint, again."""

    line: int
    day: date
    module: str
    minutes: int
    done: bool
    note: str
    key: str
    column: int = 0


def read_csv(
    text: bytes | str, file: str, modules: Collection[str]
) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """Read the rows of a CSV file, and every problem in it; `modules` are the ids that exist."""
    try:
        decoded = text.decode("utf-8-sig") if isinstance(text, bytes) else text.removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return (), (
            Problem(msg("this is not UTF-8: save the table as “CSV UTF-8” and try again"), file, line),
        )
    rows: list[Row] = []
    problems: list[Problem] = []
    seen: Counter[tuple[str, ...]] = Counter()
    try:
        for line, cells, columns in _records(decoded):
            found = _row(line, cells, columns, modules, seen)
            if isinstance(found, Row):
                rows.append(found)
            else:
                problems += [Problem(message, file, line, column) for message, column in found]
    except _TableError as error:
        problems.append(Problem(error.message, file, error.line))
    return tuple(rows), tuple(problems)


def importing(rows: Sequence[Row], events: Iterable[Event]) -> tuple[Draft, ...]:
    """Return the events that the journal does not hold yet; those of an import that was undone are missing again."""
    ordered = in_order(events)
    void = void_events(ordered)
    known = {
        (event.kind, event.data.get("key"))
        for event in ordered
        if event.id not in void and "key" in event.data
    }
    drafts: list[Draft] = []
    for row in rows:
        if row.minutes and ("log", row.key) not in known:
            note = {"note": row.note} if row.note else {}
            data = {"module": row.module, "minutes": row.minutes, **note, "key": row.key}
            drafts.append(Draft("log", data, row.day))
        if row.done and ("done", row.key) not in known:
            drafts.append(Draft("done", {"module": row.module, "key": row.key}, row.day))
    return tuple(drafts)


class _TableError(Exception):
    def __init__(self, message: Message, line: int) -> None:
        self.message, self.line = message, line
        super().__init__(message.text)


def _records(text: str) -> Iterator[tuple[int, Cells, Places]]:
    """Give each row that is not empty: its line, its cells by name in any order, and where on the line they are."""
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(iter(lines), strict=True)
    line = 1
    header: list[str] = []
    try:
        header = _header(next(reader, []))
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, _named(header, cells), dict(zip(header, _places(lines[line - 1]), strict=False))
            line = reader.line_num + 1
    except csv.Error as error:
        raise _TableError(msg("this is not a CSV table ({reason})", reason=str(error)), line) from error


def _header(cells: Sequence[str]) -> list[str]:
    header = [cell.strip().lower() for cell in cells]
    if not {"day", "module"} <= set(header) <= set(COLUMNS) or len(set(header)) < len(header):
        wanted = ",".join(COLUMNS)
        raise _TableError(msg("the first line must be “{header}”, with commas between", header=wanted), 1)
    return header


def _places(line: str) -> list[int]:
    """Return where on a line, from 1, its cells begin; commas between quotes are text."""
    places, quoted = [1], False
    for place, character in enumerate(line, 2):
        if character == '"':
            quoted = not quoted
        elif character == "," and not quoted:
            places.append(place)
    return places


def _named(header: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    stripped = [cell.strip() for cell in cells]
    extra = ",".join(filter(None, stripped[len(header) :]))
    return {**dict.fromkeys(COLUMNS, ""), **dict(zip(header, stripped, strict=False)), "extra": extra}


def _row(
    line: int, cells: Cells, places: Places, modules: Collection[str], seen: Counter[tuple[str, ...]]
) -> Row | list[tuple[Message, int]]:
    problems = [(message, places.get(name, 0)) for message, name in _problems(cells, modules)]
    if problems:
        return problems
    minutes, done = int(cells["minutes"] or 0), bool(cells["done"])
    content = (cells["day"], cells["module"], str(minutes), "yes" if done else "", cells["note"])
    seen[content] += 1
    print_of = "\x1f".join((*content, str(seen[content]))).encode("utf-8", "surrogatepass")
    key = hashlib.sha256(print_of).hexdigest()[:16]
    day, column = date.fromisoformat(cells["day"]), places.get("minutes", 0)
    return Row(line, day, cells["module"], minutes, done, cells["note"], key, column)


def _problems(cells: Cells, modules: Collection[str]) -> Iterator[tuple[Message, str]]:
    """Give each problem of a row, with the column that it is in, if it is in one."""
    day, module, minutes, done = (cells[name] for name in COLUMNS[:4])
    if not is_day(day):
        yield msg("“{value}” is not a day: write it as 2026-12-01", value=day), "day"
    if module not in modules:
        yield (
            msg("there is no module “{value}”: `planner curriculum show` lists them", value=module),
            "module",
        )
    if minutes and not (minutes.isdecimal() and len(minutes) <= 5):
        wrong = msg("“{value}” is not a number of minutes: write 90 for one hour and a half", value=minutes)
        yield wrong, "minutes"
    elif minutes and int(minutes) > _DAY:
        yield msg("{minutes} are more than a day holds: give 1440 or less", minutes=minutes), "minutes"
    if done.lower() not in {"", "yes"}:
        yield msg("“{value}” is not allowed under “done”: write yes, or leave it empty", value=done), "done"
    if not done and minutes.strip("0０") == "":
        yield msg("this row says nothing: give minutes, or yes under “done”"), ""
    if cells["extra"]:
        extra = cells["extra"]
        yield (
            msg("this row has too many cells (“{value}”): put text with commas between quotes", value=extra),
            "",
        )
