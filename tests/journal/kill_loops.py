"""Two writers that are killed again and again, and what must be true afterwards."""

import json
import subprocess
import sys
from pathlib import Path

from planner.journal.reading import TORN
from planner.journal.store import read_journal

WRITERS = Path(__file__).with_name("kill_writers.py")


def kill_loop(home, kills, writers):
    """Let writers be killed so often: all that they acknowledged is there, and at most unfinished lines besides."""
    words = [sys.executable, str(WRITERS), str(home), str(kills), *writers]
    done = subprocess.run(words, capture_output=True, text=True, timeout=600, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    said = json.loads(done.stdout)
    events, problems = read_journal(home)
    assert set(said["acknowledged"]) - {event.id for event in events} == set()
    assert len(said["acknowledged"]) >= kills
    assert {problem.key for problem in problems} <= {TORN}
