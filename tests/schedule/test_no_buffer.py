"""Weeks without a buffer: told when the due dates need their time, and what that means."""

from collections import Counter
from datetime import timedelta
from fractions import Fraction

from hypothesis import assume, given

from planner.schedule import make_plan
from planner.schedule.frame import make_frame
from planner.schedule.no_buffer import weeks_without_buffer
from planner.text.messages import translator
from tests.oracle.best import Best
from tests.oracle.check_plan import facts_of
from tests.schedule.small_world import MONDAY, milestone, module, world
from tests.schedule.test_invariants import few, plan_of
from tests.strategies import WEEK, worlds

DAY = timedelta(days=1)
SUNDAY = 6 * DAY
TENTH = Fraction(1, 10)


def notes(inputs) -> list[str]:
    return [translator("en")(note) for note in make_plan(inputs).verdict.notes]


def test_a_learner_without_slack_is_told_what_that_means():
    goal = MONDAY + 3 * WEEK + SUNDAY
    inputs = world([module("a", 72)], [milestone("end", "a", by=goal)], goal=goal, buffer=TENTH)
    told = (
        "4 weeks, the first on 7 Dec 2026 and the last on 28 Dec 2026, keep no buffer, because the due dates need"
        " their time: an evening missed there can make a milestone late."
    )
    assert notes(inputs) == [told]


def test_one_week_is_told_too():
    inputs = world([module("a", 17)], [milestone("end", "a", by=MONDAY + SUNDAY)], buffer=TENTH)
    told = (
        "The week of 7 Dec 2026 keeps no buffer, because the due dates need its time: an evening missed there"
        " can make a milestone late."
    )
    assert notes(inputs) == [told]


def test_with_slack_nothing_is_said():
    inputs = world([module("a", 16)], [milestone("end", "a", by=MONDAY + SUNDAY)], buffer=TENTH)
    assert notes(inputs) == []
    assert notes(world([module("a", 17)], [milestone("end", "a", by=MONDAY + SUNDAY)])) == []


@few(120)
@given(worlds(released=False, logged=False))
def test_exactly_the_weeks_whose_buffer_would_cost_a_guard_are_named(inputs):
    plan, frame = plan_of(inputs), make_frame(inputs)
    best = Best(facts_of(plan, inputs))
    calendar, due_of = best.facts.calendar, best.facts.due_of
    guards = {m.id: best.guard(due_of(m.id)) for m in plan.modules}
    assume(None not in guards.values())
    expected = []
    for week in plan.weeks:
        ahead = Counter()
        for each in plan.weeks:
            ahead.update(each.minutes if each.start >= week.start else {})
        calm, before = week.capacity - week.buffer, calendar.capacity(week.start - DAY)
        needed = False
        for guard in set(guards.values()):
            free = calendar.capacity(guard) - before
            load = sum(minutes for name, minutes in ahead.items() if guards[name] <= guard)
            needed |= load > (min(calm, free) if guard <= week.start + 6 * DAY else free - week.buffer)
        if needed and week.capacity - sum(week.minutes.values()) < week.buffer:
            expected.append(week.start)
    assert weeks_without_buffer(frame, plan.weeks) == expected
