"""Pins stay, and beside them the maximum lateness is the least possible; a pin that cannot hold is reported."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from planner.schedule import make_plan
from tests.examples import examples
from tests.oracle.calendar import QUARTER, Calendar
from tests.oracle.check_plan import check_modules, check_order, check_places, facts_of
from tests.strategies import accept, worlds

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
UNSHRUNK = [Phase.explicit, Phase.reuse, Phase.generate]


def few(count: int):
    return settings(
        max_examples=examples(count),
        deadline=None,
        derandomize=True,
        print_blob=True,
        suppress_health_check=SLOW,
    )


def starts(calendar: Calendar, first, days: int, minutes: int) -> list[tuple]:
    """Where a session of some minutes can lie: (day, start) with nothing but free time under it."""
    found = []
    for day in (first + timedelta(days=n) for n in range(days)):
        slots = set(calendar.slots(day))
        needed = [range(slot, slot + minutes, QUARTER) for slot in sorted(slots)]
        found += [(day, span.start) for span in needed if slots.issuperset(span)]
    return found


@st.composite
def pinned_worlds(draw, early: bool = False):
    """A plan that was accepted, up to three of its sessions put elsewhere in free time and pinned there.

    `early` puts late sessions into the first days, where what they require can often not be done before them.
    """
    inputs = draw(worlds())
    plan = make_plan(inputs, repairs=False)
    study = [s for s in plan.sessions if s.kind == "study"]
    assume(study)
    calendar = Calendar(inputs.profile, inputs.progress, inputs.now, inputs.busy)
    days = (study[-1].day - calendar.first).days
    pins: dict = {}
    wanted = study[-3:] if early else study
    for s in draw(st.lists(st.sampled_from(wanted), min_size=1, max_size=3, unique=True)):
        near = 0 if early else max(0, (s.day - calendar.first).days - draw(st.sampled_from([0, 3, 7])))
        span = 4 if early else min(days, 14) + 3
        places = starts(calendar, calendar.first + timedelta(days=near), span, s.minutes)
        day, start = draw(st.sampled_from([(s.day, s.start), *places]))
        free = all(start >= pin.end or start + s.minutes <= pin.start for pin in pins.values())
        if free:
            pins[s.id] = replace(s, day=day, start=start, end=start + s.minutes, pinned=True)
    sessions = tuple(sorted((pins.get(s.id, s) for s in plan.sessions), key=lambda s: s.start))
    return accept(inputs, replace(plan, sessions=sessions)), tuple(s for s in sessions if s.pinned)


def places(sessions) -> set:
    return {(s.module, s.day, s.start, s.end) for s in sessions}


@few(60)
@given(pinned_worlds() | pinned_worlds(early=True))
def test_a_plan_with_pins_is_true(pinned):
    inputs, _ = pinned
    plan = make_plan(inputs, repairs=False)
    facts = facts_of(plan, inputs)
    wrong = [*check_places(plan, facts), *check_order(plan, facts), *check_modules(plan, facts)]
    assert wrong == []


@few(40)
@given(pinned_worlds(early=True) | pinned_worlds())
def test_a_pin_holds_or_is_reported(pinned):
    inputs, pins = pinned
    plan = make_plan(inputs, repairs=False)
    kept = places(s for s in plan.sessions if s.pinned)
    assert kept <= places(pins)
    assert kept == places(pins) or any("pin" in note.text for note in plan.verdict.notes)


@pytest.mark.full
@settings(max_examples=1000, deadline=None, print_blob=True, phases=UNSHRUNK, suppress_health_check=SLOW)
@given(pinned_worlds() | pinned_worlds(early=True))
def test_cp_sat_finds_no_less_lateness_beside_the_pins(pinned):
    pytest.importorskip(
        "ortools", reason="CP-SAT comes with the extra `oracle`, which `make test-full` installs"
    )
    from tests.oracle.cpsat_lateness import least_lateness

    inputs, pins = pinned
    plan = make_plan(inputs, repairs=False)
    least = least_lateness(inputs, plan.ratio)
    held = places(pins) <= places(s for s in plan.sessions if s.pinned)
    if least is None:
        assert not held or plan.verdict.status == "does-not-fit"
    else:
        assert held
        assert max(0, plan.verdict.max_lateness_days) == least
