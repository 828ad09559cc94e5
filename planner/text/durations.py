"""Lengths of study time: whole minutes inside, `1h30m` in files and commands, `1 h 30 m` on screens."""

import re
from decimal import ROUND_HALF_UP, Decimal

# Not compiled here: that takes longer than most commands need for all their words.
_PARTS = r"""\s*(?:(?P<hours>\d{1,6}(?:\.\d{1,4}|,\d{1,2})?)\s*(?:h|hr|hrs|hours?|時間))?
        \s*(?:(?P<minutes>\d{1,6})\s*(?:m|min|mins|minutes?|分)?)?\s*"""

_COUNTS = "〇一二三四五六七八九"
_COUNT = "[一二三四五六七八九十]"
_NUMBER = f"(?<!{_COUNT})(?:([二三四五六七八九])?(十))?([一二三四五六七八九])?(?=時間|分)(?<={_COUNT})"
_LONGEST = 40  # so that no text takes the pattern long


def parse_minutes(text: str) -> int | None:
    """Read `1h30m`, `1h30`, `90m`, `1.5h`, `2時間30分`, `二時間半` or `1:30` as minutes; None when it is no length.

    A bare number is not a length: it could mean hours or minutes. Nor is `1,000h`, which could mean one hour.
    """
    text = plain(text).strip()
    if len(text) > _LONGEST:
        return None
    if not text.isascii():
        text = _counted(text)
    clock = re.fullmatch(r"(\d{1,4}):([0-5]\d)", text)
    if clock:
        return int(clock[1]) * 60 + int(clock[2])
    found = re.fullmatch(_PARTS, text, re.VERBOSE | re.IGNORECASE)
    if not found or text.isdigit() or not (found["hours"] or found["minutes"]):
        return None
    return hours_to_minutes(Decimal((found["hours"] or "0").replace(",", "."))) + int(found["minutes"] or 0)


def plain(text: str) -> str:
    """Return what was typed with an input method as ASCII where it means the same: `２０：００－２２：００`, `〜`."""
    if text.isascii():
        return text
    wide = {0xFEE0 + each: each for each in range(0x21, 0x7F)}
    return text.translate({**wide, 0x3000: " ", 0xFF5E: "-", **dict.fromkeys(map(ord, "–—−‐‑〜ー"), "-")})


def _counted(text: str) -> str:
    """Write the counting words of Japanese in digits: `二時間半` is `2時間30分`, `十五分` is `15分`."""

    def digits(found: re.Match[str]) -> str:
        tens, ten, ones = found.groups()
        return str((_COUNTS.index(tens or "一") * 10 if ten else 0) + _COUNTS.index(ones or "〇"))

    return re.sub(r"^(\d+\s*時間)\s*半$", r"\g<1>30分", re.sub(_NUMBER, digits, text))


def hours_to_minutes(hours: Decimal) -> int:
    """Turn hours into whole minutes, halves rounded up."""
    return int((hours * 60).to_integral_value(ROUND_HALF_UP))


def say_minutes(minutes: int, language: str = "en") -> str:
    """Say a length: `5 h`, `1 h 45 m`, `30 m`; in Japanese `5時間`, `1時間45分`, `30分`."""
    sign, (hours, rest) = ("-" if minutes < 0 else ""), divmod(abs(minutes), 60)
    hour, minute, gap = ("時間", "分", "") if language == "ja" else (" h", " m", " ")
    if hours and rest:
        return f"{sign}{hours}{hour}{gap}{rest}{minute}"
    return f"{sign}{hours}{hour}" if hours else f"{sign}{rest}{minute}"


def write_minutes(minutes: int) -> str:
    """Write a length as files and commands read it: `1h30m`, `2h`, `45m`."""
    hours, rest = divmod(minutes, 60)
    return (f"{hours}h" if hours else "") + (f"{rest}m" if rest or not hours else "")
