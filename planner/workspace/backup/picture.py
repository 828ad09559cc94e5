"""What a backup holds: the plan folder's files as they are at one moment, and the events in them.

Invariant: reading a picture writes nothing, and gives a state that was on the disk, whatever is appended meanwhile.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from zlib import crc32

from planner.journal.folder import FOLDER, SUFFIX, journal_files, unreadable
from planner.journal.model import Event
from planner.journal.rewritten import as_written, decode_any, is_as_written

SETTINGS = ("profile.yaml", "curriculum.yaml")
ATTRIBUTES = ".gitattributes"
PLAIN_NAME = re.compile(r"[^/\\\x00-\x1f\x7f:]{1,120}")
_START = re.compile(rb'\{"id":"([^"\\]+)","at":"[^"\\]*","day":"[^"\\]*","device":"([^"\\]+)"')


def take_picture(home: Path) -> dict[str, bytes]:
    """Read the files of a plan folder as they are at one moment, whatever another process appends meanwhile.

    Raises `DataError` for a file that cannot be read.
    """
    for _ in range(5):
        settings = take_settings(home)
        journal = _read_journal(home)
        if settings == take_settings(home):
            break
    return settings | journal


def take_settings(home: Path) -> dict[str, bytes]:
    """Read the files besides the journal, those that there are; raises `DataError`."""
    found = {}
    for name in (*SETTINGS, ATTRIBUTES):
        try:
            found[name] = (home / name).read_bytes()
        except FileNotFoundError:
            continue
        except OSError as error:
            raise unreadable(home / name, error) from error
    return found


def _read_journal(home: Path) -> dict[str, bytes]:
    found = {}
    for path in journal_files(home):
        try:
            found[f"{FOLDER}/{_plain_name(path.name)}"] = path.read_bytes()
        except FileNotFoundError:  # a sync tool took it away meanwhile
            continue
        except OSError as error:
            raise unreadable(path, error) from error
    return found


def _plain_name(name: str) -> str:
    """Return a name that every zip can hold; lines are found by their ids, so a file's name matters to nobody."""
    if PLAIN_NAME.fullmatch(name) and name.isprintable():
        return name
    return f"{crc32(name.encode('utf-8', 'surrogateescape')):08x}{SUFFIX}"


def event_lines(files: Mapping[str, bytes]) -> dict[str, tuple[Event, bytes]]:
    """Return the intact lines of the journal's files, newline included, with their events, by id."""
    found: dict[str, tuple[Event, bytes]] = {}
    for line in _lines(files):
        event = decode_any(line)
        if isinstance(event, Event):
            found.setdefault(event.id, (event, (line if is_as_written(line) else as_written(line)) + b"\n"))
    return found


def event_ids(files: Mapping[str, bytes]) -> frozenset[str]:
    """Return the ids of the intact events, without reading more of a line than its beginning."""
    return frozenset(id_.decode("utf-8", "replace") for id_ in _devices(files))


def count_events(files: Mapping[str, bytes]) -> dict[str, int]:
    """Count the distinct intact events of each device, without reading more of a line than its beginning."""
    counts: dict[str, int] = {}
    for device in _devices(files).values():
        name = device.decode("utf-8", "replace")
        counts[name] = counts.get(name, 0) + 1
    return dict(sorted(counts.items()))


def _devices(files: Mapping[str, bytes]) -> dict[bytes, bytes]:
    """Return the device of each intact event, by id."""
    seen: dict[bytes, bytes] = {}
    for line in _lines(files):
        start = _START.match(line if is_as_written(line) else as_written(line))
        if start:
            seen.setdefault(start[1], start[2])
    return seen


def _lines(files: Mapping[str, bytes]) -> Iterator[bytes]:
    for name, content in files.items():
        if name.endswith(SUFFIX):
            yield from filter(None, (line.rstrip(b"\r") for line in content.split(b"\n")))
