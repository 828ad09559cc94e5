"""What if: another week, goal or choice, computed and shown, never recorded."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from planner.learner.checks import check_profile
from planner.learner.model import Profile
from planner.learner.stretching import with_weekly_minutes
from planner.problems import DataError, Problem, fail
from planner.schedule import compare, make_plan
from planner.schedule.model import Diff, Plan
from planner.text.messages import Minutes, msg
from planner.workspace.opening import Opened

_WEEK = 7 * 24 * 60


@dataclass(frozen=True)
class WhatIf:
    """A change: minutes a week, the goal, what to drop besides (modules or a priority), options by choice."""

    hours_per_week: int | None = None
    goal: date | None = None
    drop: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Supposed:
    """The plan as it is and as it would be with a change of the profile."""

    opened: Opened
    change: WhatIf
    profile: Profile
    before: Plan
    after: Plan
    diff: Diff


def what_if(opened: Opened, change: WhatIf, *, repairs: bool = True) -> Supposed:
    """Make the plan that a change would give; repairs cost time. Raises `DataError` for an impossible change."""
    profile = changed_profile(opened, change)
    after = make_plan(replace(opened.inputs, profile=profile), repairs=repairs, pull=True)
    return Supposed(opened, change, profile, opened.plan, after, compare(opened.plan, after))


def changed_profile(opened: Opened, change: WhatIf) -> Profile:
    """Return the profile with a change; more hours a week than the windows hold make the windows longer."""
    profile = opened.profile
    minutes = change.hours_per_week
    if minutes is not None:
        if not 0 < minutes <= _WEEK:
            raise fail(
                msg("{time} a week cannot be: give more than 0 and at most 168 hours", time=Minutes(minutes))
            )
        profile = replace(profile, availability=with_weekly_minutes(profile.availability, minutes))
    if change.goal is not None:
        if change.goal < profile.start:
            raise fail(
                msg(
                    "The goal {goal} is before the start {start}: give a later day",
                    goal=change.goal,
                    start=profile.start,
                )
            )
        profile = replace(profile, goal=change.goal)
    drop = tuple(dict.fromkeys((*profile.drop, *change.drop)))
    choices = dict(profile.choices) | {name: tuple(picks) for name, picks in change.choices.items()}
    profile = replace(profile, drop=drop, choices=tuple(choices.items()))
    unfit = check_profile(profile, opened.curriculum)
    if unfit:
        raise DataError([Problem(problem.message, key=problem.key) for problem in unfit])
    return profile
