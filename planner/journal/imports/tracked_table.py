"""Detailed reports of web trackers: a table whose rows have a start and an end on the learner's wall clock.

Invariant: any text gives entries or problems, each with its line; columns may come in any order, and others are left
alone. Whether days or months come first is decided from all rows, and never guessed.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from functools import partial
from zoneinfo import ZoneInfo

from planner.journal.imports.cells import Record, TableError, delimiter_of, records
from planner.journal.imports.clocks import moments, orders, read_clock, read_day, read_length
from planner.journal.imports.entry import Entry, unique
from planner.problems import Problem
from planner.records import dataclass
from planner.text.messages import Message, msg

_START_DATE, _START_TIME = ("start date",), ("start time",)
_NOTHING = {"", "-"}  # Toggl writes a hyphen into empty cells
_TAGS = ",;"
_Fault = tuple[Message, int]


@dataclass(frozen=True, slots=True)
class Columns:
    """What a program calls its columns, in lower case; of several names the first that has something in it counts."""

    program: str
    end_date: tuple[str, ...]
    end_time: tuple[str, ...]
    length: tuple[str, ...]
    names: tuple[str, ...]
    person: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A record whose cells are found by the names of their columns."""

    record: Record
    header: Mapping[str, int]

    def cell(self, names: Sequence[str]) -> tuple[str, int]:
        """Return the text under the first of the names that has one, and its column; empty where none has."""
        cells, places = self.record.cells, self.record.places
        known = [self.header[name] for name in names if self.header.get(name, len(cells)) < len(cells)]
        for index in known:
            if cells[index].strip() not in _NOTHING:
                return cells[index].strip(), places[index] if index < len(places) else 0
        return "", 0


def header_names(cells: Sequence[str]) -> list[str]:
    """Return what a table's columns are called, in lower case."""
    return [" ".join(cell.casefold().split()) for cell in cells]


def read_tracked(
    text: str, file: str, columns: Columns, *, zone: ZoneInfo, order: str | None = None
) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Read the entries of a detailed report; `order` (dmy or mdy) says what the days do not."""
    try:
        header, *body = records(text, delimiter_of(text))
    except TableError as error:
        return (), (Problem(error.message, file, error.line),)
    names = header_names(header.cells)
    missing = _missing(names, columns)
    if missing:
        return (), (Problem(missing, file, 1),)
    index = {name: place for place, name in reversed(list(enumerate(names)))}
    rows = [_Row(record, index) for record in body]
    if order is None:
        found = orders([(row.cell(_START_DATE)[0], row.cell(columns.end_date)[0]) for row in rows])
        if len(found) > 1:
            return (), (_ambiguous(rows[0], file),)
        order = found[0]
    return _entries(rows, file, partial(_entry, columns=columns, zone=zone, order=order))


def _missing(names: Sequence[str], columns: Columns) -> Message | None:
    """Say which column is not there without which no entry has a time."""
    for wanted in (_START_DATE, _START_TIME, (*columns.end_time, *columns.length)):
        if not set(wanted) & set(names):
            return msg(
                "there is no column “{column}”: export the detailed report of {program} as CSV, in English",
                column=wanted[0].capitalize(),
                program=columns.program,
            )
    return None


def _ambiguous(row: _Row, file: str) -> Problem:
    value, column = row.cell(_START_DATE)
    message = msg(
        "“{value}” and the other days could have the day or the month first: say which with --dates dmy or --dates mdy",
        value=value,
    )
    return Problem(message, file, row.record.line, column)


def _entries(
    rows: Sequence[_Row], file: str, entry: Callable[[_Row], Entry | list[_Fault]]
) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    entries: list[Entry] = []
    problems: list[Problem] = []
    for row in rows:
        found = entry(row)
        if isinstance(found, Entry):
            entries.append(found)
        else:
            problems += [Problem(message, file, row.record.line, column) for message, column in found]
    return tuple(entries), tuple(problems)


def _entry(row: _Row, *, columns: Columns, zone: ZoneInfo, order: str) -> Entry | list[_Fault]:
    faults: list[_Fault] = []
    start = _local(row, _START_DATE, _START_TIME, order, faults)
    end = _end(row, columns, order, faults) if row.cell(columns.end_time)[0] else None
    length, where = row.cell(columns.length)
    seconds = read_length(length)
    if end is None and length and seconds is None and not length.startswith("-"):
        faults.append((msg("“{value}” is no length such as 01:30:00", value=length), where))
    if faults or start is None:
        return faults
    span = moments(start, end, seconds, zone)
    if span is None:
        wrong = msg("this entry ends before it starts: correct it where it was tracked, and export again")
        return [(wrong, row.cell(columns.end_time)[1])]
    texts = [row.cell((name,))[0] for name in columns.names]
    tags = _split(texts[-1])
    person = row.cell(columns.person)[0]
    note = " ".join(row.cell(("description",))[0].split())
    names, clock = unique([*texts, *tags]), start.strftime("%Y%m%dT%H%M%S")
    return Entry(row.record.line, row.cell(_START_DATE)[1], *span, names, note, person, clock)


def _end(row: _Row, columns: Columns, order: str, faults: list[_Fault]) -> datetime | None:
    days = columns.end_date if row.cell(columns.end_date)[0] else _START_DATE
    return _local(row, days, columns.end_time, order, faults)


def _local(
    row: _Row, days: Sequence[str], clocks: Sequence[str], order: str, faults: list[_Fault]
) -> datetime | None:
    (day_text, day_column), (clock_text, clock_column) = row.cell(days), row.cell(clocks)
    day: date | None = read_day(day_text, order)
    clock: time | None = read_clock(clock_text)
    if day is None and not any(column == day_column for _, column in faults):
        faults.append(
            (msg("“{value}” is not a day such as 2026-12-01 or 31/12/2026", value=day_text), day_column)
        )
    if clock is None:
        wrong = msg("“{value}” is not a time of day such as 21:30:00 or 9:30 PM", value=clock_text)
        faults.append((wrong, clock_column))
    return datetime.combine(day, clock) if day and clock is not None else None


def _split(tags: str) -> Iterator[str]:
    for separator in _TAGS:
        tags = tags.replace(separator, "\n")
    return iter(tags.split("\n"))
