"""What if: another week, goal or choice, computed and shown, never recorded."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from planner.learner.checks import check_profile
from planner.learner.model import Profile
from planner.problems import DataError, Problem, fail
from planner.schedule import compare, make_plan
from planner.schedule.model import Diff, Inputs, Plan
from planner.schedule.supposing import Change, suppose
from planner.text.messages import Minutes, msg
from planner.workspace.names import unknown_module
from planner.workspace.opening import Opened
from planner.workspace.proposal import judged_plan

__all__ = ["Change", "Supposed", "WhatIf", "as_it_is", "changed_profile", "repaired", "what_if"]

_WEEK = 7 * 24 * 60
WhatIf = Change


@dataclass(frozen=True)
class Supposed:
    """The plan as it is and as it would be with a change of the profile, or of what happens."""

    opened: Opened
    change: Change
    profile: Profile
    before: Plan
    after: Plan
    diff: Diff


def what_if(opened: Opened, change: Change, *, repairs: bool = True) -> Supposed:
    """Make the plan that a change would give; repairs cost time. Raises `DataError` for an impossible change."""
    inputs = _changed(opened, change)
    after = make_plan(inputs, repairs=repairs, pull=change.of_settings or bool(opened.changed_files))
    return Supposed(opened, change, inputs.profile, opened.plan, after, compare(opened.plan, after))


def as_it_is(opened: Opened) -> Supposed:
    """Return the plan beside itself: nothing is supposed."""
    plan = opened.plan
    return Supposed(opened, Change(), opened.profile, plan, plan, compare(plan, plan))


def repaired(supposed: Supposed) -> Supposed:
    """Return the supposed plan with what would make it fit; this takes time where it is late."""
    from planner.schedule.repairs import with_repairs

    opened, change = supposed.opened, supposed.change
    if change == Change():
        return replace(supposed, after=judged_plan(opened))
    return replace(supposed, after=with_repairs(_changed(opened, change), supposed.after))


def changed_profile(opened: Opened, change: Change) -> Profile:
    """Return the profile with a change; more hours a week than the windows hold make the windows longer."""
    return _changed(opened, change).profile


def _changed(opened: Opened, change: Change) -> Inputs:
    """Return the inputs with a change; raises `DataError` when it cannot be."""
    before = opened.inputs
    minutes, goal = change.hours_per_week, change.goal
    if minutes is not None and not 0 < minutes <= _WEEK:
        raise fail(
            msg("{time} a week cannot be: give more than 0 and at most 168 hours", time=Minutes(minutes))
        )
    if goal is not None and goal < before.profile.start:
        start = before.profile.start
        raise fail(
            msg("The goal {goal} is before the start {start}: give a later day", goal=goal, start=start)
        )
    past = [day for day in change.off if day < opened.now.date()]
    if past:
        raise fail(msg("{day} has passed: give today or a later day", day=past[0].isoformat()))
    _check_modules(before, (*change.estimates, *change.done))
    inputs = suppose(before, change)
    unfit = check_profile(inputs.profile, inputs.curriculum)
    if unfit:
        raise DataError([Problem(problem.message, key=problem.key) for problem in unfit])
    return inputs


def _check_modules(inputs: Inputs, names: Iterable[str]) -> None:
    known = inputs.curriculum.by_id()
    for name in names:
        if name not in known:
            raise fail(unknown_module(name, known))
