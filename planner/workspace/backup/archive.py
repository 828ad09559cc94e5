"""A backup as one zip file: the plan folder's files, and a manifest that says what they are.

Invariant: the same files, moment and reason give the same bytes; what is read back is exactly what the manifest
names, checked by size and SHA-256, and no name in a zip is ever taken for a path.
"""

import json
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from planner import __version__
from planner.journal.folder import FOLDER, SUFFIX
from planner.records import dataclass
from planner.workspace.backup.picture import ATTRIBUTES, PLAIN_NAME, SETTINGS, count_events

MANIFEST = "manifest.json"
_MOST = 512 * 1024 * 1024  # bytes of all files together: more is no plan folder
_MOST_MANIFEST = 1024 * 1024


class DamagedBackupError(Exception):
    """The file is no backup, or not a whole one."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself. `events` counts by device; `files` are (size, SHA-256) by name."""

    at: datetime
    reason: str
    version: str
    events: Mapping[str, int]
    files: Mapping[str, tuple[int, str]]


def pack_backup(files: Mapping[str, bytes], *, at: datetime, reason: str) -> bytes:
    """Return the zip file of a picture."""
    manifest = {
        "version": __version__,
        "moment": at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        "reason": reason,
        "events": count_events(files),
        "files": {
            name: {"size": len(data), "sha256": sha256(data).hexdigest()}
            for name, data in sorted(files.items())
        },
    }
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        _put(archive, MANIFEST, (json.dumps(manifest, indent=1) + "\n").encode(), at)
        for name, data in sorted(files.items()):
            _put(archive, name, data, at)
    return whole.getvalue()


def _put(archive: zipfile.ZipFile, name: str, data: bytes, at: datetime) -> None:
    at = at.astimezone(UTC)
    year = min(max(at.year, 1980), 2107)  # what a zip file can say
    info = zipfile.ZipInfo(name, (year, at.month, at.day, at.hour, at.minute, at.second))
    info.create_system, info.external_attr, info.compress_type = 3, 0o600 << 16, zipfile.ZIP_DEFLATED
    archive.writestr(info, data, compresslevel=6)


def read_manifest(file: Path) -> Manifest:
    """Read what a backup says of itself; raises `DamagedBackupError`, or OSError when the file cannot be read."""
    return unpack_backup(_read(file), whole=False)[0]


def read_backup(file: Path) -> tuple[Manifest, dict[str, bytes]]:
    """Read a backup, every file checked; raises `DamagedBackupError`, or OSError when the file cannot be read."""
    return unpack_backup(_read(file))


def _read(file: Path) -> bytes:
    if file.stat().st_size > _MOST:
        raise DamagedBackupError
    return file.read_bytes()


def unpack_backup(data: bytes, *, whole: bool = True) -> tuple[Manifest, dict[str, bytes]]:
    """Read a backup's bytes, or no more than its manifest; raises `DamagedBackupError`."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            size = archive.getinfo(MANIFEST).file_size
            manifest = _manifest(json.loads(_take(archive, MANIFEST, min(size, _MOST_MANIFEST))))
            files = manifest.files if whole else {}
            return manifest, {name: _checked(archive, name, *each) for name, each in files.items()}
    except Exception as error:  # whatever a broken or foreign zip makes the library raise
        raise DamagedBackupError from error


def _manifest(found: Any) -> Manifest:  # noqa: ANN401  # JSON
    """Check a manifest's shape; raises what a missing key or a wrong type raises."""
    at = datetime.fromisoformat(found["moment"])
    files = {str(name): (int(each["size"]), str(each["sha256"])) for name, each in found["files"].items()}
    events = {str(device): int(count) for device, count in found["events"].items()}
    if at.tzinfo is None or not all(map(_is_ours, files)) or sum(size for size, _ in files.values()) > _MOST:
        raise DamagedBackupError
    return Manifest(at.astimezone(UTC), str(found["reason"]), str(found["version"]), events, files)


def _is_ours(name: str) -> bool:
    folder, slash, file = name.partition("/")
    if not slash:
        return name in {*SETTINGS, ATTRIBUTES}
    return folder == FOLDER and file.endswith(SUFFIX) and PLAIN_NAME.fullmatch(file) is not None


def _checked(archive: zipfile.ZipFile, name: str, size: int, digest: str) -> bytes:
    data = _take(archive, name, size)
    if sha256(data).hexdigest() != digest:
        raise DamagedBackupError
    return data


def _take(archive: zipfile.ZipFile, name: str, size: int) -> bytes:
    """Read a member that must have just this size, however much it would unpack to."""
    with archive.open(name) as member:
        data = member.read(size + 1)
    if len(data) != size:
        raise DamagedBackupError
    return data
