"""Looking whether somebody else changed the plan on disk: another program its journal, a hand its files.

Invariant: looking is a few calls of `stat`, off the UI thread. Files with mistakes never take the place of the last
good plan: their problems are told until they are mended.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from planner.journal.folder import journal_files
from planner.problems import DataError, Problem
from planner.workspace.context import Context
from planner.workspace.opening import CURRICULUM, PROFILE, Opened, has_plan, open_plan

Stamp = tuple[tuple[str, int, int, int], ...]
EVERY = 1.5  # seconds


@dataclass(frozen=True, slots=True)
class Seen:
    """Both files as they were when they were read last, None before that; and what is wrong with them."""

    files: Stamp | None = None
    problems: tuple[Problem, ...] = ()


def files_of(context: Context) -> Stamp:
    """Return name, size, moment and inode of both files; what is missing is left out."""
    return _stamps(context.home / name for name in (PROFILE, CURRICULUM))


def _stamps(paths: Iterable[Path]) -> Stamp:
    stamps = []
    for path in paths:
        with suppress(OSError):
            status = path.stat()
            stamps.append((path.name, status.st_size, status.st_mtime_ns, status.st_ino))
    return tuple(stamps)


def all_of(context: Context) -> Stamp:
    """Return what `files_of` does, and the same of the journal's files: all that opening a plan depends on."""
    try:
        journals = journal_files(context.home)
    except DataError:
        journals = []
    return files_of(context) + _stamps(journals)


def look_again(context: Context, seen: Stamp) -> tuple[Stamp, Opened | None, Seen] | None:
    """Try once more to open a plan that could not be opened, if anything changed since; None when nothing did."""
    stamp, files = all_of(context), files_of(context)
    if stamp == seen:
        return None
    if not has_plan(context):
        return stamp, None, Seen()
    try:
        return stamp, _ready(open_plan(context)), Seen(files)
    except DataError as error:
        return stamp, None, Seen(files, error.problems)


def look(opened: Opened, seen: Seen, now: datetime) -> tuple[Opened, Seen] | None:
    """Return the plan as it is on disk now and what was seen; None when nothing changed."""
    files = files_of(opened.context)
    if files != seen.files:
        try:
            return _ready(_reopened(opened, now)), Seen(files)
        except DataError as error:
            return opened, Seen(files, error.problems)
    if opened.journal.now() is opened.journal:
        return None
    return _ready(opened.at(now).reread()), seen


def _reopened(opened: Opened, now: datetime) -> Opened:
    """Open the plan anew; it is the one that was open when its files say the same and nothing was recorded."""
    after = open_plan(replace(opened.context, now=now))
    same = after.digests == opened.digests and opened.journal.now() is opened.journal
    return opened if same else after


def _ready(opened: Opened) -> Opened:
    """Work out in the thread what every screen asks for."""
    _ = opened.plan, opened.problems
    return opened
