"""The accepted plan is shown as it stands, with honest dates when work has lost its place."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from planner.journal.model import Logged
from planner.schedule import compare, make_plan, show_plan
from tests.schedule.test_curricula import TWELVE, inputs_for
from tests.strategies import accept

START = date(2026, 12, 1)
TOKYO = ZoneInfo("Asia/Tokyo")


def on(inputs, day):
    return replace(inputs, now=datetime(2026, 12, day, tzinfo=TOKYO))


def studied(inputs, plan, before):
    logs = tuple(
        Logged("e", s.module, s.minutes, s.day, s.day) for s in plan.sessions if s.module and s.day < before
    )
    return replace(inputs, progress=replace(inputs.progress, logs=logs))


def test_right_after_acceptance_the_shown_plan_is_the_plan():
    inputs = inputs_for(TWELVE, START)
    plan = make_plan(inputs)
    shown = show_plan(accept(inputs, plan))
    assert shown.stale == ()
    assert shown.milestones == plan.milestones
    assert shown.weeks == plan.weeks
    assert compare(plan, shown).moved_minutes == 0


def test_after_a_missed_evening_sessions_stay_and_dates_are_those_of_a_new_plan():
    inputs = inputs_for(TWELVE, START)
    plan = make_plan(inputs)
    told = on(accept(inputs, plan), 2)
    shown, fresh = show_plan(told), make_plan(told)
    assert [s.id for s in shown.sessions] == [s.id for s in plan.sessions][1:]
    assert [m.text for m in shown.stale] == [
        "{minutes} of work were missed or added, and are not in the plan."
    ]
    assert shown.verdict.status == "on-time"
    assert shown.finish == fresh.finish
    assert [m.expected for m in shown.milestones] == [m.expected for m in fresh.milestones]


def test_time_studied_as_planned_leaves_nothing_to_say():
    inputs = inputs_for(TWELVE, START)
    plan = make_plan(inputs)
    told = studied(on(accept(inputs, plan), 8), plan, date(2026, 12, 8))
    assert show_plan(told).stale == ()
    assert show_plan(told).finish == plan.finish


def test_sessions_longer_than_a_new_longest_are_cut_at_the_next_replan():
    inputs = inputs_for(TWELVE, START)
    told = accept(inputs, make_plan(inputs))
    shorter = replace(told.profile, study=replace(told.profile.study, session_max=90))
    plan = make_plan(replace(told, profile=shorter), pull=True)
    assert max(s.minutes for s in plan.sessions if s.kind == "study") == 90
    assert sum(s.minutes for s in plan.sessions if s.kind == "study") == plan.effort
