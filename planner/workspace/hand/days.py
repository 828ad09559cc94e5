"""A day off or on again, as one wish: what is on is taken off, what is off is given back.

Invariant: giving back what was taken off last is its undo, so that the plan is as it was; a day taken off earlier gets
its usual windows back as extra time, and the plan that there is stays.
"""

from datetime import date

from planner.journal.events import Draft
from planner.journal.fold import fold
from planner.journal.model import Event
from planner.journal.words.history import last_action
from planner.learner.holidays import public_holidays
from planner.learner.windows import day_windows
from planner.problems import fail
from planner.text.messages import msg
from planner.workspace.acting import make_action
from planner.workspace.hand.changing import Change
from planner.workspace.hand.time import check_ahead, take_off
from planner.workspace.opening import Opened
from planner.workspace.proposal import propose


def is_off(opened: Opened, day: date) -> bool:
    """Tell whether the learner keeps a day free: taken off, and not opened up again since."""
    return day in opened.shown.time_off and all(each.day != day for each in opened.shown.extra)


def switch_day(opened: Opened, day: date) -> "Change | tuple[Event, ...]":
    """Take a day off, or give it back; returns the change, or the action whose undo gives it back."""
    if not is_off(opened, day):
        return take_off(opened, day, day)
    check_ahead(opened, day)
    last = last_action(opened.events)
    if last and last[0].kind == "time-off" and last[0].data["days"] == [day.isoformat()]:
        return last
    return give_back(opened, day)


def give_back(opened: Opened, day: date) -> Change:
    """Give a day off its usual windows again."""
    availability = opened.profile.availability
    windows = day_windows(availability, day, public_holidays(availability.holidays))
    if not windows:
        raise fail(
            msg("{day} has no windows to give back: extra time opens it, such as 20:00-22:00", day=day)
        )
    drafts = [Draft("extra", {"day": day.isoformat(), "start": a, "end": b}) for a, b in windows]
    progress = fold([*opened.events, *make_action(opened, drafts)], opened.journal.renaming)
    said = msg("{day} is open for study again.", day=day)
    return Change(said, propose(opened, opened.inputs_with(progress), drafts))
