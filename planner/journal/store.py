"""Appending to the journal: `journal/<device>.jsonl` in the plan folder, one file per machine.

Invariant: when `append` returns, its events survive `kill -9` and a power cut; when it raises, none of them is in the
journal then. Only a sync tool that still holds a file that it took away can bring them back.
"""

import errno
import os
import re
import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from planner.journal.disk import flush, flush_folder, lock, make_folder
from planner.journal.events import encode
from planner.journal.folder import FOLDER, SUFFIX
from planner.journal.model import Event
from planner.journal.reading import read_journal, scan
from planner.problems import DataError, fail, write_failed
from planner.text.messages import msg

__all__ = ["append", "append_lines", "journal_file", "read_journal"]

_FLAGS = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)


def journal_file(folder: Path, device: str) -> Path:
    """Return the file that a machine appends to, in a plan folder."""
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", device):
        raise fail(msg("“{device}” cannot name a journal file: use letters, digits, - and _", device=device))
    return folder / FOLDER / (device + SUFFIX)


def append(folder: Path, device: str, events: Sequence[Event]) -> None:
    """Add events to this machine's journal in a plan folder, all of them or none; raises `DataError`."""
    append_lines(folder, device, [encode(event) for event in events])


def append_lines(folder: Path, device: str, lines: Sequence[bytes]) -> None:
    """Add whole lines as they are, each with its newline, as `append` adds events; raises `DataError`."""
    if not lines:
        return
    path = journal_file(folder, device)
    text = b"".join(lines)
    again = False
    try:
        make_folder(path.parent)
        for _ in range(5):
            if _append_once(path, text):
                return
            again = True
        raise fail(
            msg("another program keeps replacing this file: pause your sync tool and try again"),
            file=str(path),
        )
    except (OSError, DataError) as error:
        if again and _are_there(folder, lines):
            return
        if isinstance(error, DataError):
            raise
        raise fail(write_failed(error), file=str(path)) from error


def _are_there(folder: Path, lines: Sequence[bytes]) -> bool:
    """Tell whether all lines are in the journal, as in a file that a sync tool set aside once they were flushed."""
    with suppress(OSError, DataError):
        flush_folder(folder / FOLDER)
        return {line.rstrip(b"\r\n") for line in lines} <= {line for _, _, line, _ in scan(folder)}
    return False


def _append_once(path: Path, lines: bytes) -> bool:
    """Append under the lock; False when the file was replaced meanwhile. Lines written twice count once, by id."""
    descriptor = os.open(path, _FLAGS, 0o600)
    try:
        if not lock(descriptor):
            raise fail(
                msg("another planner has been writing here for ten seconds: close it and try again"),
                file=str(path),
            )
        if not _is_still(path, descriptor):
            return False
        size = _size(descriptor)
        if size == 0:
            flush_folder(path.parent)
        return _write(path, descriptor, size, lines)
    finally:
        os.close(descriptor)


def _is_still(path: Path, descriptor: int) -> bool:
    """Tell whether the path still leads to the open file: a sync tool may have put another one there."""
    try:
        return os.path.samestat(os.stat(path), os.fstat(descriptor))  # noqa: PTH116  # os.stat beside os.fstat
    except FileNotFoundError:
        return False


def _size(descriptor: int) -> int:
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "not a regular file")
    return status.st_size


def _write(path: Path, descriptor: int, size: int, lines: bytes) -> bool:
    """Close a torn tail, write once, flush, look again; whatever goes wrong, leave the file as it was."""
    payload = (b"\n" if _is_torn(descriptor, size) else b"") + lines
    try:
        _write_all(descriptor, payload)
        flush(descriptor)
        return _is_still(path, descriptor)
    except BaseException:
        _take_back(descriptor, size, len(payload))
        raise


def _write_all(descriptor: int, payload: bytes) -> None:
    """Write in one call: a second one could come after somebody else's line. A short write is a full disk's way."""
    if os.write(descriptor, payload) != len(payload):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _is_torn(descriptor: int, size: int) -> bool:
    if size == 0:
        return False
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    return os.read(descriptor, 1) != b"\n"


def _take_back(descriptor: int, size: int, written: int) -> None:
    """Cut off what was written, unless somebody else wrote behind it (possible only without locks)."""
    with suppress(OSError):
        if os.fstat(descriptor).st_size <= size + written:
            os.ftruncate(descriptor, size)
            os.fsync(descriptor)
