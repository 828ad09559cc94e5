"""The judges are judged: what CP-SAT finds can be lived, its figures are true, and nothing tried by hand is better."""

from graphlib import TopologicalSorter
from types import SimpleNamespace

import pytest
from hypothesis import given, settings

from planner.journal.model import Session
from planner.schedule import make_plan
from tests.oracle.calendar import QUARTER, epoch_minutes
from tests.oracle.check_plan import check_order, check_places, facts_of
from tests.oracle.cpsat_measure import case_of, change_of
from tests.oracle.lateness import by_force
from tests.schedule.instances import evening, fortnight
from tests.schedule.tiny_weeks import learner, tiny

pytestmark = pytest.mark.full
WITHOUT = "CP-SAT comes with the extra `oracle`, which `make test-full` installs"


def lived(case, facts, spent) -> list[Session]:
    """Sessions of a quarter each: in every cell, modules after what they require."""
    order = list(TopologicalSorter({name: task.requires for name, task in case.tasks.items()}).static_order())
    sessions = []
    for c, cell in enumerate(case.cells):
        days = [cell.first.fromordinal(n) for n in range(cell.first.toordinal(), cell.last.toordinal() + 1)]
        free = iter([(day, slot) for day in days for slot in facts.calendar.slots(day)])
        for name in order:
            for _ in range(spent.get((name, c), 0)):
                day, slot = next(free)
                sessions.append(Session(f"{name}.{slot}", name, "study", day, slot, slot + QUARTER))
    return sessions


@pytest.mark.parametrize("seed", range(40, 55))
@pytest.mark.parametrize("loss", [evening, fortnight])
def test_the_least_change_can_be_lived(loss, seed):
    pytest.importorskip("ortools", reason=WITHOUT)
    from tests.oracle.cpsat_change import Replan, least_change

    inputs = loss(seed)
    case, facts = case_of(inputs), facts_of(make_plan(inputs, repairs=False), inputs)
    best = least_change(case, 10)
    replan = Replan(case)
    replan.model.add(QUARTER * replan.eaten <= best.eaten)
    replan.model.add(QUARTER * replan.near <= best.near)
    assert replan.least(replan.lost, 10, 2)[0] in {"optimal", "feasible"}
    plan = SimpleNamespace(sessions=lived(case, facts, replan.found))
    assert [*check_places(plan, facts), *check_order(plan, facts)] == []
    found = change_of(case, plan, epoch_minutes(inputs.now))
    assert found.rank == best.rank if best.status == "optimal" else found.eaten <= best.eaten


@settings(max_examples=200, deadline=None, derandomize=True)
@given(tiny())
def test_no_other_use_of_a_week_is_less_late_than_cp_sat(instance):
    pytest.importorskip("ortools", reason=WITHOUT)
    from tests.oracle.cpsat_lateness import least_lateness

    found = by_force(instance)
    assert least_lateness(learner(instance)) == (None if found is None else max(0, found))
