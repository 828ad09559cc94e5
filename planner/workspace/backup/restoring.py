"""Restoring from a backup: what would come back, and bringing it back as one action.

Invariant: no line of the journal is removed or rewritten, only missing ones are added; everything comes back or
nothing does; and before anything is replaced, what is there is backed up.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from functools import partial
from pathlib import Path

from planner.journal.disk import make_folder
from planner.journal.events import Draft, encode, in_order, new_action, next_moment
from planner.journal.model import Event
from planner.journal.packing import pack
from planner.journal.restored import RESTORED
from planner.journal.store import append_lines, journal_file, read_journal
from planner.journal.words.history import actions, is_first_plan
from planner.problems import DataError, fail, write_failed
from planner.records import dataclass
from planner.text.messages import msg
from planner.workspace.backup.archive import DamagedBackupError, Manifest, read_backup
from planner.workspace.backup.choosing import local_zone, read_chosen
from planner.workspace.backup.left_out import minutes_left_out
from planner.workspace.backup.making import BEFORE_RESTORE, Backup, list_backups, make_backup
from planner.workspace.backup.picture import ATTRIBUTES, SETTINGS, event_ids, event_lines, take_settings
from planner.workspace.context import Context
from planner.workspace.device import counting, device_name, remember
from planner.workspace.files import exists
from planner.workspace.replacing import Change, sweep
from planner.workspace.settings.exchanging import alone, exchange


@dataclass(frozen=True, slots=True)
class Restoration:
    """What would come back from a backup: lines of the journal with their events, and files.

    `fresh` says that there is no plan in the folder yet, so that there is nothing to go back to; `foreign` that
    the backup looks like another plan's. `at` is when the backup was made and `day` what day it is, for the learner;
    `left_out` are the minutes that count no more, because the backup's curriculum has no module for them.
    """

    context: Context
    backup: str
    manifest: Manifest
    missing: tuple[tuple[Event, bytes], ...]
    changes: tuple[Change, ...]
    known: tuple[Event, ...]
    fresh: bool
    foreign: bool
    at: datetime
    day: date
    left_out: int

    @property
    def is_empty(self) -> bool:
        """Tell whether everything is there already."""
        return not self.missing and not self.changes


def propose_restore(context: Context, wanted: str) -> Restoration:
    """Find out what would come back from a backup: `latest`, a name of the list, or a file; raises `DataError`."""
    name, manifest, files = read_chosen(context, wanted)
    known, _ = read_journal(context.home)
    ids = {event.id for event in known}
    backed_up = event_lines(files)
    missing = tuple(pair for id_, pair in backed_up.items() if id_ not in ids)
    changes = tuple(_changes(context.home, files))
    zone = local_zone(context, files)
    return Restoration(
        context,
        name,
        manifest,
        missing,
        changes,
        known,
        fresh=not known and not exists(context.home / "curriculum.yaml"),
        foreign=_is_foreign(known, missing, backed_up, changes),
        at=manifest.at.astimezone(zone),
        day=context.today or context.now.astimezone(zone).date(),
        left_out=sum(
            minutes_left_out([*known, *(event for event, _ in missing)], change.old, change.new)
            for change in changes
            if change.path.name == "curriculum.yaml"
        ),
    )


def _is_foreign(
    known: Sequence[Event],
    missing: Sequence[tuple[Event, bytes]],
    backed_up: Mapping[str, tuple[Event, bytes]],
    changes: Sequence[Change],
) -> bool:
    """Tell whether there are a plan and a backup that began apart, or have nothing in common."""
    ours, theirs = _first_plans(known), _first_plans(event for event, _ in backed_up.values())
    if ours and theirs and ours.isdisjoint(theirs):
        return True
    changed = {change.path.name for change in changes}
    return bool(known and missing) and len(missing) == len(backed_up) and changed.issuperset(SETTINGS)


def _first_plans(events: Iterable[Event]) -> frozenset[str]:
    return frozenset(event.id for event in events if is_first_plan(event))


def _changes(home: Path, files: Mapping[str, bytes]) -> Sequence[Change]:
    """Return the files that differ from the backup's; .gitattributes only where it is missing."""
    found, there = [], take_settings(home)
    for name in (*SETTINGS, ATTRIBUTES):
        if name not in files:
            continue
        old = there.get(name)
        if old != files[name] and (old is None or name != ATTRIBUTES):
            found.append(Change(home / name, old, files[name]))
    return found


def restore(found: Restoration) -> None:
    """Bring it back, as one action that undo takes back; raises `DataError`, and then nothing changed."""
    if found.is_empty:
        return
    context = found.context
    device = device_name(context)
    own = _action(found, device)
    lines = [*(line for _, line in found.missing), *map(encode, own)]
    if not found.fresh or any(change.old is not None for change in found.changes):
        make_backup(context, BEFORE_RESTORE)
    made = _make_folder(context.home, journal_file(context.home, device))
    with counting(context):
        try:
            exchange(context, found.changes, partial(append_lines, context.home, device, lines))
        except BaseException:
            _take_away(made)
            raise
        with suppress(DataError):
            remember(context, read_journal(context.home)[0], added=own)
    with suppress(DataError), alone(context):
        sweep(context.home)


def undone_restore(found: Restoration) -> str:
    """Return the end of the id of the last restore that was undone, by which redo finds it; empty without one."""
    for action in reversed(actions(in_order(found.known))):
        if action.events[0].kind == RESTORED and action.undone_by:
            return action.events[0].id[-8:]
    return ""


def richer_backup(found: Restoration) -> Backup | None:
    """Return the newest backup that has events which the journal has not; None when there is none."""
    known = {event.id for event in found.known}
    for each in list_backups(found.context)[0]:
        with suppress(DamagedBackupError, OSError):
            if event_ids(read_backup(each.path)[1]) - known:
                return each
    return None


def _make_folder(home: Path, journal: Path) -> Sequence[Path]:
    """Make the plan folder; returns what to take away, innermost first, when nothing comes to be in it."""
    missing = [path for path in (journal, journal.parent, home, *home.parents) if not exists(path)]
    try:
        make_folder(home)
    except OSError as error:
        raise fail(write_failed(error), file=str(home)) from error
    return missing


def _take_away(made: Sequence[Path]) -> None:
    """Take away what is still empty."""
    for path in made:
        with suppress(OSError):
            if path.is_dir():
                path.rmdir()
            elif not path.stat().st_size:
                path.unlink()


def _action(found: Restoration, device: str) -> tuple[Event, ...]:
    """Make the events that say what came back; what was missing has nothing to go back to."""
    context = found.context
    if found.fresh and not found.missing:
        return ()
    ids = [] if found.fresh else [event.id for event, _ in found.missing]
    data = {"backup": found.backup, "events": ids, **({"fresh": True} if found.fresh else {})}
    changes = () if found.fresh else found.changes
    replaced = [_replaced(change, change.old) for change in changes if change.old is not None]
    drafts = [Draft(RESTORED, data), *replaced]
    latest = max((event.at for event in (*found.known, *(each for each, _ in found.missing))), default=None)
    at = next_moment(context.now, latest)
    return new_action(drafts, at=at, day=found.day, device=device, bits=context.random_bits(80))


def _replaced(change: Change, old: bytes) -> Draft:
    try:
        return Draft("replaced", {"file": change.path.name, "old": pack(old), "new": pack(change.new)})
    except ValueError as error:
        raise fail(
            msg("this file is larger than 16 MB: move it away first"), file=str(change.path)
        ) from error
