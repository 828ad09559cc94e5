"""The few calls that make a write last: an exclusive lock, flushing a file, flushing a folder.

Invariant: nothing here is POSIX-only when imported; where a system has no such call, the rest goes on without it.
"""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from time import sleep

_BUSY = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}
_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.ENOTSUP}
_FAR = 1 << 40  # where Windows locks its byte: beyond the data, so that readers are not kept out


def lock(descriptor: int, *, attempts: int = 2000) -> bool:
    """Take the exclusive lock of an open file, until it is closed; False when another holds it for ten seconds.

    A file system without locks counts as locked: every machine has its own file, and each append is one write.
    """
    for _ in range(attempts):
        try:
            _try_lock(descriptor)
        except OSError as error:
            if error.errno in _NO_LOCKS:
                return True
            if error.errno not in _BUSY:
                raise
            sleep(0.005)
        else:
            return True
    return False


def _try_lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def flush(descriptor: int) -> None:
    """Return when the file's bytes are on the disk itself."""
    if sys.platform == "darwin":
        import fcntl

        with suppress(
            OSError
        ):  # fsync leaves the bytes in the drive's cache there; not every drive can do better
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def flush_folder(folder: Path) -> None:
    """Return when the folder's entries are on the disk, where the system can do that."""
    if sys.platform == "win32":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
    finally:
        os.close(descriptor)


def make_folder(folder: Path, *, lasting: bool = True) -> None:
    """Make a folder and those above it, for the owner only; if they are to be `lasting`, they survive a power cut."""
    if folder.is_dir():
        return
    if folder.parent != folder:
        make_folder(folder.parent, lasting=lasting)
    folder.mkdir(mode=0o700, exist_ok=True)
    if lasting:
        flush_folder(folder.parent)
