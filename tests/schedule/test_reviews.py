"""Reviews: finished modules come back in the same hours, spread, never at the cost of a guard; or none."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from planner.journal.model import Logged
from planner.schedule import compare, make_plan, show_plan
from planner.schedule.reviews import due_days, place_reviews, weekly_share
from tests.oracle.calendar import Calendar
from tests.oracle.check_plan import check
from tests.schedule.small_world import EVENING, MONDAY, milestone, module, world
from tests.schedule.test_curricula import TWELVE, inputs_for
from tests.schedule.test_invariants import few, live, placed, plan_of, some_days_on, weeks_of_life
from tests.strategies import WEEK, accept, later, monday, worlds

START = date(2026, 12, 1)
DAY = timedelta(days=1)


def with_reviews(inputs, reviews=True):
    return replace(
        inputs, profile=replace(inputs.profile, study=replace(inputs.profile.study, reviews=reviews))
    )


def reviews_of(plan, name=None):
    return [s for s in plan.sessions if s.kind == "review" and name in (None, s.module)]


def by_week(plan):
    minutes = Counter()
    for s in reviews_of(plan):
        minutes[monday(s.day)] += s.minutes
    return minutes


def year():
    """The twelve months with reviews."""
    return with_reviews(inputs_for(TWELVE, START))


def held(inputs, plan, before, missed=()):
    """The same learner, who also held the reviews before a day, but for the days in `missed`."""
    logs = tuple(
        Logged(f"review{n}", s.module, s.minutes, monday(s.day), s.day)
        for n, s in enumerate(reviews_of(plan))
        if s.day < before and s.day not in missed
    )
    return replace(inputs, progress=replace(inputs.progress, logs=inputs.progress.logs + logs))


def after_a_break(first, days):
    """The twelve months' plan, and the learner who was away for some days, and comes back."""
    before = make_plan(year(), repairs=False)
    missed = {first + n * DAY for n in range(days)}
    back = some_days_on(year(), (first - START).days + days)
    told = later(accept(year(), before), back, missed)
    return before, held(told, before, back.date(), missed)


# --- when


@few(200)
@given(st.dates(START, START + 400 * DAY), st.integers(-30, 700))
def test_reviews_are_due_evenly_a_week_apart_or_more(finish, days):
    end = finish.toordinal() + days
    dues = due_days(finish.toordinal(), end)
    assert len(dues) <= 3
    assert all((due - 1) % 7 == 0 for due in dues)
    gaps = [b - a for a, b in pairwise([monday(finish).toordinal(), *dues, end - (end - 1) % 7])]
    assert not dues or (min(gaps) >= 7 and max(gaps) - min(gaps) <= 7)


def test_a_long_module_has_reviews_of_half_an_hour_and_a_tiny_one_none():
    modules = [module("long", 20), module("short", 2), module("tiny", 1), module("rest", 200)]
    plan = make_plan(with_reviews(world(modules, goal=MONDAY + 300 * DAY)), repairs=False)
    assert {s.minutes for s in reviews_of(plan, "long")} == {30}
    assert {s.minutes for s in reviews_of(plan, "short")} == {15}
    assert reviews_of(plan, "tiny") == []


def test_reviews_of_one_module_are_a_week_apart_and_end_before_the_study_does():
    plan = make_plan(year(), repairs=False)
    assert len(reviews_of(plan)) > 50
    for m in plan.modules:
        days = [s.day for s in reviews_of(plan, m.id)]
        assert len(days) <= 3
        assert all(b - a >= WEEK for a, b in pairwise([m.finish, *days]))
        assert all(day <= plan.finish for day in days)


# --- never at the cost of a guard


@few(80)
@given(worlds())
def test_no_milestone_is_past_its_guard_and_nothing_is_later_than_without_reviews(inputs):
    on, off = (plan_of(with_reviews(inputs, switch)) for switch in (True, False))
    assert reviews_of(off) == []
    late = [max(0, plan.verdict.max_lateness_days) for plan in (on, off)]
    assert on.verdict.status == off.verdict.status
    assert late[0] == late[1]
    for m, plain in zip(on.milestones, off.milestones, strict=True):
        assert m.guard == plain.guard
        assert m.expected == plain.expected or m.expected <= m.guard
    assert (on.effort, on.done, on.capacity_to_goal) == (off.effort, off.done, off.capacity_to_goal)


def test_a_week_that_a_guard_needs_whole_has_no_review():
    modules, goal = [module("a", 18), module("b", 90, "a")], MONDAY + 50 * DAY
    tight = with_reviews(world(modules, [milestone("m", "b", by=MONDAY + 41 * DAY)], goal=goal))
    assert reviews_of(make_plan(tight, repairs=False)) == []
    loose = with_reviews(world(modules, [milestone("m", "b", by=goal)], goal=goal))
    assert len(reviews_of(make_plan(loose, repairs=False))) >= 1


def test_the_buffer_stays_whole_beside_the_reviews():
    plan = make_plan(year(), repairs=False)
    kept = Counter()
    for s in plan.sessions:
        if s.kind == "buffer":
            kept[monday(s.day)] += s.minutes
    weeks = {week.start: week for week in plan.weeks}
    with_some = [week for week in by_week(plan) if week < monday(plan.finish)]
    assert with_some
    assert all(kept[week] == weeks[week].buffer for week in with_some)


