"""The promises of the scheduler, each as a property that holds for every small world."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from planner.schedule import compare, make_plan, show_plan
from tests.examples import examples
from tests.oracle.best import Best
from tests.oracle.calendar import Calendar
from tests.oracle.check_plan import check, facts_of, soft
from tests.schedule.small_world import repaired
from tests.strategies import WEEK, accept, later, monday, worlds

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def few(count: int):
    return settings(
        max_examples=examples(count),
        deadline=None,
        derandomize=True,
        print_blob=True,
        suppress_health_check=SLOW,
    )


def plan_of(inputs):
    return make_plan(inputs, repairs=False)


def placed(plan):
    return [(s.id, s.module, s.kind, s.day, s.start, s.end, s.topics, s.pinned) for s in plan.sessions]


def some_days_on(inputs, days: int, minute: int = 0):
    moment = inputs.now.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    return moment + timedelta(days=days, minutes=minute)


# --- a fresh plan


@few(150)
@given(worlds())
def test_every_plan_is_true_and_the_best_possible(inputs):
    assert check(plan_of(inputs), inputs) == []


@few(40)
@given(worlds(), st.sampled_from([(3200, 2600), (2400, 3000)]))
def test_another_effort_ratio_gives_a_true_plan_too(inputs, ratio):
    wrong = check(make_plan(inputs, repairs=False, ratio=ratio), inputs)
    assert [line for line in wrong if not line.startswith("effort ratio")] == []


@few(30)
@given(worlds())
def test_each_repair_does_what_it_says(inputs):
    for repair in make_plan(inputs).verdict.repairs:
        changed = repaired(inputs, repair)
        plan = plan_of(changed)
        assert check(plan, changed) == []
        assert plan.verdict.status == "on-time"
        assert (plan.finish, plan.verdict.max_lateness_days) == (repair.finish, repair.max_lateness_days)


@few(60)
@given(worlds(released=False, capped=False, logged=False))
def test_comfort_is_given_where_there_is_slack(inputs):
    plan = plan_of(inputs)
    slack = [m.slack for m in plan.milestones] + [plan.capacity_to_goal - plan.effort]
    assume(plan.verdict.status == "on-time" and min(slack) > 2000)
    assert soft(plan, inputs) == []


@few(40)
@given(worlds())
def test_the_same_input_twice_gives_the_same_plan(inputs):
    assert make_plan(inputs) == make_plan(inputs)


# --- a replan


@few(80)
@given(worlds())
def test_an_unchanged_replan_changes_nothing(inputs):
    plan = plan_of(inputs)
    again = plan_of(accept(inputs, plan))
    assert placed(again) == placed(plan)
    diff = compare(plan, again)
    assert (diff.moved, diff.added, diff.removed, diff.moved_minutes) == ((), (), (), 0)


@st.composite
def weeks_of_life(draw, most: int = 3, **kinds):
    """A plan accepted, lived with (some days missed), and made again, a few times over."""
    inputs, missed, times = draw(worlds(**kinds)), [], []
    for _ in range(draw(st.integers(1, most))):
        times.append((draw(st.integers(1, 12)), draw(st.sampled_from([0, 0, 1260, 845]))))
        missed.append(draw(st.sets(st.integers(0, 12), max_size=3)))
    return inputs, list(zip(times, missed, strict=True))


def live(inputs, steps):
    """Yield the inputs before each replan and the plan that comes of it."""
    inputs = accept(inputs, plan_of(inputs))
    for (days, minute), missed in steps:
        off = {inputs.now.date() + timedelta(days=n) for n in missed}
        inputs = later(inputs, some_days_on(inputs, days, minute), off)
        plan = plan_of(inputs)
        yield inputs, plan
        inputs = accept(inputs, plan)


@few(80)
@given(weeks_of_life())
def test_a_replan_is_as_true_as_a_fresh_plan(life):
    for inputs, plan in live(*life):
        assert check(plan, inputs) == []


@few(60)
@given(weeks_of_life())
def test_ids_are_never_used_again(life):
    for inputs, plan in live(*life):
        moment = int(inputs.now.timestamp()) // 60
        accepted = inputs.progress.accepted.sessions
        alive = {s.id: s.module for s in accepted if s.end > moment}
        gone = {s.id for old in inputs.progress.plans for s in old.sessions} - set(alive)
        for s in plan.sessions:
            assert s.id not in gone
            assert alive.get(s.id, s.module) == s.module


@few(60)
@given(worlds())
def test_a_plan_just_accepted_is_shown_as_it_was_made(inputs):
    plan = plan_of(inputs)
    shown = show_plan(accept(inputs, plan))
    for name in ("weeks", "modules", "milestones", "finish", "effort", "done", "capacity_to_goal"):
        assert getattr(shown, name) == getattr(plan, name)
    assert placed(shown) == placed(plan)
    assert shown.verdict.status == plan.verdict.status
    assert shown.stale == () or plan.verdict.status == "does-not-fit"


@few(60)
@given(weeks_of_life(most=1))
def test_a_second_look_at_a_replan_changes_nothing(life):
    for inputs, plan in live(*life):
        assert placed(plan_of(accept(inputs, plan))) == placed(plan)


@few(60)
@given(weeks_of_life(most=2, logged=False))
def test_when_all_went_as_planned_nothing_moves(life):
    inputs, steps = life
    for told, plan in live(inputs, [(time, set()) for time, _ in steps]):
        moment = int(told.now.timestamp()) // 60
        accepted = [s for s in told.progress.accepted.sessions if s.kind == "study"]
        assume(not any(s.start < moment < s.end for s in accepted))
        ahead = [(s.id, s.day, s.start, s.end) for s in accepted if s.end > moment]
        assert [(s.id, s.day, s.start, s.end) for s in plan.sessions if s.kind == "study"] == ahead


@few(80)
@given(worlds(released=False, logged=False), st.integers(0, 20))
def test_a_missed_evening_that_buffers_can_take_moves_no_milestone(inputs, ahead):
    before = plan_of(inputs)
    days = sorted({s.day for s in before.sessions if s.kind == "study"})
    assume(days)
    missed = days[ahead % len(days)]
    told = later(accept(inputs, before), inputs.now.replace(fold=0), ())
    midnight = inputs.now.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    told = later(told, midnight + timedelta(days=(missed - midnight.date()).days + 1), {missed})
    room, this_week = 0, monday(missed)
    calendar = Calendar(told.profile, told.progress, told.now, told.busy)
    for week in (this_week, this_week + WEEK):
        planned = [
            s for s in before.sessions if s.kind == "study" and monday(s.day) == week and s.day > missed
        ]
        room += calendar.week_capacity(week) - sum(s.minutes for s in planned)
    lost = sum(s.minutes for s in before.sessions if s.kind == "study" and s.day == missed)
    assume(lost <= room)
    after = plan_of(told)
    settled = this_week + 2 * WEEK
    changes = {m.id: m.expected for m in after.milestones}
    for m in before.milestones:
        if m.expected and m.expected >= settled:
            assert changes[m.id] <= m.expected
    if before.finish and before.finish >= settled and before.verdict.status != "does-not-fit":
        assert after.finish <= before.finish


# --- the long runs


@pytest.mark.full
@settings(max_examples=5000, deadline=None, print_blob=True, suppress_health_check=SLOW)
@given(weeks_of_life(most=4))
def test_years_of_replans_stay_true(life):
    for inputs, plan in live(*life):
        assert check(plan, inputs) == []


@pytest.mark.full
@settings(max_examples=5000, deadline=None, print_blob=True, suppress_health_check=SLOW)
@given(worlds())
def test_thousands_of_plans_are_the_best_possible(inputs):
    assert check(plan_of(inputs), inputs) == []


@pytest.mark.full
@settings(max_examples=2000, deadline=None, print_blob=True, suppress_health_check=SLOW)
@given(worlds(logged=False))
def test_release_dates_under_caps_cost_no_more_than_they_must(inputs):
    modules = tuple(
        replace(m, not_before=m.not_before or inputs.profile.start + timedelta(days=len(m.id) + n))
        for n, m in enumerate(inputs.curriculum.modules)
    )
    availability = replace(inputs.profile.availability, cap=300)
    inputs = replace(
        inputs,
        curriculum=replace(inputs.curriculum, modules=modules),
        profile=replace(inputs.profile, availability=availability),
    )
    plan = plan_of(inputs)
    assert check(plan, inputs) == []
    optimum = Best(facts_of(plan, inputs)).lateness()
    assert optimum is None or max(0, plan.verdict.max_lateness_days) == optimum
