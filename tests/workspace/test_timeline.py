"""What was in force when: no two plans speak for the same time, however the clock was set when they were accepted."""

from datetime import UTC, date, datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from planner.journal.model import AcceptedPlan, Progress, Session
from planner.workspace.views.timeline import timeline

AT = datetime(2026, 12, 1, tzinfo=UTC)
DAY = date(2026, 12, 1)


def plan(number, now, starts):
    sessions = tuple(
        Session(f"m{number}.{place}", "m", "study", DAY, start, start + 60)
        for place, start in enumerate(starts, 1)
    )
    return AcceptedPlan(f"e{number}", AT, now, "", sessions)


def spoken(*plans):
    return [(each.id, each.start, each.end) for each in timeline(Progress(plans=plans))]


def test_a_plan_speaks_until_the_next_one_was_made():
    first, second = plan(1, 0, [0, 100, 200]), plan(2, 150, [200, 300])
    assert spoken(first, second) == [
        ("m1.1", 0, 60),
        ("m1.2", 100, 150),
        ("m2.1", 200, 260),
        ("m2.2", 300, 360),
    ]


def test_a_plan_made_by_a_clock_that_was_set_back_replaces_what_an_earlier_one_said_from_there():
    first, ahead, back = plan(1, 0, [0, 100, 200, 1000]), plan(2, 900, [1000, 1100]), plan(3, 50, [100, 400])
    assert spoken(first, ahead, back) == [("m1.1", 0, 50), ("m3.1", 100, 160), ("m3.2", 400, 460)]


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 3)), min_size=1, max_size=6))
def test_no_two_sessions_are_ever_at_the_same_time(made):
    plans = [
        plan(number, 60 * now, [60 * (now + gap) + 90 * place for place in range(8)])
        for number, (now, gap) in enumerate(made)
    ]
    found = timeline(Progress(plans=tuple(plans)))
    assert all(before.end <= after.start for before, after in pairwise(found))
