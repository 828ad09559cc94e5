"""Readers of single values: a plain value in, a checked one out, or `Wrong` with what to write instead."""

import math
import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from planner.documents.wrong import Reader, Wrong, nearest, short, shown, wrong
from planner.text.dates import WEEKDAYS
from planner.text.durations import hours_to_minutes, parse_minutes
from planner.text.languages import LocalText
from planner.text.messages import Message, Minutes, msg

ID_PATTERN = r"^[a-z0-9][a-z0-9_-]{0,63}$"
DAY_PATTERN = r"^\d{4}-\d{2}-\d{2}$"
URL_PATTERN = r"^https?://\S+$"
LANGUAGE_PATTERN = r"^[a-z]{2}$"
MAX_TEXT = 2_000
FIRST_YEAR, LAST_YEAR = 1970, 2200

_ID = re.compile(ID_PATTERN[:-1] + r"\Z")
_NOT_ID = re.compile(r"[^a-z0-9_-]+")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_URL = re.compile(r"https?://[^\s/]\S*", re.IGNORECASE)
_MILLION = 1_000_000
_PERCENT = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,4})?)\s*%")


def text(value: object) -> str:
    """Read a text, as one line."""
    if isinstance(value, bool | int | float):
        raise wrong(msg("{given} is not text; put it in quotes: '{given}'", given=shown(value)))
    if not isinstance(value, str):
        raise wrong(msg("{given} is not text; write a text", given=shown(value)))
    line = " ".join(value.split())
    if not line:
        raise wrong(msg("the text is empty; write one, or remove the line"))
    if len(line) > MAX_TEXT:
        raise wrong(msg("the text has more than {limit} characters; make it shorter", limit=MAX_TEXT))
    return line


def local_text(value: object) -> LocalText:
    """Read a text for every language, or a mapping from language codes to texts."""
    if not isinstance(value, dict):
        return LocalText.of(text(value))
    if not value:
        raise wrong(
            msg("the text is empty; write one such as {example}", example="{en: Statistics, ja: 統計}")
        )
    faults, texts = [], {}
    for code, words in value.items():
        if not re.fullmatch(LANGUAGE_PATTERN, code):
            message = msg("`{key}` is no language; write codes of two letters: en, ja", key=short(code))
            faults.append(((code,), message))
            continue
        try:
            texts[code] = text(words)
        except Wrong as error:
            faults += [((code, *path), message) for path, message in error.faults]
    if faults:
        raise Wrong(*faults)
    return LocalText.of(texts)


def ident(value: object) -> str:
    """Read an id."""
    if isinstance(value, str) and _ID.match(value):
        return value
    plain = isinstance(value, bool | int | float)
    if plain and _ID.match(str(value).casefold()):
        raise wrong(msg("{given} is not an id; put it in quotes: '{given}'", given=shown(value)))
    example = (
        _NOT_ID.sub("-", str(value).casefold()).strip("-_")[:64] if plain or isinstance(value, str) else ""
    )
    raise wrong(
        msg(
            "{given} is not an id; write up to 64 small letters, digits, - and _, such as {example}",
            given=shown(value),
            example=example or "python-basics",
        )
    )


