"""An import counts once although the time zone, a module's name or a beginning changed in between."""

import json
from datetime import date

import pytest

from planner.workspace.opening import open_plan
from planner.workspace.tracking.importing import Wishes, import_file
from tests.workspace.timer_clock import edit_profile

DAY = date(2026, 12, 20)
TABLE = "day,module,minutes,done,note\n2026-12-01,{module},90,,a\n2026-12-01,{module},90,,a\n"
TOGGL = (
    "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags\n"
    "A,a@e.org,,Python basics,,loops,No,2026-12-01,20:00:00,2026-12-01,21:00:00,01:00:00,\n"
)


def take(opened, text, **wishes):
    return import_file(opened, text.encode(), "file", Wishes(**wishes))


def total(opened):
    return sum(log.minutes for log in opened.progress.logs)


def again(learner):
    return open_plan(learner.on(DAY))


@pytest.fixture
def late(learner):
    learner.begin()
    return again(learner)


def rename(learner, old, new):
    """Give a module of the plan's curriculum a new id."""
    file = learner.home / "curriculum.yaml"
    text = file.read_text("utf-8")
    assert f"id: {old}\n" in text
    text = text.replace(f"id: {old}\n", f"id: {new}\n        renamed_from: [{old}]\n", 1)
    file.write_text(
        text.replace(f"[{old}", f"[{new}").replace(f"renamed_from: [{new}]", f"renamed_from: [{old}]"),
        "utf-8",
    )


def test_a_report_is_known_after_the_time_zone_changed(learner, late):
    assert take(late, TOGGL).logs == 1
    edit_profile(learner, ("Asia/Tokyo", "Europe/Berlin"))
    second = take(again(learner), TOGGL)
    assert (second.logs, second.known, second.amended, total(second.opened)) == (0, 1, 0, 60)


@pytest.mark.parametrize("name", ["python-basics", "python-start"])
def test_a_table_is_known_after_a_module_was_renamed_by_either_name(learner, late, name):
    take(late, TABLE.format(module="python-basics"))
    rename(learner, "python-basics", "python-start")
    second = take(again(learner), TABLE.format(module=name))
    assert (second.logs, second.known, total(second.opened)) == (0, 2, 180)
    more = take(second.opened, TABLE.format(module=name) + f"2026-12-02,{name},10,,\n")
    assert [log.module for log in more.opened.progress.logs] == ["python-start"] * 3


def test_a_tracker_may_go_on_with_the_old_name_and_nothing_is_corrected_for_it(learner, late):
    text = TOGGL.replace("Python basics", "python-basics")
    take(late, text)
    rename(learner, "python-basics", "python-start")
    second = take(again(learner), text)
    assert (second.logs, second.amended, second.known, second.unmatched) == (0, 0, 1, ())


def test_a_beginning_that_was_moved_is_told(late):
    def timew(start):
        return json.dumps(
            [{"id": 1, "start": f"20261201T{start}Z", "end": "20261201T120000Z", "tags": ["python-basics"]}]
        )

    first = take(late, timew("110000"))
    assert first.overlapping == 0
    second = take(first.opened, timew("110500"))
    assert (second.logs, second.overlapping) == (1, 1)
    assert take(second.opened, timew("110500")).overlapping == 0
