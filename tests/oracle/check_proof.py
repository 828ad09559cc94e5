"""The proof that something must be late: true to the minute, minimal, and there whenever no plan can be on time."""

from datetime import date, timedelta
from fractions import Fraction

from tests.oracle.best import Best
from tests.oracle.calendar import monday
from tests.oracle.facts import Facts, closure, read_facts
from tests.oracle.lateness import by_flow

DAY = timedelta(days=1)


def capacity(facts: Facts, first: date, last: date) -> int:
    """Minutes from one day to another, each week under what is left of its cap."""
    total, week = 0, monday(first)
    while week <= last:
        days = [week + n * DAY for n in range(7)]
        minutes = sum(facts.calendar.day_capacity(day) for day in days if first <= day <= last)
        cap = facts.calendar.cap_left(week)
        total += minutes if cap is None else min(minutes, cap)
        week += 7 * DAY
    return total


def must_be_late(facts: Facts) -> bool:
    """Whether the work alone cannot be done by its due dates, whatever the plan (a flow over days and caps)."""
    best = Best(facts)
    return facts.remaining > 0 and by_flow(best.instance, least=0) != 0


def check_proof(document, inputs, ratio: Fraction):
    """A proof's arithmetic, and that it is there when something must be late."""
    if "proof" not in document["verdict"]:
        return
    proof, facts = document["verdict"]["proof"], read_facts(inputs, ratio)
    if proof is None:
        if document["verdict"]["status"] != "on-time" and must_be_late(facts):
            yield "a plan that must be late has no proof"
        return
    if not must_be_late(facts):
        yield "a proof, but a plan in time is possible"
    work, free = proof["work_minutes"], proof["capacity_minutes"]
    first, last = date.fromisoformat(proof["from"]), date.fromisoformat(proof["to"])
    parts = {name: facts.work[name].remaining for name in proof["modules"]}
    if work != sum(parts.values()):
        yield f"proof: {work} minutes of work, not {sum(parts.values())}"
    if free != capacity(facts, first, last):
        yield f"proof: {free} minutes free, not {capacity(facts, first, last)}"
    if proof["short_minutes"] != work - free or work <= free:
        yield f"proof: {work} - {free} is not {proof['short_minutes']}"
    if not parts or work - min(parts.values()) > free:
        yield "proof: a module could be left out"
    weeks = max(0, (monday(last) - monday(first)).days // 7 + 1) if first <= last else 0
    if proof["weeks"] != weeks:
        yield f"proof: {proof['weeks']} weeks, not {weeks}"
    yield from check_modules(facts, proof, first, last)


def check_modules(facts: Facts, proof, first: date, last: date):
    """The modules are due by the last day, and released from the first on when that is not the first of all."""
    if first == facts.today and capacity(facts, facts.calendar.first, last) != proof["capacity_minutes"]:
        yield "proof: what is left of the night before is left out"
    requires = {name: work.requires for name, work in facts.work.items()}
    for name in proof["modules"]:
        needed = [n for n in closure([name], requires) if facts.work[n].remaining]
        days = [facts.work[n].not_before for n in needed if facts.work[n].not_before]
        if facts.due_of(name) > last:
            yield f"proof: {name} is due after {last}"
        if first > facts.today and max(days, default=facts.start) < first:
            yield f"proof: {name} can begin before {first}"
    goals = {goal.id: goal for goal in facts.goals if not goal.reached}
    if proof["milestone"] is not None and last not in goals[proof["milestone"]].dues:
        yield f"proof: {proof['milestone']} is not due on {last}"
    if proof["milestone"] is None and last != facts.goal:
        yield f"proof: {last} is not the goal"
