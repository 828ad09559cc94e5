"""Replacing several files at once, with what must be recorded about it.

Invariant: everything is written to temporary files first, the old contents included; then the new ones are renamed
into place. Whatever fails after that, `then` included, the old ones are renamed back.
"""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from planner.journal.disk import flush, flush_folder
from planner.problems import DataError, Problem, fail, write_failed
from planner.records import dataclass
from planner.text.messages import msg

_TEMPORARY = re.compile(r"\..+\.\d+\.(new|old)\.tmp")
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Change:
    """A file to be replaced: what was read of it (None: it was not there), and what it shall hold."""

    path: Path
    old: bytes | None
    new: bytes


@dataclass(frozen=True, slots=True)
class _Staged:
    """A change on its way: the file itself (behind any link), and temporary files beside it."""

    change: Change
    target: Path
    new: Path
    old: Path


def replace_files(changes: Sequence[Change], then: Callable[[], None]) -> None:
    """Replace the files, and do `then`; raises `DataError`, and then the files are as they were.

    A file that is no longer what was read of it is left alone, and nothing is done.
    """
    staged = [_staged(change) for change in changes]
    for folder in {each.target.parent for each in staged}:
        sweep(folder)
    try:
        for each in staged:
            _write(each.new, each.change.new)
            if each.change.old is not None:
                _write(each.old, each.change.old)
        _check(changes)
        with _taken_back(staged):
            for each in staged:
                each.new.replace(each.target)
            _flush_folders(staged)
            then()
    except OSError as error:
        raise fail(write_failed(error), file=_first(changes)) from error
    finally:
        for each in staged:
            for temporary in (each.new, each.old):
                with suppress(OSError):
                    temporary.unlink(missing_ok=True)


def _staged(change: Change) -> _Staged:
    target = change.path.resolve()
    beside = [target.with_name(f".{target.name}.{os.getpid()}.{kind}.tmp") for kind in ("new", "old")]
    return _Staged(change, target, *beside)


def sweep(folder: Path) -> None:
    """Remove the temporary files of a planner that was killed while it replaced files of this folder."""
    with suppress(OSError):
        for path in folder.iterdir():
            if _TEMPORARY.fullmatch(path.name):
                path.unlink(missing_ok=True)


def _write(path: Path, data: bytes) -> None:
    descriptor = os.open(path, _FLAGS, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        flush(file.fileno())


def _check(changes: Sequence[Change]) -> None:
    for change in changes:
        try:
            now: bytes | None = change.path.read_bytes()
        except FileNotFoundError:
            now = None
        if now != change.old:
            raise fail(
                msg("this file was changed meanwhile, so nothing was done: try again"), file=str(change.path)
            )


@contextmanager
def _taken_back(staged: Sequence[_Staged]) -> Iterator[None]:
    """Rename the old files back when anything fails; a file that cannot be is named beside what failed."""
    try:
        yield
    except BaseException as error:
        left = [each for each in staged if not _put_back(each) and not _is_old(each)]
        with suppress(OSError):
            _flush_folders(staged)
        if left:
            raise DataError([*_problems(error, staged), *map(_left, left)]) from error
        raise


def _is_old(each: _Staged) -> bool:
    """Tell whether a file is as it was, whatever could not be done to it."""
    try:
        return each.target.read_bytes() == each.change.old
    except FileNotFoundError:
        return each.change.old is None
    except OSError:
        return False


def _put_back(each: _Staged) -> bool:
    """Put the old file back where the new one is; True when the old one, or none, is there."""
    try:
        if os.path.lexists(each.new):  # never raises; and where it is wrong, the old file is put over itself
            return True
        if each.change.old is None:
            each.target.unlink(missing_ok=True)
        else:
            each.old.replace(each.target)
    except OSError:
        return False
    return True


def _problems(error: BaseException, staged: Sequence[_Staged]) -> tuple[Problem, ...]:
    if isinstance(error, DataError):
        return error.problems
    if isinstance(error, OSError):
        return (Problem(write_failed(error), _first([each.change for each in staged])),)
    return ()


def _first(changes: Sequence[Change]) -> str:
    return str(changes[0].path) if changes else ""


def _left(each: _Staged) -> Problem:
    """Say what a file is now, by its bytes."""
    try:
        is_new = each.target.read_bytes() == each.change.new
    except OSError:
        is_new = False
    message = (
        msg("this file is the new one and could not be put back: look at it, and try again")
        if is_new
        else msg("this file could not be put back: look at it, and bring it back with planner restore")
    )
    return Problem(message, str(each.change.path))


def _flush_folders(staged: Sequence[_Staged]) -> None:
    for folder in {each.target.parent for each in staged}:
        flush_folder(folder)
