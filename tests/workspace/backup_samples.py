"""A plan with a few records and a backup of it, ways to damage it, and calls of the system that fail on demand."""

import io
import os
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from unittest.mock import patch

from planner.journal.events import Draft
from planner.workspace.acting import record
from planner.workspace.backup.making import backup_folder, make_backup
from planner.workspace.opening import open_plan
from tests.workspace.conftest import START

CALLS = (
    (os, "open"), (os, "write"), (os, "fsync"), (os, "replace"), (os, "rename"), (os, "mkdir"), (os, "unlink"),
    (os, "rmdir"), (os, "stat"), (os, "fstat"), (os, "read"), (os, "lseek"), (os, "scandir"), (os, "listdir"),
    (os, "fdopen"), (io, "open"),
)  # fmt: skip


def logged(opened, *minutes):
    """Record times of study, each an action of its own."""
    for each in minutes:
        opened = record(opened, Draft("log", {"module": "python-basics", "minutes": each}))
    return opened


def backed_up(learner):
    """Make a plan with three records and one backup; return the opened plan and the backup."""
    opened = logged(learner.begin(), 30, 60, 90)
    return opened, make_backup(learner.on(START, 9), "by-hand")


def lose_lines(learner, count=2):
    """Take the last lines out of the journal, as a bad copy would."""
    (file,) = (learner.home / "journal").glob("*.jsonl")
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(lines[:-count]))
    return lines[-count:]


def damage(learner):
    """Lose lines, change one file's bytes, and break the other."""
    lost = lose_lines(learner)
    profile = learner.home / "profile.yaml"
    profile.write_bytes(profile.read_bytes().replace(b"language: en", b"language: ja") + b"# mine\n")
    (learner.home / "curriculum.yaml").write_bytes(b"id: [broken\n")
    return lost


def logs(learner, day=START):
    """Return the minutes of every record that counts."""
    return sorted(entry.minutes for entry in open_plan(learner.on(day, 22)).progress.logs)


def backups_of(context):
    return sorted(path.name for path in backup_folder(context).glob("*.zip"))


def later(context, **gone):
    return replace(context, now=context.now + timedelta(**gone))


class Snapshot:
    """All files below a folder, to be put back for the next round."""

    def __init__(self, folder):
        self.folder = folder
        self.files = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    def put_back(self):
        for path in sorted(self.folder.rglob("*"), reverse=True):
            if path not in self.files and path.is_file():
                path.unlink()
        for path, content in self.files.items():
            if not path.is_file() or path.read_bytes() != content:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)


class Failing:
    """Every call to the system while it lasts is counted; the n-th fails, and with `on` all that follow too."""

    def __init__(self, number, code, *, on=False):
        self.number, self.code, self.on, self.calls, self.failed = number, code, on, 0, []
        self.stack = ExitStack()

    def __enter__(self):
        for module, name in CALLS:
            real = getattr(module, name)
            self.stack.enter_context(patch.object(module, name, self._standing_in(real, name)))
        return self

    def __exit__(self, *_):
        self.stack.close()

    def count(self, name):
        self.calls += 1
        if self.calls == self.number or (self.on and self.calls > self.number):
            self.failed.append(name)
            raise OSError(self.code, os.strerror(self.code))

    def _standing_in(self, real, name):
        def call(*given, **named):
            if name == "fdopen":
                return _File(real(*given, **named), self)
            self.count(name)
            return real(*given, **named)

        return call


class _File:
    """An open file whose writing and flushing count as calls."""

    def __init__(self, file, failing):
        self.file, self.failing = file, failing

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.file.close()

    def write(self, data):
        self.failing.count("file.write")
        return self.file.write(data)

    def flush(self):
        self.failing.count("file.flush")
        return self.file.flush()

    def fileno(self):
        return self.file.fileno()
