"""Repairs: the smallest changes that make a plan fit, each verified by placing every session again, cheapest first.

Cheapest first means: what only has to be true (a background that the learner brings already), what asks for no other
time and loses nothing (another option), then by the share of the plan that is changed: hours on the hours of a week,
days on the days to the goal, lost work on the work left (`cost`).

A list that stays short: at most one repair of each kind, for `drop` a whole priority and, where it loses less, single
modules. Pairs only come when nothing in the learner's own hand changes the plan by less than a fifth; then two of them,
and never more than six repairs in all.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

from planner.schedule.frame import make_frame
from planner.schedule.model import Inputs, Plan, Repair
from planner.schedule.pinned_late import least_without_pins
from planner.schedule.repairs.drop import fewest_modules
from planner.schedule.repairs.pairs import pairs
from planner.schedule.repairs.remedy import Remedy
from planner.schedule.repairs.search import (
    IDLE_DAYS,
    earliest_goal,
    fewest_hours,
    least_credit,
    lowest_priority,
    nearest_choice,
)
from planner.schedule.repairs.trial import Trials
from planner.schedule.repairs.words import cost, hours_said, hours_written, say_remedy
from planner.text.messages import msg

_MOST, _PAIRS = 6, 2
_EASY = Fraction(1, 5)
_IDLE = timedelta(days=IDLE_DAYS)


def with_repairs(inputs: Inputs, plan: Plan, ratio: tuple[int, int] | None = None) -> Plan:
    """Return the plan with the repairs that would make it fit, cheapest first; unchanged when it is on time.

    The search runs steps 1 and 2 only. A result that is only to be recorded is left aside: no repair helps it.
    """
    if not plan.is_work_late or _is_late_by_pins(inputs, plan, ratio):
        return plan
    trials = Trials(inputs, ratio)
    single = [(remedy, repair) for remedy in _single(trials) if (repair := _verified(trials, remedy))]
    found = single + _double(trials, single)
    found.sort(key=lambda each: (not each[0].background or len(each[0].parts) > 1, cost(trials, each[0])))
    return replace(plan, verdict=replace(plan.verdict, repairs=tuple(repair for _, repair in found)))


def _is_late_by_pins(inputs: Inputs, plan: Plan, ratio: tuple[int, int] | None) -> bool:
    """Tell whether letting pinned sessions go would be enough: the verdict's notes say so."""
    if not any(session.pinned for session in plan.sessions):
        return False
    return least_without_pins(inputs, make_frame(inputs, ratio)) <= 0


def _single(trials: Trials) -> Iterator[Remedy]:
    """Yield the smallest remedy of each kind."""
    plain = Remedy()
    for find in (least_credit, nearest_choice, lowest_priority):
        remedy = find(trials)
        if remedy is not None:
            yield remedy
            fewer = fewest_modules(trials, remedy) if remedy.drop else None
            if fewer is not None:
                yield fewer
    for search in (earliest_goal, fewest_hours):
        remedy = search(trials, plain)
        if remedy is not None:
            yield remedy


def _double(trials: Trials, single: list[tuple[Remedy, Repair]]) -> list[tuple[Remedy, Repair]]:
    """Return pairs where every single remedy asks for much."""
    own = [remedy for remedy, _ in single if not remedy.background]
    if any(cost(trials, remedy) < _EASY for remedy in own):
        return []
    found: list[tuple[Remedy, Repair]] = []
    for remedy in pairs(trials, {remedy.kind: remedy for remedy, _ in single}):
        if len(found) == min(_PAIRS, _MOST - len(single)):
            break
        repair = _verified(trials, remedy)
        if repair is not None:
            found.append((remedy, repair))
    return found


def _verified(trials: Trials, remedy: Remedy) -> Repair | None:
    """Place every session under a remedy, and make it a repair if that is on time."""
    outcome = trials.run(remedy)
    if outcome is None or not outcome.fits or (remedy.goal and remedy.goal - outcome.finish > _IDLE):
        return None
    text, plain = (
        msg(
            "{repair}: done by {finish}, on time.",
            repair=say_remedy(trials, remedy, hours),
            finish=outcome.finish,
        )
        for hours in (hours_written, hours_said)
    )
    return Repair(remedy.kind, remedy.value, outcome.finish, outcome.lateness, text, plain)
