"""Checking the journal: every line of every file, what each refers to, and whether anything went missing.

Invariant: every line is counted, as an event or as a problem.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from planner.journal.checks.damage import GivenUp, given_up, line_digest
from planner.journal.checks.references import GONE, REFERENCE, UNKNOWN, Placed, check_references
from planner.journal.events import in_order
from planner.journal.model import Event
from planner.journal.reading import CONFLICT, DAMAGED, TORN, scan, two_versions
from planner.journal.rewritten import is_as_written
from planner.problems import Problem
from planner.records import dataclass
from planner.text.messages import Message, msg_n

REWRITTEN = "rewritten"
_NOTICED = {UNKNOWN, GONE, CONFLICT, REWRITTEN}


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found: lines with an event by file, lines set aside by file, the distinct events.

    `problems` may have cost something, `notices` did not; `given_up` are problems that the learner let go. `raw` has
    the bytes of the lines that these are about, and `whole` where each event is, by id.
    """

    lines: Mapping[str, int]
    set_aside: Mapping[str, int]
    events: tuple[Event, ...]
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...]
    given_up: tuple[Problem, ...]
    raw: Mapping[tuple[str, int], bytes]
    whole: Mapping[str, tuple[str, int]]


def check_journal(
    folder: Path, modules: Collection[str] | None, milestones: Collection[str] | None
) -> Report:
    """Check the journal of a plan folder; `modules` and `milestones` are the ids that the curriculum has, if known.

    The key of a problem is `torn`, `damaged`, `twice`, `malformed` or `reference` (to an event that is not there), that
    of a notice `unknown` (written by a newer version), `gone` (no longer in the curriculum), `conflict` (git's mark) or
    `rewritten` (by another program).
    """
    found: list[Problem] = []
    placed: list[tuple[str, int, Event]] = []
    raw: dict[tuple[str, int], bytes] = {}
    first: dict[str, Event] = {}
    for file, number, line, each in scan(folder):
        raw[file, number] = line
        if isinstance(each, Problem):
            found.append(each)
            continue
        placed.append((file, number, each))
        if not is_as_written(line):
            found.append(Problem(_rewritten(1), file, number, key=REWRITTEN))
        if first.setdefault(each.id, each) != each:
            found.append(two_versions(file, number))
    found += check_references(placed, first, modules, milestones)
    return _report(found, placed, {(each.file, each.line): raw[each.file, each.line] for each in found})


def _report(found: Sequence[Problem], placed: Placed, raw: Mapping[tuple[str, int], bytes]) -> Report:
    """Tell problems from notices, and from what was given up."""
    events = tuple(in_order(event for _, _, event in placed))
    gone = given_up(events)
    problems: list[Problem] = []
    let_go: list[Problem] = []
    for each in found:
        if each.key not in _NOTICED:
            (let_go if _is_given_up(each, raw, gone) else problems).append(each)
    return Report(
        lines=Counter(file for file, _, _ in placed),
        set_aside=Counter(each.file for each in found if each.key in {TORN, DAMAGED, CONFLICT}),
        events=events,
        problems=tuple(problems),
        notices=_in_groups([each for each in found if each.key in _NOTICED]),
        given_up=tuple(let_go),
        raw=raw,
        whole={event.id: (file, number) for file, number, event in reversed(placed)},
    )


def _is_given_up(problem: Problem, raw: Mapping[tuple[str, int], bytes], gone: GivenUp) -> bool:
    if not gone.lines and not gone.events:
        return False
    if problem.key == REFERENCE:
        return dict(problem.message.values)["id"] in gone.events
    return line_digest(raw[problem.file, problem.line]) in gone.lines


def _in_groups(notices: Sequence[Problem]) -> tuple[Problem, ...]:
    """Say each notice once, at the first of its lines, however many lines it is about."""
    groups: dict[tuple[str, Message | str | None], list[Problem]] = {}
    for each in notices:
        about = each.message if each.key == GONE else each.file if each.key in {CONFLICT, REWRITTEN} else None
        groups.setdefault((each.key, about), []).append(each)
    return tuple(_as_one(group) for group in groups.values())


def _as_one(group: Sequence[Problem]) -> Problem:
    first = group[0]
    count = len(group)
    if first.key == CONFLICT:
        return replace(first, message=_conflict(count))
    if first.key == REWRITTEN:
        return replace(first, message=_rewritten(count))
    if first.key != UNKNOWN:
        return first
    text = msg_n(
        "{count} event was written by a newer version: it is kept, and skipped here; update the planner on this "
        "machine",
        "{count} events were written by a newer version: they are kept, and skipped here; update the planner on this "
        "machine",
        count,
    )
    return replace(first, message=text)


def _rewritten(count: int) -> Message:
    return msg_n(
        "another program wrote {count} line here again, with other spaces: it is whole and counts; keep such programs "
        "away from the journal",
        "another program wrote {count} lines here again, with other spaces: they are whole and count; keep such "
        "programs away from the journal",
        count,
    )


def _conflict(count: int) -> Message:
    return msg_n(
        "git left {count} mark of a conflict here: the lines of both sides count; delete it, and write "
        "*.jsonl merge=union into .gitattributes",
        "git left {count} marks of conflicts, the first one here: the lines of both sides count; delete the marks, and "
        "write *.jsonl merge=union into .gitattributes",
        count,
    )
