"""The first questions in words: what is asked, what can be chosen, and what a repair changes in the answers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from planner.curriculum.model import Curriculum
from planner.learner.model import Availability, WeekPattern
from planner.schedule.model import Plan, Repair
from planner.text.dates import say_day, say_near
from planner.text.messages import Message, Minutes, Translator, msg
from planner.workspace.setup import SetupAnswers

LANGUAGE, CURRICULUM, START, BACKGROUND, HOURS, CHOICE, PLACE, VERDICT = STEPS = (
    "language", "curriculum", "start", "background", "hours", "choice", "place", "verdict",
)  # fmt: skip
LANGUAGE_NAMES = (("en", "English"), ("ja", "日本語"))
KEEP, TAKE_BACK = "keep", "take-back"
WEEKDAYS, DAYS_OFF = 5, 2


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose: its name, and a quiet line below it."""

    id: str
    name: str
    note: str = ""


def question(step: str, t: Translator) -> str:
    """Return what a step asks."""
    asked: Mapping[str, Message] = {
        LANGUAGE: msg("Which language?"),
        CURRICULUM: msg("Which plan?"),
        START: msg("When do you start?"),
        BACKGROUND: msg("What do you bring? It shortens what you know already."),
        HOURS: msg("How long can you study on one day?"),
        CHOICE: msg("Which speciality?"),
        PLACE: msg("Where do you live? Public holidays count as days off."),
        VERDICT: msg("Does it fit?"),
    }
    return t(asked[step])


def hint(step: str, t: Translator) -> str:
    """Return what the keys do on a step."""
    if step == BACKGROUND:
        return t(msg("Space marks what is true of you, nothing is fine too; Enter goes on."))
    if step in {START, HOURS, PLACE}:
        return t(msg("Type another answer, or Enter for this one."))
    if step == VERDICT:
        return t(
            msg("Enter takes the line under the cursor. Nothing is written before the plan is accepted.")
        )
    return t(msg("Up and down choose, Enter goes on."))


def curriculum_options(curricula: Mapping[str, Curriculum], t: Translator) -> tuple[Option, ...]:
    """Say the plans that there are, the longest first."""
    ordered = sorted(curricula.items(), key=lambda pair: -pair[1].months)
    return tuple(
        Option(name, t(each.title), t(each.summary) if each.summary else "") for name, each in ordered
    )


def background_options(curriculum: Curriculum, t: Translator) -> tuple[Option, ...]:
    """Say the backgrounds that save work in this plan."""
    saving = {name for module in curriculum.modules for name, _ in module.credit}
    return tuple(Option(each.id, t(each.title)) for each in curriculum.backgrounds if each.id in saving)


def choice_options(curriculum: Curriculum, t: Translator) -> tuple[Option, ...]:
    """Say the options of the plan's first choice, with what they study."""
    titles = curriculum.by_id()
    return tuple(
        Option(each.id, t(each.title), " · ".join(t(titles[module].title) for module in each.modules))
        for each in curriculum.choices[0].options
    )


def week_minutes(weekday: int, day_off: int) -> int:
    """Return the minutes of an ordinary week."""
    return WEEKDAYS * weekday + DAYS_OFF * day_off


def hours_remark(weekday: int | None, day_off: int | None, t: Translator) -> str:
    """Say what both lengths make in a week."""
    if weekday is None or day_off is None:
        return t(msg("Write a length such as 2h, 90m or 1h30m."))
    return t(msg("That is {time} in a week without holidays.", time=Minutes(week_minutes(weekday, day_off))))


def start_remark(start: date | None, today: date, t: Translator) -> str:
    """Say the day that was typed."""
    if start is None:
        return t(msg("Write a day such as {day}.", day=today.isoformat()))
    near = say_near(start, today, t.language)
    said = say_day(start, t.language, weekday=True)
    return said if near in said else f"{said}  {near}"


def verdict_options(plan: Plan, t: Translator, *, repaired: bool = False) -> tuple[Option, ...]:
    """Say what can be done with a plan: take one of the repairs first, accept it, or take a repair back."""
    fits = plan.verdict.status == "on-time"
    accept = msg("Accept this plan") if fits else msg("Accept it as it is")
    options = [Option(str(n), t(r.message)) for n, r in enumerate(plan.verdict.repairs) if can_apply(r)]
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
    return (*said, *(("", t(each.message)) for each in verdict.contradictions))
