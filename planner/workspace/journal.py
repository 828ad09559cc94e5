"""The journal as a person reads it: its lines, a check of all of it, and an import."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from planner.journal.check import Report, check_counts
from planner.journal.check import check_journal as check
from planner.journal.csv_import import Row, importing, read_csv
from planner.journal.events import Draft, in_order
from planner.journal.history import describe
from planner.journal.undo import void_events
from planner.problems import DataError, Problem
from planner.text.messages import Message
from planner.workspace.acting import record
from planner.workspace.context import Context
from planner.workspace.device import known_counts
from planner.workspace.files import read_file
from planner.workspace.log import DAY, future, too_much
from planner.workspace.opening import Opened, open_plan


@dataclass(frozen=True)
class JournalLine:
    """An event in words. `at` is local; `void` says that it was undone; `part` that it belongs to the action before."""

    id: str
    at: datetime
    day: date
    device: str
    kind: str
    text: Message
    void: bool
    part: bool


@dataclass(frozen=True)
class Imported:
    """What an import added: events of time studied, and modules finished; `known` rows were there already."""

    opened: Opened
    logs: int
    done: int
    known: int


def journal_lines(opened: Opened) -> tuple[JournalLine, ...]:
    """Return every event in the order in which they count."""
    ordered = in_order(opened.events)
    void = void_events(ordered)
    return tuple(
        JournalLine(
            event.id,
            event.at.astimezone(opened.zone),
            event.day,
            event.device,
            event.kind,
            describe(event, opened.titles),
            event.id in void,
            "part_of" in event.data,
        )
        for event in ordered
    )


def check_journal(context: Context) -> tuple[Report, tuple[Problem, ...]]:
    """Check every line of the journal; returns the report, and all problems with what went missing."""
    opened = open_plan(context)
    modules = set(opened.curriculum.by_id())
    milestones = {milestone.id for milestone in opened.curriculum.milestones}
    report = check(context.home, modules, milestones)
    return report, (*report.problems, *check_counts(known_counts(context), opened.events))


def import_csv(opened: Opened, path: Path) -> Imported:
    """Add a CSV file's rows that are not in the journal yet, as one action; raises `DataError` with every problem."""
    rows, problems = read_csv(read_file(path), str(path), opened.curriculum.by_id())
    today = opened.now.date()
    if not problems:
        problems = tuple(Problem(future(row.day), str(path), row.line) for row in rows if row.day > today)
    if problems:
        raise DataError(problems)
    drafts = importing(rows, opened.events)
    problems = _overfull(opened, rows, drafts, str(path))
    if problems:
        raise DataError(problems)
    after = record(opened, *drafts) if drafts else opened
    new = {draft.data["key"] for draft in drafts}
    logs = sum(draft.kind == "log" for draft in drafts)
    done = {draft.data["module"] for draft in drafts if draft.kind == "done"}
    return Imported(after, logs, len(done), sum(row.key not in new for row in rows))


def _overfull(opened: Opened, rows: Sequence[Row], drafts: Sequence[Draft], file: str) -> tuple[Problem, ...]:
    """Return a problem for each new row with which its day would hold more than 24 hours."""
    new = {draft.data["key"] for draft in drafts if draft.kind == "log"}
    logged: Counter[date] = Counter()
    for entry in opened.progress.logs:
        if entry.day is not None:
            logged[entry.day] += entry.minutes
    problems = []
    for row in rows:
        if row.key not in new:
            continue
        if row.minutes + logged[row.day] > DAY:
            message = too_much(row.minutes, row.day, logged[row.day])
            problems.append(Problem(message, file, row.line, row.column))
        logged[row.day] += row.minutes
    return tuple(problems)
