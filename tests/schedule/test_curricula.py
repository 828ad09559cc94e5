"""The two bundled curricula in the articles' own week: plans are true, twelve months fit, and six say what would."""

from dataclasses import replace
from datetime import date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from planner.curriculum.bundled import bundled_text
from planner.curriculum.reading import read_curriculum
from planner.journal.model import Progress
from planner.learner.model import Availability, Profile
from planner.learner.stretching import with_weekly_minutes
from planner.schedule import Inputs, make_plan
from tests.oracle.calendar import Calendar, monday
from tests.oracle.check_plan import check, soft
from tests.schedule.small_world import repaired

STARTS = [date(2026, 12, 1), date(2027, 2, 28), date(2028, 2, 29), date(2026, 4, 1)]
TWELVE, SIX = "ml-engineer-12m", "ml-engineer-6m"


@cache
def curriculum(name: str):
    value, problems = read_curriculum(bundled_text(name), f"{name}.yaml")
    assert problems == ()
    return value


def inputs_for(name: str, start: date, drop=(), choices=()) -> Inputs:
    zone = ZoneInfo("Asia/Tokyo")
    profile = Profile(name, start, drop=drop, choices=choices, availability=Availability(holidays="JP"))
    return Inputs(curriculum(name), profile, Progress(), datetime.combine(start, time(), tzinfo=zone))


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("name", [TWELVE, SIX])
@pytest.mark.parametrize("drop", [(), ("stretch",), ("recommended",)])
def test_every_plan_is_true(name, start, drop):
    inputs = inputs_for(name, start, drop)
    plan = make_plan(inputs, repairs=False)
    assert check(plan, inputs) == []


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("speciality", ["nlp", "vision"])
def test_twelve_months_are_on_time(start, speciality):
    inputs = inputs_for(TWELVE, start, choices=(("speciality", (speciality,)),))
    plan = make_plan(inputs)
    assert plan.verdict.status == "on-time"
    assert all(m.lateness_days <= 0 for m in plan.milestones)
    assert plan.verdict.repairs == ()


@pytest.mark.parametrize("start", STARTS)
def test_twelve_months_keep_their_buffers_and_session_lengths(start):
    inputs = inputs_for(TWELVE, start)
    assert soft(make_plan(inputs, repairs=False), inputs) == []


@pytest.mark.parametrize("start", STARTS)
def test_six_months_fit_with_the_core_alone(start):
    inputs = inputs_for(SIX, start, drop=("recommended",))
    assert make_plan(inputs).verdict.status == "on-time"


@pytest.mark.parametrize("start", STARTS)
def test_six_months_of_everything_do_not_fit_and_each_repair_does(start):
    inputs = inputs_for(SIX, start)
    verdict = make_plan(inputs).verdict
    assert verdict.status == "late"
    assert verdict.short_minutes > 0
    assert {"hours", "goal", "drop"} <= {repair.kind for repair in verdict.repairs}
    for repair in verdict.repairs:
        changed = repaired(inputs, repair)
        plan = make_plan(changed, repairs=False)
        assert check(plan, changed) == []
        assert (plan.finish, plan.verdict.max_lateness_days) == (repair.finish, repair.max_lateness_days)
        assert plan.verdict.status == "on-time"


@pytest.mark.parametrize("start", STARTS)
def test_the_hours_of_a_repair_are_the_hours_of_its_week(start):
    inputs = inputs_for(SIX, start)
    repair = next(r for r in make_plan(inputs).verdict.repairs if r.kind == "hours")
    week = replace(repaired(inputs, repair).profile.availability, holidays="")
    profile = replace(inputs.profile, availability=week)
    calendar = Calendar(profile, Progress(), inputs.now)
    assert calendar.week_capacity(monday(date(start.year + 1, 6, 1))) == float(repair.value) * 60
    less = with_weekly_minutes(inputs.profile.availability, round(float(repair.value) * 60) - 30)
    before = replace(inputs, profile=replace(inputs.profile, availability=less))
    assert make_plan(before, repairs=False).verdict.status == "late"


@pytest.mark.parametrize("start", STARTS)
def test_the_articles_own_week_is_eighteen_hours_and_not_twenty(start):
    found = [
        c for c in make_plan(inputs_for(TWELVE, start)).verdict.contradictions if c.code == "weekly-hours"
    ]
    assert [(c.stated, c.actual) for c in found] == [(20, 18)]
