"""Lives with a hand on everything, drawn at random: after each step the plan is held against the raw files."""

from datetime import timedelta
from random import Random

import pytest

from planner.problems import DataError
from planner.workspace.checkin.proposing import CheckInAnswers, propose_checkin
from planner.workspace.hand.changing import act
from planner.workspace.hand.move import When, move
from planner.workspace.hand.time import add_time, pin, skip, take_off, unpin
from planner.workspace.hand.work import add_module, drop, estimate, restore
from planner.workspace.opening import open_plan
from planner.workspace.proposal import accept, propose_replan
from planner.workspace.tracking.log import log_time
from planner.workspace.undoing.undo import redo, undo
from planner.workspace.views.documents import plan_document
from tests.oracle.check_json import check_document
from tests.workspace.conftest import START

DAY = timedelta(days=1)
TITLES = ("Papers", "論文", "Cloud lab", "Talk")


def some_session(opened, chance):
    return chance.choice([session.id for session in opened.plan.sessions if session.module] or ["none.1"])


def some_module(opened, chance):
    return chance.choice([module.id for module in opened.curriculum.modules])


def some_day(opened, chance):
    return opened.now.date() + chance.randrange(20) * DAY


def moved(opened, chance):
    minute = chance.choice((None, 20 * 60, 10 * 60, 12 * 60, 20 * 60 + 30))
    return move(opened, some_session(opened, chance), When(some_day(opened, chance), minute))


def added(opened, chance):
    requires = [some_module(opened, chance)] if chance.random() < 0.5 else []
    return add_module(opened, chance.choice(TITLES), 60 * chance.randrange(1, 6), requires=requires)


def some_time(opened, chance):
    start = 60 * chance.randrange(24)
    return add_time(opened, some_day(opened, chance), start, start + 60 * chance.randrange(1, 4))


def days_off(opened, chance):
    first = some_day(opened, chance)
    return take_off(opened, first, first + chance.randrange(3) * DAY)


HANDS = (
    lambda opened, chance: pin(opened, some_session(opened, chance)),
    lambda opened, chance: unpin(opened, some_session(opened, chance)),
    lambda opened, chance: skip(opened, some_session(opened, chance)),
    lambda opened, chance: drop(opened, some_module(opened, chance)),
    lambda opened, chance: restore(opened, some_module(opened, chance)),
    lambda opened, chance: estimate(opened, some_module(opened, chance), 15 * chance.randrange(1, 50)),
    moved, moved, added, some_time, days_off,
)  # fmt: skip
OTHERS = (
    lambda opened, chance: log_time(opened, some_module(opened, chance), 15 * chance.randrange(1, 9)),
    lambda opened, _: accept(propose_replan(opened)),
    lambda opened, _: accept(propose_checkin(opened, CheckInAnswers(day=opened.now.date()))),
    lambda opened, _: undo(opened)[0],
    lambda opened, _: undo(opened)[0],
    lambda opened, _: redo(opened)[0],
)


def checked(opened, before):
    """A plan that was accepted just now is held against all of the law, where no pin holds work back."""
    document = plan_document(opened)
    accepted = opened.events != before and opened.events[-1].kind == "plan"
    fresh = accepted and not any(session["pinned"] for session in document["sessions"])
    assert check_document(document, opened.context.home, shown=not fresh) == []


def step(opened, chance):
    """Do one thing; what is refused leaves all as it was."""
    before = opened.events
    try:
        if chance.random() < 0.6:
            return act(chance.choice(HANDS)(opened, chance))
        return chance.choice(OTHERS)(opened, chance)
    except DataError:
        assert open_plan(opened.context).events == before
        return opened


def live(learner, seed, steps):
    chance = Random(seed)
    opened = learner.begin()
    day = START
    for _ in range(steps):
        before = opened.events
        opened = step(opened, chance)
        checked(opened, before)
        day += chance.choice((0, 0, 0, 1, 2)) * DAY
        opened = open_plan(learner.on(day, chance.choice((8, 13, 21))))
    return opened


@pytest.mark.parametrize("seed", range(3))
def test_a_life_with_a_hand_on_everything_is_told_truly(learner, seed):
    opened = live(learner, seed, 25)
    assert opened.progress == open_plan(opened.context).progress


@pytest.mark.full
@pytest.mark.parametrize("seed", range(3, 60))
def test_many_lives_are_told_truly(learner, seed):
    live(learner, seed, 40)
