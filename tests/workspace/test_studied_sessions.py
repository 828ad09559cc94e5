"""A session that is studied already is past, whatever its clock time: no hand moves it, and another comes next."""

from datetime import timedelta

import pytest

from planner.problems import DataError
from planner.text.messages import translator
from planner.workspace.hand.changing import act, is_studied
from planner.workspace.hand.move import When, move
from planner.workspace.hand.time import pin, skip
from planner.workspace.opening import open_plan
from planner.workspace.tracking.log import log_time
from planner.workspace.views.plan import plan_view
from tests.workspace.conftest import START

DAY = timedelta(days=1)
HANDS = {
    "move": lambda opened, name: move(opened, name, When(START + 5 * DAY, 12 * 60)),
    "pin": pin,
    "skip": skip,
}


@pytest.fixture
def first(learner):
    """The first session, and the plan at noon of its day with all its minutes logged."""
    learner.begin()
    opened = open_plan(learner.on(START, hour=12))
    session = next(s for s in opened.plan.sessions if s.module and s.day == START)
    return session, log_time(opened, session.module, session.minutes)


@pytest.mark.parametrize("hand", HANDS)
def test_a_studied_session_is_left_alone(first, hand):
    session, opened = first
    with pytest.raises(DataError) as error:
        HANDS[hand](opened, session.id)
    said = error.value.problems[0].text(translator("en"))
    assert said.endswith("What this session was for is studied already, so it stays as it was.")


def test_by_its_module_the_next_session_that_is_not_studied_is_taken(first):
    session, opened = first
    after = act(pin(opened, session.module))
    pinned = [s for s in after.plan.sessions if s.pinned]
    assert [s.module for s in pinned] == [session.module]
    assert pinned[0].id != session.id
    assert not is_studied(after, pinned[0])


def test_the_plan_names_the_next_session_that_is_not_studied(first):
    session, opened = first
    rows = {row.id: row for phase in plan_view(opened).phases for row in phase.modules}
    row = rows[session.module]
    assert row.next is not None
    assert row.next.start > session.start
    assert START not in dict(row.planned)
    assert dict(row.studied)[START] == session.minutes
