"""Real terminals: Ctrl-Z and back, a resize, a signal, tmux, and terminals that can do less."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.tui.terminals import LEFT, PROGRAM, STARTED, app_in_terminal
from tui.app import run_app
from tui.terminal import shows_ascii_only, shows_no_colour

pytestmark = pytest.mark.ci  # `make test` leaves these to CI, for the sake of its five minutes

READY = (STARTED, b"\x1b[?2004h", "1–6".encode())


@pytest.fixture
def terminal(context):
    """Hand out a way to run the app in a terminal; it is ended afterwards."""
    made = []

    def run(before="", **options):
        made.append(app_in_terminal(context, before, **options))
        made[-1].wait_for(*READY)
        return made[-1]

    yield run
    for each in made:
        if each.process.poll() is None:
            each.process.send_signal(signal.SIGCONT)
        each.close()


def stopped(process):
    return os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WNOHANG | os.WNOWAIT) is not None


def test_ctrl_z_gives_the_terminal_back_and_fg_brings_the_app_back(terminal):
    term = terminal()
    term.type("\x1a")
    end = time.monotonic() + 60
    while not stopped(term.process):
        assert time.monotonic() < end
        term.read()
    term.read(0.2)
    assert term.modes()[3] == term.before[3]
    for code in LEFT:
        assert code in term.seen
    term.seen = b""
    term.process.send_signal(signal.SIGCONT)
    term.wait_for(*READY)
    term.resize(120, 36)
    term.process.send_signal(signal.SIGWINCH)
    term.wait_for(b"\x1b[36;1H")
    term.type("q")
    assert term.end() == 0
    assert term.modes()[3] == term.before[3]


def test_a_plain_terminal_gets_plain_signs_english_words_and_no_colours(context):
    lines = (
        "from dataclasses import replace\nimport tui.app\n"
        "sys.exit(tui.app.run_app(replace(context, language=None, locale='C')))"
    )
    profile = context.home / "profile.yaml"
    profile.write_text(profile.read_text().replace("language: en", "language: ja"))
    term = app_in_terminal(context, lines, TERM="vt100", LC_ALL="C")
    try:
        term.wait_for(*READY[:2], b"check-in")
        term.read(0.3)
        assert term.seen.isascii()
        assert b";5;" not in term.seen
        assert b"38;2" not in term.seen
        term.type("q")
        assert term.end() == 0
    finally:
        term.close()


@pytest.mark.parametrize(
    ("locale", "name", "plain"),
    [
        ("", "xterm-256color", False), ("ja_JP.UTF-8", "tmux-256color", False), ("de_DE.utf8@euro", "", False),
        ("C", "xterm", True), ("POSIX", "xterm", True), ("ja_JP.eucJP", "xterm", True), ("C.UTF-8", "xterm", False),
        ("en_US.UTF-8", "dumb", True), ("en_US.UTF-8", "vt100", True), ("en_US.UTF-8", "linux", True),
    ],
)  # fmt: skip
def test_terminals_that_lack_our_signs(locale, name, plain):
    assert shows_ascii_only(locale, {"TERM": name}) is plain


@pytest.mark.parametrize(
    ("name", "without"), [("dumb", True), ("vt220", True), ("linux", False), ("xterm", False)]
)
def test_terminals_without_colour(name, without):
    assert shows_no_colour({"TERM": name}) is without
    assert shows_no_colour({"TERM": name, "NO_COLOR": ""}) is without
    assert shows_no_colour({"TERM": name, "NO_COLOR": "1"})


@pytest.mark.parametrize(("value", "without"), [("", False), ("1", True)])
def test_an_empty_wish_for_no_colour_is_none(context, monkeypatch, value, without):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", value)
    monkeypatch.setattr("tui.app.run_to_the_end", lambda app: app.no_color)
    assert run_app(context) is without


@pytest.mark.skipif(shutil.which("tmux") is None, reason="no tmux")
def test_in_tmux_a_fault_leaves_the_shell_usable(context, tmp_path):
    from tests.tui.test_crash import FAULTS

    program = tmp_path / "program.py"
    program.write_text(PROGRAM.replace("{before}", FAULTS["a screen's handler"]))
    socket = ["tmux", "-L", f"planner-{os.getpid()}"]
    told = [str(context.home.parent), context.now.isoformat(), "en"]
    words = " ".join(f"'{word}'" for word in [sys.executable, str(program), *told])
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}

    def tmux(*words):
        return subprocess.run(
            [*socket, *words], capture_output=True, text=True, env=environment, check=True
        ).stdout

    def wait_for(text):
        end = time.monotonic() + 60
        while text not in tmux("capture-pane", "-p"):
            assert time.monotonic() < end, tmux("capture-pane", "-p")
            time.sleep(0.05)

    tmux("-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "30", "sh")
    try:
        tmux("send-keys", f"{words}; echo left with $?", "Enter")
        wait_for("check-in")
        assert tmux("display", "-p", "#{alternate_on} #{mouse_any_flag}").split() == ["1", "1"]
        tmux("send-keys", "l")
        wait_for("left with 1")
        state = tmux(
            "display", "-p", "#{alternate_on} #{cursor_flag} #{mouse_any_flag} #{mouse_standard_flag}"
        )
        assert state.split() == ["0", "1", "0", "0"]
        assert "Traceback" not in tmux("capture-pane", "-p")
        tmux("send-keys", "echo typed-and-seen", "Enter")
        wait_for("echo typed-and-seen\ntyped-and-seen")
    finally:
        tmux("kill-server")
