"""Files that the user names to be written: never one of the plan's own, and none that holds something else.

Invariant: what is replaced is of the very kind that replaces it, or empty; looking writes nothing.
"""

import json
import os
from collections.abc import Callable
from pathlib import Path

from planner.problems import fail, write_failed
from planner.text.messages import Message, msg
from planner.workspace.context import Context
from planner.workspace.files import read_file

_CALENDAR, _MARK = b"BEGIN:VCALENDAR", b"\xef\xbb\xbf"
_KEYS = {"curriculum", "start", "goal", "now", "sessions", "modules", "milestones"}


def check_target(context: Context, file: Path, is_ours: Callable[[Path], bool], wanted: Message) -> None:
    """Raise `DataError` unless the file may be written: `is_ours` tells one that `wanted` names by what it holds."""
    try:
        _check(context, file, is_ours, wanted)
    except OSError as error:
        raise fail(write_failed(error), file=str(file)) from error


def _check(context: Context, file: Path, is_ours: Callable[[Path], bool], wanted: Message) -> None:
    if file.is_dir():
        raise fail(msg("this is a folder; name a file in it"), file=str(file))
    if not file.parent.is_dir():
        raise fail(msg("there is no folder {folder}; make it first", folder=str(file.parent)), file=str(file))
    if _is_inside(file, context.home):
        raise fail(msg("this is in the plan's own folder: name a file somewhere else"), file=str(file))
    if _is_inside(file, context.state):
        raise fail(msg("this is in the planner's own folder: name a file somewhere else"), file=str(file))
    if file.is_file() and file.stat().st_size and not is_ours(file):
        raise fail(msg("this file is there and is no {kind}: name another file", kind=wanted), file=str(file))


def is_calendar(file: Path) -> bool:
    """Tell whether a file holds a calendar."""
    return read_file(file).removeprefix(_MARK).lstrip()[: len(_CALENDAR)].upper() == _CALENDAR


def is_plan_document(file: Path) -> bool:
    """Tell whether a file holds a plan as JSON."""
    try:
        found = json.loads(read_file(file))
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and found.keys() >= _KEYS


def is_backup(file: Path) -> bool:
    """Tell whether a file holds a backup."""
    from planner.workspace.backup.archive import DamagedBackupError, read_manifest

    try:
        return bool(read_manifest(file))
    except (DamagedBackupError, OSError):
        return False


def _is_inside(file: Path, folder: Path) -> bool:
    """Tell whether a file, or what it links to, is in a folder, however either is spelled."""
    places = (file.parent, Path(os.path.realpath(file)).parent)
    return any(_is_below(Path(os.path.realpath(place)), folder) for place in places)


def _is_below(place: Path, folder: Path) -> bool:
    if not folder.is_dir():
        return False
    return any(each.exists() and each.samefile(folder) for each in (place, *place.parents))
