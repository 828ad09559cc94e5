"""Which backup is meant: `latest`, a name of the list, or a file anywhere.

Invariant: what is returned was checked in full; a damaged one is refused in a line that names another.
"""

from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

from planner.problems import DataError, Problem, fail, system_reason
from planner.text.messages import msg
from planner.workspace.backup.archive import DamagedBackupError, Manifest, read_backup
from planner.workspace.backup.making import BEFORE, SUFFIX, Backup, backup_folder, list_backups, moment_named
from planner.workspace.backup.picture import SETTINGS, take_settings
from planner.workspace.context import Context
from planner.workspace.files import exists
from planner.workspace.settings.reading import read_settings

LATEST = "latest"


def read_chosen(context: Context, wanted: str) -> tuple[str, Manifest, dict[str, bytes]]:
    """Return the backup's name, what it says of itself, and its files; raises `DataError`."""
    path = _latest(context) if wanted == LATEST else _named(context, wanted)
    try:
        return path.stem, *read_backup(path)
    except DamagedBackupError as error:
        raise DataError([_damaged(context, path)]) from error
    except FileNotFoundError as error:
        raise fail(msg("there is no such file: check the name"), file=str(path)) from error
    except OSError as error:
        reason = system_reason(error)
        message = msg("this cannot be read ({reason}): check its permissions", reason=reason)
        raise fail(message, file=str(path)) from error


def _latest(context: Context) -> Path:
    """Return the newest backup that was not made only to take something back."""
    good, problems = list_backups(context)
    chosen = next((each for each in good if not each.reason.startswith(BEFORE)), next(iter(good), None))
    newer = [problem for problem in problems if _is_newer(Path(problem.file), chosen)]
    if newer:
        raise DataError([_damaged(context, Path(newer[-1].file))])
    if chosen is None:
        home, folder = str(context.home), str(backup_folder(context).parent)
        message = msg(
            "There is no backup of {home}: name a file, such as one in {folder}", home=home, folder=folder
        )
        raise fail(message)
    return chosen.path


def _is_newer(damaged: Path, chosen: Backup | None) -> bool:
    """Tell whether a damaged backup would have been the latest, as far as its name tells."""
    at = moment_named(damaged.name)
    return at is not None and BEFORE not in damaged.name and (chosen is None or at > chosen.at)


def _named(context: Context, wanted: str) -> Path:
    """Return the backup of that name, with or without its ending; else the file of that name."""
    name = wanted.removesuffix(SUFFIX) + SUFFIX
    if Path(name).name == name and exists(backup_folder(context) / name):
        return backup_folder(context) / name
    if exists(Path(wanted)):
        return Path(wanted)
    raise fail(
        msg("There is no backup {name}: planner backup --list shows them, or name a file", name=wanted)
    )


def _damaged(context: Context, path: Path) -> Problem:
    if path.parent != backup_folder(context):
        message = msg("this is no backup, or a damaged one; planner backup --list shows those that there are")
        return Problem(message, str(path))
    other = another(context, path)
    if other is None:
        return Problem(msg("this backup is damaged, and there is no other one"), str(path))
    return Problem(msg("this backup is damaged: try planner restore {name}", name=other.name), str(path))


def another(context: Context, path: Path) -> Backup | None:
    """Return the newest backup besides that file which reads back whole."""
    for backup in list_backups(context)[0]:
        try:
            if backup.path != path and read_backup(backup.path):
                return backup
        except (DamagedBackupError, OSError):
            continue
    return None


def zone_there(context: Context) -> ZoneInfo:
    """Return the learner's time zone as the plan folder has it, as far as it can be read; else the system's."""
    try:
        return local_zone(context, take_settings(context.home))
    except DataError:
        return local_zone(context, {})


def local_zone(context: Context, files: Mapping[str, bytes]) -> ZoneInfo:
    """Return the learner's time zone as these files have it; else the system's."""
    try:
        (_, profile), _ = read_settings(context, *(files[name] for name in SETTINGS))
        return ZoneInfo(profile.timezone)
    except (DataError, KeyError):
        pass
    try:
        return ZoneInfo(context.timezone or "UTC")
    except (KeyError, ValueError, OSError):
        return ZoneInfo("UTC")
