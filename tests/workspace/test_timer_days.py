"""No minute of a run is lost, and none is given to a day that has not come, whenever it begins and ends."""

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.journal.model import Timer
from planner.text.languages import LocalText
from planner.workspace.opening import open_plan
from planner.workspace.tracking.span import Stop, days_of, span, whole_minutes
from planner.workspace.tracking.timer import Running
from planner.workspace.views.sessions import local
from tests.workspace.timer_clock import MONDAY, PYTHON


@pytest.fixture
def opened(learner):
    learner.begin()
    return open_plan(learner.on(MONDAY, 0))


def run(began, opened):
    timer = Timer("x", PYTHON, began)
    return Running(timer, LocalText.of(PYTHON), local(opened, began // 60), 0, forgotten=False, ahead=False)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.integers(0, 7 * 86_400),
    st.integers(0, 4 * 3600),
    st.one_of(st.none(), st.integers(0, 1440)),
)
def test_every_minute_has_its_day(opened, begin, length, took):
    began = int(opened.now.timestamp()) + begin
    after = opened.at(datetime.fromtimestamp(began + length, UTC))
    first, last = span(after, run(began, after), Stop(took=took))
    minutes = whole_minutes(first, last)
    assert last <= began + length
    assert minutes == (took if took is not None else ((length + 30) // 60 if length >= 60 else 0))
    days = days_of(after, first, minutes)
    assert sum(part for _, part in days) == minutes
    assert all(0 < part <= 1440 and day <= after.now.date() for day, part in days)