# --- a replan


@few(40)
@given(weeks_of_life(most=2))
def test_a_replan_keeps_reviews_true_and_a_second_look_changes_nothing(life):
    inputs, steps = life
    for told, plan in live(with_reviews(inputs), steps):
        assert check(plan, told) == []
        again = plan_of(accept(told, plan))
        assert placed(again) == placed(plan)
        assert compare(plan, again).moved_minutes == 0


def test_as_planned_and_held_nothing_moves():
    before, told = after_a_break(date(2027, 6, 9), 0)
    after = make_plan(told, repairs=False)
    diff = compare(before, after)
    assert (diff.moved, diff.added, diff.removed) == ((), (), ())
    assert show_plan(told).stale == ()


def test_a_review_that_was_missed_comes_back_and_one_that_was_held_does_not():
    before = make_plan(year(), repairs=False)
    first = reviews_of(before)[0]
    back = some_days_on(year(), (first.day - START).days + 1)
    told = later(accept(year(), before), back, ())
    for given_, expected in ((told, 1), (held(told, before, back.date()), 0)):
        soon = [
            s
            for s in reviews_of(make_plan(given_, repairs=False), first.module)
            if s.day <= first.day + 2 * WEEK
        ]
        assert len(soon) == expected


def test_hours_of_a_checkin_hold_a_review_too():
    before = make_plan(year(), repairs=False)
    first = reviews_of(before)[0]
    told = later(accept(year(), before), some_days_on(year(), (first.day - START).days + 1), ())
    log = Logged("checkin", first.module, 15, monday(first.day), None)
    told = replace(told, progress=replace(told.progress, logs=(*told.progress.logs, log)))
    soon = [
        s for s in reviews_of(make_plan(told, repairs=False), first.module) if s.day <= first.day + 2 * WEEK
    ]
    assert soon == []


def test_after_a_break_reviews_are_spread_not_piled_up():
    before, told = after_a_break(date(2027, 6, 7), 14)
    after = make_plan(told, repairs=False)
    assert check(after, told) == []
    calendar = Calendar(told.profile, told.progress, told.now, told.busy)
    for week, minutes in by_week(after).items():
        assert minutes <= max(30, calendar.week_capacity(week) // 20)
    ahead = sum(minutes for week, minutes in by_week(before).items() if week >= told.now.date())
    assert sum(by_week(after).values()) >= 0.9 * ahead


def test_a_review_keeps_its_name_and_its_number_is_its_own():
    plan = make_plan(year(), repairs=False)
    names = [s.id for s in reviews_of(plan)]
    assert names[:2] == ["review.1", "review.2"]
    assert all(not s.topics for s in reviews_of(plan))
    told = later(accept(year(), plan), some_days_on(year(), 200), ())
    again = {s.id: s.module for s in reviews_of(make_plan(told, repairs=False))}
    before = {s.id: s.module for s in reviews_of(plan)}
    assert all(before.get(name, owner) == owner for name, owner in again.items())


def test_switched_off_they_go_at_the_next_replan_and_the_study_stays():
    before = make_plan(year(), repairs=False)
    off = with_reviews(accept(year(), before), reviews=False)
    after = make_plan(off, repairs=False)
    assert reviews_of(after) == []
    diff = compare(before, after)
    assert (diff.moved, diff.moved_minutes) == ((), 0)
    assert {s.kind for s in diff.removed} == {"review"}


# --- where in a week


def test_a_week_of_any_size_has_a_share():
    assert [weekly_share(minutes) for minutes in (0, 15, 600, 1080, 1200, 2400)] == [0, 15, 30, 45, 60, 120]


def test_reviews_find_a_place_in_weeks_that_end_on_tuesday():
    inputs = world([module("a", 2), module("b", 80)], goal=MONDAY + 200 * DAY, weekday=(), day_off=())
    days = ((0, (EVENING,)), (1, (EVENING,)))
    pattern = replace(inputs.profile.availability.pattern, days=days)
    availability = replace(inputs.profile.availability, pattern=pattern)
    study = replace(inputs.profile.study, buffer=Fraction(1, 10))
    inputs = replace(inputs, profile=replace(inputs.profile, availability=availability, study=study))
    assert len(reviews_of(make_plan(with_reviews(inputs), repairs=False))) >= 2


def test_without_room_beside_the_held_buffer_a_review_waits():
    from planner.schedule.reviews import Review

    monday_ = MONDAY.toordinal()
    review = Review(0, 15, monday_)
    idle = [(monday_ + 6, 0, 60)]
    assert place_reviews([review], idle, [(0, 60)], 60, 0) == ([], idle)
    blocks, rest = place_reviews([review], idle, [(15, 60)], 60, 0)
    assert [(b.start, b.end) for b in blocks] == [(0, 15)]
    assert rest == [(monday_ + 6, 15, 60)]
    assert place_reviews([review], idle, [], 60, 60) == ([], idle)
    missed = review._replace(missed=True)
    assert len(place_reviews([missed], idle, [(0, 60)], 60, 60)[0]) == 1
