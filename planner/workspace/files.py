"""Writing files so that they are whole or not there, for their owner only.

Invariant: after a failure the file is what it was before, and no temporary file is left; one that a killed program
left goes when the file is next written.
"""

import os
from contextlib import suppress
from pathlib import Path
from threading import get_ident

from planner.journal.disk import flush_folder, make_folder
from planner.problems import fail, system_reason, write_failed
from planner.text.messages import msg

_OWNER = 0o600
_HOUR = 3600
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write_file(path: Path, data: bytes, *, mode: int = _OWNER) -> None:
    """Write a file by way of a temporary one beside it (write, fsync, rename); raises `DataError`."""
    try:
        replace_file(path, data, mode=mode)
    except OSError as error:
        raise fail(write_failed(error), file=str(path)) from error


def replace_file(path: Path, data: bytes, *, mode: int = _OWNER, lasting: bool = True) -> None:
    """Do what `write_file` does, and leave an OSError to the caller; what need not be `lasting` is not flushed."""
    make_folder(path.parent, lasting=lasting)
    target = Path(
        os.path.realpath(path)
    )  # a link that leads to itself is no error here, as it is in `resolve`
    temporary = target.with_name(f".{target.name}.{os.getpid()}-{get_ident()}.tmp")
    try:
        temporary.unlink(missing_ok=True)
        descriptor = os.open(temporary, _NEW, mode)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            if lasting:
                os.fsync(file.fileno())
        if mode != _OWNER:
            temporary.chmod(mode)  # whatever the umask says
        temporary.replace(target)
        if lasting:
            flush_folder(target.parent)
        _sweep(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _sweep(target: Path) -> None:
    """Take away what programs that were killed left beside a file, an hour or more before it was written."""
    with suppress(OSError):
        long_ago = target.stat().st_mtime - _HOUR
        with os.scandir(target.parent) as entries:
            for entry in entries:
                ours = entry.name.startswith(f".{target.name}.") and entry.name.endswith(".tmp")
                if ours and entry.stat(follow_symlinks=False).st_mtime < long_ago:
                    os.unlink(entry.path)  # noqa: PTH108  # an entry has no path object


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
        reason = system_reason(error)
        raise fail(
            msg("this cannot be read ({reason}): check its permissions", reason=reason),
            file=name or str(path),
        ) from error
