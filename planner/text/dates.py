"""Days and clock times as people say them: `Tue 9 Feb 2027` or `2027年2月9日(火)`; near dates as `in 12 days`."""

from datetime import date, datetime, time

_DAYS = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "ja": ("月", "火", "水", "木", "金", "土", "日"),
}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def weekday_name(day: date | int, language: str) -> str:
    """Name the day of the week in short; a number counts from Monday, 0."""
    number = day if isinstance(day, int) else day.weekday()
    return _DAYS.get(language, _DAYS["en"])[number]


def month_name(month: int, language: str) -> str:
    """Name a month (1 to 12) in short."""
    return f"{month}月" if language == "ja" else _MONTHS[month - 1]


def say_day(day: date, language: str, *, year: bool = True, weekday: bool = False) -> str:
    """Say a day: `9 Feb 2027`, `Tue 9 Feb`; `2027年2月9日`, `2月9日(火)`."""
    if isinstance(day, datetime):
        day = day.date()
    if language == "ja":
        said = (f"{day.year}年" if year else "") + f"{day.month}月{day.day}日"
        return said + (f"({weekday_name(day, language)})" if weekday else "")
    said = f"{day.day} {_MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")
    return f"{weekday_name(day, language)} {said}" if weekday else said


def say_clock(moment: datetime | time) -> str:
    """Say a clock time: `20:00`."""
    return f"{moment.hour:02}:{moment.minute:02}"


def say_near(day: date, today: date, language: str) -> str:
    """Say how near a day is, up to three weeks away (`today`, `in 12 days`, `3 days ago`); beyond, the plain date."""
    away = (day - today).days
    if abs(away) > 21:
        return say_day(day, language, year=day.year != today.year)
    words = _NEAR.get(language, _NEAR["en"])
    if away in words:
        return words[away]
    form = words["ahead" if away > 0 else "ago"]
    return form.format(abs(away))


_NEAR: dict[str, dict[int | str, str]] = {
    "en": {0: "today", 1: "tomorrow", -1: "yesterday", "ahead": "in {} days", "ago": "{} days ago"},
    "ja": {0: "今日", 1: "明日", -1: "昨日", "ahead": "{}日後", "ago": "{}日前"},
}
