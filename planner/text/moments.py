"""Places in time as people write them: a day, a clock time, or both; a weekday where a week is in sight.

Invariant: what is read is said by nothing else than the text, the week and the day that it is, never by the clock.
"""

import re
from contextlib import suppress
from datetime import date, timedelta
from enum import Enum

from planner.text.dates import WEEKDAYS, weekday_name
from planner.text.durations import plain

Moment = tuple[date | None, int | None]

FIRST_YEAR, LAST_YEAR = 1970, 2200  # as in the files

_NEAR = {
    "today": 0, "今日": 0, "きょう": 0, "本日": 0, "tomorrow": 1, "明日": 1, "あした": 1, "あす": 1,
    "明後日": 2, "あさって": 2, "yesterday": -1, "昨日": -1, "きのう": -1, "一昨日": -2, "おととい": -2,
}  # fmt: skip
_WITH_YEAR = (
    r"([0-9]{4})(?:-([0-9]{1,2})-([0-9]{1,2})|/([0-9]{1,2})/([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日?)"
)
_WITHOUT_YEAR = r"([0-9]{1,2})(?:[-/]([0-9]{1,2})|月([0-9]{1,2})日?)"
_DAY_THEN_CLOCK = r"(?<=[日月火水木金土曜たすてうい])(?=[0-9]{1,2}[:時])"


class Side(Enum):
    """On which side of today a day without a year, or the name of a weekday, is looked for."""

    PAST = -1
    NEAREST = 0
    COMING = 1


def read_day(text: str, today: date | None = None, side: Side = Side.NEAREST) -> date | None:
    """Read `2026-12-01`, `2026/12/1` or `2026年12月1日`; None when it is no day from 1970 to 2200.

    With today, `12/1` and `12月1日`, `yesterday` and `明日`, `Thu` and `木曜` are read, too: today or the nearest such
    day on the side asked for. Digits may have any width.
    """
    word = re.sub(r"\s*([年月日])\s*", r"\1", plain(text).strip()).casefold().rstrip(",.")
    if found := re.fullmatch(_WITH_YEAR, word):
        return _date(*(int(part) for part in found.groups() if part))
    if today is None:
        return None
    if word in _NEAR:
        return _in_range(today + timedelta(days=_NEAR[word]))
    if found := re.fullmatch(_WITHOUT_YEAR, word):
        month, day = (int(part) for part in found.groups() if part)
        every = (
            _date(today.year + away, month, day) for away in range(-8, 9)
        )  # 29 February is up to 8 years away
        return _nearest([each for each in every if each], today, side)
    number = _weekday(word)
    if number is None:
        return None
    monday = today - timedelta(days=today.weekday())
    return _nearest([monday + timedelta(days=number + 7 * away) for away in (-1, 0, 1)], today, side)


def is_far(text: str) -> bool:
    """Tell whether a text is a day as `read_day` reads it, but of a year that is too far away."""
    return bool(re.match(r"(?!19[789]|20|21|2200)[0-9]{4}[-/年]", plain(text).strip()))


def read_moment(text: str, week: date | None = None, now: tuple[date, int] | None = None) -> Moment | None:
    """Read `2026-12-04T20:00`, `20:00` or `2026-12-04`, as a day and minutes after midnight; None when it is neither.

    With a week, given by its Monday, a weekday stands for its day: `Thu 21:00`, `木21:00`.
    With now, a day and minutes after its midnight, a weekday that has passed is the next such day, and what `read_day`
    reads with a today is read, too; a day without a year has not passed.
    """
    typed = _spaced(plain(text)).strip()
    first, _, last = typed.rpartition(" ")
    minute = _minute(last)
    if minute is not None and not first.strip():
        return None, minute
    first = typed if minute is None else first
    number = _weekday(first.strip().casefold().rstrip(",."))
    if week is not None and number is not None:
        return _coming(week + timedelta(days=number), minute, now), minute
    if number is not None and now is None:
        return None
    day = read_day(first, now[0] if now else None, Side.COMING)
    if day is not None and number is not None:
        day = _coming(day, minute, now)
    return None if day is None else (day, minute)


def _spaced(text: str) -> str:
    """Put a space between day and clock where people write none: `2026-12-04T20:00`, `木21:00`, `明日21:00`."""
    return re.sub(_DAY_THEN_CLOCK, " ", re.sub(r"(?<=\d)T(?=\d)", " ", text))


def _nearest(days: list[date], today: date, side: Side) -> date | None:
    """Return the day that is nearest on a side of today; of two as near the coming one."""
    fitting = [day for day in days if (day - today).days * side.value >= 0]
    return min(fitting, key=lambda day: (abs(day - today), day < today), default=None)


def _coming(day: date, minute: int | None, now: tuple[date, int] | None) -> date:
    """Return a weekday's day; one that has passed is the next such day."""
    if now is None:
        return day
    today, clock = now
    if day < today:
        day += timedelta(days=-(-(today - day).days // 7) * 7)
    over = day == today and minute is not None and minute < clock
    return day + timedelta(days=7) if over else day


def _weekday(word: str) -> int | None:
    """Read the name of a weekday, in full or in short, as its number from Monday, 0."""
    for number, name in enumerate(WEEKDAYS):
        japanese = weekday_name(number, "ja")
        if word in {japanese, f"{japanese}曜", f"{japanese}曜日"} or (
            len(word) > 2 and name.startswith(word)
        ):
            return number
    return None


def _date(year: int, month: int, day: int) -> date | None:
    with suppress(ValueError):
        return _in_range(date(year, month, day))
    return None


def _in_range(day: date) -> date | None:
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _minute(text: str) -> int | None:
    """Read a clock time: `20:00`, `20時`, `20時半`, `20時30分`."""
    found = re.fullmatch(r"([0-9]{1,2})(?::([0-9]{2})|時(?:(半)|([0-9]{1,2})分)?)", text)
    if not found:
        return None
    hour, minute = int(found[1]), 30 if found[3] else int(found[2] or found[4] or 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None
