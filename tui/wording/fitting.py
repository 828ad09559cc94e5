"""Whether a new plan fits, in words: its figures, what can be done, and what a repair changes in the answers."""

from dataclasses import replace
from datetime import date

from planner.learner.model import Availability, WeekPattern
from planner.schedule.model import Plan, Repair
from planner.text.dates import say_day
from planner.text.messages import Minutes, Translator, msg
from planner.workspace.setup.drafting import SetupAnswers
from tui.wording.first_run import Option

KEEP, TAKE_BACK = "keep", "take-back"


def verdict_options(plan: Plan, t: Translator, *, repaired: bool = False) -> tuple[Option, ...]:
    """Say what can be done with a plan: take one of the repairs first, accept it, or take a repair back."""
    fits = plan.verdict.status == "on-time"
    accept = msg("Accept this plan") if fits else msg("Accept it as it is")
    options = [Option(str(n), t(r.plain)) for n, r in enumerate(plan.verdict.repairs) if can_apply(r)]
    back = [Option(TAKE_BACK, t(msg("Go back to the plan without this change")))] if repaired else []
    return (*options, Option(KEEP, t(accept)), *back)


def can_apply(repair: Repair) -> bool:
    """Tell whether a repair is still open: what the learner brings already was asked a moment ago."""
    return "credit" not in repair.kind


def repaired(answers: SetupAnswers, repair: Repair) -> SetupAnswers:
    """Return the answers with a repair in them; a pair changes two of them."""
    for kind, value in zip(repair.kind.split("+"), repair.value.split("+"), strict=True):
        answers = _changed(answers, kind, value)
    return answers


def _changed(answers: SetupAnswers, kind: str, value: str) -> SetupAnswers:
    if kind == "goal":
        return replace(answers, goal=date.fromisoformat(value))
    if kind == "drop":
        return replace(answers, drop=(*answers.drop, *value.split(",")))
    if kind == "choice":
        name, _, picks = value.partition("=")
        return replace(answers, choices={**answers.choices, name: tuple(picks.split(","))})
    return _with_hours(answers, round(float(value) * 60))


def _with_hours(answers: SetupAnswers, minutes: int) -> SetupAnswers:
    from planner.learner.stretching import with_weekly_minutes

    day = ((0, answers.weekday or 0),) if answers.weekday else ()
    off = ((0, answers.day_off or 0),) if answers.day_off else ()
    longer = with_weekly_minutes(Availability(WeekPattern(day, off)), minutes).pattern
    weekday, day_off = (
        sum(end - start for start, end in windows) for windows in (longer.weekday, longer.day_off)
    )
    return replace(answers, weekday=weekday, day_off=day_off, hours_per_week=minutes)


def verdict_lines(plan: Plan, t: Translator) -> tuple[tuple[str, str], ...]:
    """Say a plan in labelled lines: its dates, its work and week, and what cannot be true in the plan's own figures."""
    verdict, language = plan.verdict, t.language
    effort = Minutes(round(plan.effort / 60) * 60)
    needed = round(verdict.needed_hours_per_week or 0, 1)
    work = msg("{effort}, {hours} h a week are needed", effort=effort, hours=needed)
    said = (
        (t(msg("goal")), say_day(plan.goal, language, weekday=True)),
        (t(msg("finish")), say_day(plan.finish, language, weekday=True) if plan.finish else "–"),
        (t(msg("work")), t(work)),
    )
    return (*said, *(("", t(each.message)) for each in verdict.contradictions if each.code != "stated-week"))
