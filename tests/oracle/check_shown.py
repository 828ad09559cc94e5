"""A plan that was accepted earlier, shown now: its sessions are those of then, its figures those of now."""

from dataclasses import replace
from datetime import UTC, datetime

from tests.oracle.check_dates import check_slack, expected_day, left_over, needed_hours
from tests.oracle.check_plan import check_places, check_sessions, check_totals, check_weeks, facts_of, study
from tests.oracle.facts import Facts


def check_shown(plan, inputs, then, *, edited: bool) -> list[str]:
    """`then` is the progress at the acceptance (without one, all is as of now); `edited`: it knew other files."""
    facts, early = facts_of(plan, inputs), inputs
    if inputs.progress.accepted:
        moment = datetime.fromtimestamp(60 * inputs.progress.accepted.now, UTC)
        early = replace(inputs, progress=then, now=moment)
    lost = sum(max(0, left_over(plan, facts, [name])) for name in facts.work)
    # a plan that lost work has the dates that a new plan would have: only its own sessions can be checked
    return [
        *([] if edited else check_places(plan, facts_of(plan, early))),
        *([] if edited else check_sessions(plan, facts)),
        *check_weeks(plan, facts),
        *(line for line in check_totals(plan, facts) if not (lost and line.startswith("finish "))),
        *check_figures(plan, facts),
        *([] if edited else check_sequence(plan, facts)),
        *check_goals(plan, facts, lost=lost),
    ]


def check_sequence(plan, facts: Facts):
    """No session of a module before the last one of what it requires, nor before its release date."""
    for work in facts.work.values():
        sessions = study(plan, work.id)
        if sessions and work.not_before and sessions[0].day < work.not_before:
            yield f"{work.id}: begins on {sessions[0].day}, released on {work.not_before}"
        for name in work.requires if sessions else ():
            before = study(plan, name)
            if before and before[-1].end > sessions[0].start:
                yield f"{work.id}: begins before {name} is done"


def check_figures(plan, facts: Facts):
    """Efforts, work done and work left."""
    if [m.id for m in plan.modules] != list(facts.work):
        yield f"modules {[m.id for m in plan.modules]}, not {list(facts.work)}"
        return
    for m in plan.modules:
        work = facts.work[m.id]
        if (m.effort, m.done, m.remaining) != (work.effort, work.logged, work.remaining):
            said = (m.effort, m.done, m.remaining)
            yield f"{m.id}: {said}, not {(work.effort, work.logged, work.remaining)}"
    dues = {facts.goal, *(goal.due for goal in facts.goals if not goal.reached)}
    short = max(0, *(facts.work_due(due) - facts.calendar.capacity(due) for due in dues))
    said = (plan.verdict.short_minutes, plan.verdict.needed_hours_per_week)
    if said != (short, needed_hours(facts)):
        yield f"short_minutes and needed_hours_per_week {said}, not {(short, needed_hours(facts))}"


def check_goals(plan, facts: Facts, *, lost: int):
    """Due dates, slack, and the dates that the sessions give."""
    goals = {goal.id: goal for goal in facts.goals}
    if sorted(m.id for m in plan.milestones) != sorted(goals):
        yield f"milestones {[m.id for m in plan.milestones]}, not {list(goals)}"
        return
    for m in plan.milestones:
        goal = goals[m.id]
        if m.due not in goal.dues:
            yield f"{m.id}: due {m.due}, not {goal.dues}"
        if (m.kind, m.reached) != (goal.kind, goal.reached is not None):
            yield f"{m.id}: {m.kind} {m.reached}"
        if not goal.reached:
            yield from check_slack(m, goal, facts)
        if (goal.reached or not lost) and m.expected != expected_day(plan, facts, goal):
            yield f"{m.id}: expected {m.expected}, not {expected_day(plan, facts, goal)}"
        late = None if m.expected is None else (m.expected - m.due).days
        if m.lateness_days != late:
            yield f"{m.id}: lateness {m.lateness_days}, not {late}"
