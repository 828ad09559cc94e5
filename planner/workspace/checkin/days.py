"""When the weekly check-in is: the day it is for, whether it waits, and the next one."""

from datetime import date, timedelta

from planner.learner.windows import monday
from planner.problems import fail
from planner.text.messages import msg
from planner.workspace.opening import Opened


def check_begun(opened: Opened) -> None:
    """Refuse a check-in in a week before the plan's first; raises `DataError`."""
    start = opened.profile.start
    if monday(opened.now.date()) < monday(start):
        raise fail(
            msg("The plan has not begun: it begins on {day}, and there is nothing to check in yet", day=start)
        )


def default_day(opened: Opened) -> date:
    """Return the day a check-in is for: today, or from Monday to Wednesday last Sunday while its week is unchecked."""
    today = opened.now.date()
    sunday = monday(today) - timedelta(days=1)
    checked = {checkin.week for checkin in opened.shown.checkins}
    late = today.weekday() <= 2 and sunday >= opened.profile.start and monday(sunday) not in checked
    return sunday if late else today


def checkin_due(opened: Opened) -> bool:
    """Tell whether a check-in waits: its day has come, or last week has none and it is not yet Thursday.

    On the first day there is nothing to report yet.
    """
    today, day = opened.now.date(), default_day(opened)
    checked = {checkin.week for checkin in opened.shown.checkins}
    if today <= opened.profile.start or monday(day) in checked:
        return False
    return day != today or today.weekday() >= opened.profile.study.checkin


def next_checkin(opened: Opened) -> date:
    """Return the day of the next check-in: the profile's weekday, in the first week that has none yet."""
    today = max(opened.now.date(), opened.profile.start)
    checked = {checkin.week for checkin in opened.shown.checkins}
    week = monday(today)
    day = week + timedelta(days=opened.profile.study.checkin)
    if week in checked:
        return day + timedelta(days=7)
    return max(day, today)
