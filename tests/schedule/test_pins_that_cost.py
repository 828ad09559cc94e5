"""A plan that is late only for its pins says so, and offers to let them go instead of other repairs."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from planner.curriculum.model import Curriculum, Effort, Milestone, MilestoneKind, Module
from planner.journal.model import Progress
from planner.learner.model import Profile
from planner.schedule import make_plan
from planner.schedule.model import Inputs
from tests.strategies import accept, text

START = date(2026, 12, 7)


def inputs() -> Inputs:
    modules = tuple(
        Module(name, text(name), "a", "only", Effort(240, 240, 240), requires)
        for name, requires in (("one", ()), ("two", ("one",)))
    )
    due = Milestone(
        "done", text("Done"), MilestoneKind.DELIVERABLE, ("two",), by_date=START + timedelta(days=20)
    )
    curriculum = Curriculum("small", text("Small"), 12, 6000, modules, milestones=(due,))
    return Inputs(
        curriculum, Profile("small", START), Progress(), datetime(2026, 12, 7, tzinfo=ZoneInfo("Asia/Tokyo"))
    )


def with_pin(inputs: Inputs, days: int) -> Inputs:
    """Move the first session of `one` so many days on, and pin it there."""
    first, *others = inputs.progress.accepted.sessions
    later = replace(
        first,
        day=first.day + timedelta(days=days),
        start=first.start + days * 1440,
        end=first.end + days * 1440,
        pinned=True,
    )
    sessions = tuple(sorted([later, *others], key=lambda s: s.start))
    accepted = replace(inputs.progress.accepted, sessions=sessions)
    return replace(inputs, progress=replace(inputs.progress, accepted=accepted))


def test_a_pin_that_makes_the_plan_late_is_named_and_no_other_repair_is_offered():
    plan = make_plan(with_pin(accept(inputs(), make_plan(inputs())), 28))
    assert plan.verdict.status == "late"
    assert any("one.1" in str(dict(note.values)) for note in plan.verdict.notes)
    assert plan.verdict.repairs == ()
    assert plan.verdict.proof is None


def test_a_pin_that_costs_nothing_is_not_mentioned():
    plan = make_plan(with_pin(accept(inputs(), make_plan(inputs())), 7))
    assert plan.verdict.status == "on-time"
    assert not any("pinned" in note.text.lower() for note in plan.verdict.notes)
