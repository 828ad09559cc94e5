"""Figures that cannot both be true, found by arithmetic on what the curriculum states and what the learner has."""

from dataclasses import replace

from planner.learner.windows import typical_week
from planner.schedule.model import Contradiction, Inputs
from planner.text.messages import Minutes, msg

WEEKS_PER_MONTH = 52 / 12


def find_contradictions(
    inputs: Inputs, needed: float | None, capacity: int, remaining: int
) -> tuple[Contradiction, ...]:
    """Check the curriculum's claims against themselves, and against this learner's week and goal; hours throughout."""
    found = [*_claims(inputs), *_week(inputs), *_cap(inputs)]
    if remaining > capacity:
        found.append(
            Contradiction(
                "hours-to-goal",
                _hours(remaining),
                _hours(capacity),
                msg(
                    "{work} of work is left, and {capacity} are free until the goal: {short} too few.",
                    work=Minutes(remaining),
                    capacity=Minutes(capacity),
                    short=Minutes(remaining - capacity),
                ),
            )
        )
    stated = inputs.curriculum.stated_minutes_per_week
    if needed is not None and stated is not None and needed > _hours(stated):
        found.append(
            Contradiction(
                "needed-hours",
                _hours(stated),
                needed,
                msg(
                    "The curriculum counts on {stated} h a week; the goal needs {needed} h.",
                    stated=_hours(stated),
                    needed=needed,
                ),
            )
        )
    return tuple(found)


def _claims(inputs: Inputs) -> list[Contradiction]:
    """Check the claims against one another: the week they add up to, and the total over the months."""
    curriculum = inputs.curriculum
    stated = curriculum.stated_minutes_per_week
    if stated is None:
        return []
    found = []
    weekday, day_off = curriculum.stated_weekday_minutes, curriculum.stated_day_off_minutes
    if weekday is not None and day_off is not None and 5 * weekday + 2 * day_off != stated:
        adds_up = 5 * weekday + 2 * day_off
        found.append(
            Contradiction(
                "stated-week",
                _hours(stated),
                _hours(adds_up),
                msg(
                    "The curriculum says {stated} h a week, but 5 × {weekday} h + 2 × {day_off} h is {actual} h.",
                    stated=_hours(stated),
                    weekday=_hours(weekday),
                    day_off=_hours(day_off),
                    actual=_hours(adds_up),
                ),
            )
        )
    weeks = round(curriculum.months * WEEKS_PER_MONTH)
    if weeks * stated < curriculum.target_minutes:
        found.append(
            Contradiction(
                "total-hours",
                _hours(curriculum.target_minutes),
                _hours(weeks * stated),
                msg(
                    "{months} months at {stated} h a week are {actual} h, not {target} h.",
                    months=curriculum.months,
                    stated=_hours(stated),
                    actual=_hours(weeks * stated),
                    target=_hours(curriculum.target_minutes),
                ),
            )
        )
    return found


def _week(inputs: Inputs) -> list[Contradiction]:
    """Check the week that the curriculum counts on against the learner's own."""
    stated = inputs.curriculum.stated_minutes_per_week
    actual = typical_week(inputs.profile.availability)
    if stated is None or stated == actual:
        return []
    text = msg(
        "The curriculum counts on {stated} h a week; your week has {actual} h.",
        stated=_hours(stated),
        actual=_hours(actual),
    )
    return [Contradiction("weekly-hours", _hours(stated), _hours(actual), text)]


def _cap(inputs: Inputs) -> list[Contradiction]:
    """Check the weekly cap against the windows: a cap gives no time."""
    availability = inputs.profile.availability
    cap, windows = availability.cap, typical_week(replace(availability, cap=None))
    if cap is None or cap <= windows:
        return []
    text = msg(
        "hours_per_week is {cap} h, but the windows of an ordinary week hold only {actual} h.",
        cap=_hours(cap),
        actual=_hours(windows),
    )
    return [Contradiction("weekly-cap", _hours(cap), _hours(windows), text)]


def _hours(minutes: int) -> float:
    hours = round(minutes / 60, 2)
    return int(hours) if hours == int(hours) else hours
