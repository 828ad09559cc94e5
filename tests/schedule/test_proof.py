"""Why a plan must be late: the proof is true, minimal, and there whenever no plan could be in time."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from planner.schedule.frame import make_frame
from planner.schedule.proof import find_proof
from planner.text.messages import translator
from tests.oracle.check_proof import check_proof
from tests.schedule.small_world import MONDAY, milestone, module, world
from tests.schedule.test_invariants import few, plan_of
from tests.strategies import worlds

DAY = timedelta(days=1)


def document_of(inputs) -> dict:
    proof, status = find_proof(inputs, make_frame(inputs)), plan_of(inputs).verdict.status
    if proof is None:
        return {"verdict": {"status": status, "proof": None}}
    told = {
        "milestone": proof.milestone,
        "from": proof.first.isoformat(),
        "to": proof.last.isoformat(),
        "weeks": proof.weeks,
        "work_minutes": proof.work,
        "capacity_minutes": proof.capacity,
        "short_minutes": proof.work - proof.capacity,
        "modules": list(proof.modules),
    }
    return {"verdict": {"status": status, "proof": told}}


@few(150)
@given(worlds(), st.sampled_from([None, 3, 9, 30]))
def test_a_proof_is_true_and_there_when_no_plan_can_be_in_time(inputs, days):
    if days:
        goal = inputs.profile.start + days * DAY
        inputs = replace(inputs, profile=replace(inputs.profile, goal=goal))
    assert list(check_proof(document_of(inputs), inputs, Fraction(1))) == []


def said(inputs) -> str:
    return translator("en")(find_proof(inputs, make_frame(inputs)).message)


def test_the_modules_that_prove_it_are_as_few_as_can_be():
    modules = [
        module("a", 3),
        module("b", 9, "a"),
        module("c", 2, "a"),
        module("d", 12, "b"),
        module("e", 30),
    ]
    inputs = world(modules, [milestone("half", "d", "c", by=MONDAY + 6 * DAY)])
    proof = find_proof(inputs, make_frame(inputs))
    assert (proof.milestone, proof.first, proof.last, proof.weeks) == ("half", MONDAY, MONDAY + 6 * DAY, 1)
    assert (proof.modules, proof.work, proof.capacity) == (("b", "d"), 21 * 60, 18 * 60)
    assert said(inputs) == (
        "half cannot be reached by 13 Dec 2026: in the 1 week from 7 Dec 2026 on 18 h are free,"
        " and 21 h are needed for these alone: b, d. With all else that is due by then it is 26 h, 8 h too much."
    )


def test_of_several_stretches_the_one_that_makes_the_plan_latest_is_named():
    modules = [module("a", 20), module("b", 40), module("c", 17, not_before=MONDAY + 35 * DAY)]
    goals = [milestone("one", "a", by=MONDAY + 6 * DAY), milestone("two", "b", by=MONDAY + 13 * DAY)]
    inputs = world(modules, goals, goal=MONDAY + 38 * DAY)
    assert find_proof(inputs, make_frame(inputs)).milestone == "two"
    later = replace(inputs, profile=replace(inputs.profile, goal=MONDAY + 28 * DAY))
    proof = find_proof(later, make_frame(later))
    assert (proof.milestone, proof.modules, proof.capacity) == (None, ("c",), 0)
    assert (
        said(later)
        == "The goal cannot be reached by 4 Jan 2027: work for it cannot begin before 11 Jan 2027."
    )


def test_what_was_due_before_today_is_said_so():
    inputs = world([module("a", 5)], [milestone("past", "a", by=MONDAY)], now=MONDAY + 8 * DAY)
    assert said(inputs) == "past was due on 7 Dec 2026, and work for it is left: 5 h."


def test_a_plan_in_time_has_no_proof():
    inputs = world([module("a", 5)], [milestone("soon", "a", by=MONDAY + 6 * DAY)])
    assert find_proof(inputs, make_frame(inputs)) is None


def test_a_proof_begins_today_and_says_what_else_is_due_by_then():
    modules = [module("a", 20), module("b", 1)]
    goals = [milestone("end", "a", "b", by=MONDAY + 13 * DAY)]
    inputs = world(modules, goals, now=MONDAY + 7 * DAY)
    proof = find_proof(inputs, make_frame(inputs))
    assert (proof.first, proof.weeks, proof.modules) == (MONDAY + 7 * DAY, 1, ("a",))
    assert said(inputs) == (
        "end cannot be reached by 20 Dec 2026: in the 1 week from 14 Dec 2026 on 18 h are free,"
        " and 20 h are needed for these alone: a. With all else that is due by then it is 21 h, 3 h too much."
    )
