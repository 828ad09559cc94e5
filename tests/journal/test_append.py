"""What `append` saved, `read_journal` finds; files are the learner's own; reading writes nothing."""

import errno
import os
import stat

import pytest

from planner.journal import disk, reading, store
from planner.journal.events import encode
from planner.journal.store import append, journal_file, read_journal
from planner.problems import DataError
from tests.journal.journal_samples import Pen


def test_what_was_appended_is_read_back_in_order(tmp_path):
    pen, desk = Pen(), Pen("desk", seed=2)
    first, second, third = pen("log", module="a"), desk("log", module="b"), pen("log", module="ノート")
    append(tmp_path, "laptop", [first])
    append(tmp_path, "desk", [second])
    append(tmp_path, "laptop", [third])
    events, problems = read_journal(tmp_path)
    assert sorted(event.id for event in events) == sorted(event.id for event in (first, second, third))
    assert third in events
    assert list(events) == sorted(events, key=lambda event: (event.at, event.id))
    assert problems == ()


def test_a_folder_that_is_not_there_is_an_empty_journal(tmp_path):
    assert read_journal(tmp_path / "nowhere") == ((), ())
    append(tmp_path / "nowhere", "laptop", [])
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.skipif(os.name == "nt", reason="permissions are of another kind there")
def test_only_the_owner_can_read_the_files(tmp_path):
    append(tmp_path / "plan", "laptop", [Pen()("log")])
    modes = [
        path.stat().st_mode for path in (tmp_path / "plan/journal", tmp_path / "plan/journal/laptop.jsonl")
    ]
    assert [stat.S_IMODE(mode) for mode in modes] == [0o700, 0o600]


@pytest.mark.parametrize("torn", [b'{"id":"01', b"\0\0\0", encode(Pen()("log"))[:-20]])
def test_a_torn_tail_is_closed_and_costs_no_other_line(tmp_path, torn):
    pen = Pen()
    before, after = pen("log"), pen("log")
    append(tmp_path, "laptop", [before])
    file = journal_file(tmp_path, "laptop")
    file.write_bytes(file.read_bytes() + torn)
    events, problems = read_journal(tmp_path)
    assert events == (before,)
    assert [(problem.file, problem.line, problem.key) for problem in problems] == [
        ("journal/laptop.jsonl", 2, reading.TORN)
    ]
    append(tmp_path, "laptop", [after])
    events, problems = read_journal(tmp_path)
    assert events == (before, after)
    assert [problem.line for problem in problems] == [2]


def test_a_line_that_lacks_only_its_end_counts(tmp_path):
    pen = Pen()
    first, second = pen("log"), pen("log")
    append(tmp_path, "laptop", [first])
    file = journal_file(tmp_path, "laptop")
    file.write_bytes(file.read_bytes().rstrip(b"\n"))
    assert read_journal(tmp_path) == ((first,), ())
    append(tmp_path, "laptop", [second])
    assert read_journal(tmp_path) == ((first, second), ())


def test_conflict_copies_and_line_ends_of_windows_only_add(tmp_path):
    pen = Pen()
    first, second, third = pen("log"), pen("log"), pen("log")
    append(tmp_path, "laptop", [first, second])
    folder = tmp_path / "journal"
    (folder / "laptop.sync-conflict-20261206-201530-ABC.jsonl").write_bytes(encode(first) + encode(third))
    (folder / "laptop (conflicted copy).jsonl").write_bytes(
        encode(second).replace(b"\n", b"\r\n") + b"\r\n\n"
    )
    (folder / "._laptop.jsonl").write_bytes(b"\0\5\x16\7")
    (folder / "notes.txt").write_text("mine")
    assert read_journal(tmp_path) == ((first, second, third), ())


def test_a_file_replaced_before_the_lock_was_taken_gets_the_event_too(tmp_path, monkeypatch):
    pen = Pen()
    first, synced, mine = pen("log"), pen("log"), pen("log")
    append(tmp_path, "laptop", [first])
    file = journal_file(tmp_path, "laptop")
    replaced = []

    def sync_tool_was_faster(descriptor):
        if not replaced:
            replaced.append(True)
            other = tmp_path / "download"
            other.write_bytes(encode(first) + encode(synced))
            other.replace(file)
        return disk.lock(descriptor)

    monkeypatch.setattr(store, "lock", sync_tool_was_faster)
    append(tmp_path, "laptop", [mine])
    assert read_journal(tmp_path) == ((first, synced, mine), ())


