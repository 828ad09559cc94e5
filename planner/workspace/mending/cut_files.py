"""A YAML file that was cut off or emptied, told as that, with the backup that has it whole.

Invariant: nothing is written; a file that somebody edited is never taken for a cut one.
"""

from collections.abc import Mapping

from planner.problems import DataError, Problem
from planner.text.messages import Message, msg
from planner.workspace.backup.archive import DamagedBackupError, read_backup
from planner.workspace.backup.making import list_backups
from planner.workspace.context import Context


def with_whole_ones(context: Context, texts: Mapping[str, bytes], error: DataError) -> DataError:
    """Return the error with one line for each file of which a backup has more behind what is left of it."""
    wrong = {problem.file for problem in error.problems} & texts.keys()
    names = {
        file: name for file in wrong if (name := _backup_with(context, file, texts[file].strip(b"\0 \r\n")))
    }
    if not names:
        return error
    told = [Problem(_say(texts[file], name), file) for file, name in sorted(names.items())]
    return DataError([*told, *(each for each in error.problems if each.file not in names)])


def _backup_with(context: Context, file: str, left: bytes) -> str:
    """Return the newest backup in which a file begins with what is left of it, and goes on; empty without one."""
    for backup in list_backups(context)[0]:
        try:
            whole = read_backup(backup.path)[1].get(file, b"").strip(b"\0 \r\n")
        except (DamagedBackupError, OSError):
            continue
        if len(whole) > len(left) and whole.startswith(left):
            return backup.name
    return ""


def _say(text: bytes, name: str) -> Message:
    if text.strip(b"\0 \r\n"):
        return msg("this file is cut off; a backup has it whole: planner restore {name}", name=name)
    return msg("this file is empty; a backup has it whole: planner restore {name}", name=name)
