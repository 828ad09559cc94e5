"""Whether others on this machine can read the plan, as after `git clone`, and the command that ends it.

Invariant: looking changes nothing; what is shared on purpose stays so until the learner says otherwise.
"""

import os
import shlex
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from planner.journal.folder import FOLDER, SUFFIX
from planner.problems import Problem
from planner.text.messages import msg_n

OPEN = "open"
_OTHERS = 0o077
_PASS = 0o011  # who may not pass through a folder reads no file in it


def open_to_others(home: Path) -> tuple[Problem, ...]:
    """Tell of the plan's files that others can read, with the command that keeps them to their owner."""
    count = len(list(_open_files(home)))
    if not count:
        return ()
    text = msg_n(
        "{count} file of the plan is open to others on this machine; to keep it to yourself: chmod -R go= {folder}",
        "{count} files of the plan are open to others on this machine; to keep them to yourself: chmod -R go= {folder}",
        count,
        folder=shlex.quote(str(home)),
    )
    return (Problem(text, key=OPEN),)


def close_to_others(*paths: Path) -> None:
    """Keep files and folders to their owner, as far as that can be done."""
    for path in paths:
        with suppress(OSError):
            mode = path.stat().st_mode
            if mode & _OTHERS and os.name != "nt":
                path.chmod(mode & ~_OTHERS & 0o7777)


def _open_files(home: Path) -> Iterator[Path]:
    """Go through the files that others can read; on Windows a file's mode says nothing of that."""
    if os.name == "nt" or not _mode(home) & _PASS:
        return
    inside = [home / name for name in ("profile.yaml", "curriculum.yaml")]
    if _mode(home / FOLDER) & _PASS:
        with suppress(OSError):
            inside += [path for path in (home / FOLDER).iterdir() if path.suffix == SUFFIX]
    yield from (path for path in inside if _mode(path) & _OTHERS)


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except OSError:
        return 0
