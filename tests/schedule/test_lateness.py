"""The maximum lateness of a plan is the least possible, whoever is asked: trying everything, a flow, or CP-SAT."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from planner.schedule import make_plan
from tests.examples import examples
from tests.oracle.best import Best
from tests.oracle.check_plan import facts_of
from tests.oracle.lateness import by_flow, by_force
from tests.schedule.tiny_weeks import learner, tiny
from tests.strategies import worlds

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
UNSHRUNK = [Phase.explicit, Phase.reuse, Phase.generate]


def few(count: int):
    return settings(
        max_examples=examples(count),
        deadline=None,
        derandomize=True,
        print_blob=True,
        suppress_health_check=SLOW,
    )


def many(count: int):
    """Without shrinking: each example asks CP-SAT."""
    return settings(
        max_examples=count, deadline=None, print_blob=True, phases=UNSHRUNK, suppress_health_check=SLOW
    )


def lateness(plan) -> int | None:
    """What the plan says: 0 when nothing is late, None when work has no place."""
    return None if plan.verdict.status == "does-not-fit" else max(0, plan.verdict.max_lateness_days)


# --- a week of quarters of an hour


@few(300)
@given(tiny())
def test_no_other_use_of_a_week_is_less_late(instance):
    found = by_force(instance)
    assert found == by_flow(instance)
    assert lateness(make_plan(learner(instance), repairs=False)) == (None if found is None else max(0, found))


# --- small worlds


def under_a_cap(inputs, cap: int):
    """Each module waits for a date, and the week's cap is less than its windows."""
    start = inputs.profile.start
    modules = tuple(
        replace(m, not_before=m.not_before or start + timedelta(days=len(m.topics) + 2 * n))
        for n, m in enumerate(inputs.curriculum.modules)
    )
    availability = replace(inputs.profile.availability, cap=cap)
    return replace(
        inputs,
        curriculum=replace(inputs.curriculum, modules=modules),
        profile=replace(inputs.profile, availability=availability),
    )


def by_best(inputs, plan) -> int | None:
    return Best(facts_of(plan, inputs)).lateness()


@few(150)
@given(worlds())
def test_a_flow_finds_no_less_lateness(inputs):
    plan = make_plan(inputs, repairs=False)
    assert lateness(plan) == by_best(inputs, plan)


@few(120)
@given(worlds(), st.sampled_from([300, 607]))
def test_release_dates_under_a_binding_cap_cost_no_day(inputs, cap):
    inputs = under_a_cap(inputs, cap)
    plan = make_plan(inputs, repairs=False)
    assert lateness(plan) == by_best(inputs, plan)


# --- the long runs


def least_lateness(inputs, plan) -> int | None:
    """What CP-SAT finds; the test is skipped where it is not installed."""
    pytest.importorskip(
        "ortools", reason="CP-SAT comes with the extra `oracle`, which `make test-full` installs"
    )
    from tests.oracle.cpsat_lateness import least_lateness

    return least_lateness(inputs, plan.ratio)


@pytest.mark.full
@many(1500)
@given(worlds())
def test_cp_sat_finds_no_less_lateness(inputs):
    plan = make_plan(inputs, repairs=False)
    assert lateness(plan) == least_lateness(inputs, plan)


@pytest.mark.full
@many(600)
@given(worlds(), st.sampled_from([300, 607]))
def test_cp_sat_finds_no_less_lateness_for_release_dates_under_a_binding_cap(inputs, cap):
    inputs = under_a_cap(inputs, cap)
    plan = make_plan(inputs, repairs=False)
    assert lateness(plan) == least_lateness(inputs, plan)
