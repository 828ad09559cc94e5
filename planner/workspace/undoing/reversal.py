"""What undo and redo of an action put back in the files: settings, and whole files that were replaced.

Invariant: only what the action itself wrote and nobody changed since is put back; what was edited stays, and is said.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from planner.documents.editing import REMOVED, Removed, is_same, turn_back, value_at
from planner.documents.flow import flow
from planner.documents.hunks import Hunk
from planner.journal.model import Event
from planner.journal.packing import unpack
from planner.problems import DataError
from planner.text.messages import Message, msg
from planner.workspace.files import read_file
from planner.workspace.opening import CURRICULUM, PROFILE
from planner.workspace.replacing import Change
from planner.workspace.settings.profile_text import profile_value
from planner.workspace.settings.reading import parse_settings
from planner.workspace.undoing.settings import value_before


@dataclass(frozen=True)
class Reversal:
    """The files to replace, and what is to be said about what stays."""

    files: tuple[Change, ...]
    notes: tuple[Message, ...]


def reverse_files(
    home: Path, action: Iterable[Event], events: Sequence[Event] = (), *, again: bool = False
) -> Reversal:
    """Find out what an undo of an action, or a redo (`again`), changes in the files; raises `DataError`.

    `events` are all events, in order: a setting that was changed by what is undone itself goes further back.
    """
    files, every = _Files(home), events
    events = list(action)
    for event in events if again else reversed(events):
        if event.kind == "setting":
            _setting(files, {**event.data, **_further_back(every, event)}, again=again)
        elif event.kind == "replaced":
            _replaced(files, event.data, again=again)
    changes = files.changes()
    if changes and (wrong := _wrong(files)):
        names = ", ".join(change.path.name for change in changes)
        stay = msg("{file} stays as it is, for else it would be wrong: {why}", file=names, why=wrong)
        return Reversal((), (*files.notes, stay))
    return Reversal(changes, tuple(files.notes))


@dataclass
class _Files:
    """The files as they are and as they will be."""

    home: Path
    before: dict[str, bytes] = field(default_factory=dict)
    after: dict[str, bytes] = field(default_factory=dict)
    notes: list[Message] = field(default_factory=list)

    def read(self, name: str) -> bytes:
        """Return a file's bytes with what was put back so far."""
        if name not in self.before:
            self.before[name] = self.after[name] = read_file(self.home / name, name)
        return self.after[name]

    def changes(self) -> tuple[Change, ...]:
        """Return the files that will be others."""
        return tuple(
            Change(self.home / name, self.before[name], new)
            for name, new in self.after.items()
            if new != self.before[name]
        )


def _setting(files: _Files, data: Mapping[str, Any], *, again: bool) -> None:
    key, text = data["path"], files.read(PROFILE)
    target, written = (data.get(name, REMOVED) for name in (("new", "old") if again else ("old", "new")))
    path = key.split(".")
    now = value_at(profile_value(text), path)
    if is_same(now, target):
        return
    if not is_same(now, written):
        files.notes.append(_stays(key, now))
        return
    try:
        files.after[PROFILE] = turn_back(text, PROFILE, path, target, _hunk(data, again=again))
    except DataError as error:
        why = error.problems[0].message
        files.notes.append(msg("{file}: {why}", file=PROFILE, why=why))


def _further_back(events: Sequence[Event], event: Event) -> Mapping[str, Any]:
    """Return what else an event says when what it changed had been set by an action that is undone by now."""
    before = value_before(events, event)
    if is_same(before, event.data.get("old", REMOVED)):
        return {}
    return {"old": before, "lines": None}


def _hunk(data: Mapping[str, Any], *, again: bool) -> Hunk:
    """Return the lines of an event; where it has none that make sense, none, so that the value is written anew."""
    lines = data.get("lines")
    at, old, new = (
        (lines.get(name) for name in ("at", "old", "new")) if isinstance(lines, dict) else (0, 0, 0)
    )
    if type(at) is not int or not isinstance(old, str) or not isinstance(new, str):
        return Hunk(0, "", "")
    hunk = Hunk(at, old, new)
    return hunk.reverse if again else hunk


def _replaced(files: _Files, data: Mapping[str, Any], *, again: bool) -> None:
    name = data["file"]
    if name not in {PROFILE, CURRICULUM}:
        return
    text = files.read(name)
    try:
        old, new = unpack(data["old"]), unpack(data["new"])
    except ValueError:
        files.notes.append(msg("{file} stays as it is: the journal does not hold the other one", file=name))
        return
    target, written = (new, old) if again else (old, new)
    if text == written:
        files.after[name] = target
    elif text != target:
        files.notes.append(msg("{file} was changed since and stays as it is", file=name))


def _stays(key: str, now: object) -> Message:
    if isinstance(now, Removed):
        return msg("{file}: {key} is not there now, and stays so", file=PROFILE, key=key)
    return msg("{file}: {key} is {value} now and stays", file=PROFILE, key=key, value=flow(now))


def _wrong(files: _Files) -> Message | None:
    """Say what would be wrong with the files; None when they can be."""
    texts = files.read(PROFILE), files.read(CURRICULUM)
    try:
        parse_settings(*texts)
    except DataError as error:
        return error.problems[0].message
    return None
