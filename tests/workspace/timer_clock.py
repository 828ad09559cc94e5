"""A learner whose clock is set by the test, and short ways to look at what the timer did."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from planner.problems import DataError
from planner.workspace.opening import open_plan

MONDAY, TUESDAY = date(2026, 11, 30), date(2026, 12, 1)
PYTHON, SQL = "python-basics", "sql-basics"


class Clock:
    """A learner whose clock is set by the test, in the zone of the plan: `at("20:02")`, `at("00:10", TUESDAY)`."""

    def __init__(self, learner, zone="Asia/Tokyo"):
        self.learner, self.zone = learner, ZoneInfo(zone)

    def at(self, clock, day=MONDAY, **changes):
        wall = datetime.fromisoformat(f"{day.isoformat()}T{clock}").replace(tzinfo=self.zone)
        return open_plan(self.learner.on(day, now=wall.astimezone(UTC), **changes))


def edit_profile(learner, *changes):
    file = learner.home / "profile.yaml"
    text = file.read_text("utf-8")
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    file.write_text(text, "utf-8")


def said(done):
    after, message = done
    return after.t(message)


def refused(opened, act, *arguments):
    before = len(opened.reread().events)
    with pytest.raises(DataError) as error:
        act(opened, *arguments)
    assert len(opened.reread().events) == before
    [problem] = error.value.problems
    return opened.t(problem.message)


def logs(opened):
    return [(entry.module, entry.day, entry.minutes) for entry in opened.reread().progress.logs]
