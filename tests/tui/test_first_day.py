"""The first day in a real terminal: from nothing to an accepted plan and a check-in, counted in keys."""

import re
import shlex
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.ci  # `make test` leaves these to CI, for the sake of its five minutes

ROOT = Path(__file__).parents[2]
MOST_ANSWERS = 8


class Tmux:
    """A terminal of 80x24 with the planner in it; `keys` counts what was pressed."""

    def __init__(self, program, folder):
        self.words = [program, "-S", str(folder / "tmux")]
        self.keys = 0

    def do(self, *words):
        done = subprocess.run([*self.words, *words], capture_output=True, text=True, check=False)
        return done.stdout

    def open(self, command):
        self.do("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", command)

    def press(self, *keys):
        for key in keys:
            self.do("send-keys", key)
            self.keys += 1

    def wait_for(self, pattern, seconds=60):
        """Return the screen once it matches."""
        end = time.monotonic() + seconds
        while not re.search(pattern, screen := self.do("capture-pane", "-p")):
            assert time.monotonic() < end, f"{pattern!r} is not on\n{screen}"
            time.sleep(0.05)
        return screen


@pytest.fixture
def tmux(needs, tmp_path):
    terminal = Tmux(needs("tmux"), tmp_path)
    yield terminal
    terminal.do("kill-server")


WORDS = {
    "en": ("{n} of {all}", "On time", "this week", "stay as they are", "The check-in is accepted"),
    "ja": ("{n}/{all}", "間に合います", "今週", "そのまま", "チェックインを確定しました"),
}


@pytest.mark.parametrize("language", WORDS)
def test_from_nothing_to_a_plan_and_a_check_in(tmux, empty, plan_of, language):
    step, fits, today, same, accepted = WORDS[language]
    words = [sys.executable, "-m", "planner", "--home", str(empty.home), "--lang", language]
    command = shlex.join([*words, "--today", "2026-12-06"])
    tmux.open(f"cd {shlex.quote(str(ROOT))} && env -u COLUMNS -u LINES {command}")
    for number in range(1, MOST_ANSWERS):
        tmux.wait_for(step.format(n=number, all=MOST_ANSWERS))
        tmux.press("Enter")
    tmux.wait_for(f"(?s){step.format(n=MOST_ANSWERS, all=MOST_ANSWERS)}.*{fits}")
    assert not empty.home.exists()
    tmux.press("Enter")
    card = step.format(n=1, all=5) + r"\b"
    tmux.wait_for(card)
    assert tmux.keys == MOST_ANSWERS
    tmux.press("Escape")
    tmux.wait_for(rf"(?s)\A(?!.*{card}).*{today}")
    tmux.press("c")
    tmux.keys = 0
    for number in range(1, 4):
        tmux.wait_for(step.format(n=number, all=3))
        tmux.press("Enter")
    tmux.wait_for(same)
    tmux.press("Enter")
    tmux.wait_for(accepted)
    assert tmux.keys == 4
    assert len(plan_of(empty).progress.checkins) == 1
