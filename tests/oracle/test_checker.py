"""The checker can fail: every lie that we put into a true plan is found."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from planner.schedule import make_plan
from tests.oracle.check_plan import check, soft
from tests.schedule.small_world import EVENING, MONDAY, milestone, module, world

DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def inputs():
    modules = [module("a", 6), module("b", 5, "a"), module("c", 3, not_before=MONDAY + 8 * DAY)]
    due = [milestone("m", "b", by=date(2027, 1, 6)), milestone("late", "a", by=MONDAY)]
    return world(modules, due, buffer=Fraction(1, 10), tracks=2)


@pytest.fixture(scope="module")
def plan(inputs):
    return make_plan(inputs, repairs=False)


def number(plan, module, which=0) -> int:
    """The index of a module's session in the plan."""
    return [n for n, s in enumerate(plan.sessions) if s.module == module][which]


def with_session(plan, n, **changes):
    sessions = list(plan.sessions)
    sessions[n] = replace(sessions[n], **changes)
    return replace(plan, sessions=tuple(sessions))


def moved(plan, n, minutes):
    s = plan.sessions[n]
    return with_session(
        plan, n, start=s.start + minutes, end=s.end + minutes, day=s.day + DAY * (minutes // 1440)
    )


def first(plan, rows, **changes):
    """The plan with the first of its weeks, modules or milestones changed."""
    old = getattr(plan, rows)
    return replace(plan, **{rows: (replace(old[0], **changes), *old[1:])})


def judged(plan, **changes):
    return replace(plan, verdict=replace(plan.verdict, **changes))


def test_a_true_plan_passes(plan, inputs):
    assert check(plan, inputs) == []


LIES = {
    "overlap": (
        lambda p: with_session(p, 1, start=p.sessions[0].start, end=p.sessions[0].end),
        "2 sessions at",
    ),
    "outside the windows": (lambda p: moved(p, 0, 240), "not inside the free time"),
    "another day's window": (
        lambda p: with_session(p, 0, day=p.sessions[0].day + DAY),
        "not inside the free time",
    ),
    "before now": (lambda p: moved(p, 0, -1440), "begins before now"),
    "off the granule": (lambda p: with_session(p, 0, end=p.sessions[0].end - 5), "a length of"),
    "too long": (lambda p: with_session(p, 0, end=p.sessions[0].end + 15), "the longest is"),
    "an id twice": (lambda p: with_session(p, 1, id=p.sessions[0].id), "2 sessions of that id"),
    "an id of another": (lambda p: with_session(p, 0, id="b.77"), "not a.N"),
    "unknown kind": (lambda p: with_session(p, 0, kind="rest"), "kind rest"),
    "unknown module": (lambda p: with_session(p, 0, module="zz", id="zz.1"), "zz is not studied"),
    "unknown topic": (lambda p: with_session(p, 0, topics=(4,)), "topics"),
    "missing minutes": (lambda p: replace(p, sessions=p.sessions[1:]), "minutes placed of"),
    "prerequisite": (
        lambda p: with_session(
            with_session(p, number(p, "a"), module="b", id="b.8"), number(p, "b"), module="a", id="a.8"
        ),
        "begins before a is done",
    ),
    "release date": (lambda p: with_session(p, number(p, "a"), module="c", id="c.9"), "released on"),
    "effort": (lambda p: first(p, "modules", effort=390), "a: ("),
    "remaining": (lambda p: first(p, "modules", remaining=345), "a: ("),
    "logged": (lambda p: first(p, "modules", done=15), "a: ("),
    "a module's start": (lambda p: first(p, "modules", start=None), "a: from None"),
    "a module too few": (lambda p: replace(p, modules=p.modules[1:]), "modules ["),
    "a week's capacity": (lambda p: first(p, "weeks", capacity=1095), "capacity 1095"),
    "a week's buffer": (lambda p: first(p, "weeks", buffer=120), "buffer 120"),
    "a week's minutes": (lambda p: first(p, "weeks", minutes={"a": 15}), "week 2026-12-07"),
    "a week missing": (lambda p: replace(p, weeks=p.weeks[1:]), "are missing"),
    "a gap of weeks": (lambda p: first(p, "weeks", start=MONDAY - 14 * DAY), "weeks ["),
    "start": (lambda p: replace(p, start=MONDAY + DAY), "start is"),
    "goal": (lambda p: replace(p, goal=p.goal + DAY), "goal is"),
    "the whole effort": (lambda p: replace(p, effort=p.effort + 15), "effort is"),
    "the whole work done": (lambda p: replace(p, done=15), "done is"),
    "capacity to the goal": (lambda p: replace(p, capacity_to_goal=15), "capacity_to_goal is"),
    "finish": (lambda p: replace(p, finish=p.finish - DAY), "finish is"),
    "ratio": (lambda p: replace(p, ratio=(3, 2)), "effort ratio"),
    "due": (lambda p: first(p, "milestones", due=p.milestones[0].due + DAY), "due "),
    "expected": (lambda p: first(p, "milestones", expected=MONDAY), "expected 2026-12-07"),
    "lateness": (lambda p: first(p, "milestones", lateness_days=-1), "lateness -1"),
    "slack": (lambda p: first(p, "milestones", slack=15), "slack 15"),
    "reached": (lambda p: first(p, "milestones", reached=True), "True"),
    "a milestone missing": (lambda p: replace(p, milestones=p.milestones[1:]), "milestones ["),
    "guard too early": (lambda p: first(p, "milestones", guard=MONDAY), "is after its guard"),
    "guard too late": (lambda p: first(p, "milestones", guard=MONDAY + 300 * DAY), "not from"),
    "status": (lambda p: judged(p, status="on-time"), "status on-time"),
    "gave up": (lambda p: judged(replace(p, sessions=p.sessions[:1]), status="does-not-fit"), "is possible"),
    "maximum lateness": (lambda p: judged(p, max_lateness_days=1), "max_lateness_days 1"),
    "hours short": (lambda p: judged(p, short_minutes=0), "short_minutes 0"),
    "hours needed": (lambda p: judged(p, needed_hours_per_week=0.2), "needed_hours_per_week 0.2"),
    "fallen": (lambda p: judged(p, fallen=("m",)), "fallen"),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_is_found(plan, inputs, lie):
    tell, complaint = LIES[lie]
    assert any(complaint in line for line in check(tell(plan), inputs))


def test_a_plan_later_than_the_best_is_found(plan, inputs):
    # the late milestone's last session changes places with a later one of another module
    last, other = number(plan, "a", -1), number(plan, "c")
    place = {"start": plan.sessions[other].start, "day": plan.sessions[other].day}
    length = plan.sessions[last].minutes
    worse = with_session(plan, last, end=place["start"] + length, **place)
    complaints = check(worse, inputs)
    assert any("the best possible is 2" in line for line in complaints)
    assert any("late: expected" in line and "possible by" in line for line in complaints)


def test_the_cap_is_held_against_every_session(inputs, plan):
    capped = replace(inputs, profile=replace(inputs.profile, availability=replace(
        inputs.profile.availability, cap=300)))  # fmt: skip
    assert any("the capacity is 300" in line for line in check(plan, capped))


def test_short_sessions_and_eaten_buffers_are_unkind():
    inputs = world([module("a", 40)], buffer=Fraction(1, 2))
    plan = make_plan(inputs, repairs=False)
    assert soft(plan, inputs) == []
    s = plan.sessions[0]
    pieces = (replace(s, id="a.901", end=s.start + 15), replace(s, id="a.902", start=s.start + 15))
    split = replace(plan, sessions=(*pieces, *plan.sessions[1:]))
    assert any("the shortest is 30" in line for line in soft(split, inputs))
    begin, end = EVENING
    assert end - begin == 120
    greedy = make_plan(world([module("a", 40)]), repairs=False)
    weeks = tuple(replace(week, buffer=week.capacity // 2) for week in greedy.weeks)
    assert any("only 0 had to be" in line for line in soft(replace(greedy, weeks=weeks), inputs))
