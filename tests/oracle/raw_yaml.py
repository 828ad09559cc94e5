"""profile.yaml and curriculum.yaml as records, read from plain texts without the project's readers.

Every scalar is text (`BaseLoader`); a curriculum without hours for a module has no known effort here.
"""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import yaml

from planner.curriculum.model import (
    Choice,
    Curriculum,
    Effort,
    Milestone,
    MilestoneKind,
    Module,
    Option,
    Priority,
    Topic,
)
from planner.learner.model import Availability, DayException, Profile, Rotation, Study, WeekPattern
from planner.text.languages import LocalText

WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
NOTHING = {"", "~", "null", None}


def load(text: bytes):
    return yaml.load(text.decode("utf-8-sig"), Loader=yaml.BaseLoader)


def optional(data, key, read, otherwise=None):
    value = data.get(key)
    return otherwise if isinstance(value, str | None) and value in NOTHING else read(value)


def listed(value) -> list:
    return value if isinstance(value, list) else [value]


def hours(value) -> int:
    """Hours, or a length such as 1h30m or 90m, in minutes."""
    text = str(value).strip().lower()
    if text.endswith("m"):
        whole, _, rest = text[:-1].rpartition("h")
        return (int(whole) * 60 if whole else 0) + int(rest)
    return int((Decimal(text.removesuffix("h")) * 60).to_integral_value(ROUND_HALF_UP))


def share(value) -> Fraction:
    text = str(value).strip()
    return Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)


def clock(text: str) -> int:
    hour, minute = text.strip().split(":")
    return int(hour) * 60 + int(minute)


def windows(values) -> tuple[tuple[int, int], ...]:
    found = []
    for value in values:
        begin, end = map(clock, value.split("-"))
        found.append((begin, end if end > begin else end + 1440))
    return tuple(sorted(found))


def pattern(data, usual: WeekPattern) -> WeekPattern:
    """One week; what it leaves out is as usual, and its own `days` replace usual ones of the same name."""
    named = optional(data, "days", dict, {})
    own = {WEEKDAYS.index(name.lower()): windows(values) for name, values in named.items()}
    return WeekPattern(
        optional(data, "weekday", windows, usual.weekday),
        optional(data, "day_off", windows, usual.day_off),
        tuple(sorted((dict(usual.days) | own).items())),
    )


def rotation(data, usual: WeekPattern) -> Rotation:
    weeks = tuple(pattern(week, usual) for week in data["weeks"])
    return Rotation(date.fromisoformat(data["from"]), weeks)


def exception(data) -> DayException:
    first = date.fromisoformat(data["from"])
    last = optional(data, "to", date.fromisoformat, first)
    return DayException(first, last, optional(data, "windows", windows, ()))


def availability(data) -> Availability:
    usual = pattern(data, WeekPattern())
    return Availability(
        usual,
        optional(data, "holidays", str, ""),
        optional(data, "hours_per_week", hours),
        optional(data, "rotation", lambda weeks: rotation(weeks, usual)),
        tuple(exception(item) for item in optional(data, "exceptions", list, [])),
    )


def study(data) -> Study:
    session, usual = optional(data, "session", dict, {}), Study()
    return Study(
        optional(session, "min", hours, usual.session_min),
        optional(session, "max", hours, usual.session_max),
        optional(data, "buffer", share, usual.buffer),
        optional(data, "tracks", int, usual.tracks),
        reviews=optional(data, "reviews", lambda text: text.lower() == "true", usual.reviews),
    )


def read_profile(text: bytes) -> Profile:
    data = load(text)
    picks = optional(data, "choices", dict, {})
    return Profile(
        curriculum=data["curriculum"],
        start=date.fromisoformat(data["start"]),
        goal=optional(data, "goal", date.fromisoformat),
        timezone=optional(data, "timezone", str, "Asia/Tokyo"),
        background=tuple(optional(data, "background", listed, [])),
        choices=tuple((name, tuple(listed(pick))) for name, pick in picks.items()),
        drop=tuple(optional(data, "drop", listed, [])),
        availability=availability(optional(data, "availability", dict, {})),
        study=study(optional(data, "study", dict, {})),
    )


def module(data, phase: str) -> tuple[Module, bool]:
    """A module, and whether its hours are written."""
    written = data.get("hours", "0")
    likely = hours(written["likely"] if isinstance(written, dict) else written)
    credit = optional(data, "credit", dict, {})
    made = Module(
        data["id"],
        LocalText.of(data["id"]),
        data.get("track", ""),
        phase,
        Effort(likely, likely, likely),
        tuple(optional(data, "requires", listed, [])),
        optional(data, "not_before", date.fromisoformat),
        Priority(optional(data, "priority", str, "core")),
        topics=tuple(Topic(LocalText.of("")) for _ in optional(data, "topics", list, [])),
        credit=tuple((name, share(value)) for name, value in credit.items()),
    )
    return made, "hours" in data


def milestone(data) -> Milestone:
    by = data["by"]
    when = {"by_month": int(by["month"])} if isinstance(by, dict) else {"by_date": date.fromisoformat(by)}
    kind = MilestoneKind(data["kind"])
    return Milestone(data["id"], LocalText.of(data["id"]), kind, tuple(listed(data["requires"])), **when)


def choice(name: str, data) -> Choice:
    options = data["options"].items()
    made = tuple(
        Option(o, LocalText.of(o), tuple(optional(item, "modules", listed, []))) for o, item in options
    )
    return Choice(name, LocalText.of(name), int(data.get("pick", 1)), made)


def read_curriculum(text: bytes) -> tuple[Curriculum, frozenset[str]]:
    """The curriculum, and the modules whose hours are not written."""
    data = load(text)
    pairs = [module(item, phase["id"]) for phase in data["phases"] for item in phase.get("modules") or []]
    curriculum = Curriculum(
        data["id"],
        LocalText.of(data["id"]),
        int(data["months"]),
        hours(data.get("target_hours", "0")),
        tuple(made for made, _ in pairs),
        choices=tuple(choice(item["id"], item) for item in data.get("choices") or []),
        milestones=tuple(milestone(item) for item in data.get("milestones") or []),
    )
    return curriculum, frozenset(made.id for made, known in pairs if not known)
