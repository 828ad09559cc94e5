"""The dates of a plan: milestones and verdict."""

from datetime import date
from fractions import Fraction

from tests.oracle.best import Best
from tests.oracle.facts import Facts, Goal


def left_over(plan, facts: Facts, modules) -> int:
    """Minutes of these modules that have no place."""
    placed = sum(s.end - s.start for s in plan.sessions if s.kind == "study" and s.module in modules)
    return sum(facts.work[name].remaining for name in modules) - placed


def expected_day(plan, facts: Facts, goal: Goal) -> date | None:
    """When a milestone is to be expected, from the plan's sessions."""
    if goal.reached:
        return goal.reached
    if left_over(plan, facts, goal.modules) > 0:
        return None
    days = [s.day for s in plan.sessions if s.kind == "study" and s.module in goal.modules]
    return max(days, default=facts.today)


def check_milestones(plan, facts: Facts, best: Best):
    """Due, expected, lateness and slack; none later than its guard."""
    goals = {goal.id: goal for goal in facts.goals}
    if sorted(m.id for m in plan.milestones) != sorted(goals):
        yield f"milestones {[m.id for m in plan.milestones]}, not {list(goals)}"
        return
    for m in plan.milestones:
        goal = goals[m.id]
        expected = expected_day(plan, facts, goal)
        late = None if expected is None else (expected - m.due).days
        if m.due not in goal.dues:
            yield f"{m.id}: due {m.due}, not {goal.dues}"
        if m.expected != expected:
            yield f"{m.id}: expected {m.expected}, not {expected}"
        if m.lateness_days != late:
            yield f"{m.id}: lateness {m.lateness_days}, not {late}"
        if (m.kind, m.reached) != (goal.kind, goal.reached is not None):
            yield f"{m.id}: {m.kind} {m.reached}"
        if not goal.reached:
            yield from check_slack(m, goal, facts)
        if not goal.reached and any(facts.work[name].remaining for name in goal.modules):
            yield from check_guard(m, goal, best, expected)


def check_slack(m, goal: Goal, facts: Facts):
    """Slack = capacity until the due date - the work still due by then."""
    slack = facts.calendar.capacity(goal.due) - facts.work_due(goal.due)
    if m.slack != slack:
        yield f"{m.id}: slack {m.slack}, not {slack}"


def check_guard(m, goal: Goal, best: Best, expected: date | None):
    """No milestone is later than its due date or, if that cannot be kept, the day of the best plan."""
    guard = best.guard(goal.due)
    if guard is None:
        return
    if best.certain and (expected is None or expected > guard):
        yield f"{m.id}: expected {expected}, possible by {guard}"
    said = getattr(m, "guard", None)
    if said is None:
        return
    if expected is None or expected > said:
        yield f"{m.id}: expected {expected} is after its guard {said}"
    alone = max(m.due, best.alone(goal.modules) or said)
    if best.certain and not alone <= said <= guard:
        yield f"{m.id}: guard {said}, not from {alone} to {guard}"


def check_verdict(plan, facts: Facts, best: Best):
    """Status, maximum lateness against the optimum, hours short, hours needed, fallen milestones."""
    verdict = plan.verdict
    open_goals = [goal for goal in facts.goals if not goal.reached]
    dues = {facts.goal, *(goal.due for goal in open_goals)}
    short = max(0, *(facts.work_due(due) - facts.calendar.capacity(due) for due in dues))
    if verdict.short_minutes != short:
        yield f"short_minutes {verdict.short_minutes}, not {short}"
    if tuple(getattr(verdict, "fallen", facts.fallen)) != facts.fallen:
        yield f"fallen {verdict.fallen}, not {facts.fallen}"
    needed = needed_hours(facts)
    if verdict.needed_hours_per_week != needed:
        yield f"needed_hours_per_week {verdict.needed_hours_per_week}, not {needed}"
    optimum = best.lateness()
    if optimum is None or any(left_over(plan, facts, [name]) > 0 for name in facts.work):
        if verdict.status != "does-not-fit":
            yield f"status {verdict.status}, but work is left"
        if optimum is not None:
            yield f"work is left, but a lateness of {optimum} days is possible"
        return
    yield from check_lateness(plan, facts, open_goals, optimum)


def check_lateness(plan, facts: Facts, open_goals: list[Goal], optimum: int):
    """The maximum lateness is what the sessions say, and the least possible."""
    verdict = plan.verdict
    finish = max((s.day for s in plan.sessions if s.kind == "study"), default=None)
    found = [(expected_day(plan, facts, goal) - goal.due).days for goal in open_goals]
    found += [(finish - facts.goal).days] if finish else []
    worst = max(found, default=min(0, verdict.max_lateness_days))
    if verdict.max_lateness_days != worst:
        yield f"max_lateness_days {verdict.max_lateness_days}, not {worst}"
    if max(worst, 0) != optimum:
        yield f"max lateness {worst}, the best possible is {optimum}"
    if verdict.status != ("late" if worst > 0 else "on-time"):
        yield f"status {verdict.status} with a lateness of {worst}"


def needed_hours(facts: Facts) -> float | None:
    """Hours a week to the goal, rounded up to a tenth; None when the goal is past."""
    days = (facts.goal - max(facts.today, facts.start)).days + 1
    if days <= 0:
        return None
    tenths = -(-Fraction(facts.remaining, 6) * 7 // days)
    return int(tenths) / 10
