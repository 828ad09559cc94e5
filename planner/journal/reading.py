"""Reading the journal: the union of `journal/*.jsonl`, sync tools' conflict copies included.

Invariant: reading writes nothing, and a line that cannot be used is reported with its place, never dropped in silence,
until the learner gives it up. One that another program wrote again counts while its checksum holds.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from planner.journal.checks.damage import NOTHING_GIVEN_UP, given_up, is_conflict_mark, line_digest
from planner.journal.events import in_order
from planner.journal.folder import FOLDER, journal_files, unreadable
from planner.journal.model import Event
from planner.journal.rewritten import decode_any
from planner.problems import Problem
from planner.text.messages import Message, msg

TORN, DAMAGED, TWICE, CONFLICT = "torn", "damaged", "twice", "conflict"
_MARK = b"\xef\xbb\xbf"  # the byte order mark that some editors put before UTF-8


def read_journal(folder: Path) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """Read what happened from a plan folder, in order, each event once; no folder is an empty journal.

    A problem's key is `torn` (a line that was never finished, so never acknowledged), `damaged` or `twice`; lines that
    were given up make none. Raises `DataError` when a file cannot be read at all: acting on half of what happened
    would be wrong.
    """
    events: list[Event] = []
    problems: list[tuple[Problem, bytes]] = []
    places: dict[str, Event] = {}
    for file, number, line, found in scan(folder):
        if isinstance(found, Problem):
            if found.key != CONFLICT:  # git's marks cost nothing: the lines of both sides are there
                problems.append((found, line))
            continue
        events.append(found)
        other = places.setdefault(found.id, found)
        if other is not found and other != found:
            problems.append((two_versions(file, number), line))
    gone = given_up(events).lines if problems else NOTHING_GIVEN_UP.lines
    said = tuple(problem for problem, line in problems if not gone or line_digest(line) not in gone)
    return tuple(in_order(events)), said


def scan(folder: Path) -> Iterator[tuple[str, int, bytes, Event | Problem]]:
    """Go through every line of every file: the file as `journal/name`, the line's number, its bytes, what it holds."""
    for path in journal_files(folder):
        name = f"{FOLDER}/{path.name}"
        try:
            content = path.read_bytes()
        except FileNotFoundError:  # a sync tool took it away meanwhile
            continue
        except OSError as error:
            raise unreadable(path, error) from error
        lines = content.removeprefix(_MARK).split(b"\n")
        for number, line in enumerate(lines, 1):
            if line in {b"", b"\r"}:
                continue
            found = decode_any(line)
            if isinstance(found, Event):
                yield name, number, line, found
            else:
                yield name, number, line, _set_aside(name, number, line, found, last=number == len(lines))


def two_versions(file: str, line: int) -> Problem:
    """Say that a line has an event that another line has with other content."""
    text = msg("this event is there in two versions and one of them counts: compare it with the other copies")
    return Problem(text, file, line, key=TWICE)


def _is_whole(line: bytes) -> bool:
    """Tell whether a line is a JSON object to its end: no interrupted saving leaves one that does not count."""
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _set_aside(file: str, number: int, line: bytes, reason: Message, *, last: bool) -> Problem:
    if is_conflict_mark(line):
        return Problem(msg("git left the mark of a conflict here"), file, number, key=CONFLICT)
    cut = last or (line.startswith(b'{"id":"') and not line.endswith(b'"}'))
    if cut and not _is_whole(line):
        return Problem(msg("this line is cut off and set aside"), file, number, key=TORN)
    return Problem(
        msg("this line is damaged and set aside: {reason}", reason=reason), file, number, key=DAMAGED
    )
