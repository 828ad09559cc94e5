"""Timewarrior itself: what `timew` tracked and exports is imported, and what it changes later is followed."""

import os
import subprocess
from datetime import date

import pytest

from planner.workspace.tracking.importing import import_file


@pytest.fixture
def timew(needs, tmp_path):
    """Hand out Timewarrior with an empty database, in Tokyo: called with arguments, it returns what it printed."""
    program, database = needs("timew"), tmp_path / "timewarrior"
    (database / "data").mkdir(parents=True)
    (database / "timewarrior.cfg").write_text("confirmation = no\nverbose = no\n", "utf-8")
    environment = {**os.environ, "TIMEWARRIORDB": str(database), "TZ": "Asia/Tokyo"}

    def run(*arguments):
        done = subprocess.run(
            [program, *arguments], env=environment, capture_output=True, stdin=subprocess.DEVNULL, timeout=60,
            check=True,
        )  # fmt: skip
        return done.stdout

    return run


def test_what_timewarrior_tracked_is_imported_once_and_followed_when_it_changes(timew, learner):
    opened = learner.begin().at(learner.on(date(2026, 12, 20)).now)

    def take():
        added = import_file(opened, timew("export"), "timew")
        return added, [(log.module, str(log.day), log.minutes) for log in added.opened.progress.logs]

    timew("track", "2025-12-01T20:00", "-", "2025-12-01T21:30", "SQL basics", "evening")
    timew("track", "2025-12-02T23:30", "-", "2025-12-03T01:00", "Python基礎")
    timew("track", "2025-12-04T20:00", "-", "2025-12-04T21:00", 'said "so"')
    timew("annotate", "@3", "joins and 結合")
    first, logs = take()
    assert logs == [
        ("sql-basics", "2025-12-01", 90),
        ("python-basics", "2025-12-02", 30),
        ("python-basics", "2025-12-03", 60),
    ]
    assert first.opened.progress.logs[0].note == "joins and 結合"
    assert [(each.name, each.minutes) for each in first.unmatched] == [('said "so"', 60)]
    opened = first.opened
    assert take()[0].opened is opened
    timew("track", "2025-12-05T20:00", "-", "2025-12-05T21:00", "extra")  # renumbers the others
    timew("tag", "@2", "night")
    timew("lengthen", "@4", "30min")
    second, logs = take()
    assert (second.logs, second.amended) == (1, 1)
    assert sorted(logs) == [
        ("extra", "2025-12-05", 60),
        ("python-basics", "2025-12-02", 30),
        ("python-basics", "2025-12-03", 60),
        ("sql-basics", "2025-12-01", 120),
    ]


def test_an_interval_that_timewarrior_still_tracks_waits_for_its_end(timew, learner):
    opened = learner.begin()
    timew("start", "2025-11-22T00:00", "sql-basics")
    added = import_file(opened, timew("export"), "timew")
    assert (added.running, added.drafts) == (1, ())
