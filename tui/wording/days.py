"""Days in few cells: the year only where it is not this one."""

from datetime import date

from planner.text.dates import say_day
from planner.text.messages import Translator

NOTHING = "–"


def say_short(day: date | None, now: date, t: Translator, *, weekday: bool = False) -> str:
    """Say a day, `26 Sep` or `26 Sep 2028`; a dash for none."""
    if day is None:
        return NOTHING
    return say_day(day, t.language, year=day.year != now.year, weekday=weekday)
