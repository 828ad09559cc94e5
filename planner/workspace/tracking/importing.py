"""Importing: a table made by hand, or what another program tracked, becomes one action in the journal.

Invariant: everything wrong in the file is raised at once, and then nothing is recorded; what the journal holds already
is not recorded again.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from planner.journal.events import Draft
from planner.journal.imports.cells import decode
from planner.journal.imports.csv_import import Row, importing, read_csv
from planner.journal.imports.formats import CSV, recognise
from planner.problems import DataError, Problem
from planner.text.messages import Message
from planner.workspace.acting import record
from planner.workspace.names import find_module
from planner.workspace.opening import Opened
from planner.workspace.tracking.log import DAY, future, too_much


@dataclass(frozen=True)
class Wishes:
    """What the learner says about an import: `source` is a format's name, `dates` dmy or mdy; None: look and see.

    `timezone` is that of a tracker's clock instead of the profile's; `modules` are ids by the names that entries have;
    `again` brings in what was undone before; with `dry` nothing is recorded.
    """

    source: str | None = None
    dates: str | None = None
    timezone: str | None = None
    modules: Mapping[str, str] = field(default_factory=dict)
    again: bool = False
    dry: bool = False


@dataclass(frozen=True)
class Unmatched:
    """Entries of one name that stand for no module; `near` is the id of one that the name is like, or empty."""

    name: str
    entries: int
    minutes: int
    near: str


@dataclass(frozen=True)
class Imported:
    """What an import added: logs, and modules finished; `known` rows were there already, `amended` had changed.

    `away` entries stay as the learner took them back, `running` ones have no end yet, `short` ones not half a minute;
    `reported` are weeks whose check-in told hours of the same modules; `overlapping` entries are new, and at a time
    that was imported before and that the file has no more. `drafts` are the events.
    """

    opened: Opened
    source: str
    drafts: tuple[Draft, ...]
    done: int = 0
    known: int = 0
    amended: int = 0
    unmatched: tuple[Unmatched, ...] = ()
    away: int = 0
    running: int = 0
    short: int = 0
    reported: tuple[date, ...] = ()
    overlapping: int = 0

    @property
    def logs(self) -> int:
        """The entries of study that are new."""
        return sum(draft.kind == "log" for draft in self.drafts)


_AS_IT_IS = Wishes()


def import_file(opened: Opened, data: bytes, file: str, wishes: Wishes = _AS_IT_IS) -> Imported:
    """Add what a file says and the journal does not yet; raises `DataError` with every problem."""
    for module in wishes.modules.values():
        find_module(opened, module)
    text = decode(data, file)
    source = text if isinstance(text, Problem) else wishes.source or recognise(text)
    if isinstance(source, Message):
        source = Problem(source, file, 1)
    if isinstance(text, Problem) or isinstance(source, Problem):
        raise DataError([each for each in (source,) if isinstance(each, Problem)])
    if source == CSV:
        return _import_csv(opened, text, file, wishes)
    from planner.workspace.tracking.tracked import import_tracked

    return import_tracked(opened, text, file, source, wishes)


def _import_csv(opened: Opened, text: str, file: str, wishes: Wishes) -> Imported:
    rows, problems = read_csv(text, file, opened.curriculum.by_id(), names_before(opened))
    today = opened.now.date()
    if not problems:
        problems = tuple(Problem(future(row.day), file, row.line) for row in rows if row.day > today)
    if problems:
        raise DataError(problems)
    drafts = importing(rows, opened.events)
    problems = _overfull(opened, rows, drafts, file)
    if problems:
        raise DataError(problems)
    after = record(opened, *drafts) if drafts and not wishes.dry else opened
    new = {draft.data["key"] for draft in drafts}
    done = {draft.data["module"] for draft in drafts if draft.kind == "done"}
    return Imported(after, CSV, drafts, len(done), sum(row.key not in new for row in rows))


def names_before(opened: Opened) -> Mapping[str, Sequence[str]]:
    """Return what the ids that modules had are called now."""
    renaming = opened.journal.renaming
    return renaming.modules if renaming else {}


def logged_by_day(opened: Opened) -> Counter[date]:
    """Return the minutes that each day holds already."""
    logged: Counter[date] = Counter()
    for entry in opened.progress.logs:
        if entry.day is not None:
            logged[entry.day] += entry.minutes
    return logged


def _overfull(opened: Opened, rows: Sequence[Row], drafts: Sequence[Draft], file: str) -> tuple[Problem, ...]:
    """Return a problem for each new row with which its day would hold more than 24 hours."""
    new = {draft.data["key"] for draft in drafts if draft.kind == "log"}
    logged = logged_by_day(opened)
    problems = []
    for row in rows:
        if row.key not in new:
            continue
        if row.minutes + logged[row.day] > DAY:
            message = too_much(row.minutes, row.day, logged[row.day])
            problems.append(Problem(message, file, row.line, row.column))
        logged[row.day] += row.minutes
    return tuple(problems)
