"""The typed answers of the first run: their texts, what they mean, and what is wrong with them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from planner.text.durations import parse_minutes, write_minutes
from planner.text.messages import Message, Translator, msg
from planner.workspace.setup import SetupAnswers
from tui.wording.first_run import HOURS, PLACE, START, hours_remark, start_remark

Texts = Mapping[str, str]
FIELDS: Mapping[str, tuple[tuple[str, Message], ...]] = {
    START: (("start", msg("first day")),),
    HOURS: (("weekday", msg("on weekdays")), ("day_off", msg("on days off"))),
    PLACE: (("holidays", msg("country")), ("timezone", msg("time zone"))),
}


def texts_of(answers: SetupAnswers) -> Texts:
    """Return what stands in the fields."""
    return {
        "start": answers.start.isoformat() if answers.start else "",
        "weekday": write_minutes(answers.weekday or 0),
        "day_off": write_minutes(answers.day_off or 0),
        "holidays": answers.holidays or "",
        "timezone": answers.timezone or "",
    }


def remark(step: str, texts: Texts, today: date, t: Translator) -> str:
    """Say what was typed, understood."""
    if step == START:
        return start_remark(read_day(texts["start"]), today, t)
    if step == HOURS:
        return hours_remark(read_length(texts["weekday"]), read_length(texts["day_off"]), t)
    return t(msg("A country such as JP, or nothing; a time zone such as Asia/Tokyo."))


def taken(step: str, texts: Texts, answers: SetupAnswers) -> SetupAnswers | Message:
    """Return the answers with what was typed, or what is wrong with it."""
    if step == START:
        start = read_day(texts["start"])
        if start is None:
            return msg("Write the day as year-month-day, such as 2026-12-01.")
        return replace(answers, start=start, goal=None)
    if step == HOURS:
        weekday, day_off = read_length(texts["weekday"]), read_length(texts["day_off"])
        if weekday is None or day_off is None or not weekday + day_off:
            return msg("Write a length such as 2h, 90m or 1h30m; one of them may be 0.")
        return replace(answers, weekday=weekday, day_off=day_off, hours_per_week=None)
    return replace(answers, holidays=texts["holidays"].upper(), timezone=texts["timezone"])


def read_day(text: str) -> date | None:
    """Read a day; None when it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def read_length(text: str) -> int | None:
    """Read a length in minutes; nothing typed is no time."""
    return 0 if text in {"", "0"} else parse_minutes(text)
