"""Two years of a journal, 10,000 events: `planner today` starts as fast as on a fresh plan, and says the same."""

import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from benchmarks.clock import PYTHON, environment, run
from planner.journal.events import Draft, new_action
from planner.journal.store import append
from planner.workspace.device import device_name
from planner.workspace.opening import open_plan
from planner.workspace.views.today import today_view
from tests.workspace.conftest import START

ROOT = Path(__file__).parents[2]
NOW = START  # nothing is missed yet: a plan that is behind is planned anew, which takes its own time
DAYS, A_DAY = 730, 14
HEAVY = """
import sys
from planner.cli.root import root
try: root.main(sys.argv[1:])
except SystemExit as leaving: assert not leaving.code, leaving.code
heavy = {"json", "pydantic", "yaml", "holidays", "hashlib", "planner.journal.fold", "planner.journal.reading"}
print(*sorted(heavy & set(sys.modules)), file=sys.stderr)
"""


@pytest.fixture
def busy(learner):
    """Make a plan with two years of short sittings before it."""
    learner.begin()
    context = learner.on(NOW, 8)
    for week in range(0, DAYS, 7):
        days = [START - timedelta(days=back) for back in range(week + 1, week + 8)]
        drafts = [
            Draft("log", {"module": "sql-basics", "minutes": 1}, day) for day in days for _ in range(A_DAY)
        ]
        moment = context.now - timedelta(days=1, seconds=week)
        device, bits = device_name(context), learner.chance.getrandbits(80)
        append(learner.home, device, new_action(drafts, at=moment, day=START, device=device, bits=bits))
    return learner


def place(learner):
    """Return an environment in which commands find the plan and what is remembered of it."""
    places = {f"XDG_{kind.upper()}_HOME": str(learner.folder / kind) for kind in ("cache", "state", "config")}
    return {**environment(learner.folder), **places, "PLANNER_HOME": str(learner.home)}


def test_all_of_them_count_with_a_cache_and_without(busy):
    opened = open_plan(busy.on(NOW, 8))
    assert len(opened.events) > 10_000
    assert opened.shown.logged("sql-basics") == opened.progress.logged("sql-basics") > 10_000
    view = today_view(opened)
    assert today_view(open_plan(busy.on(NOW, 8))) == view
    for path in (busy.folder / "cache").rglob("*.pickle"):
        path.write_bytes(b"broken")
    assert today_view(open_plan(busy.on(NOW, 8))) == view
    shutil.rmtree(busy.folder / "cache")
    assert today_view(open_plan(busy.on(NOW, 8))) == view


def test_after_a_log_today_reads_no_journal_and_loads_nothing_heavy(busy):
    def give(*words):
        command = [sys.executable, "-c", HEAVY, "--today", str(NOW), *words]
        done = subprocess.run(command, cwd=ROOT, env=place(busy), capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stderr.split()

    give("log", "project", "1h", "--on", str(START))
    assert give("today") == []


@pytest.mark.full
def test_today_keeps_its_bar(busy):
    today, nothing = (PYTHON, "-m", "planner", "--today", str(NOW), "today"), (PYTHON, "-c", "pass")
    there = place(busy)
    run(today, there)
    costs = [(run(today, there).cpu, run(nothing, there).cpu) for _ in range(15)]
    assert min(ours for ours, _ in costs) <= 8 * min(theirs for _, theirs in costs)