def test_a_file_replaced_while_writing_gets_the_event_too(tmp_path, monkeypatch):
    pen = Pen()
    first, mine = pen("log"), pen("log")
    append(tmp_path, "laptop", [first])
    replaced = []

    def sync_tool_was_faster(descriptor):
        disk.flush(descriptor)
        if not replaced:
            replaced.append(True)
            (tmp_path / "download").write_bytes(encode(first))
            (tmp_path / "download").replace(journal_file(tmp_path, "laptop"))

    monkeypatch.setattr(store, "flush", sync_tool_was_faster)
    append(tmp_path, "laptop", [mine])
    assert read_journal(tmp_path) == ((first, mine), ())


def test_a_file_that_is_replaced_again_and_again_is_reported(tmp_path, monkeypatch):
    monkeypatch.setattr(store, "_is_still", lambda *_: False)
    with pytest.raises(DataError, match="keeps replacing"):
        append(tmp_path, "laptop", [Pen()("log")])


@pytest.mark.parametrize("times", [5, 2])
def test_a_file_set_aside_again_and_again_has_the_event_all_the_same(tmp_path, monkeypatch, times):
    """What a sync tool set aside is part of the journal: after five times, or when the disk fails after two."""
    pen = Pen()
    first, mine = pen("log"), pen("log")
    append(tmp_path, "laptop", [first])
    file, aside = journal_file(tmp_path, "laptop"), []

    def sync_tool_was_faster(descriptor):
        disk.flush(descriptor)
        if len(aside) == times:
            raise OSError(errno.ENOSPC, "full")
        aside.append(file.rename(file.with_name(f"laptop (conflict {len(aside)}).jsonl")))
        file.write_bytes(encode(first))

    monkeypatch.setattr(store, "flush", sync_tool_was_faster)
    append(tmp_path, "laptop", [mine])
    assert len(aside) == times
    assert read_journal(tmp_path) == ((first, mine), ())


def test_two_planners_at_once_wait_for_each_other(tmp_path, monkeypatch):
    append(tmp_path, "laptop", [Pen()("log")])
    holder = os.open(journal_file(tmp_path, "laptop"), os.O_RDWR)
    try:
        assert disk.lock(holder)
        monkeypatch.setattr(store, "lock", lambda descriptor: disk.lock(descriptor, attempts=3))
        with pytest.raises(DataError, match="another planner"):
            append(tmp_path, "laptop", [Pen()("log")])
    finally:
        os.close(holder)
    append(tmp_path, "laptop", [Pen(seed=3)("log")])
    assert len(read_journal(tmp_path)[0]) == 2


@pytest.mark.parametrize("device", ["", "../x", "a/b", "a b", "x" * 65, "con."])
def test_a_device_that_cannot_name_a_file_is_refused(tmp_path, device):
    with pytest.raises(DataError, match="cannot name"):
        append(tmp_path, device, [Pen()("log")])


def test_reading_writes_nothing(tmp_path):
    append(tmp_path, "laptop", [Pen()("log")])
    file = journal_file(tmp_path, "laptop")
    file.write_bytes(file.read_bytes() + b'{"id":"torn')
    before = [(path, path.stat().st_mtime_ns, path.stat().st_size) for path in sorted(tmp_path.rglob("*"))]
    read_journal(tmp_path)
    after = [(path, path.stat().st_mtime_ns, path.stat().st_size) for path in sorted(tmp_path.rglob("*"))]
    assert before == after


def test_something_that_cannot_be_read_is_named(tmp_path):
    (tmp_path / "journal/laptop.jsonl").mkdir(parents=True)
    with pytest.raises(DataError) as raised:
        read_journal(tmp_path)
    assert raised.value.problems[0].file.endswith("laptop.jsonl")


def test_a_journal_folder_that_is_a_file_is_named(tmp_path):
    (tmp_path / "journal").write_text("hello")
    with pytest.raises(DataError):
        read_journal(tmp_path)
    with pytest.raises(DataError):
        append(tmp_path, "laptop", [Pen()("log")])
    assert (tmp_path / "journal").read_text() == "hello"
