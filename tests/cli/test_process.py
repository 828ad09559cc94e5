"""At the edge of the process: encodings, pipes, full disks, Ctrl-C, faults of ours; never a traceback on the screen."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from planner.cli.root import root

PLAIN = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.parametrize("words", [["today"], ["milestone", "list"], ["--help"], []])
def test_a_terminal_without_unicode_gets_ascii(run_ja, words):
    done = run_ja.process("--today", "2026-12-01", *words, env=PLAIN)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.isascii()
    assert b"??" not in done.stdout  # English and ASCII signs, not replaced characters


def test_even_japanese_that_was_asked_for_makes_no_error_there(run_ja):
    done = run_ja.process("--lang", "ja", "plan", env=PLAIN)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(run_ja.process("plan", "--json", env=PLAIN).stdout)["sessions"]
    wrong = run_ja.process("--lang", "ja", "log", "日本語", "1h", env=PLAIN)
    assert wrong.returncode == 1
    assert b"Traceback" not in wrong.stderr


def test_a_reader_that_goes_away_is_no_error(run):
    reading, writing = os.pipe()
    os.close(reading)
    done = run.process("plan", capture_output=False, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("words", [["plan"], ["plan", "--json"], ["export", "ics"]])
def test_output_that_cannot_be_written_is_said_in_one_line(run, words):
    with Path("/dev/full").open("wb") as full:
        done = run.process(*words, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert b"Traceback" not in done.stderr


def wait_until_read(pipe):
    """Wait until the other side has taken what was written, however long it takes to start."""
    import fcntl
    import termios

    end = time.monotonic() + 60
    while int.from_bytes(fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)), sys.byteorder):
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.mark.skipif(os.name != "posix", reason="signals as on Unix")
def test_ctrl_c_ends_with_130_and_no_traceback(run):
    begun = ("--home", str(run.home), "--today", "2026-12-08")
    process = subprocess.Popen(
        [sys.executable, "-m", "planner", *begun, "checkin", "--answers", "-", "--yes"],
        cwd=Path(__file__).resolve().parents[2],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    process.stdin.write(b"{")
    process.stdin.flush()
    wait_until_read(process.stdin)  # from then on it waits for the rest of the answers
    assert process.poll() is None
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in errors


def test_a_fault_of_ours_names_a_report_and_shows_no_traceback(run, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError("the fault")

    monkeypatch.setattr("planner.workspace.opening.open_plan", fail)
    result = run("plan")
    assert (result.exit_code, result.stdout) == (70, "")
    [line] = result.stderr.splitlines()
    report = Path(line.split()[-1])
    assert report.is_relative_to(os.environ["XDG_STATE_HOME"])
    assert "ZeroDivisionError: the fault" in report.read_text()


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_colour_is_for_terminals_unless_no_color_is_set(run):
    plain, coloured, refused = (
        on_terminal(run, env)
        for env in ({"TERM": "dumb"}, {"TERM": "xterm"}, {"TERM": "xterm", "NO_COLOR": "1"})
    )
    assert b"\x1b[" in coloured
    assert b"\x1b[" not in plain
    assert refused == plain


def on_terminal(run, env):
    """Return what `plan` writes to a terminal."""
    import pty

    outer, inner = pty.openpty()
    done = run.process(
        "--today",
        "2026-12-01",
        "milestone",
        "list",
        env=env,
        capture_output=False,
        stdout=inner,
        stderr=inner,
    )
    os.close(inner)
    seen = b""
    while chunk := _read(outer):
        seen += chunk
    os.close(outer)
    assert done.returncode == 0, seen
    return seen


def _read(descriptor):
    try:
        return os.read(descriptor, 65536)
    except OSError:
        return b""


def test_version_and_help_need_no_plan(empty):
    assert empty.process("--version").stdout.startswith(b"planner ")
    assert b"Usage: planner" in empty.process("-h").stdout


def test_the_plan_folder_is_named_by_option_or_environment(run, empty):
    done = empty.process("plan", "--json", env={"PLANNER_HOME": str(run.home)}, home=False)
    assert json.loads(done.stdout)["sessions"]
    done = run.process("plan", env={"PLANNER_HOME": str(empty.home)})
    assert done.returncode == 0


def test_the_commands_that_look_need_few_libraries(run):
    code = (
        "import sys; from planner.cli.root import root\n"
        f"try: root.main(['--home', {str(run.home)!r}, 'today'])\n"
        "except SystemExit: pass\n"
        "print(*sorted({'pydantic', 'yaml', 'rich', 'textual', 'icalendar'} & set(sys.modules)), file=sys.stderr)"
    )
    for _ in range(2):  # the first one fills the cache of what was compiled
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=Path(__file__).resolve().parents[2],
            capture_output=True,
            text=True,
            check=True,
        )
    assert done.stderr.split() == []


def test_the_group_imports_only_the_command_that_is_called():
    code = "import sys, planner.cli.root; print(*[name for name in sys.modules if '.commands.' in name])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == []
    assert root.name == "planner"
