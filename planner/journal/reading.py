"""Reading the journal: the union of `journal/*.jsonl`, sync tools' conflict copies included.

Invariant: reading writes nothing, and a line that cannot be used is reported with its place, never dropped in silence.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from planner.journal.events import decode, in_order
from planner.journal.model import Event
from planner.problems import Problem, fail
from planner.text.messages import Message, msg

FOLDER = "journal"
SUFFIX = ".jsonl"
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
            raise _unreadable(path, error) from error
        lines = content.split(b"\n")
        for number, line in enumerate(lines, 1):
            if line in {b"", b"\r"}:
                continue
            found = decode(line)
            if isinstance(found, Event):
                yield name, number, found
            else:
                torn = number == len(lines) or (line.startswith(b'{"id":"') and not line.endswith(b'"}'))
                yield name, number, _set_aside(name, number, found, torn=torn)


def journal_files(folder: Path) -> list[Path]:
    """Return the journal's files in a plan folder, by name; the shadow files of macOS (`._…`) are none of them."""
    try:
        with os.scandir(folder / FOLDER) as entries:
            names = [e.name for e in entries if e.name.endswith(SUFFIX) and not e.name.startswith("._")]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise _unreadable(folder / FOLDER, error) from error
    return [folder / FOLDER / name for name in sorted(names)]


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


def _unreadable(path: Path, error: OSError) -> Exception:
    reason = error.strerror or type(error).__name__
    return fail(msg("this cannot be read ({reason}): check its permissions", reason=reason), file=str(path))