def whole(low: int, high: int) -> Reader[int]:
    """Return a reader of whole numbers from `low` to `high`."""

    def read(value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        raise wrong(
            msg(
                "{given} does not fit; write a whole number from {low} to {high}",
                given=shown(value),
                low=low,
                high=high,
            )
        )

    return read


def yes_no(value: object) -> bool:
    """Read true or false."""
    if isinstance(value, bool):
        return value
    raise wrong(msg("{given} does not fit; write true or false", given=shown(value)))


def number(value: object) -> Decimal | None:
    """Return a finite number exactly as it was written, or None."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return Decimal(str(value))


def hours(highest: int) -> Reader[int]:
    """Return a reader of hours, more than 0 and at most `highest`, as whole minutes (halves up)."""

    def read(value: object) -> int:
        given = number(value)
        if given is None:
            raise wrong(_not_hours(value))
        if given > highest:
            raise wrong(
                msg(
                    "{given} hours are too many; write at most {highest}", given=shown(value), highest=highest
                )
            )
        minutes = hours_to_minutes(given)
        if minutes < 1:
            raise wrong(
                msg(
                    "{given} hours are too few; write a number above 0, such as 1.5, or remove the line",
                    given=shown(value),
                )
            )
        return minutes

    return read


def _not_hours(value: object) -> Message:
    minutes = parse_minutes(value) if isinstance(value, str) else None
    if minutes:
        written = f"{minutes / 60:.4g}"
        return msg("{given} is not a number of hours; write {hours}", given=shown(value), hours=written)
    return msg("{given} is not a number of hours; write a number such as 12 or 1.5", given=shown(value))


def length(value: object) -> int:
    """Read a length of time such as `30m` or `1h30m`, as minutes."""
    minutes = parse_minutes(value) if isinstance(value, str) else None
    if not minutes:
        raise wrong(msg("{given} is not a length of time; write 30m, 2h or 1h30m", given=shown(value)))
    return minutes


def session_length(value: object) -> int:
    """Read a session's length: a multiple of 15 minutes, from 15 minutes to 12 hours."""
    minutes = length(value)
    if not 15 <= minutes <= 720:
        raise wrong(msg("{given} is no session; write a length from 15m to 12h", given=Minutes(minutes)))
    if minutes % 15:
        lower = minutes - minutes % 15
        raise wrong(
            msg(
                "{given} is not a multiple of 15 minutes; write {lower}m or {upper}m",
                given=shown(value),
                lower=lower,
                upper=lower + 15,
            )
        )
    return minutes


def share(high: Fraction) -> Reader[Fraction]:
    """Return a reader of shares from 0 to `high`, to the millionth: a number such as 0.1, or a text such as 10%."""

    def read(value: object) -> Fraction:
        percent = _PERCENT.fullmatch(value.strip()) if isinstance(value, str) else None
        given = number(value)
        part = Fraction(percent[1]) / 100 if percent else None if given is None else Fraction(given)
        if part is None or not 0 <= part <= high:
            raise wrong(
                msg(
                    "{given} does not fit; write a share from 0% to {high}%, such as 10% or 0.1",
                    given=shown(value),
                    high=int(high * 100),
                )
            )
        return Fraction(round(part * _MILLION), _MILLION)

    return read


def day(value: object) -> date:
    """Read a day, ISO 8601, YYYY-MM-DD."""
    found = _DAY.fullmatch(value) if isinstance(value, str) else None
    if not found:
        raise wrong(msg("{given} is not a day; write YYYY-MM-DD, such as 2027-01-31", given=shown(value)))
    year, month, number_of_day = (int(part) for part in found.groups())
    given = str(value)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise wrong(
            msg(
                "{given} is too far away; write a year from {first} to {last}",
                given=given,
                first=FIRST_YEAR,
                last=LAST_YEAR,
            )
        )
    if not 1 <= month <= 12:
        raise wrong(msg("{given} is not a day; write a month from 01 to 12", given=given))
    last = monthrange(year, month)[1]
    if not 1 <= number_of_day <= last:
        raise wrong(
            msg(
                "{given} is not a day; {month} has {days} days",
                given=given,
                month=f"{year}-{month:02}",
                days=last,
            )
        )
    return date(year, month, number_of_day)


def one_of(*words: str) -> Reader[str]:
    """Return a reader of one word out of several."""

    def read(value: object) -> str:
        if isinstance(value, str) and value in words:
            return value
        return _suggest(value, words)

    return read


def _suggest(value: object, words: Sequence[str]) -> str:
    near = nearest(value, words) if isinstance(value, str) else ""
    if near:
        raise wrong(msg("{given} is not known here; did you mean {near}?", given=shown(value), near=near))
    raise wrong(
        msg("{given} is not known here; write one of: {words}", given=shown(value), words=", ".join(words))
    )


def weekday(value: object) -> int:
    """Read the English name of a weekday; Monday is 0."""
    return WEEKDAYS.index(one_of(*WEEKDAYS)(value))


def url(value: object) -> str:
    """Read the address of a web page."""
    if isinstance(value, str) and len(value) <= MAX_TEXT and _URL.fullmatch(value):
        return value
    raise wrong(msg("{given} is no web address; write https://…", given=shown(value)))
