"""Milestones in words, a line each: when due and expected, the slack, and the state as a word."""

from datetime import date

from planner.schedule.model import MilestonePlan
from planner.schedule.verdict import TIGHT_MINUTES
from planner.text.dates import say_day, say_near
from planner.text.durations import say_minutes
from planner.text.messages import Message, Translator, msg
from planner.workspace.views.milestones import MilestoneRow
from tui.widgets.milestone_line import LATE, ON_TRACK, REACHED, TIGHT, MilestoneLine


def state_of(plan: MilestonePlan) -> str:
    """Return the state: reached, late, tight (less than 8 h of slack, or overdue to be recorded), or on track."""
    if plan.reached:
        return REACHED
    if plan.unrecorded:
        return TIGHT if plan.overdue_record else ON_TRACK
    if plan.expected is None or (plan.lateness_days or 0) > 0:
        return LATE
    return TIGHT if plan.slack < TIGHT_MINUTES else ON_TRACK


def word_of(state: str) -> Message:
    """Return a state's word."""
    words = {ON_TRACK: msg("on track"), TIGHT: msg("tight"), LATE: msg("late"), REACHED: msg("reached")}
    return words[state]


def milestone_line(row: MilestoneRow, t: Translator, today: date) -> MilestoneLine:
    """Say one milestone in a line."""
    plan, language = row.plan, t.language
    state = state_of(plan)
    reached = row.progress.reached
    expected = say_day(plan.expected, language, year=False) if plan.expected else "–"
    return MilestoneLine(
        id=plan.id,
        title=t(row.milestone.title),
        due=_due(plan.due, today, language) if not reached else say_day(plan.due, language, year=False),
        expected=say_day(reached, language, year=False) if reached else expected,
        room=_room(plan, state, t),
        state=state,
        word=t(msg("to record") if plan.overdue_record else word_of(state)),
    )


def _due(day: date, today: date, language: str) -> str:
    """Say a due day: near, else plain, and with the year only where it could be taken for another one's."""
    away = abs((day - today).days)
    return say_near(day, today, language) if away <= 21 else say_day(day, language, year=away > 330)


def _room(plan: MilestonePlan, state: str, t: Translator) -> str:
    """Say the slack; of a late milestone the expected day instead, of a reached one nothing."""
    if state == LATE and plan.expected is not None:
        return t(msg("expected {day}", day=say_day(plan.expected, t.language, year=False)))
    if state in {LATE, REACHED} or plan.unrecorded:
        return ""
    return t(msg("slack {time}", time=say_slack(plan.slack, t.language)))


def say_slack(minutes: int, language: str) -> str:
    """Say slack in hours; quarters of an hour only where they are all there is."""
    return say_minutes(int(minutes / 60) * 60 if abs(minutes) >= 60 else minutes, language)
