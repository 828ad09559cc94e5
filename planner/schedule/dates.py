"""Due dates: the goal, and a milestone's date, which scales when the goal is moved.

The default goal is start + months - 1 day; month m is start + m months - 1 day. When the goal is moved, a month keeps
its share of the days from start to goal (both counted), rounded to the nearest day, halves up.
"""

from datetime import date, timedelta

from planner.curriculum.model import Curriculum, Milestone
from planner.learner.model import Profile


def months_after(start: date, months: int) -> date:
    """Return the same day of the month so many months later, or that month's last day where it has none such."""
    if start.day > 28:
        from dateutil.relativedelta import relativedelta

        return start + relativedelta(months=months)
    years, month = divmod(start.month - 1 + months, 12)
    return start.replace(year=start.year + years, month=month + 1)


def default_goal(start: date, months: int) -> date:
    """Return the goal that a curriculum of `months` has by itself."""
    return months_after(start, months) - timedelta(days=1)


def goal_of(profile: Profile, curriculum: Curriculum) -> date:
    """Return the learner's goal: the profile's own, else the curriculum's length from the start."""
    return profile.goal or default_goal(profile.start, curriculum.months)


def due_date(milestone: Milestone, profile: Profile, curriculum: Curriculum) -> date:
    """Return the day on or before which a milestone is on time."""
    if milestone.by_date is not None or milestone.by_month is None:
        return milestone.by_date or goal_of(profile, curriculum)
    nominal_goal = default_goal(profile.start, curriculum.months)
    nominal = default_goal(profile.start, milestone.by_month)
    goal = goal_of(profile, curriculum)
    if goal == nominal_goal:
        return nominal
    share = (nominal - profile.start).days + 1
    whole, length = (nominal_goal - profile.start).days + 1, (goal - profile.start).days + 1
    days = (2 * share * length + whole) // (2 * whole)
    return profile.start + timedelta(days=days - 1)
