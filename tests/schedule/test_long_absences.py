"""However much work has lost its place, and however it hangs together, a replan ends and is true."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from planner.curriculum.model import Curriculum, Effort, Module
from planner.journal.model import Progress
from planner.learner.model import Availability, Profile, Study, WeekPattern
from planner.schedule import make_plan
from planner.schedule.model import Inputs
from tests.oracle.check_plan import check_order
from tests.oracle.check_plan import facts_of as facts
from tests.strategies import accept, text

START = date(2026, 11, 30)
LONG_DAYS, EVENINGS = ((540, 1020),), ((1170, 1320),)


def inputs(count: int, reach: int, minutes: int, windows) -> Inputs:
    """Modules of which each requires the `reach` before it."""
    modules = tuple(
        Module(
            f"m{n}",
            text(f"Module {n}"),
            "a",
            "only",
            Effort(minutes, minutes, minutes),
            tuple(f"m{k}" for k in range(max(0, n - reach), n)),
        )
        for n in range(count)
    )
    curriculum = Curriculum("long", text("Long"), 12, 6000, modules)
    week = Availability(WeekPattern(windows, windows))
    profile = Profile(
        "long", START, START + timedelta(days=700), "UTC", availability=week, study=Study(session_min=15)
    )
    return Inputs(curriculum, profile, Progress(), datetime(2026, 11, 30, tzinfo=ZoneInfo("UTC")))


@pytest.mark.parametrize(
    ("count", "reach", "minutes", "windows", "away"),
    [
        pytest.param(1100, 1, 30, LONG_DAYS, 69, id="a chain of more than a thousand", marks=pytest.mark.ci),
        pytest.param(200, 2, 60, LONG_DAYS, 2, id="many ways through a day"),
        pytest.param(300, 6, 45, EVENINGS, 10, id="many ways through what was lost"),
    ],
)
def test_a_replan_after_an_absence_ends_and_places_everything(count, reach, minutes, windows, away):
    first = inputs(count, reach, minutes, windows)
    lost = replace(accept(first, make_plan(first, repairs=False)), now=first.now + timedelta(days=away))
    plan = make_plan(lost, repairs=False)
    assert sum(s.minutes for s in plan.sessions if s.kind == "study") == count * minutes
    assert list(check_order(plan, facts(plan, lost))) == []
