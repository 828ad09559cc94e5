"""A day is taken off and given back by one and the same wish."""

from datetime import timedelta

import pytest

from planner.problems import DataError
from planner.text.messages import translator
from planner.workspace.hand.changing import Change, act
from planner.workspace.hand.days import is_off, switch_day
from planner.workspace.hand.time import pin, take_off, windows_of
from planner.workspace.undoing.undo import undo, undo_action
from tests.workspace.conftest import START

DAY = timedelta(days=1)
FRIDAY = START + 4 * DAY


@pytest.fixture
def opened(learner):
    return learner.begin()


def switched(opened, day=FRIDAY):
    done = switch_day(opened, day)
    return act(done) if isinstance(done, Change) else undo_action(opened, done)[0]


def test_what_was_taken_off_last_is_given_back_as_if_it_never_was(opened):
    off = switched(opened)
    assert is_off(off, FRIDAY)
    assert windows_of(off.inputs, FRIDAY) == ()
    back = switched(off)
    assert not is_off(back, FRIDAY)
    assert back.plan.sessions == opened.plan.sessions
    assert FRIDAY not in back.progress.time_off


def test_a_day_taken_off_earlier_gets_its_usual_windows_back(opened):
    usual = windows_of(opened.inputs, FRIDAY)
    off = act(take_off(opened, FRIDAY, FRIDAY + DAY))
    later = act(pin(off, "python-basics"))
    back = switched(later)
    assert not is_off(back, FRIDAY)
    assert is_off(back, FRIDAY + DAY)
    assert windows_of(back.inputs, FRIDAY) == usual
    assert is_off(undo(back)[0], FRIDAY)
    assert is_off(switched(back), FRIDAY)


def test_giving_a_day_back_is_one_action_however_many_windows_it_has(opened):
    later = act(pin(act(take_off(opened, FRIDAY, FRIDAY)), "python-basics"))
    back = switched(later)
    assert undo(back)[0].plan.sessions == later.plan.sessions


def test_a_day_that_has_passed_stays_as_it_is(opened):
    later = act(pin(act(take_off(opened, FRIDAY, FRIDAY)), "python-basics"))
    passed = later.at(later.now + 6 * DAY)
    with pytest.raises(DataError) as caught:
        switch_day(passed, FRIDAY)
    assert "has passed" in caught.value.problems[0].text(translator("en"))
