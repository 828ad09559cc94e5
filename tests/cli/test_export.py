"""Out of the planner: the same bytes each time, whole files or none, and pipes and devices are never replaced."""

import json
import os
import stat

import pytest


def test_the_calendar_is_written_to_standard_output_as_bytes(run):
    done = run.process("export", "ics")
    assert done.returncode == 0
    assert done.stdout.startswith(b"BEGIN:VCALENDAR\r\n")
    assert done.stdout.endswith(b"END:VCALENDAR\r\n")
    assert b"\r\r\n" not in done.stdout


def test_exporting_twice_gives_the_same_bytes_in_the_file(run, tmp_path):
    file = tmp_path / "plan.ics"
    assert run.ok("export", "ics", "-o", file) == ""
    first = file.read_bytes()
    run.ok("export", "ics", "-o", file, today="2026-12-03")
    assert file.read_bytes() == first
    assert [each.name for each in tmp_path.glob("*.ics*")] == ["plan.ics"]


def test_the_exported_json_is_that_of_the_plan(run, tmp_path):
    file = tmp_path / "plan.json"
    run.ok("export", "json", "-o", file)
    assert json.loads(file.read_text(encoding="utf-8")) == run.json("plan")
    assert json.loads(run.ok("export", "json")) == run.json("plan")


def test_a_failed_write_leaves_the_old_file_as_it_was(run, tmp_path, monkeypatch):
    file = tmp_path / "plan.ics"
    file.write_text("BEGIN:VCALENDAR of old")

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    result = run("export", "ics", "-o", file)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "disk is full" in result.stderr
    assert file.read_text() == "BEGIN:VCALENDAR of old"
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["plan.ics"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")  # noqa: PTH110
def test_a_device_is_written_to_and_never_replaced(run):
    result = run("export", "ics", "-o", "/dev/full")
    assert (result.exit_code, result.stdout) == (1, "")
    assert stat.S_ISCHR(os.stat("/dev/full").st_mode)  # noqa: PTH116
    assert run.ok("export", "ics", "-o", "/dev/null") == ""
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)  # noqa: PTH116
