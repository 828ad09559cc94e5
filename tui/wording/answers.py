"""The typed answers of the first run: their texts, what they mean, and what is wrong with them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from unicodedata import normalize

from planner.text.durations import parse_minutes, write_minutes
from planner.text.messages import Message, Minutes, Translator, msg
from planner.workspace.setup.drafting import SetupAnswers
from tui.wording.first_run import CURRICULUM, HOURS, LANGUAGE, PLACE, START, hours_remark, start_remark

Texts = Mapping[str, str]
NO_COUNTRY = {"", "none", "no", "-", "–", "—", "ー", "なし", "無し"}
JAPAN = {"jp", "japan", "日本", "日本国", "にほん"}
ZONES = {"JP": "Asia/Tokyo"}
LONGEST = 24 * 60
SHORTEST = 15
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
    zone = ZONES.get(read_country(texts["holidays"]).upper())
    if zone and normalize("NFKC", texts["timezone"]).strip() != zone:
        return t(msg("For {country} the time zone is {zone}: is yours another one?", country="JP", zone=zone))
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
        for length in (weekday, day_off):
            if length and not SHORTEST <= length <= LONGEST:
                return msg("{time} a day cannot be: give 15 minutes to 24 hours", time=Minutes(length))
        return replace(answers, weekday=weekday, day_off=day_off, hours_per_week=None)
    return _place_taken(texts, answers)


def _place_taken(texts: Texts, answers: SetupAnswers) -> SetupAnswers | Message:
    """Take country and time zone as the profile's reader understands them."""
    from planner.documents.wrong import Wrong
    from planner.learner import values

    country = read_country(texts["holidays"])
    try:
        holidays = "" if country.lower() in NO_COUNTRY else values.country(country.upper())
        zone = values.timezone(normalize("NFKC", texts["timezone"]).strip())
    except Wrong as error:
        return error.faults[0][1]
    return replace(answers, holidays=holidays, timezone=zone)


def picked(step: str, cursor: str, answers: SetupAnswers) -> SetupAnswers:
    """Return the answers with the language or the plan under the cursor; another plan has other choices."""
    if step == LANGUAGE and cursor not in {"", answers.language}:
        return replace(answers, language=cursor)
    if step == CURRICULUM and cursor not in {"", answers.curriculum}:
        return replace(answers, curriculum=cursor, background=(), choices={}, goal=None, drop=())
    return answers


def read_country(text: str) -> str:
    """Read a country's code; the names of Japan are understood, too."""
    country = normalize("NFKC", text).strip()
    return "JP" if country.lower() in JAPAN else country


def read_day(text: str) -> date | None:
    """Read a day such as 2026-12-01, 2026-12-1 or 2026/12/1, in digits of any width; None when it is none."""
    parts = normalize("NFKC", text).strip().replace("/", "-").split("-")
    if len(parts) != 3 or len(parts[0]) != 4 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    try:
        return date(*(int(part) for part in parts))
    except ValueError:
        return None


def read_length(text: str) -> int | None:
    """Read a length in minutes; nothing typed is no time."""
    text = normalize("NFKC", text).strip()
    return 0 if text in {"", "0"} else parse_minutes(text)
