"""Repairs: the smallest change of each kind that makes a plan fit, each verified by running the scheduler on it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from planner.curriculum.model import Priority
from planner.learner.model import Windows
from planner.learner.stretching import with_weekly_minutes
from planner.learner.windows import typical_week
from planner.schedule.frame import HORIZON_DAYS, best_lateness, make_frame
from planner.schedule.model import Inputs, Plan, Repair
from planner.text.messages import Message, Minutes, msg

Make = Callable[[Inputs], Plan]
_STEP = 30
_MOST_WEEKLY = 80 * 60
_IDLE_DAYS = 60  # a goal that lies further behind the finish would help only dates that are past anyway


def with_repairs(inputs: Inputs, plan: Plan, make: Make, ratio: tuple[int, int] | None = None) -> Plan:
    """Return the plan with the repairs that would make it fit, cheapest first; unchanged when it is on time.

    `make` runs the whole scheduler without repairs; the search itself runs only steps 1 to 3.
    """
    if plan.verdict.status == "on-time":
        return plan
    found = [
        repair for search in (_by_hours, _by_goal, _by_drop) if (repair := search(inputs, plan, make, ratio))
    ]
    return replace(plan, verdict=replace(plan.verdict, repairs=tuple(found)))


def fits(inputs: Inputs, ratio: tuple[int, int] | None = None) -> bool:
    """Tell whether the best possible plan has no lateness (steps 1 to 3 only)."""
    return best_lateness(inputs, make_frame(inputs, ratio)) <= 0


def with_hours(inputs: Inputs, minutes: int) -> Inputs:
    """Return the inputs with another week: `minutes` of study."""
    availability = with_weekly_minutes(inputs.profile.availability, minutes)
    return replace(inputs, profile=replace(inputs.profile, availability=availability))


def with_goal(inputs: Inputs, goal: date) -> Inputs:
    """Return the inputs with another goal."""
    return replace(inputs, profile=replace(inputs.profile, goal=goal))


def with_drop(inputs: Inputs, drop: tuple[str, ...]) -> Inputs:
    """Return the inputs with more dropped."""
    return replace(inputs, profile=replace(inputs.profile, drop=(*inputs.profile.drop, *drop)))


def _verified(kind: str, value: str, changed: Inputs, make: Make, message: Message) -> Repair | None:
    plan = make(changed)
    if plan.finish is None or plan.verdict.max_lateness_days > 0:
        return None
    text = msg("{repair}: done by {finish}, on time.", repair=message, finish=plan.finish)
    return Repair(kind, value, plan.finish, plan.verdict.max_lateness_days, text)


def _by_hours(inputs: Inputs, _plan: Plan, make: Make, ratio: tuple[int, int] | None) -> Repair | None:
    """Find the fewest hours a week, in half hours."""
    now = typical_week(inputs.profile.availability)
    first, last = now // _STEP + 1, _MOST_WEEKLY // _STEP
    step = _smallest(first, last, lambda n: fits(with_hours(inputs, n * _STEP), ratio))
    if step is None:
        return None
    hours, changed = step * _STEP / 60, with_hours(inputs, step * _STEP)
    message = msg("{hours} h a week instead of {now} h", hours=hours, now=round(now / 60, 2))
    pattern = changed.profile.availability.pattern
    if changed.profile.availability.rotation is None and not pattern.days:
        message = msg(
            "{hours} h a week instead of {now} h (weekday: [{weekday}], day_off: [{day_off}])",
            hours=hours,
            now=round(now / 60, 2),
            weekday=_said(pattern.weekday),
            day_off=_said(pattern.day_off),
        )
    return _verified("hours", f"{hours:g}", changed, make, message)


def _by_goal(inputs: Inputs, plan: Plan, make: Make, ratio: tuple[int, int] | None) -> Repair | None:
    """Find the earliest later goal."""
    days = _smallest(1, HORIZON_DAYS, lambda n: fits(with_goal(inputs, plan.goal + timedelta(days=n)), ratio))
    if days is None:
        return None
    goal = plan.goal + timedelta(days=days)
    message = msg("The goal on {goal} instead of {now}", goal=goal, now=plan.goal)
    repair = _verified("goal", goal.isoformat(), with_goal(inputs, goal), make, message)
    return None if repair is None or (goal - repair.finish).days > _IDLE_DAYS else repair


def _by_drop(inputs: Inputs, plan: Plan, make: Make, ratio: tuple[int, int] | None) -> Repair | None:
    """Find the fewest priorities to drop: what is only stretch, else what is not core."""
    for level in (Priority.STRETCH, Priority.RECOMMENDED):
        changed = with_drop(inputs, (level.value,))
        if fits(changed, ratio):
            after = make(changed)
            work, count = Minutes(plan.effort - after.effort), len(after.verdict.fallen)
            messages = {
                Priority.STRETCH: msg(
                    "Without the stretch modules: {work} and {count} milestones less", work=work, count=count
                ),
                Priority.RECOMMENDED: msg(
                    "Only the core modules: {work} and {count} milestones less", work=work, count=count
                ),
            }
            return _verified("drop", level.value, changed, make, messages[level])
    return None


def _said(windows: Windows) -> str:
    """Write windows as the profile has them."""
    clocks = [[f"{minute % 1440 // 60:02}:{minute % 60:02}" for minute in window] for window in windows]
    return ", ".join(f'"{start}-{end}"' for start, end in clocks)


def _smallest(low: int, high: int, works: Callable[[int], bool]) -> int | None:
    """Return the smallest number in [low, high] that works, by bisection; None when the largest does not."""
    if low > high or not works(high):
        return None
    while low < high:
        middle = (low + high) // 2
        if works(middle):
            high = middle
        else:
            low = middle + 1
    return low
