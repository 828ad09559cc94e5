"""Readers of the values that only a profile has: windows, time zones, countries with public holidays."""

import re
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

from planner.documents.values import ident
from planner.documents.wrong import Faults, nearest, shown, wrong
from planner.learner.model import Windows
from planner.text.durations import plain
from planner.text.messages import Message, msg

MIN_WINDOW = 15
DAY = 1440
WINDOW_PATTERN = r"^\d{1,2}:\d{2}-\d{1,2}:\d{2}$"
COUNTRY_PATTERN = r"^[A-Z]{2}(-[A-Za-z0-9]{1,8})?$"

_WINDOW = re.compile(r"([0-9]{1,2}):([0-9]{2})\s*-\s*([0-9]{1,2}):([0-9]{2})")
_USUAL_ZONE = re.compile(r"UTC|[A-Z][A-Za-z]+(/[A-Z][A-Za-z0-9_+-]*){1,2}")  # listing them all takes 50 ms
_COUNTRY = re.compile(r"([A-Z]{2})(?:-([A-Za-z0-9]{1,8}))?")


def windows(value: object) -> Windows:
    """Read a day's windows, such as ["06:00-07:00", "20:00-22:00"], sorted; they must not overlap."""
    if not isinstance(value, list):
        example = '["20:00-22:00"]'
        raise wrong(msg("{given} does not fit; write a list: {example}", given=shown(value), example=example))
    faults = Faults()
    read = [(faults.read(window, item, index), index) for index, item in enumerate(value)]
    found = sorted((span, index) for span, index in read if span)
    for (before, _), (span, index) in pairwise(found):
        if span[0] < before[1]:
            overlap = msg("{a} overlaps {b}; make one window of them", a=_said(span), b=_said(before))
            faults.add(overlap, index)
    faults.stop()
    return tuple(span for span, _ in found)


def window(value: object) -> tuple[int, int]:
    """Read a window such as `23:00-01:00` as minutes after midnight; an end before the start is the next day's."""
    found = _WINDOW.fullmatch(plain(value).strip()) if isinstance(value, str) else None
    if not found:
        raise wrong(msg("{given} is no window; write start and end: “20:00-22:00”", given=shown(value)))
    hour, minute, end_hour, end_minute = (int(part) for part in found.groups())
    start, end = hour * 60 + minute, end_hour * 60 + end_minute
    if minute > 59 or end_minute > 59 or start >= DAY or end > DAY:
        raise wrong(msg("{given} is no window; write times from 00:00 to 24:00", given=shown(value)))
    if start == end:
        raise wrong(
            msg("{given} ends when it starts; for a whole day write “00:00-24:00”", given=shown(value))
        )
    end += 0 if start < end else DAY
    if end - start < MIN_WINDOW:
        raise wrong(msg("{given} is too short; write a window of 15 minutes or more", given=shown(value)))
    return start, end


def say_window(span: tuple[int, int]) -> str:
    """Write a window as files do: `23:00-01:00`."""
    start, end = span
    end -= DAY if end > DAY else 0
    return f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}"


def _said(span: tuple[int, int]) -> Message:
    return msg("“{window}”", window=say_window(span))


def timezone(value: object) -> str:
    """Read the name of a time zone in the IANA database."""
    if isinstance(value, str) and _is_zone(value):
        return value
    names = available_timezones()
    near = nearest(value, sorted(names)) or _by_city(value, names) if isinstance(value, str) else ""
    if near:
        raise wrong(msg("{given} is no time zone; did you mean {near}?", given=shown(value), near=near))
    raise wrong(msg("{given} is no time zone; write one such as Asia/Tokyo", given=shown(value)))


def _is_zone(name: str) -> bool:
    if not _USUAL_ZONE.fullmatch(name) and name not in available_timezones():
        return False
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        return False
    return True


def _by_city(word: str, names: set[str]) -> str:
    return next((name for name in sorted(names) if name.rpartition("/")[2].casefold() == word.casefold()), "")


def country(value: object) -> str:
    """Read a country or a subdivision whose public holidays the `holidays` package knows: `JP`, `DE-BY`."""
    found = _COUNTRY.fullmatch(value) if isinstance(value, str) else None
    if isinstance(value, str) and found and _has_holidays(found[1], found[2]):
        return value
    raise wrong(_no_country(value))


def _has_holidays(code: str, subdivision: str | None) -> bool:
    import holidays

    try:
        holidays.country_holidays(code, subdiv=subdivision)
    except (NotImplementedError, AttributeError, KeyError, ValueError):
        return False
    return True


def _no_country(value: object) -> Message:
    if not isinstance(value, str):
        return msg("{given} is no country; write its code, such as JP or DE-BY", given=shown(value))
    code, _, subdivision = value.upper().partition("-")
    if re.fullmatch(r"[A-Z]{2}", code) and _has_holidays(code, None):
        if not subdivision or _has_holidays(code, subdivision):
            return msg("{given} is not known; did you mean {near}?", given=shown(value), near=value.upper())
        return msg(
            "{given} is not a part of {country} that is known; write {country}", given=value, country=code
        )
    return msg(
        "no public holidays are known for {given}; write a code such as JP or DE-BY", given=shown(value)
    )


def one_or_more(value: object) -> tuple[str, ...]:
    """Read an id, or a list of ids."""
    if not isinstance(value, list):
        return (ident(value),)
    faults = Faults()
    read = [faults.read(ident, item, index) for index, item in enumerate(value)]
    faults.stop()
    return tuple(dict.fromkeys(name for name in read if name))
