"""A milestone whose work is done and whose day is over lacks only its record: it hides neither lateness nor repairs."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

from planner.journal.model import MilestoneProgress
from planner.schedule import make_plan
from planner.text.messages import translator
from tests.oracle.check_plan import check
from tests.oracle.check_repairs import check_each
from tests.schedule.small_world import MONDAY, logged, milestone, module, repaired, world
from tests.schedule.test_repairs import document_of

DAY = timedelta(days=1)
t = translator("en")


def learner(hours: float, *, recorded: bool = False):
    """On the second Monday: a milestone of last week with its two hours done, and one of the next with `hours`."""
    inputs = world(
        [module("a", 2), module("b", hours)],
        [milestone("first", "a", by=MONDAY + 2 * DAY), milestone("second", "b", by=MONDAY + 13 * DAY)],
        now=MONDAY + 7 * DAY,
        logs=[logged("a", MONDAY, 120)],
    )
    if not recorded:
        return inputs
    reached = {"first": MilestoneProgress(reached=MONDAY)}
    return replace(inputs, progress=replace(inputs.progress, milestones=reached))


def test_the_headline_names_the_work_that_is_late_and_then_what_lacks_its_record():
    plan = make_plan(learner(20))
    assert t(plan.verdict.sentence) == "Late: second by 1 day; 2 h too few. Done but for the record: first."
    assert (plan.verdict.status, plan.verdict.max_lateness_days, plan.verdict.short_minutes) == (
        "late",
        5,
        120,
    )
    assert "planner milestone reach first" in " ".join(map(t, plan.verdict.notes))


def test_a_record_alone_makes_no_work_late():
    plan = make_plan(learner(6))
    assert t(plan.verdict.sentence).startswith("On time. ")
    assert t(plan.verdict.sentence).endswith(" Done but for the record: first.")
    assert (plan.verdict.status, plan.verdict.max_lateness_days) == (
        "late",
        5,
    )  # as the contract defines them
    assert (plan.verdict.repairs, plan.verdict.proof, plan.is_work_late) == ((), None, False)
    assert (plan.work_lateness_days, make_plan(learner(20)).work_lateness_days) == (0, 1)
    assert [m.id for m in plan.milestones if m.overdue_record] == ["first"]


def test_the_same_repairs_are_offered_with_the_record_and_without_it():
    with_it, without = (make_plan(learner(20, recorded=recorded)).verdict for recorded in (True, False))
    assert with_it.repairs
    assert [(r.kind, r.value, r.finish) for r in without.repairs] == [
        (r.kind, r.value, r.finish) for r in with_it.repairs
    ]
    assert (with_it.short_minutes, with_it.proof) == (without.short_minutes, without.proof)


def test_what_is_offered_holds_for_everything_but_the_record():
    inputs = learner(20)
    plan = make_plan(inputs)
    assert list(check_each(document_of(plan), inputs, Fraction(1))) == []
    for repair in plan.verdict.repairs:
        after = make_plan(repaired(inputs, repair), repairs=False)
        assert not after.is_work_late
        assert after.verdict.max_lateness_days == repair.max_lateness_days
    assert check(plan, inputs) == []


def test_work_that_is_left_after_its_day_is_late_as_ever():
    inputs = replace(learner(6), progress=replace(learner(6).progress, logs=()))
    plan = make_plan(inputs)
    assert t(plan.verdict.sentence).startswith("Late: first by 5 days")
    assert "past its due date" in " ".join(map(t, plan.verdict.notes))
