"""A failure at any call of `append` leaves what was there before, or all of the new, and says what to do."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from planner.journal.store import append, journal_file, read_journal
from planner.problems import DataError
from tests.journal.journal_samples import Pen

ROOT = Path(__file__).parents[2]
REAL = {name: getattr(os, name) for name in ("open", "write", "fsync", "ftruncate", "fstat", "lseek", "read")}


class Failing:
    """Stands in for one call of the os module and fails the n-th time; counts how often it is called."""

    def __init__(self, monkeypatch, name, number, code, *, only_first=True):
        self.calls, self.name, self.number, self.code, self.only_first = 0, name, number, code, only_first
        monkeypatch.setattr(os, name, self)

    def __call__(self, *given, **named):
        self.calls += 1
        if self.calls == self.number or (self.calls > self.number and not self.only_first):
            raise OSError(self.code, os.strerror(self.code))
        return REAL[self.name](*given, **named)


@pytest.fixture(params=["new", "with a line", "with a torn tail"])
def home(request, tmp_path):
    if request.param != "new":
        append(tmp_path, "laptop", [Pen(seed=9)("log", module="before")])
    if request.param == "with a torn tail":
        file = journal_file(tmp_path, "laptop")
        file.write_bytes(file.read_bytes() + b'{"id":"torn')
    return tmp_path


def content(home):
    file = journal_file(home, "laptop")
    return file.read_bytes() if file.exists() else b""


@pytest.mark.parametrize("name", ["open", "write", "fsync", "fstat", "lseek", "read"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_failing_call_leaves_the_old_state_or_the_new_one(home, monkeypatch, name, code, number):
    before, event = content(home), Pen()("log", module="mine")
    with monkeypatch.context() as patch:
        failing = Failing(patch, name, number, code)
        try:
            append(home, "laptop", [event, Pen(seed=4)("done", module="mine")])
            raised = None
        except DataError as error:
            raised = error
    if raised:
        assert content(home) == before
        assert raised.problems[0].file == str(journal_file(home, "laptop"))
    else:
        assert event in read_journal(home)[0]
        assert failing.calls < number or code == errno.EACCES
    append(home, "laptop", [event])
    assert event in read_journal(home)[0]


@pytest.mark.parametrize("part", [0, 1, 60, -1])
def test_a_short_write_is_taken_back(home, monkeypatch, part):
    before = content(home)
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda descriptor, lines: REAL["write"](descriptor, lines[:part]))
        with pytest.raises(DataError, match="disk is full"):
            append(home, "laptop", [Pen()("log", module="mine")])
    assert content(home) == before


def test_when_even_taking_back_fails_the_next_append_mends_it(home, monkeypatch):
    known = read_journal(home)[0]
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda descriptor, lines: REAL["write"](descriptor, lines[:40]))
        Failing(patch, "ftruncate", 1, errno.EIO)
        with pytest.raises(DataError):
            append(home, "laptop", [Pen()("log", module="mine")])
    assert read_journal(home)[0] == known
    event = Pen(seed=5)("log", module="later")
    append(home, "laptop", [event])
    assert {found.id for found in read_journal(home)[0]} == {event.id, *(old.id for old in known)}


def test_ctrl_c_during_the_flush_takes_the_line_back(home, monkeypatch):
    before = content(home)

    def interrupted(_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", interrupted)
        patch.setattr("planner.journal.store.flush_folder", lambda _: None)
        with pytest.raises(KeyboardInterrupt):
            append(home, "laptop", [Pen()("log", module="mine")])
    assert content(home) == before


@pytest.mark.parametrize(
    ("code", "advice"),
    [
        (errno.ENOSPC, "free some space"),
        (errno.EROFS, "--home"),
        (errno.EACCES, "permissions"),
        (errno.EIO, "check the disk"),
    ],
)
def test_the_message_says_what_to_do(tmp_path, monkeypatch, code, advice):
    Failing(monkeypatch, "write", 1, code)
    with pytest.raises(DataError, match=advice):
        append(tmp_path, "laptop", [Pen()("log")])


def test_a_lock_that_the_file_system_does_not_know_is_done_without(tmp_path, monkeypatch):
    fcntl = pytest.importorskip("fcntl")

    def no_locks(*_):
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(fcntl, "flock", no_locks)
    event = Pen()("log")
    append(tmp_path, "laptop", [event])
    assert read_journal(tmp_path) == ((event,), ())


def test_nothing_is_acknowledged_before_it_is_flushed_and_all_lines_are_one_write(tmp_path, monkeypatch):
    """A kill does not test the flush, so the calls themselves are looked at."""
    calls = []

    def noted(name):
        def call(descriptor, *more):
            folder = stat.S_ISDIR(REAL["fstat"](descriptor).st_mode)
            calls.append(f"{name} folder" if folder else name)
            return REAL[name](descriptor, *more)

        return call

    append(tmp_path, "desk", [Pen()("log")])
    monkeypatch.setattr(os, "write", noted("write"))
    monkeypatch.setattr(os, "fsync", noted("fsync"))
    pen = Pen()
    append(tmp_path, "laptop", [pen("log"), pen("log"), pen("log")])
    assert calls == ["fsync folder", "write", "fsync"]
    calls.clear()
    append(tmp_path, "laptop", [pen("log"), pen("log")])
    assert calls == ["write", "fsync"]
    calls.clear()
    append(tmp_path / "new" / "plan", "laptop", [pen("log")])
    assert calls == ["fsync folder"] * 4 + ["write", "fsync"]


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from tests.journal.journal_samples import Pen
from planner.journal.store import append
from planner.problems import DataError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
pen = Pen()
saved = 0
try:
    while True:
        append(Path(sys.argv[1]), "laptop", [pen("log", module="a", minutes=saved)])
        saved += 1
except DataError as error:
    print(saved, error.problems[0].message.text)
"""


@pytest.mark.skipif(os.name == "nt", reason="no such limit there")
def test_a_file_that_may_not_grow_keeps_every_acknowledged_line(tmp_path):
    """The system itself cuts the write short at 1,000 bytes, in the middle of a line."""
    command = [sys.executable, "-c", FULL_DISK, str(tmp_path), str(ROOT)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    events, problems = read_journal(tmp_path)
    assert said.startswith(f"{len(events)} the disk is full")
    assert len(events) > 2
    assert problems == ()
