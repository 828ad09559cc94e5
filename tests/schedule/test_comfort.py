"""Comfort is given from slack only: whatever a learner wishes, no milestone comes a day after its guard.

The guards themselves know nothing of comfort: they are the same with all of it and with none.
"""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.learner.model import Study
from planner.schedule import make_plan
from tests.examples import examples
from tests.strategies import accept, later, worlds

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
NONE = Study(15, 240, Fraction(0), 1)
COMFORTS = {
    "a third of each week kept free": replace(NONE, buffer=Fraction(1, 3)),
    "three tracks side by side": replace(NONE, tracks=3),
    "sessions of 45 minutes to an hour": replace(NONE, session_min=45, session_max=60),
    "all of it": Study(45, 60, Fraction(1, 3), 3, reviews=True),
}


def few(count: int):
    return settings(
        max_examples=examples(count),
        deadline=None,
        derandomize=True,
        print_blob=True,
        suppress_health_check=SLOW,
    )


def with_study(inputs, study):
    return replace(inputs, profile=replace(inputs.profile, study=study))


def guards(plan) -> dict:
    return {m.id: m.guard for m in plan.milestones}


def assert_kept(plan, promised: dict) -> None:
    assert guards(plan) == promised
    for m in plan.milestones:
        if not m.reached and m.guard is not None:
            assert m.expected is not None
            assert m.expected <= max(m.guard, plan.now.date()), m


@pytest.mark.parametrize("comfort", COMFORTS)
@few(40)
@given(inputs=worlds())
def test_a_comfort_costs_no_milestone_a_day_past_its_guard(comfort, inputs):
    promised = guards(make_plan(with_study(inputs, NONE), repairs=False))
    assert_kept(make_plan(with_study(inputs, COMFORTS[comfort]), repairs=False), promised)


@few(40)
@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_the_curriculum_costs_nothing(inputs, random):
    promised = guards(make_plan(inputs, repairs=False))
    modules = list(inputs.curriculum.modules)
    random.shuffle(modules)
    shuffled = replace(inputs, curriculum=replace(inputs.curriculum, modules=tuple(modules)))
    assert_kept(make_plan(shuffled, repairs=False), promised)


@few(40)
@given(worlds(), st.sampled_from(list(COMFORTS)), st.integers(1, 12), st.sets(st.integers(0, 12), max_size=4))
def test_keeping_the_accepted_plan_costs_nothing(inputs, comfort, days, missed):
    inputs = with_study(inputs, COMFORTS[comfort])
    inputs = accept(inputs, make_plan(inputs, repairs=False))
    now = inputs.now.replace(hour=0, minute=0, second=0, microsecond=0, fold=0) + timedelta(days=days)
    lived = later(inputs, now, {inputs.now.date() + timedelta(days=n) for n in missed})
    forgotten = replace(lived, progress=replace(lived.progress, accepted=None, plans=()))
    ratio = lived.progress.accepted.ratio
    promised = guards(make_plan(forgotten, repairs=False, ratio=ratio))
    assert_kept(make_plan(lived, repairs=False), promised)
