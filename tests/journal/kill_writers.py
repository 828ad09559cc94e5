"""Writers that are killed at any moment: a program that forks them, kills them, and prints what they acknowledged.

`python kill_writers.py HOME KILLS STYLE:DEVICE STYLE:DEVICE` keeps both writers going and kills them in turn.
"""

import json
import os
import random
import signal
import sys
import threading
import time
import traceback
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from click.testing import CliRunner

sys.path.insert(0, str(Path(__file__).parents[2]))

from planner.cli.root import root
from planner.journal.events import Draft, new_action
from planner.journal.store import append
from planner.workspace.context import Context
from planner.workspace.opening import open_plan
from planner.workspace.tracking.log import log_time

MODULE = "python-basics"
LAST = date(2026, 11, 30)
LONGEST_WAIT = {"append": 0.004, "command": 0.03, "app": 0.03}


def append_for_ever(home, device, chance, acknowledge):
    """Append actions of three events, as the journal does it."""
    drafts = [Draft("log", {"module": MODULE, "minutes": 30, "note": "学" * 200})] * 3
    at = datetime(2026, 12, 1, tzinfo=UTC)
    while True:
        events = new_action(drafts, at=at, day=LAST, device=device, bits=chance.getrandbits(80))
        append(home, device, events)
        acknowledge(event.id for event in events)


def command_for_ever(home, device, chance, acknowledge):
    """Give `planner log`, as a shell does it, with everything that the command remembers."""
    for kind in ("state", "cache"):
        os.environ[f"XDG_{kind.upper()}_HOME"] = str(home.parent / device / kind)
    while True:
        day = LAST - timedelta(days=chance.randrange(3_000))
        words = ["--home", str(home), "--today", str(LAST), "log", MODULE, "1m", "--on", str(day), "--json"]
        done = CliRunner().invoke(root, words, catch_exceptions=False)
        assert (done.exit_code, "gone" in done.stderr) == (0, False), done.stderr
        acknowledge(event["id"] for event in json.loads(done.stdout)["events"])


def app_for_ever(home, device, chance, acknowledge):
    """Log as the app does it: from a thread, on one opened plan that is read again each time."""

    def work():
        own = {kind: home.parent / device / kind / "roadmap-planner" for kind in ("cache", "state")}
        context = Context(home, datetime.now(UTC), random_bits=chance.getrandbits, **own)
        opened = open_plan(context)
        while True:
            day = LAST - timedelta(days=3_000 + chance.randrange(3_000))
            known = {event.id for event in opened.events}
            opened = log_time(opened.at(datetime.now(UTC)).reread(), MODULE, 1, day)
            acknowledge(event.id for event in opened.events if event.id not in known and event.day == day)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


STYLES = {"append": append_for_ever, "command": command_for_ever, "app": app_for_ever}


def start(home, style, device, seed):
    """Fork a writer; return its process id and the end of the pipe on which it acknowledges."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading

    def acknowledge(ids):
        os.write(writing, "".join(f"{id_}\n" for id_ in ids).encode())

    try:
        os.close(reading)
        STYLES[style](home, device, random.Random(seed), acknowledge)
    except BaseException:  # noqa: BLE001  # the parent is told on standard error
        traceback.print_exc()
    finally:
        os._exit(1)


def kill(child, reading, wait):
    """Kill a writer a moment after it began to work; return the ids that it acknowledged in whole lines."""
    heard = os.read(reading, 1)
    time.sleep(wait)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while chunk := os.read(reading, 65_536):
        heard += chunk
    os.close(reading)
    return {line.decode().strip() for line in heard.splitlines(keepends=True) if line.endswith(b"\n")}


def main():
    """Kill so often; print the ids that were acknowledged."""
    home, kills = Path(sys.argv[1]), int(sys.argv[2])
    kinds = [word.split(":") for word in sys.argv[3:]]
    chance, acknowledged = random.Random(kills), set()
    writers = [start(home, *kind, seed) for seed, kind in enumerate(kinds)]
    for turn in range(kills + len(kinds)):
        place = turn % len(kinds)
        acknowledged |= kill(*writers[place], chance.uniform(0, LONGEST_WAIT[kinds[place][0]]))
        if turn < kills:
            writers[place] = start(home, *kinds[place], turn + 100)
    print(json.dumps({"acknowledged": sorted(acknowledged)}))


if __name__ == "__main__":
    main()
