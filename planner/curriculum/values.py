"""Readers of the values that only a curriculum has: efforts, topics, sources, spans of months, due dates."""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from planner.curriculum.model import Effort, Source, Topic
from planner.documents.fields import DAY_SCHEMA, ID_SCHEMA, LOCAL_TEXT_SCHEMA, hours_schema, whole_schema
from planner.documents.values import day, hours, ident, local_text, number, one_of, text, whole
from planner.documents.wrong import Faults, read_keys, shown, wrong
from planner.text.durations import parse_minutes
from planner.text.languages import LocalText
from planner.text.messages import msg

MAX_HOURS = 2_000
MAX_MONTHS = 120
MONTHS = whole(1, MAX_MONTHS)

_HOURS = hours(MAX_HOURS)
_RANGE = "{low: 8, likely: 12, high: 20}"


def effort(value: object) -> Effort:
    """Read hours: a number, or low <= likely <= high."""
    if isinstance(value, dict):
        read = cast("Mapping[str, int]", read_keys(value, dict.fromkeys(("low", "likely", "high"), _HOURS)))
        found = Effort(read["low"], read["likely"], read["high"])
        if not found.low <= found.likely <= found.high:
            raise wrong(msg("low, likely and high must grow; write them as in {example}", example=_RANGE))
        return found
    if number(value) is None and not (isinstance(value, str) and parse_minutes(value)):
        raise wrong(
            msg("{given} is not a number of hours; write 12, or {range}", given=shown(value), range=_RANGE)
        )
    minutes = _HOURS(value)
    return Effort(minutes, minutes, minutes)


EFFORT_SCHEMA: dict[str, Any] = {
    "anyOf": [
        hours_schema(MAX_HOURS),
        {
            "type": "object",
            "properties": {name: hours_schema(MAX_HOURS) for name in ("low", "likely", "high")},
            "required": ["low", "likely", "high"],
            "additionalProperties": False,
        },
    ]
}


def topic(value: object) -> Topic:
    """Read a topic: a text, a text in several languages, or a title with hours."""
    if isinstance(value, dict) and ("title" in value or "hours" in value):
        read = read_keys(value, {"title": local_text, "hours": _HOURS}, optional=["hours"])
        return Topic(cast("LocalText", read["title"]), cast("int", read.get("hours", 0)))
    return Topic(local_text(value))


TOPIC_SCHEMA: dict[str, Any] = {
    "anyOf": [
        *LOCAL_TEXT_SCHEMA["anyOf"],
        {
            "type": "object",
            "properties": {"title": LOCAL_TEXT_SCHEMA, "hours": hours_schema(MAX_HOURS)},
            "required": ["title"],
            "additionalProperties": False,
        },
    ]
}


def reference_name(value: object) -> str:
    """Read the id of a reference class that has hours of its own."""
    from planner.curriculum.reference import SIBLINGS, reference_classes

    return one_of(*(name for name in reference_classes() if name != SIBLINGS))(value)


def source(value: object) -> Source:
    """Read where a statement comes from: the word `ours`, or an article with a section."""
    if value == "ours":
        return Source()
    if not isinstance(value, dict):
        example = '{article: "001", section: 4}'
        raise wrong(
            msg("{given} is no source; write ours, or {example}", given=shown(value), example=example)
        )
    read = read_keys(value, {"article": text, "section": _section}, optional=["section"])
    return Source(str(read["article"]), str(read.get("section", "")))


def _section(value: object) -> str:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else text(value)


SOURCE_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"const": "ours"},
        {
            "type": "object",
            "properties": {"article": {"type": "string"}, "section": {"type": ["string", "integer"]}},
            "required": ["article"],
            "additionalProperties": False,
        },
    ]
}


def months(value: object) -> tuple[int, int]:
    """Read the first and the last month of a span."""
    if not isinstance(value, list) or len(value) != 2:
        raise wrong(
            msg("{given} does not fit; write the first and the last month: [1, 3]", given=shown(value))
        )
    faults = Faults()
    first, last = (faults.read(MONTHS, month, index) or 1 for index, month in enumerate(value))
    faults.stop()
    if first > last:
        raise wrong(msg("the span ends before it begins; write [{last}, {first}]", first=first, last=last))
    return first, last


MONTHS_SCHEMA: dict[str, Any] = {
    "type": "array",
    "items": whole_schema(1, MAX_MONTHS),
    "minItems": 2,
    "maxItems": 2,
}


def due(value: object) -> int | date:
    """Read when a milestone is due: a month of the curriculum, or a day."""
    if isinstance(value, dict):
        return cast("int", read_keys(value, {"month": MONTHS})["month"])
    if isinstance(value, str) and value[:4].isdigit():
        return day(value)
    given = shown(value)
    raise wrong(msg("{given} is no due date; write {month} or 2027-03-31", given=given, month="{month: 4}"))


DUE_SCHEMA: dict[str, Any] = {
    "anyOf": [
        DAY_SCHEMA,
        {
            "type": "object",
            "properties": {"month": whole_schema(1, MAX_MONTHS)},
            "required": ["month"],
            "additionalProperties": False,
        },
    ]
}


def old_ids(value: object) -> tuple[str, ...]:
    """Read the ids that something had before: one, or a list of them."""
    if not isinstance(value, list):
        return (ident(value),)
    faults = Faults()
    read = [faults.read(ident, item, index) for index, item in enumerate(value)]
    faults.stop()
    return tuple(dict.fromkeys(name for name in read if name is not None))


OLD_IDS_SCHEMA: dict[str, Any] = {"anyOf": [ID_SCHEMA, {"type": "array", "items": ID_SCHEMA}]}
