"""Backups that thinning would remove although they hold the only copy of an event that was once recorded.

Invariant: an event that is in some backup stays in one; counts do not tell, for what is new makes up for what is lost.
"""

from collections.abc import Callable, Collection, Sequence
from functools import cache
from pathlib import Path

from planner.workspace.backup.archive import DamagedBackupError, read_backup
from planner.workspace.backup.making import Backup
from planner.workspace.backup.picture import event_ids


def last_copies(newest_first: Sequence[Backup], superfluous: Collection[str]) -> frozenset[str]:
    """Return the names of those superfluous backups that have events which no newer one that stays has."""
    stays: list[Backup] = []
    needed: list[str] = []
    ids = cache(_ids)
    for backup in newest_first:
        if backup.name in superfluous:
            if not _has_all(ids(backup.path), stays, ids):
                needed.append(backup.name)
                stays.append(backup)
        else:
            stays.append(backup)
    return frozenset(needed)


def _has_all(wanted: frozenset[str], stays: Sequence[Backup], ids: Callable[[Path], frozenset[str]]) -> bool:
    """Tell whether backups have all these events; the newest mostly has, and then no other is read."""
    for backup in stays:
        if not wanted:
            break
        wanted -= ids(backup.path)
    return not wanted


def _ids(path: Path) -> frozenset[str]:
    try:
        return event_ids(read_backup(path)[1])
    except (DamagedBackupError, OSError):
        return frozenset()
