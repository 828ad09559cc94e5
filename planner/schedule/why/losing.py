"""How much time may be lost: the largest loss of the next free time that keeps the guards.

Invariant: the figures come from running steps 1 to 3 on inputs from which exactly that time was taken, so that what is
said of them is true when run: with the loss the guard still holds, with a quarter of an hour more it does not.
"""

from collections.abc import Collection, Mapping
from datetime import date
from functools import cache

from planner.learner.windows import GRANULE
from planner.schedule.frame import Frame, make_frame
from planner.schedule.model import Inputs
from planner.schedule.supposing import Change, suppose
from planner.schedule.why.model import Slack
from planner.schedule.work import closure
from planner.text.messages import Message, Minutes, msg

GOAL = ""
_NEVER = 1 << 30
Guards = Mapping[str, int]


def guards_of(inputs: Inputs, ratio: tuple[int, int]) -> Guards:
    """Return the best possible day (an ordinal) of each milestone with work left, and of all work as `GOAL`."""
    return _guards(inputs, make_frame(inputs, ratio))


def _guards(inputs: Inputs, frame: Frame) -> Guards:
    work, states = frame.work, inputs.progress.milestones
    result = {}
    for name, (_, needed) in work.milestones.items():
        state = states.get(name)
        if (state is None or state.reached is None) and any(work.remaining[i] for i in closure(work, needed)):
            result[name] = frame.milestones[name]
    left = [guard for guard, minutes in zip(frame.guards, work.remaining, strict=True) if minutes]
    if left:
        result[GOAL] = max([work.goal, *left])
    return result


def slipping(before: Guards, after: Guards) -> list[str]:
    """Return what can only be reached later than before, the earliest first; milestones come before the goal."""
    names = [name for name, day in before.items() if after.get(name, day) > day]
    return sorted(names, key=lambda name: (name == GOAL, before[name], name))


def find_slack(inputs: Inputs, ratio: tuple[int, int], names: Collection[str]) -> Slack | None:
    """Return how much of the next free time may be lost before one of `names` slips; None when none of them can."""
    frame = make_frame(inputs, ratio)
    before = _guards(inputs, frame)
    watched = {name: before[name] for name in names if before.get(name, _NEVER) <= frame.capacity.horizon}
    if not watched:
        return None

    @cache
    def lost(minutes: int) -> list[str]:
        after = guards_of(suppose(inputs, Change(lost=minutes)), ratio)
        return slipping(watched, after)

    guess = _guess(frame, min(watched.values()), max(watched.values()))
    good, bad, step = 0, guess + GRANULE, 2 * GRANULE
    if guess and not lost(guess):
        good = guess
    while not lost(bad):  # ends: without any free time before its guard, work that is left slips
        good, bad, step = bad, bad + step, 2 * step
    while bad - good > GRANULE:
        middle = (good + bad) // 2 // GRANULE * GRANULE
        good, bad = (good, middle) if lost(middle) else (middle, bad)
    first = lost(bad)[0]
    day = date.fromordinal(watched[first])
    return Slack(good, first, day, _said(inputs, good, first, day))


def _guess(frame: Frame, first: int, last: int) -> int:
    """Return what is likely the answer: the least free time beyond the work due, over the guards from first to last."""
    work, capacity = frame.work, frame.capacity
    spare = [
        capacity.between(capacity.first, day)
        - sum(left for left, guard in zip(work.remaining, frame.guards, strict=True) if guard <= day)
        for day in {guard for guard in frame.guards if first <= guard <= last}
    ]
    return max(0, min(spare, default=0)) // GRANULE * GRANULE


def _said(inputs: Inputs, minutes: int, name: str, day: date) -> Message:
    found = inputs.curriculum.milestone(name) if name != GOAL else None
    if found is None and not minutes:
        return msg("No time to spare: whatever is lost now, the end slips past {day}.", day=day)
    if found is None:
        return msg(
            "{minutes} of the next free time may be lost before the end slips past {day}.",
            minutes=Minutes(minutes),
            day=day,
        )
    if not minutes:
        return msg(
            "No time to spare: whatever is lost now, “{milestone}” slips past {day}.",
            milestone=found.title,
            day=day,
        )
    return msg(
        "{minutes} of the next free time may be lost before “{milestone}” slips past {day}.",
        minutes=Minutes(minutes),
        milestone=found.title,
        day=day,
    )
