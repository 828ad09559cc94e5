"""How much time may be lost: the largest loss of the next free time that keeps the guards.

Invariant: the figures come from running steps 1 to 3 on inputs from which exactly that time was taken, so that what is
said of them is true when run: with the loss the guard still holds, with a quarter of an hour more it does not.
"""

from collections.abc import Collection, Mapping
from datetime import date

from planner.learner.windows import GRANULE
from planner.schedule.dates import goal_of
from planner.schedule.frame import HORIZON_DAYS, make_frame
from planner.schedule.model import Inputs
from planner.schedule.supposing import Change, suppose
from planner.schedule.why.model import Slack
from planner.schedule.work import closure
from planner.text.messages import Message, Minutes, msg

GOAL = ""
_FIRST_STEP = 4 * 60
Guards = Mapping[str, int]


def guards_of(inputs: Inputs, ratio: tuple[int, int]) -> Guards:
    """Return the best possible day (an ordinal) of each milestone with work left, and of all work as `GOAL`."""
    frame = make_frame(inputs, ratio)
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
    before = guards_of(inputs, ratio)
    never = (
        max(goal_of(inputs.profile, inputs.curriculum), inputs.now.date(), inputs.profile.start).toordinal()
        + HORIZON_DAYS
    )
    watched = {name: before[name] for name in names if before.get(name, never + 1) <= never}
    if not watched:
        return None

    def lost(minutes: int) -> list[str]:
        after = guards_of(suppose(inputs, Change(lost=minutes)), ratio)
        return slipping(watched, after)

    good, bad = 0, _FIRST_STEP
    while not lost(bad):  # ends: without any free time before its guard, work that is left slips
        good, bad = bad, 2 * bad
    while bad - good > GRANULE:
        middle = (good + bad) // 2 // GRANULE * GRANULE
        good, bad = (good, middle) if lost(middle) else (middle, bad)
    first = lost(bad)[0]
    day = date.fromordinal(watched[first])
    return Slack(good, first, day, _said(inputs, good, first, day))


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
