"""A failure at any call with which an export is written: the old file or the new one, and no temporary file left."""

import errno
import os
import stat

import pytest

CALLS = ("open", "fdopen", "fsync", "replace", "close")
OF_FILES = ("write", "flush", "__exit__")
OLD = {"ics": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "json": b'{"curriculum": "x", "start": 1, "goal": 2, "now": 3, '
       b'"sessions": [], "modules": [], "milestones": []}'}  # fmt: skip


class Injected:
    """Counts the calls that write in one folder, and makes the n-th of them fail."""

    def __init__(self, patch, folder, number, error):
        self.folder, self.number, self.error, self.calls, self.mine = folder, number, error, 0, set()
        for name in CALLS:
            patch.setattr(os, name, self._failing(name, getattr(os, name)))

    def _failing(self, name, real):
        def call(first, *rest, **named):
            inside = (
                first in self.mine if isinstance(first, int) else os.fspath(first).startswith(self.folder)
            )
            if not inside:
                return real(first, *rest, **named)
            self.count()
            if name == "close":
                self.mine.discard(first)
            found = real(first, *rest, **named)
            if name == "open":
                self.mine.add(found)
            return _File(found, self) if name == "fdopen" else found

        return call

    def count(self):
        self.calls += 1
        if self.calls == self.number:
            raise self.error


class _File:
    """A file of which writing, flushing and closing may fail."""

    def __init__(self, file, injected):
        self.file, self.injected = file, injected

    def __enter__(self):
        return self

    def __exit__(self, *wrong):
        self.injected.mine.discard(self.file.fileno())
        self.file.close()
        self.injected.count()

    def write(self, data):
        self.file.write(data[: len(data) // 2])  # what a full disk takes before it fails
        self.injected.count()
        self.file.write(data[len(data) // 2 :])

    def flush(self):
        self.injected.count()
        self.file.flush()

    def fileno(self):
        return self.file.fileno()


@pytest.fixture(params=["ics", "json"])
def words(request, run, tmp_path, monkeypatch):
    """Name a file to export into; the calendar is made once, since it is the writing that is looked at."""
    file = tmp_path / "out" / "plan.file"
    file.parent.mkdir()
    if request.param == "ics":
        calendar = run("export", "ics").stdout_bytes
        monkeypatch.setattr("planner.calendars.exporting.export_ics", lambda *_, **__: calendar)
    return ["export", request.param, "-o", file]


def export(run, words, monkeypatch, number, error):
    """Export with the n-th call failing; return the result, the bytes that are there, and how many calls there were."""
    with monkeypatch.context() as patch:
        injected = Injected(patch, str(words[-1].parent), number, error)
        result = run(*words)
    assert [path.name for path in words[-1].parent.iterdir()] in ([], ["plan.file"])
    return result, words[-1].read_bytes() if words[-1].exists() else None, injected.calls


@pytest.mark.parametrize("exported", [pytest.param(False, marks=pytest.mark.ci), True])
def test_a_failing_call_leaves_the_old_file_or_the_new_one(run, words, monkeypatch, exported):
    old = OLD[words[1]] if exported else None
    result, new, count = export(run, words, monkeypatch, 0, None)
    assert result.exit_code == 0
    assert count >= 8
    for number in range(1, count + 1):
        for code in (errno.ENOSPC, errno.EIO):
            words[-1].unlink(missing_ok=True)
            if old is not None:
                words[-1].write_bytes(old)
            error = OSError(code, os.strerror(code))
            result, found, _ = export(run, words, monkeypatch, number, error)
            assert found in (old, new)
            assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
            assert str(words[-1]) in result.stderr


def test_ctrl_c_leaves_the_old_file_or_the_new_one(run, words, monkeypatch):
    _, new, count = export(run, words, monkeypatch, 0, None)
    for number in range(1, count + 1):
        words[-1].write_bytes(OLD[words[1]])
        result, found, _ = export(run, words, monkeypatch, number, KeyboardInterrupt())
        assert found in (OLD[words[1]], new)
        assert result.exit_code == 130


@pytest.mark.skipif(os.name == "nt", reason="permissions are of another kind there")
def test_a_new_file_is_the_owners_alone_and_one_that_is_shared_stays_shared(run, words):
    before = os.umask(0o022)
    try:
        run.ok(*words)
        assert stat.S_IMODE(words[-1].stat().st_mode) == 0o600
        words[-1].chmod(0o664)
        run.ok(*words)
        assert stat.S_IMODE(words[-1].stat().st_mode) == 0o664
    finally:
        os.umask(before)
