"""The smallest remedy of each kind that suffices, beside a remedy that is taken already.

Invariant: what is returned fits (step 2), and of hours and goals the next smaller one does not. Hours go by half hours
up to 80 a week, the goal by days up to ten years. Of backgrounds the one that claims least, of other options the one
that changes the effort least. Fits only grow with the goal; with the hours nearly so (windows grow by quarter hours).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from math import ceil

from planner.curriculum.model import Choice, Priority
from planner.curriculum.selection import picked_options
from planner.learner.windows import GRANULE, typical_week
from planner.schedule.capacity import day_start
from planner.schedule.frame import HORIZON_DAYS
from planner.schedule.repairs.remedy import Remedy
from planner.schedule.repairs.trial import Trials
from planner.schedule.work import Work

STEP = 30
MOST_WEEKLY = 80 * 60
IDLE_DAYS = 60  # a goal further behind the finish would help only dates that are past
LEVELS = (Priority.STRETCH, Priority.RECOMMENDED)


def fewest_hours(trials: Trials, base: Remedy) -> Remedy | None:
    """Return the fewest hours a week that suffice beside `base`."""
    now = typical_week(trials.inputs.profile.availability)
    bad, last, steps = now // STEP, MOST_WEEKLY // STEP, 0
    remedy = base
    while not trials.fits(remedy):
        bad, loads = max(bad, steps), trials.loads(remedy)
        if not loads or bad >= last:
            return None
        most = max(load.minutes / load.free if load.free else last for load in loads)
        steps = min(last, max(bad + 1, ceil(most * (remedy.minutes or now) / STEP)))
        remedy = replace(base, minutes=steps * STEP)
    found = smallest(bad + 1, steps, steps, lambda n: trials.fits(replace(base, minutes=n * STEP)))
    return None if found is None else replace(base, minutes=found * STEP)


def earliest_goal(trials: Trials, base: Remedy) -> Remedy | None:
    """Return the earliest later goal that suffices beside `base`."""
    goal, start = trials.plain.goal, trials.inputs.profile.start.toordinal() - 1
    capacity, guess = trials.capacity(), goal
    for load in trials.loads(base):
        day = capacity.day_reaching(load.start, load.minutes)
        if day is not None and load.due > start:
            guess = max(guess, start + (day - start) * (goal - start) // (load.due - start))
    days = smallest(
        1,
        _latest(trials, trials.work(base)) - goal,
        guess - goal,
        lambda n: trials.fits(replace(base, goal=date.fromordinal(goal + n))),
    )
    return None if days is None else replace(base, goal=date.fromordinal(goal + days))


def _latest(trials: Trials, work: Work) -> int:
    """Return the latest goal to look at (an ordinal): by then all is done in calm weeks, with four months to spare."""
    never = trials.plain.goal + HORIZON_DAYS
    calm = 1 - trials.inputs.profile.study.buffer
    start = day_start(max(work.release, default=0))
    done = trials.capacity().day_reaching(start, ceil(sum(work.remaining) / calm)) if calm > 0 else None
    return min(never, done + IDLE_DAYS + 60) if done else never


def lowest_priority(trials: Trials) -> Remedy | None:
    """Return the priority to drop: what is only stretch, else all that is not core."""
    return next((r for level in LEVELS if trials.fits(r := Remedy(drop=(level.value,)))), None)


def least_credit(trials: Trials) -> Remedy | None:
    """Return the background not claimed yet that suffices and saves the least."""
    needed = max((load.minutes - load.free for load in trials.loads(Remedy())), default=0)
    return min(
        (remedy for remedy, most in credits_left(trials) if most >= needed and trials.fits(remedy)),
        key=lambda remedy: saved(trials, remedy),
        default=None,
    )


def nearest_choice(trials: Trials) -> Remedy | None:
    """Return the other option that suffices and changes the effort least."""
    return min(
        (remedy for remedy in other_picks(trials) if trials.fits(remedy)),
        key=lambda remedy: abs(saved(trials, remedy)),
        default=None,
    )


def credits_left(trials: Trials) -> Iterator[tuple[Remedy, float]]:
    """Yield the curriculum's backgrounds that the learner has not claimed, and the most minutes that each can save."""
    work, claimed = trials.plain, trials.inputs.profile.background
    most: dict[str, float] = {}
    for i, module in enumerate(work.selection.modules):
        if work.remaining[i]:
            for name, share in module.credit:
                most[name] = most.get(name, 0) + work.effort[i] * float(share) + GRANULE
    for background in trials.inputs.curriculum.backgrounds:
        if background.id not in claimed and background.id in most:
            yield Remedy(background=background.id), most[background.id]


def other_picks(trials: Trials) -> Iterator[Remedy]:
    """Yield what else could be picked: one option of a choice in the place of another."""
    picked = dict(trials.inputs.profile.choices)
    for choice in trials.inputs.curriculum.choices:
        now = picked_options(choice, picked.get(choice.id, ()))
        for picks in _swaps(choice, now):
            yield Remedy(picks=(choice.id, picks))


def _swaps(choice: Choice, now: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for option in choice.options:
        if option.id not in now:
            for place in range(len(now)):
                yield (*now[:place], option.id, *now[place + 1 :])


def saved(trials: Trials, remedy: Remedy) -> int:
    """Return the minutes of work left that a remedy saves; negative when it adds some."""
    return sum(trials.plain.remaining) - sum(trials.work(remedy).remaining)


def smallest(low: int, high: int, guess: int, works: Callable[[int], bool]) -> int | None:
    """Return the smallest number in [low, high] that works, looked for around a guess; None when there is none."""
    if low > high:
        return None
    at, step = min(max(low, guess), high), 1
    if works(at):
        bad, good = low - 1, at
        while good - step > bad:
            if not works(good - step):
                bad = good - step
            else:
                good, step = good - step, 2 * step
    elif at == high or not works(high):
        return None
    else:
        bad, good = at, high
        while bad + step < good:
            if works(bad + step):
                good = bad + step
            else:
                bad, step = bad + step, 2 * step
    while good - bad > 1:
        middle = (good + bad) // 2
        bad, good = (bad, middle) if works(middle) else (middle, good)
    return good
