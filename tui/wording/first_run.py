"""The first questions in words: what is asked, and why; what can be chosen, and what was typed, understood."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from planner.curriculum.model import Curriculum
from planner.text.dates import say_day, say_near
from planner.text.messages import KeyOf, Message, Minutes, Translator, msg

LANGUAGE, CURRICULUM, START, BACKGROUND, HOURS, CHOICE, PLACE, VERDICT = STEPS = (
    "language", "curriculum", "start", "background", "hours", "choice", "place", "verdict",
)  # fmt: skip
LANGUAGE_NAMES = (("en", "English"), ("ja", "日本語"))
WEEKDAYS, DAYS_OFF = 5, 2
LONG_AGO = 31  # days


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
        BACKGROUND: msg("What do you bring?"),
        HOURS: msg("How long can you study on one day?"),
        CHOICE: msg("What do you choose?"),
        PLACE: msg("Where do you live?"),
        VERDICT: msg("Does it fit?"),
    }
    return t(asked[step])


def reason(step: str, t: Translator) -> str:
    """Return in one line why a step asks."""
    why: Mapping[str, Message] = {
        LANGUAGE: msg("The screens and your plan will speak it."),
        CURRICULUM: msg("It says what there is to learn, in which order, and by when."),
        START: msg("The goal and all milestones are counted from this day."),
        BACKGROUND: msg("What you know already takes less time in your plan."),
        HOURS: msg("The plan fills this time, but for a tenth that is kept free for catching up."),
        CHOICE: msg("Your plan holds only the modules of what you choose."),
        PLACE: msg("Public holidays count as days off, and times are those of your zone."),
        VERDICT: msg("This is the plan of your answers; nothing is written before you accept it."),
    }
    return t(why[step])


def hint(step: str, t: Translator, *, marks: bool = False) -> str:
    """Return what the keys do on a step; `marks` says that options are marked, not only pointed at."""
    if marks:
        return t(
            msg(
                "{mark} takes what the cursor is on, {forward} goes on.",
                mark=KeyOf("mark"),
                forward=KeyOf("forward"),
            )
        )
    if step == BACKGROUND:
        return t(
            msg(
                "{mark} marks what is true of you, nothing is fine too; {forward} goes on.",
                mark=KeyOf("mark"),
                forward=KeyOf("forward"),
            )
        )
    if step in {START, HOURS, PLACE}:
        return t(msg("Type another answer, or {forward} for this one.", forward=KeyOf("forward")))
    if step == VERDICT:
        return t(msg("{forward} takes the line under the cursor.", forward=KeyOf("forward")))
    return t(msg("Up and down choose, {forward} goes on.", forward=KeyOf("forward")))


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
    if (today - start).days > LONG_AGO:
        ago = msg(
            "This is {count} days ago: the goal is counted from there. Is it the right year?",
            count=(today - start).days,
        )
        return f"{said}  {t(ago)}"
    return said if near in said else f"{said}  {near}"
