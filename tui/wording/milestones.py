"""Milestones in words: when due and expected, the slack, the state as a word, and the arithmetic of Kaggle medals."""

from datetime import date

from planner.curriculum.model import Medal
from planner.schedule.model import MilestonePlan
from planner.text.dates import say_day, say_near
from planner.text.durations import say_minutes
from planner.text.messages import Message, Translator, msg
from planner.workspace.milestones import MEDALS, MilestoneRow
from tui.widgets.milestone_line import LATE, ON_TRACK, REACHED, TIGHT, MilestoneLine

TIGHT_MINUTES = 8 * 60


def state_of(plan: MilestonePlan) -> str:
    """Return the state: reached, late, tight (less than 8 h of slack), or on track."""
    if plan.reached:
        return REACHED
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
        due=say_near(plan.due, today, language) if not reached else say_day(plan.due, language, year=False),
        expected=say_day(reached, language, year=False) if reached else expected,
        slack=_room(plan, state, t),
        state=state,
        word=t(word_of(state)),
    )


def _room(plan: MilestonePlan, state: str, t: Translator) -> str:
    """Say the slack; of a late milestone the expected day instead, of a reached one nothing."""
    if state == LATE and plan.expected is not None:
        return t(msg("expected {day}", day=say_day(plan.expected, t.language, year=False)))
    if state in {LATE, REACHED}:
        return ""
    return t(msg("slack {time}", time=_slack(plan.slack, t.language)))


def _slack(minutes: int, language: str) -> str:
    """Say slack in hours; quarters of an hour only where they are all there is."""
    return say_minutes(int(minutes / 60) * 60 if abs(minutes) >= 60 else minutes, language)




def medal_sentence(rank: int | None, teams: int | None, target: Medal) -> Message | None:
    """Say which medal a rank is worth among so many teams, and the rank that the target needs."""
    from planner.curriculum.kaggle import medal_for, rank_needed

    if target is Medal.NONE:
        return msg("A practice competition: it gives no medals.")
    if not teams:
        return None
    need = msg(
        "{medal} needs rank {rank} of {teams} or better.",
        medal=MEDALS[target],
        rank=rank_needed(target, teams),
        teams=teams,
    )
    if not rank:
        return need
    won = msg("Rank {rank} of {teams} is {medal}.", rank=rank, teams=teams, medal=MEDALS[medal_for(rank, teams)])
    return msg("{won} {need}", won=won, need=need)
