"""Importing study records from CSV with the header `day,module,minutes,done,note`.

Invariant: importing a file twice adds nothing the second time, and n identical rows in one file count as n, because
each row is known by its content and by how many such rows came before it.
"""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from planner.journal.events import Draft, in_order
from planner.journal.imports.cells import TableError, decode, records
from planner.journal.kinds import is_day
from planner.journal.model import Event
from planner.journal.undo import void_events
from planner.problems import Problem
from planner.records import dataclass
from planner.text.controls import harmless
from planner.text.messages import Message, msg

COLUMNS = ("day", "module", "minutes", "done", "note")
_DAY = 24 * 60
Cells = Mapping[str, str]
Places = Mapping[str, int]


Renamed = Mapping[str, Sequence[str]]
_NOTHING: Renamed = {}


@dataclass(frozen=True, slots=True)
class _Names:
    """The ids that may be written, `known`, and what those of before are called now."""

    known: Collection[str]
    renamed: Renamed

    def now(self, module: str) -> str:
        """Return what a module is called now; one that was split keeps its name, and is shared out by the fold."""
        names = self.renamed.get(module, ())
        return names[0] if len(names) == 1 else module

    def of(self, module: str) -> tuple[str, ...]:
        """Return the names that a module had and has, first that by which its rows are known: the oldest."""
        if len(self.renamed.get(module, ())) > 1:
            return (module,)
        now = self.now(module)
        old = [name for name in self.renamed if self.now(name) == now != name]
        first = module if module in self.renamed else next(iter(old), now)
        return tuple(dict.fromkeys((first, *old, now)))


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `minutes` is 0 where it has none, at `column`; a second import finds `key`, its fingerprint, again.

    `others` are the keys that it would have by other names of its module.
    """

    line: int
    day: date
    module: str
    minutes: int
    done: bool
    note: str
    key: str
    column: int = 0
    others: tuple[str, ...] = ()


def read_csv(
    text: bytes | str, file: str, modules: Collection[str], renamed: Renamed = _NOTHING
) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """Read the rows of a CSV file, and every problem in it; `modules` are the ids that exist.

    `renamed` are what ids of before are called now: these may be written, too, and a row is the same by any of them.
    """
    decoded = decode(text, file)
    if isinstance(decoded, Problem):
        return (), (decoded,)
    rows: list[Row] = []
    problems: list[Problem] = []
    seen: Counter[tuple[str, ...]] = Counter()
    names = _Names(frozenset((*modules, *renamed)), renamed)
    try:
        for line, cells, columns in _records(decoded):
            found = _row(line, cells, columns, names, seen)
            if isinstance(found, Row):
                rows.append(found)
            else:
                problems += [Problem(message, file, line, column) for message, column in found]
    except TableError as error:
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
        keys = (row.key, *row.others)
        if row.minutes and not any(("log", key) in known for key in keys):
            note = {"note": row.note} if row.note else {}
            data = {"module": row.module, "minutes": row.minutes, **note, "key": row.key}
            drafts.append(Draft("log", data, row.day))
        if row.done and not any(("done", key) in known for key in keys):
            drafts.append(Draft("done", {"module": row.module, "key": row.key}, row.day))
    return tuple(drafts)


def _records(text: str) -> Iterator[tuple[int, Cells, Places]]:
    """Give each row that is not empty: its line, its cells by name in any order, and where on the line they are."""
    header: list[str] = []
    for number, record in enumerate(records(text)):
        if number:
            places = dict(zip(header, record.places, strict=False))
            yield record.line, _named(header, record.cells), places
        else:
            header = _header(record.cells)


def _header(cells: Sequence[str]) -> list[str]:
    header = [cell.strip().lower() for cell in cells]
    if not {"day", "module"} <= set(header) <= set(COLUMNS) or len(set(header)) < len(header):
        wanted = ",".join(COLUMNS)
        raise TableError(msg("the first line must be “{header}”, with commas between", header=wanted), 1)
    return header


def _named(header: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    stripped = [cell.strip() for cell in cells]
    extra = ",".join(filter(None, stripped[len(header) :]))
    return {**dict.fromkeys(COLUMNS, ""), **dict(zip(header, stripped, strict=False)), "extra": extra}


def _row(
    line: int, cells: Cells, places: Places, names: _Names, seen: Counter[tuple[str, ...]]
) -> Row | list[tuple[Message, int]]:
    problems = [(message, places.get(name, 0)) for message, name in _problems(cells, names.known)]
    if problems:
        return problems
    minutes, done = int(cells["minutes"] or 0), bool(cells["done"])
    first, *others = names.of(cells["module"])
    rest = (str(minutes), "yes" if done else "", cells["note"])
    content = (cells["day"], first, *rest)
    seen[content] += 1
    key, *more = (_key((cells["day"], name, *rest, str(seen[content]))) for name in (first, *others))
    day, column, note = date.fromisoformat(cells["day"]), places.get("minutes", 0), harmless(cells["note"])
    return Row(line, day, names.now(cells["module"]), minutes, done, note.strip(), key, column, tuple(more))


def _key(content: Sequence[str]) -> str:
    return hashlib.sha256("\x1f".join(content).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _problems(cells: Cells, modules: Collection[str]) -> Iterator[tuple[Message, str]]:
    """Give each problem of a row, with the column that it is in, if it is in one."""
    day, module, minutes, done = (cells[name] for name in COLUMNS[:4])
    if not is_day(day):
        yield msg("“{value}” is not a day; write it as 2026-12-01", value=day), "day"
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
