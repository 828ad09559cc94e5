"""Backups: zip files outside the plan folder, made by themselves once a day and before anything replaces files.

Invariant: a backup is whole and was read back, or is not there; only then are older ones thinned. Nothing here
writes into the plan folder, and a failure of the automatic one never stops what it came after.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from planner.problems import DataError, Problem, fail, system_reason
from planner.records import dataclass
from planner.text.messages import Message, msg
from planner.workspace.cache import folder_name, recall, remember
from planner.workspace.context import Context
from planner.workspace.files import replace_file

SUFFIX = ".zip"
DAILY, BY_HAND, BEFORE = "daily", "by-hand", "before-"
BEFORE_RESTORE = "before-restore"
_DAY, _RETRY = timedelta(days=1), timedelta(hours=1)
_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d{6})Z-([a-z][a-z-]*)(?:\.\d+)?\.zip")


@dataclass(frozen=True, slots=True)
class Backup:
    """A good backup: `at` is UTC, `events` counts by device, `size` is the zip file's in bytes."""

    path: Path
    name: str
    at: datetime
    reason: str
    events: Mapping[str, int]
    size: int

    @property
    def count(self) -> int:
        """The number of its events."""
        return sum(self.events.values())


def backup_folder(context: Context) -> Path:
    """Return where the backups of the plan folder are."""
    return context.state / "backups" / folder_name(context)


def keep_up(context: Context) -> None:
    """Make the day's backup when there is none from the last 24 hours; a failure is said, once, and nothing more."""
    moments = (moment_named(path.name) for path in _files(context))
    if any(at is not None and timedelta(0) <= context.now - at < _DAY for at in moments):
        return
    failed = recall(context, "backups", "failed")
    if isinstance(failed, datetime) and timedelta(0) <= context.now - failed < _RETRY:
        return
    try:
        make_backup(context, DAILY)
    except (DataError, ValueError, OverflowError) as error:
        if not isinstance(failed, datetime) or context.now - failed > _DAY:
            context.warn(_problem(error))
            remember(context, "backups", "failed", context.now)
    else:
        if failed is not None:
            remember(context, "backups", "failed", None)


def _problem(error: Exception) -> Problem:
    if isinstance(error, DataError):
        return error.problems[0]
    return Problem(_not_written(type(error).__name__))


def make_backup(context: Context, reason: str) -> Backup:
    """Make a backup now and thin the older ones; raises `DataError`, and then there is none."""
    from planner.workspace.backup.archive import DamagedBackupError, pack_backup, read_backup
    from planner.workspace.backup.picture import take_picture

    at = context.now.astimezone(UTC).replace(microsecond=0)
    folder = backup_folder(context)
    try:
        data = pack_backup(take_picture(context.home), at=at, reason=reason)
        path = _free_name(folder, f"{at:%Y-%m-%dT%H%M%S}Z-{reason}", data)
        replace_file(path, data)
        manifest, _ = read_backup(path)
    except DataError as error:  # something cannot be read
        raise DataError(
            [replace(each, message=_not_written(each.message)) for each in error.problems]
        ) from error
    except OSError as error:
        raise fail(_no_room(error), file=str(folder)) from error
    except DamagedBackupError as error:
        with suppress(OSError):
            path.unlink()
        raise fail(_not_written(msg("it reads back differently")), file=str(folder)) from error
    _thin(context)
    return Backup(path, path.stem, at, reason, manifest.events, len(data))


def _not_written(reason: str | Message) -> Message:
    return msg("the backup could not be written: {reason}", reason=reason)


def _no_room(error: OSError) -> Message:
    reason = system_reason(error)
    return _not_written(msg("{reason}; free some space, or check this folder's permissions", reason=reason))


def list_backups(context: Context) -> tuple[tuple[Backup, ...], tuple[Problem, ...]]:
    """Return the good backups, the newest first, and a problem for each file that is none any more."""
    from planner.workspace.backup.archive import DamagedBackupError, read_manifest

    good, problems = [], []
    for path in _files(context):
        try:
            found = read_manifest(path)
            good.append(Backup(path, path.stem, found.at, found.reason, found.events, path.stat().st_size))
        except FileNotFoundError:  # thinned meanwhile
            continue
        except OSError as error:
            reason = system_reason(error)
            message = msg("this cannot be read ({reason}): check its permissions", reason=reason)
            problems.append(Problem(message, str(path)))
        except DamagedBackupError:
            problems.append(Problem(msg("this backup is damaged: use another one"), str(path)))
    good.sort(key=lambda each: (each.at, each.count, each.name), reverse=True)
    return tuple(good), tuple(problems)


def _files(context: Context) -> list[Path]:
    try:
        found = list(backup_folder(context).iterdir())
    except OSError:
        return []
    return sorted(path for path in found if path.suffix == SUFFIX and not path.name.startswith("."))


def moment_named(file: str) -> datetime | None:
    """Return when a backup was made by its file's name, which takes no time; None for a name of another kind."""
    name = _NAME.fullmatch(file)
    with suppress(ValueError):
        return datetime.strptime(name[1] + "+0000", "%Y-%m-%dT%H%M%S%z") if name else None
    return None


def _free_name(folder: Path, stem: str, data: bytes) -> Path:
    """Return a name that no other backup has; the same bytes keep their name."""
    path, number = folder / (stem + SUFFIX), 1
    while path.exists() and path.read_bytes() != data:
        number += 1
        path = folder / f"{stem}.{number}{SUFFIX}"
    return path


def _thin(context: Context) -> None:
    """Remove the backups that have served their time; one that cannot be removed stays."""
    from planner.workspace.backup.last_copies import last_copies
    from planner.workspace.backup.thinning import Kept, superfluous

    good, _ = list_backups(context)
    gone = superfluous((Kept(each.name, each.at, each.reason, each.events) for each in good), context.now)
    gone -= last_copies(good, gone)
    for path in (*(each.path for each in good if each.name in gone), *_left_behind(context)):
        with suppress(OSError):
            path.unlink()


def _left_behind(context: Context) -> list[Path]:
    """Return the temporary files of a planner that was killed a while ago."""
    before = (context.now - _DAY).timestamp()
    with suppress(OSError):
        return [path for path in backup_folder(context).glob(".*.tmp") if path.stat().st_mtime < before]
    return []
