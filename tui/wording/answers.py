"""The typed answers of the first run: their texts, what they mean, and what is wrong with them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from unicodedata import normalize

from planner.text.durations import parse_minutes, write_minutes
from planner.text.messages import Message, Minutes, Translator, msg
from planner.text.moments import read_day
from planner.text.refusals import no_day, no_length
from planner.workspace.setup.drafting import SetupAnswers
from planner.workspace.setup.zones import suggested_zone
from tui.wording.first_run import CURRICULUM, HOURS, LANGUAGE, PLACE, START, hours_remark, start_remark

Texts = Mapping[str, str]
NO_COUNTRY = {"", "none", "no", "-", "–", "—", "ー", "なし", "無し"}
JAPAN = {"jp", "japan", "日本", "日本国", "にほん"}
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
        return start_remark(read_day(texts["start"], today), today, t)
    if step == HOURS:
        return hours_remark(read_length(texts["weekday"]), read_length(texts["day_off"]), t)
    country = read_country(texts["holidays"]).upper()
    zone = suggested_zone(country, normalize("NFKC", texts["timezone"]).strip(), today.year)
    if zone:
        asked = msg(
            "For {country} the time zone is {zone}: is yours another one?", country=country, zone=zone
        )
        return t(asked)
    return t(msg("A country such as JP, or nothing; a time zone such as Asia/Tokyo."))


def taken(
    step: str, texts: Texts, answers: SetupAnswers, today: date | None = None
) -> SetupAnswers | Message:
    """Return the answers with what was typed, or what is wrong with it."""
    if step == START:
        start = read_day(texts["start"], today)
        return no_day(texts["start"]) if start is None else replace(answers, start=start, goal=None)
    return _hours_taken(texts, answers) if step == HOURS else _place_taken(texts, answers)


def _hours_taken(texts: Texts, answers: SetupAnswers) -> SetupAnswers | Message:
    """Take both lengths, or say which of them is wrong, and how."""
    lengths = []
    for name, label in FIELDS[HOURS]:
        length = read_length(texts[name])
        if length is None:
            return msg("{field}: {problem}", field=label, problem=no_length(texts[name]))
        if length and not SHORTEST <= length <= LONGEST:
            wrong = msg("{time} a day cannot be: give 15 minutes to 24 hours", time=Minutes(length))
            return msg("{field}: {problem}", field=label, problem=wrong)
        lengths.append(length)
    weekday, day_off = lengths
    if not weekday + day_off:
        return msg("One of the two must be more than 0.")
    return replace(answers, weekday=weekday, day_off=day_off, hours_per_week=None)


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


def read_length(text: str) -> int | None:
    """Read a length in minutes; nothing typed is no time."""
    text = normalize("NFKC", text).strip()
    return 0 if text in {"", "0"} else parse_minutes(text)
