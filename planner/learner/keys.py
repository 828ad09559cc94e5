"""The settings of a profile by their dotted keys: `goal`, `availability.days.monday`, `choices.speciality`.

Invariant: every key that the profile's file may have is here, in the order in which the planner writes them.
"""

from collections.abc import Iterator

from pydantic import BaseModel

from planner.documents.wrong import nearest, short
from planner.learner.document import (
    AvailabilityRecord,
    ProfileRecord,
    RotationRecord,
    SessionRecord,
    StudyRecord,
)
from planner.problems import fail
from planner.text.dates import WEEKDAYS
from planner.text.messages import msg

_INSIDE: dict[str, type[BaseModel]] = {
    "availability": AvailabilityRecord,
    "availability.rotation": RotationRecord,
    "study": StudyRecord,
    "study.session": SessionRecord,
}
_FREE = "choices."
_BETWEEN = ("weekday", "day_off", "days", "holidays", "hours_per_week", "rotation", "exceptions")


def setting_path(key: str) -> tuple[str, ...]:
    """Return the steps of a setting's key; raises `DataError` with the nearest one when there is no such setting."""
    known = known_settings()
    choice = key.startswith(_FREE) and "." not in key[len(_FREE) :] and key != _FREE
    if key in known or choice:
        return tuple(key.split("."))
    if not key.strip():
        raise fail(msg("A setting's name is missing: `planner profile show` lists them."))
    if near := nearest(key, known) or _by_last_step(key, known):
        raise fail(msg("Unknown setting: {key}. Did you mean {near}?", key=short(key), near=near))
    raise fail(msg("Unknown setting: {key}. `planner profile show` lists them.", key=short(key)))


def known_settings() -> tuple[str, ...]:
    """Return the keys of all settings; an option of a choice (`choices.ID`) has any name."""
    return tuple(_below("", ProfileRecord))


def sibling_order() -> tuple[str, ...]:
    """Return single keys in the order in which they usually stand beside each other."""
    names = (name for record in (ProfileRecord, StudyRecord, SessionRecord) for name in _names(record))
    return tuple(dict.fromkeys((*names, *_BETWEEN, *WEEKDAYS, "from", "to", "weeks", "windows")))


def _below(prefix: str, record: type[BaseModel]) -> Iterator[str]:
    for name in _names(record):
        key = prefix + name
        yield key
        if key in _INSIDE:
            yield from _below(f"{key}.", _INSIDE[key])
        elif key == "availability.days":
            yield from (f"{key}.{day}" for day in WEEKDAYS)


def _names(record: type[BaseModel]) -> Iterator[str]:
    return (field.alias or name for name, field in record.model_fields.items())


def _by_last_step(key: str, known: tuple[str, ...]) -> str:
    """Return the setting of which only the last step was given: `weekday`, `hours_per_week`."""
    last = key.rpartition(".")[2]
    steps = {each.rpartition(".")[2]: each for each in reversed(known)}
    return steps.get(last) or steps.get(nearest(last, steps), "")
