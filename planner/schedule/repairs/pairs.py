"""Pairs of remedies, each half smaller than it would have to be alone.

Invariant: of a pair the second figure (hours, or the goal) is the smallest that suffices given the first, and asks at
most two thirds of what it would ask alone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

from planner.learner.windows import typical_week
from planner.schedule.repairs.remedy import Remedy
from planner.schedule.repairs.search import (
    STEP,
    credits_left,
    earliest_goal,
    fewest_hours,
    other_picks,
    saved,
)
from planner.schedule.repairs.trial import Trials

_CLEARLY_LESS = Fraction(2, 3)
STRETCH = Remedy(drop=("stretch",))


def pairs(trials: Trials, alone: Mapping[str, Remedy]) -> Iterator[Remedy]:
    """Yield pairs; `alone` are the remedies that suffice by themselves, by kind.

    What is only stretch goes first, then half of the days that the goal alone would take, then the option with the
    least effort; only where nothing of this helps, the background that saves the most.
    """
    found = False
    for remedy in _own(trials, alone):
        found = True
        yield remedy
    credit = [] if found or "credit" in alone else list(credits_left(trials))
    if credit:
        yield from _beside(trials, max(credit, key=lambda each: each[1])[0], alone)


def _own(trials: Trials, alone: Mapping[str, Remedy]) -> Iterator[Remedy]:
    """Yield the pairs of what is in the learner's own hand."""
    if saved(trials, STRETCH) > 0 and not trials.fits(STRETCH):
        yield from _beside(trials, STRETCH, alone)
    later = alone["goal"].goal if "goal" in alone else None
    if later is not None:
        half = Remedy(goal=date.fromordinal((trials.plain.goal + later.toordinal() + 1) // 2))
        yield from _hours_beside(trials, half, alone)
    lighter = [(saved(trials, remedy), remedy) for remedy in other_picks(trials)]
    options = [each for each in lighter if each[0] > 0 and not trials.fits(each[1])]
    if options:
        yield from _beside(trials, max(options, key=lambda each: each[0])[1], alone)


def _beside(trials: Trials, first: Remedy, alone: Mapping[str, Remedy]) -> Iterator[Remedy]:
    yield from _hours_beside(trials, first, alone)
    most = alone["goal"].goal if "goal" in alone else None
    if most is not None:
        days = int((most.toordinal() - trials.plain.goal) * _CLEARLY_LESS)
        if not trials.fits(replace(first, goal=date.fromordinal(trials.plain.goal + days))):
            return
    found = earliest_goal(trials, first)
    if found is not None:
        yield found


def _hours_beside(trials: Trials, first: Remedy, alone: Mapping[str, Remedy]) -> Iterator[Remedy]:
    most = alone["hours"].minutes if "hours" in alone else None
    if most is not None:
        now = typical_week(trials.inputs.profile.availability)
        limit = int(now + (most - now) * _CLEARLY_LESS) // STEP * STEP
        if limit <= now or not trials.fits(replace(first, minutes=limit)):
            return
    found = fewest_hours(trials, first)
    if found is not None:
        yield found
