"""What is remembered to start fast: never wrong, never needed, and the heavy libraries stay away."""

import subprocess
import sys
from datetime import date
from pathlib import Path

from planner.workspace.opening import open_plan
from planner.workspace.tracking.log import log_time
from planner.workspace.undoing.undo import undo
from planner.workspace.views.today import today_view

ROOT = Path(__file__).parents[2]
START = date(2026, 11, 30)
SHOW_TODAY = """
import sys
from datetime import datetime
from pathlib import Path
from planner.workspace.context import Context
from planner.workspace.opening import open_plan
from planner.workspace.views.today import today_view
folder, now = Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2])
context = Context(folder / "plan", now, cache=folder / "cache", state=folder / "state", random_bits=lambda n: 0)
view = today_view(open_plan(context))
assert view.later
heavy = {"pydantic", "yaml", "holidays", "icalendar", "click", "textual"}
slow = {"hashlib", "json", "platformdirs", "random", "tempfile", "traceback"}
print(*sorted((heavy | slow) & set(sys.modules)))
"""


def show_today(learner, moment):
    command = [sys.executable, "-c", SHOW_TODAY, str(learner.folder), moment]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def files(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_today_needs_no_heavy_library_once_it_was_shown(learner):
    learner.begin(holidays="JP")
    show_today(learner, "2026-12-01T10:00:00+09:00")
    assert show_today(learner, "2026-12-01T10:05:00+09:00") == []


def test_without_caches_everything_is_the_same(learner):
    learner.begin(holidays="JP")
    log_time(open_plan(learner.on(START)), "python-basics", 60)
    warm = today_view(open_plan(learner.on(START)))
    for path in files(learner.folder / "cache"):
        path.unlink()
    assert today_view(open_plan(learner.on(START))) == warm


def test_broken_caches_do_not_matter(learner):
    learner.begin(holidays="JP")
    opened = log_time(open_plan(learner.on(START)), "python-basics", 60)
    expected = today_view(opened)
    assert len(files(learner.folder / "cache")) >= 2
    for content in (b"", b"\x80\x05garbage", b"[]", b'{"package": 1}'):
        for path in files(learner.folder / "cache"):
            path.write_bytes(content)
        assert today_view(open_plan(learner.on(START))) == expected


def test_what_views_show_is_what_the_whole_journal_says(learner):
    learner.begin()
    opened, _ = undo(log_time(open_plan(learner.on(START)), "python-basics", 60))
    opened = log_time(opened, "sql-basics", 30)
    again = open_plan(learner.on(START))
    assert (again.shown.logs, again.shown.accepted) == (opened.progress.logs, opened.progress.accepted)
    assert again.progress == opened.progress


def test_what_was_read_before_a_line_was_written_is_not_remembered_as_newer(learner):
    learner.begin()
    for path in files(learner.folder / "cache"):
        path.unlink()
    early = open_plan(learner.on(START)).reread()
    assert early.events
    log_time(open_plan(learner.on(START)), "sql-basics", 30)
    for path in files(learner.folder / "cache"):
        path.unlink()
    assert early.shown.logs == ()
    assert len(open_plan(learner.on(START)).shown.logs) == 1


def test_a_line_from_another_machine_is_seen_at_once(learner):
    learner.begin()
    assert open_plan(learner.on(START)).shown.logs == ()
    other = open_plan(learner.on(START, state=learner.folder / "elsewhere"))
    log_time(other, "sql-basics", 30)
    [entry] = open_plan(learner.on(START)).shown.logs
    assert (entry.module, entry.minutes) == ("sql-basics", 30)
