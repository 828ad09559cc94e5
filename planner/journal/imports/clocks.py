"""Days, clock times and lengths as trackers write them: 2026-12-01 or 01/12/2026, 21:00:00 or 9:00 PM, 1:30:00 or 1.5.

Invariant: what one of these readers takes means one thing; the order of day and month is decided for a whole file.
"""

import re
import unicodedata
from collections.abc import Collection
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

DMY, MDY = "dmy", "mdy"
FIRST_YEAR, LAST_YEAR = 1970, 2200  # as in the files
_LONGEST = 24


def read_day(text: str, order: str) -> date | None:
    """Read a day; `order` is that of the parts when the year comes last (dots and a leading year decide themselves)."""
    parts = _parts(text)
    if parts is None:
        return None
    separator, (a, b, c) = parts
    if len(a) == 4:
        year, month, day = a, b, c
    elif order == MDY and separator != ".":
        month, day, year = a, b, c
    else:
        day, month, year = a, b, c
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


def orders(pairs: Collection[tuple[str, str]]) -> tuple[str, ...]:
    """Return the orders in which a file's days can be meant; more than one when they would be different days.

    `pairs` are the first and last day of each entry as written: no order is right under which one takes many days.
    """
    both = (DMY, MDY)
    fitting = [order for order in both if all(_fits(pair, order) for pair in pairs)]
    texts = [text for pair in pairs for text in pair if text]
    readable = {order: sum(read_day(text, order) is not None for text in texts) for order in both}
    most = max(readable.values())
    possible = fitting or [order for order in both if readable[order] == most]
    meant = {tuple([read_day(text, order) for text in texts]) for order in possible}
    return tuple(possible) if len(meant) > 1 else (possible[0],)


def _fits(pair: tuple[str, str], order: str) -> bool:
    first = read_day(pair[0], order)
    last = read_day(pair[1], order) if pair[1] else first
    return first is not None and last is not None and 0 <= (last - first).days <= 1


def _parts(text: str) -> tuple[str, tuple[str, str, str]] | None:
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    found = re.fullmatch(
        r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?|(\d{1,2})([-/.])(\d{1,2})\6(\d{4})", text, re.ASCII
    )
    if not found:
        return None
    if found[1]:
        return found[2], (found[1], found[3], found[4])
    return found[6], (found[5], found[7], found[8])


def read_clock(text: str) -> time | None:
    """Read a time of day on a clock of 24 or 12 hours."""
    text = unicodedata.normalize("NFKC", text).strip().lower()
    if len(text) > _LONGEST:
        return None
    found = re.fullmatch(r"(\d{1,2}):(\d\d)(?::(\d\d))?\s*(?:([ap])\.?m\.?)?", text, re.ASCII)
    if not found:
        return None
    hour = int(found[1])
    if found[4]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[4] == "p" else 0)
    try:
        return time(hour, int(found[2]), int(found[3] or 0))
    except ValueError:
        return None


def read_length(text: str) -> int | None:
    """Read a length in seconds: hours, minutes and seconds with colons, or hours as a decimal."""
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    found = re.fullmatch(r"(\d{1,6}):(\d\d)(?::(\d\d))?", text, re.ASCII)
    if found:
        return int(found[1]) * 3600 + int(found[2]) * 60 + int(found[3] or 0)
    if re.fullmatch(r"\d{1,6}([.,]\d{1,4})?", text, re.ASCII):
        return round(float(text.replace(",", ".")) * 3600)
    return None


def moments(
    start: datetime, end: datetime | None, length: int | None, zone: ZoneInfo
) -> tuple[int, int | None] | None:
    """Turn local times into seconds since the epoch; None when the end would be before the start.

    Of times that the clock shows twice, the length decides which is meant, else the first ones that make sense count.
    """
    starts = _seconds(start, zone)
    if end is None:
        return starts[0], None if length is None else starts[0] + length
    pairs = [(a, b) for a in starts for b in _seconds(end, zone) if a <= b]
    if not pairs:
        return None
    return pairs[0] if length is None else min(pairs, key=lambda pair: abs(pair[1] - pair[0] - length))


def _seconds(local: datetime, zone: ZoneInfo) -> list[int]:
    first, second = (int(local.replace(tzinfo=zone, fold=fold).timestamp()) for fold in (0, 1))
    return [first, second] if first < second else [first]  # a time that is missing has its second one before
