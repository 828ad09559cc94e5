"""Located problems: what is wrong in a user's data, where, and what to write instead.

Invariant: the user's data never makes a traceback. Readers return `(value, problems)`; an operation that cannot go
on raises `DataError`, the one error type for users' data, which carries every problem found.
"""

import errno
from collections.abc import Iterable

from planner.records import dataclass
from planner.text.messages import Message, Translator, msg, raw

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FORBIDDEN = {errno.EROFS, errno.EACCES, errno.EPERM}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. `line` and `column` count from 1; 0 means that the place is not known."""

    message: Message
    file: str = ""
    line: int = 0
    column: int = 0
    key: str = ""

    def text(self, t: Translator) -> str:
        """Say the problem in one line: `file:line:column: message`, without the parts that are not known."""
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        said = " ".join(t(self.message).split())
        return f"{place}: {said}" if place else said


class DataError(Exception):
    """The data or the folder is wrong; `problems` is never empty."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(raw(problem.message) for problem in self.problems))


def fail(message: Message, *, file: str = "", line: int = 0) -> DataError:
    """Make a `DataError` of one problem."""
    return DataError([Problem(message, file=file, line=line)])


def write_failed(error: OSError) -> Message:
    """Say why a write failed and what to do about it."""
    if error.errno in _FULL:
        return msg("the disk is full, so nothing was saved: free some space and try again")
    if error.errno in _FORBIDDEN:
        return msg(
            "this cannot be written, so nothing was saved: check the permissions, or choose another folder with --home"
        )
    return msg(
        "nothing was saved ({reason}): check the disk and the folder, then try again",
        reason=system_reason(error),
    )


def system_reason(error: OSError) -> Message | str:
    """Say in the user's language why the system refused; where the reason is a rare one, in the system's words."""
    found = {
        errno.ENOENT: msg("there is no such file or folder"),
        errno.EACCES: msg("permission is missing"),
        errno.EPERM: msg("the system does not allow it"),
        errno.ENOSPC: msg("the disk is full"),
        errno.EROFS: msg("the disk can only be read"),
        errno.EISDIR: msg("it is a folder"),
        errno.ENOTDIR: msg("a part of the path is no folder"),
        errno.EEXIST: msg("it exists already"),
        errno.EBUSY: msg("it is in use"),
    }.get(error.errno or 0)
    return found or error.strerror or type(error).__name__
