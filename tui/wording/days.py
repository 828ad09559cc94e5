"""Days in few cells: the year only where it is not this one, the month of two days once where it is the same."""

from datetime import date

from planner.text.dates import say_day
from planner.text.messages import Translator

NOTHING = "–"


def say_short(day: date | None, now: date, t: Translator, *, weekday: bool = False) -> str:
    """Say a day, `26 Sep` or `26 Sep 2028`; a dash for none."""
    if day is None:
        return NOTHING
    return say_day(day, t.language, year=day.year != now.year, weekday=weekday)


def say_days(first: date, last: date, language: str, *, year: bool = False) -> str:
    """Say the days from one to another: `8–14 Feb`, `28 Dec – 3 Jan`; `2月8–14日`, `12月28日–1月3日`."""
    same = (first.year, first.month) == (last.year, last.month)
    if language == "ja":
        start, end = say_day(first, language, year=year), say_day(last, language, year=False)
        return f"{start.removesuffix('日')}–{last.day}日" if same else f"{start}–{end}"
    end = say_day(last, language, year=year)
    return f"{first.day}–{end}" if same else f"{say_day(first, language, year=False)} – {end}"
