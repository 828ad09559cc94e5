"""A replan changes as little as it can: little losses cost the proved least, large ones little more.

The answers in `test_least_change.json` were found by CP-SAT (`python -m tests.oracle.cpsat_change --store`).
"""

import json
from pathlib import Path

import pytest

from planner.schedule import make_plan
from tests.oracle.calendar import Calendar, epoch_minutes, monday
from tests.oracle.cpsat_measure import Change, case_of, change_of, fingerprint
from tests.schedule.instances import big_case, evening
from tests.schedule.paper_plan import paper_plan
from tests.strategies import WEEK

KEPT = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
MOST_EVENING, MOST_BIG = 1.1, 1.2
SHARE_EQUAL = 0.95
INSTANCES = 300


def compared(inputs, answer) -> tuple[Change, Change]:
    """What our replan changes, and the stored answer, if it is still one of this instance."""
    case = case_of(inputs)
    assert answer["fingerprint"] == fingerprint(case), "another instance: renew the answers (see above)"
    ours = change_of(case, make_plan(inputs, repairs=False), epoch_minutes(inputs.now))
    return ours, Change(answer["status"], *(answer[name] for name in ("eaten", "near", "moved", "bound")))


def judged(inputs, seconds: float) -> tuple[Change, Change]:
    """Ours and the least; the test is skipped where CP-SAT is not installed."""
    pytest.importorskip(
        "ortools", reason="CP-SAT comes with the extra `oracle`, which `make test-full` installs"
    )
    from tests.oracle.cpsat_change import judge_fully

    return judge_fully(inputs, make_plan(inputs, repairs=False), seconds)


def excess(pairs, most: float) -> dict:
    """The instances whose replan moves more than so many times the least."""
    return {seed: (ours, best) for seed, (ours, best) in pairs.items() if ours.moved > most * best.moved}


def unequal(pairs) -> dict:
    """The instances whose replan changes more than it must, in the next seven days or in all."""
    return {seed: (ours, best) for seed, (ours, best) in pairs.items() if ours.rank > best.rank}


@pytest.fixture(scope="module")
def evenings():
    """Some missed evenings: what our replan changes, and the proved least."""
    made = {seed: evening(int(seed), paper_plan) for seed in KEPT["evening"]}
    pairs = {seed: compared(made[seed], KEPT["evening"][seed]) for seed in made if not idles(made[seed])}
    assert len(pairs) >= 12
    return pairs


def idles(inputs) -> bool:
    """Whether the accepted plan leaves time of this week or the next without need: a replan then uses it on purpose."""
    calendar = Calendar(inputs.profile, inputs.progress, inputs.now, inputs.busy)
    now = epoch_minutes(inputs.now)
    for week in (monday(inputs.now.date()), monday(inputs.now.date()) + WEEK):
        future = [s for s in inputs.progress.accepted.sessions if s.kind == "study" and s.start >= now]
        planned = sum(s.minutes for s in future if monday(s.day) == week)
        room = calendar.week_capacity(week)
        if planned < room - room * inputs.profile.study.buffer - 60:
            return True
    return False


def test_after_a_missed_evening_hardly_anything_moves_that_need_not(evenings):
    assert len(unequal(evenings)) <= (1 - SHARE_EQUAL) * len(evenings), unequal(evenings)


def test_after_a_missed_evening_little_more_than_the_least_moves(evenings):
    assert excess(evenings, MOST_EVENING) == {}


def test_after_two_weeks_away_not_much_more_than_the_least_moves():
    ours, best = compared(big_case(paper_plan), KEPT["fortnight"]["big"])
    assert ours.moved <= MOST_BIG * best.moved, (ours, best)


@pytest.mark.full
def test_hundreds_of_missed_evenings():
    pairs = {seed: judged(evening(seed), 60) for seed in range(1001, 1001 + INSTANCES)}
    assert {seed for seed, (_, best) in pairs.items() if best.status != "optimal"} == set()
    assert len(unequal(pairs)) <= (1 - SHARE_EQUAL) * INSTANCES, unequal(pairs)
    assert excess(pairs, MOST_EVENING) == {}


@pytest.mark.full
@pytest.mark.parametrize("make", [(), (paper_plan,)], ids=["our plan", "a plan on paper"])
def test_two_weeks_away_against_a_minute_of_cp_sat(make):
    ours, best = judged(big_case(*make), 60)
    assert best.status in {"optimal", "feasible"}
    assert ours.moved <= MOST_BIG * best.moved, (ours, best)
