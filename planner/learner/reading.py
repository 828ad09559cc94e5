"""A profile's file to a `Profile`: a document, validated, checked, and turned into records.

Invariant: there is either a profile or at least one problem, never both. What leaves out a part of the articles' own
week gets that part.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from planner.documents.document import Document, in_order
from planner.documents.reading import read_document
from planner.documents.validation import validate
from planner.documents.values import day, session_length
from planner.documents.wrong import Wrong
from planner.learner.document import AvailabilityRecord, ProfileRecord, WeekRecord
from planner.learner.model import Availability, DayException, Profile, Rotation, Study, WeekPattern
from planner.learner.windows import usual_windows
from planner.problems import Problem
from planner.text.messages import Minutes, msg

T = TypeVar("T")


def read_profile(text: bytes | str, file: str) -> tuple[Profile | None, tuple[Problem, ...]]:
    """Read a profile's YAML; every problem in the file is returned, in the order of the lines."""
    document, problems = read_document(text, file)
    if document is None:
        return None, problems
    record, invalid = validate(ProfileRecord, document)
    problems = in_order([*problems, *invalid, *_check(document)])
    profile = _profile(record) if record else None
    if profile and not _has_time(profile.availability):
        nothing = msg(
            "there is no time to study; write at least one window, such as {example}", example=_EXAMPLE
        )
        problems = in_order([*problems, document.problem(nothing, ("availability",))])
    return (None if problems else profile), problems


_SESSION = {"min": "30m", "max": "2h"}
_EXAMPLE = 'weekday: ["20:00-22:00"]'


def _check(document: Document) -> Iterator[Problem]:
    """Check values against each other, as far as they can be read."""
    top = document.value
    start, goal = _get(day, top, "start"), _get(day, top, "goal")
    if start and goal and goal < start:
        before = msg("the goal is before the start; write {start} or a later day", start=start.isoformat())
        yield document.problem(before, ("goal",))
    session = _mapping(_mapping(top, "study"), "session")
    low, high = (_get(session_length, {**_SESSION, **session}, key) for key in ("min", "max"))
    if low and high and low > high:
        key = "max" if "max" in session else "min"
        message = msg(
            "min ({low}) is longer than max ({high}); swap them", low=Minutes(low), high=Minutes(high)
        )
        yield document.problem(message, ("study", "session", key))
    yield from _check_exceptions(document, _mapping(top, "availability").get("exceptions"))


def _check_exceptions(document: Document, exceptions: object) -> Iterator[Problem]:
    for index, value in enumerate(exceptions if isinstance(exceptions, list) else ()):
        item = value if isinstance(value, dict) else {}
        first, last = _get(day, item, "from"), _get(day, item, "to")
        if first and last and last < first:
            message = msg("`to` is before `from`; write {first} or a later day", first=first.isoformat())
            yield document.problem(message, ("availability", "exceptions", index, "to"))


def _mapping(value: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    inner = value.get(key)
    return inner if isinstance(inner, dict) else {}


def _get(reader: Callable[[object], T], value: Mapping[str, Any], key: str) -> T | None:
    """Return a value, if it is there and can be read."""
    try:
        return reader(value[key]) if key in value else None
    except Wrong:
        return None


def _profile(record: ProfileRecord) -> Profile:
    study = record.study
    return Profile(
        curriculum=record.curriculum,
        start=record.start,
        goal=record.goal,
        timezone=record.timezone,
        language=record.language or "",
        background=tuple(dict.fromkeys(record.background)),
        choices=tuple(record.choices.items()),
        drop=record.drop,
        availability=_availability(record.availability),
        study=Study(
            study.session.min, study.session.max, study.buffer, study.tracks, study.checkin, study.reviews
        ),
    )


def _availability(record: AvailabilityRecord) -> Availability:
    pattern = _pattern(record, WeekPattern())
    return Availability(
        pattern=pattern,
        holidays=record.holidays or "",
        cap=record.hours_per_week,
        rotation=_rotation(record, pattern),
        exceptions=tuple(
            DayException(item.from_, item.to or item.from_, item.windows) for item in record.exceptions
        ),
    )


def _rotation(record: AvailabilityRecord, usual: WeekPattern) -> Rotation | None:
    rotation = record.rotation
    if rotation is None:
        return None
    return Rotation(rotation.from_, tuple(_pattern(week, usual) for week in rotation.weeks))


def _pattern(record: WeekRecord, usual: WeekPattern) -> WeekPattern:
    """Return a week's pattern; what it leaves out is as usual."""
    return WeekPattern(
        weekday=usual.weekday if record.weekday is None else record.weekday,
        day_off=usual.day_off if record.day_off is None else record.day_off,
        days=tuple(sorted((dict(usual.days) | record.days).items())),
    )


def _has_time(availability: Availability) -> bool:
    rotation = availability.rotation
    patterns = rotation.weeks if rotation else (availability.pattern,)
    usual = (usual_windows(pattern, weekday) for pattern in patterns for weekday in range(7))
    return any(usual) or any(exception.windows for exception in availability.exceptions)
