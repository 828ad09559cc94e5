"""Repairs: each of the smallest of its kind, none forgotten, and the words and commands that go with them."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.curriculum.model import Choice, Named, Option, Priority
from planner.learner.model import Availability
from planner.schedule import make_plan
from planner.text.languages import LocalText
from tests.oracle.check_repairs import (
    KINDS,
    check_each,
    choices_open,
    credits_open,
    drops_open,
    lateness,
    left,
    overdue_records,
    parts_of,
)
from tests.oracle.facts import read_facts
from tests.schedule.small_world import MONDAY, milestone, module, repaired, world
from tests.schedule.test_invariants import SLOW, few, plan_of
from tests.strategies import BACKGROUNDS, accept, worlds

ONE = Fraction(1)


@st.composite
def late_worlds(draw):
    """Worlds that are mostly late, in curricula that name their backgrounds."""
    inputs = draw(worlds(logged=draw(st.booleans())))
    named = tuple(Named(name, LocalText.of(name)) for name in BACKGROUNDS)
    goal = inputs.profile.start + timedelta(days=draw(st.integers(5, 40)))
    return replace(
        inputs,
        curriculum=replace(inputs.curriculum, backgrounds=named),
        profile=replace(inputs.profile, goal=goal),
    )


def document_of(plan) -> dict:
    repairs = [
        {"kind": r.kind, "value": r.value, "max_lateness_days": r.max_lateness_days}
        for r in plan.verdict.repairs
    ]
    return {"verdict": {"status": plan.verdict.status, "repairs": repairs}}


def in_time(inputs, plan) -> bool:
    """Whether a plan is on time, but for what lacked only its record before."""
    late = {
        m.id for m in plan.milestones if not m.reached and (m.lateness_days is None or m.lateness_days > 0)
    }
    status = "late" if late else "on-time"
    return late <= overdue_records(read_facts(inputs, ONE)) and plan.verdict.status == status


@few(80)
@given(late_worlds())
def test_each_repair_is_the_smallest_of_its_kind(inputs):
    assert list(check_each(document_of(make_plan(inputs)), inputs, ONE)) == []


@few(60)
@given(late_worlds())
def test_a_repair_gives_the_very_plan_that_it_promises(inputs):
    for repair in make_plan(inputs).verdict.repairs:
        plan = plan_of(repaired(inputs, repair))
        assert in_time(inputs, plan)
        assert (plan.finish, plan.verdict.max_lateness_days) == (repair.finish, repair.max_lateness_days)


@few(40)
@given(late_worlds())
def test_a_replan_that_takes_a_repair_of_an_accepted_plan_is_on_time(inputs):
    inputs = accept(inputs, plan_of(inputs))
    for repair in make_plan(inputs).verdict.repairs:
        plan = make_plan(repaired(inputs, repair), repairs=False, pull=True)
        assert in_time(inputs, plan)
        assert plan.finish <= plan.goal


@few(60)
@given(late_worlds())
def test_no_kind_is_forgotten(inputs):
    verdict = make_plan(inputs).verdict
    found = {repair.kind for repair in verdict.repairs}
    if verdict.status == "on-time":
        return
    options = {
        "drop": [{"drop": "stretch"}, {"drop": "recommended"}],
        "credit": [{"credit": name} for name in credits_open(inputs)],
        "choice": list(choices_open(inputs)),
        "hours": [{"hours": "80"}],
    }
    for kind, changes in options.items():
        if any(left(inputs, ONE, change) and lateness(inputs, ONE, change) == 0 for change in changes):
            assert kind in found


@few(60)
@given(late_worlds())
def test_single_modules_are_the_least_work_that_can_be_lost(inputs):
    repairs = make_plan(inputs).verdict.repairs
    sets = [r.value.split(",") for r in repairs if r.kind == "drop" and r.value not in tuple(Priority)]
    for names in sets:
        level = next(r.value for r in repairs if r.kind == "drop" and r.value in tuple(Priority))
        weights = {frozenset(gone): weight for weight, gone in drops_open(inputs, ONE, level)}
        assert frozenset(names) in weights
        for gone, weight in weights.items():
            if weight < weights[frozenset(names)]:
                assert lateness(inputs, ONE, {"drop": ",".join(gone)}) != 0


def late(**changes):
    """Forty-seven hours of work, eighteen a week, due after two weeks; seventeen of them are not core."""
    modules = [
        module("basics", 16, programming="3/4"),
        module("core", 8, "basics"),
        replace(module("more", 10, "basics"), priority=Priority.RECOMMENDED),
        replace(module("fun", 4, "core"), priority=Priority.STRETCH),
        replace(module("games", 3, "fun"), priority=Priority.STRETCH),
        module("nlp", 6, "core"),
        module("vision", 2, "core"),
    ]
    inputs = world(
        modules, [milestone("end", "core", by=MONDAY + timedelta(days=13))], goal=MONDAY + timedelta(days=13)
    )
    options = tuple(Option(name, LocalText.of(name), (name,)) for name in ("nlp", "vision"))
    curriculum = replace(
        inputs.curriculum,
        backgrounds=(Named("programming", LocalText.of("Programming")),),
        choices=(Choice("speciality", LocalText.of("Speciality"), 1, options),),
    )
    return replace(inputs, curriculum=curriculum, profile=replace(inputs.profile, **changes))


def test_the_cheapest_comes_first():
    assert [(r.kind, r.value) for r in make_plan(late()).verdict.repairs] == [
        ("credit", "programming"),
        ("hours+drop", "20+stretch"),
        ("drop", "more,games"),
        ("hours", "23.5"),
        ("drop", "recommended"),
        ("goal", "2026-12-26"),
    ]


def test_no_pair_is_offered_where_one_small_change_suffices():
    assert [(r.kind, r.value) for r in make_plan(late(drop=("stretch",))).verdict.repairs] == [
        ("credit", "programming"),
        ("choice", "speciality=vision"),
        ("hours", "20"),
        ("goal", "2026-12-22"),
        ("drop", "recommended"),
    ]


@pytest.mark.parametrize("background", [(), ("programming",)])
def test_what_is_claimed_already_is_no_repair(background):
    repairs = make_plan(late(background=background)).verdict.repairs
    assert ("programming" in {repair.value for repair in repairs}) == (background == ())


def test_a_pair_is_written_with_its_kinds_in_order():
    goal_first = late(availability=Availability(cap=12 * 60))
    values = {r.kind: r.value for r in make_plan(goal_first).verdict.repairs}
    for kind, value in values.items():
        parts = parts_of({"kind": kind, "value": value})
        assert list(parts) == [each for each in KINDS if each in parts]
    assert any("+" in kind for kind in values)


@pytest.mark.full
@settings(max_examples=2000, deadline=None, print_blob=True, suppress_health_check=SLOW)
@given(late_worlds())
def test_thousands_of_repairs_are_the_smallest_and_keep_their_word(inputs):
    plan = make_plan(inputs)
    assert list(check_each(document_of(plan), inputs, ONE)) == []
    for repair in plan.verdict.repairs:
        after = plan_of(repaired(inputs, repair))
        assert (after.finish, after.verdict.max_lateness_days) == (repair.finish, repair.max_lateness_days)
