"""What a learner wrote into the plan's copy of the curriculum by hand.

Invariant: a copy counts as edited unless its very bytes were written by this program: by `init`, or by an update.
"""

from collections.abc import Iterator, Mapping

from planner.curriculum.bundled import bundled_copy
from planner.journal.model import Event
from planner.journal.packing import unpack
from planner.workspace.opening import CURRICULUM, Opened
from planner.workspace.settings.reading import digest
from planner.workspace.update.newer import REPLACED, versions_of


def own_lines(opened: Opened, old: bytes, new: bytes) -> tuple[bool, tuple[str, ...]]:
    """Tell whether the copy was edited by hand, and which of its lines would go with that.

    Where what the program wrote is not to be found any more, these are all lines that the new version does not have.
    """
    written = _written(opened)
    if digest(old) in written:
        return False, ()
    texts = _texts(opened, written)
    base = next((texts[name] for name in reversed(written) if name in texts), b"")
    others = {*_lines(base), *_lines(new)}
    return True, tuple(line for line in _lines(old) if line.strip() and line not in others)


def _written(opened: Opened) -> list[str]:
    """Return the digests of what this program wrote, in order; what a restore brought back may be anybody's."""
    written: list[str] = []
    for event in opened.events:
        if event.kind == "plan" and not event.data.get("previous"):
            written += versions_of(event)
        elif _is_copy(event) and "part_of" not in event.data:
            written += map(digest, _packed(event, "new"))
    return written


def _texts(opened: Opened, wanted: list[str]) -> Mapping[str, bytes]:
    """Return the versions that can still be found, by digest: here, in the journal, else in the backups."""
    found = [text for event in opened.events if _is_copy(event) for text in _packed(event, "old", "new")]
    bundled = bundled_copy(opened.written.id)
    texts = {digest(text): text for text in (*found, *((bundled,) if bundled else ()))}
    return (
        texts if texts.keys() & set(wanted) else {digest(text): text for text in _in_backups(opened, wanted)}
    )


def _in_backups(opened: Opened, wanted: list[str]) -> Iterator[bytes]:
    from planner.workspace.backup.archive import DamagedBackupError, read_backup, read_manifest
    from planner.workspace.backup.making import list_backups

    for backup in list_backups(opened.context)[0]:
        try:
            _, full = read_manifest(backup.path).files.get(CURRICULUM, (0, ""))
            if any(full.startswith(name) for name in wanted):
                yield read_backup(backup.path)[1][CURRICULUM]
                return
        except (DamagedBackupError, OSError, KeyError):
            continue


def _is_copy(event: Event) -> bool:
    return event.kind == REPLACED and event.data.get("file") == CURRICULUM


def _packed(event: Event, *keys: str) -> Iterator[bytes]:
    for key in keys:
        try:
            yield unpack(event.data[key])
        except (ValueError, KeyError, TypeError, AttributeError):
            continue


def _lines(text: bytes) -> list[str]:
    return text.decode("utf-8-sig", "replace").splitlines()
