"""Nothing acknowledged is lost when two writers are killed at any moment, on one machine's file or on two."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from planner.journal.reading import TORN
from planner.journal.store import read_journal

ROOT = Path(__file__).parents[2]
WRITER = """
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
sys.path.insert(0, sys.argv[4])
from planner.journal.events import Draft, new_action
from planner.journal.store import append
home, device, chance = Path(sys.argv[1]), sys.argv[2], Random(int(sys.argv[3]))
drafts = [Draft("log", {"module": "python-basics", "minutes": 30, "note": "学" * 200})] * 3
at, day = datetime(2026, 12, 1, tzinfo=UTC), date(2026, 12, 1)
while True:
    events = new_action(drafts, at=at, day=day, device=device, bits=chance.getrandbits(80))
    append(home, device, events)
    sys.stdout.write("".join(event.id + "\\n" for event in events))
    sys.stdout.flush()
"""


def start(home, device, seed):
    command = [sys.executable, "-c", WRITER, str(home), device, str(seed), str(ROOT)]
    return subprocess.Popen(command, stdout=subprocess.PIPE)


def kill_loop(home, kills, devices):
    """Keep two writers going, kill one of them at a time; return the ids that they acknowledged."""
    chance, acknowledged = random.Random(kills), set()
    writers = [(device, start(home, device, kills + number)) for number, device in enumerate(devices, 1)]
    for turn in range(kills):
        device, writer = writers[turn % 2]
        acknowledged.add(writer.stdout.readline().strip())  # it is at work now
        time.sleep(chance.uniform(0, 0.02))
        writer.kill()
        acknowledged.update(_whole_lines(writer))
        writers[turn % 2] = (device, start(home, device, turn))
    for _, writer in writers:
        writer.kill()
        acknowledged.update(_whole_lines(writer))
    return {id_.decode() for id_ in acknowledged if id_}


def _whole_lines(writer):
    """Read what is left in the pipe; a last line without its end was cut off."""
    with writer:
        return [
            line.strip() for line in writer.stdout.read().splitlines(keepends=True) if line.endswith(b"\n")
        ]


def run(home, kills, devices):
    acknowledged = kill_loop(home, kills, devices)
    events, problems = read_journal(home)
    assert acknowledged - {event.id for event in events} == set()
    assert len(acknowledged) >= kills
    assert {problem.key for problem in problems} <= {TORN}


@pytest.mark.parametrize("devices", [("laptop", "laptop"), ("laptop", "desk")])
def test_two_writers_and_kills(tmp_path, devices):
    run(tmp_path, 15, devices)


@pytest.mark.full
@pytest.mark.parametrize("devices", [("laptop", "laptop"), ("laptop", "desk")])
def test_two_writers_and_many_kills(tmp_path, devices):
    run(tmp_path, 250, devices)
