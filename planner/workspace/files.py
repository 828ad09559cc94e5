"""Writing files so that they are whole or not there, for their owner only.

Invariant: after a failure the file is what it was before, and no temporary file is left.
"""

import os
from contextlib import suppress
from pathlib import Path

from planner.journal.disk import flush_folder, make_folder
from planner.problems import fail, write_failed
from planner.text.messages import msg


def write_file(path: Path, data: bytes, *, mode: int = 0o600) -> None:
    """Write a file by way of a temporary one beside it (write, fsync, rename); raises `DataError`."""
    try:
        replace_file(path, data, mode=mode)
    except OSError as error:
        raise fail(write_failed(error), file=str(path)) from error


def replace_file(path: Path, data: bytes, *, mode: int = 0o600, lasting: bool = True) -> None:
    """Do what `write_file` does, and leave an OSError to the caller; what need not be `lasting` is not flushed."""
    make_folder(path.parent)
    target = path.resolve()
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        descriptor = os.open(
            temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), mode
        )
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            if lasting:
                os.fsync(file.fileno())
        temporary.replace(target)
        if lasting:
            flush_folder(target.parent)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def exists(path: Path) -> bool:
    """Tell whether a file can be seen to be there."""
    try:
        return path.exists()
    except OSError:
        return False


def read_file(path: Path, name: str = "") -> bytes:
    """Return a file's bytes; raises `DataError` that calls the file `name`."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise fail(msg("there is no such file: check the name"), file=name or str(path)) from error
    except IsADirectoryError as error:
        raise fail(msg("this is a folder; name a file"), file=name or str(path)) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise fail(
            msg("this cannot be read ({reason}): check its permissions", reason=reason),
            file=name or str(path),
        ) from error
