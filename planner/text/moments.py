"""Places in time as people write them: a day, a clock time, or both; a weekday where a week is in sight.

Invariant: what is read is said by nothing else than the text (and the week), never by the clock.
"""

import re
from datetime import date, timedelta

from planner.text.dates import WEEKDAYS, weekday_name
from planner.text.durations import plain

Moment = tuple[date | None, int | None]

FIRST_YEAR, LAST_YEAR = 1970, 2200  # as in the files


def read_moment(text: str, week: date | None = None, now: tuple[date, int] | None = None) -> Moment | None:
    """Read `2026-12-04T20:00`, `20:00` or `2026-12-04`, as a day and minutes after midnight; None when it is neither.

    With a week, given by its Monday, a weekday stands for its day: `Thu 21:00`, `木 21:00`.
    With now, a day and minutes after its midnight, a weekday that has passed is the next such day, and `today` and
    `tomorrow`, `今日` and `明日`, are read, too.
    """
    first, both, second = re.sub(r"(?<=\d)T(?=\d)", " ", plain(text).strip()).partition(" ")
    named = _weekday(first, week) or _near(first, now)
    if both or named or "-" in first:
        day = named or _day(first)
        minute = _minute(second.strip()) if both else None
        if day is None or (both and minute is None):
            return None
        return (_coming(day, minute, now) if _weekday(first, week) else day), minute
    minute = _minute(first)
    return None if minute is None else (None, minute)


def _near(text: str, now: tuple[date, int] | None) -> date | None:
    """Read today and tomorrow."""
    away = {"today": 0, "今日": 0, "tomorrow": 1, "明日": 1}.get(text.casefold().rstrip(",."))
    return None if now is None or away is None else now[0] + timedelta(days=away)


def _coming(day: date, minute: int | None, now: tuple[date, int] | None) -> date:
    """Return a weekday's day; one that has passed is the next such day."""
    if now is None:
        return day
    today, clock = now
    if day < today:
        day += timedelta(days=-(-(today - day).days // 7) * 7)
    over = day == today and minute is not None and minute < clock
    return day + timedelta(days=7) if over else day


def _weekday(text: str, week: date | None) -> date | None:
    """Read the name of a weekday, in full or in short."""
    word = text.casefold().rstrip(",.")
    if week is None or not word:
        return None
    for number, name in enumerate(WEEKDAYS):
        japanese = weekday_name(number, "ja")
        if word in {japanese, f"{japanese}曜", f"{japanese}曜日"} or (
            len(word) > 2 and name.startswith(word)
        ):
            return week + timedelta(days=number)
    return None


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text and FIRST_YEAR <= day.year <= LAST_YEAR else None


def _minute(text: str) -> int | None:
    found = re.fullmatch(r"([0-9]{1,2}):([0-9]{2})", text)
    hour, minute = (int(found[1]), int(found[2])) if found else (24, 60)
    return hour * 60 + minute if hour < 24 and minute < 60 else None
