"""Reading the journal: the union of `journal/*.jsonl`, sync tools' conflict copies included.

Invariant: reading writes nothing, and a line that cannot be used is reported with its place, never dropped in silence.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from planner.journal.events import decode, in_order
from planner.journal.folder import FOLDER, journal_files, unreadable
from planner.journal.model import Event
from planner.problems import Problem
from planner.text.messages import Message, msg

TORN, DAMAGED, TWICE = "torn", "damaged", "twice"


def read_journal(folder: Path) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """Read what happened from a plan folder, in order, each event once; no folder is an empty journal.

    A problem's key is `torn` (a line that was never finished, so never acknowledged), `damaged` or `twice`.
    Raises `DataError` when a file cannot be read at all: acting on half of what happened would be wrong.
    """
    events: list[Event] = []
    problems: list[Problem] = []
    places: dict[str, Event] = {}
    for file, number, found in scan(folder):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        events.append(found)
        other = places.setdefault(found.id, found)
        if other is not found and other != found:
            problems.append(_two_versions(file, number))
    return tuple(in_order(events)), tuple(problems)


def scan(folder: Path) -> Iterator[tuple[str, int, Event | Problem]]:
    """Go through every line of every file: the file as `journal/name`, the line's number, and what it holds."""
    for path in journal_files(folder):
        name = f"{FOLDER}/{path.name}"
        try:
            content = path.read_bytes()
        except FileNotFoundError:  # a sync tool took it away meanwhile
            continue
        except OSError as error:
            raise unreadable(path, error) from error
        lines = content.split(b"\n")
        for number, line in enumerate(lines, 1):
            if line in {b"", b"\r"}:
                continue
            found = decode(line)
            if isinstance(found, Event):
                yield name, number, found
            else:
                cut = number == len(lines) or (line.startswith(b'{"id":"') and not line.endswith(b'"}'))
                torn = cut and not _is_whole(line)
                yield name, number, _set_aside(name, number, found, torn=torn)


def _is_whole(line: bytes) -> bool:
    """Tell whether a line is a JSON object to its end: no interrupted saving leaves one that does not count."""
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _set_aside(file: str, line: int, reason: Message, *, torn: bool) -> Problem:
    if torn:
        text = msg(
            "this line was never finished, because the program was stopped while saving: it is set aside"
        )
        return Problem(text, file, line, key=TORN)
    text = msg(
        "this line is damaged and set aside: {reason}; a backup or another copy may have it", reason=reason
    )
    return Problem(text, file, line, key=DAMAGED)


def _two_versions(file: str, line: int) -> Problem:
    text = msg("this event is there in two versions and one of them counts: compare it with the other copies")
    return Problem(text, file, line, key=TWICE)
