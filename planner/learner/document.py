"""The profile's file as pydantic models: which keys there are, and how each value is read."""

from fractions import Fraction
from typing import Annotated, Any

from pydantic import Field

from planner.documents.fields import Day, Ident, Read, Record, hours_schema, whole_schema
from planner.documents.values import hours, one_of, session_length, share, weekday, whole, yes_no
from planner.learner import values
from planner.learner.model import Windows
from planner.text.dates import WEEKDAYS
from planner.text.languages import LANGUAGES

MAX_BUFFER = Fraction(1, 2)

_WINDOWS_SCHEMA: dict[str, Any] = {
    "type": "array",
    "items": {"type": "string", "pattern": values.WINDOW_PATTERN},
}
_IDS_SCHEMA: dict[str, Any] = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
_SHARE_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "number", "minimum": 0, "maximum": 0.5},
        {"type": "string", "pattern": r"^\d+(\.\d+)?%$"},
    ]
}
_LENGTH_SCHEMA: dict[str, Any] = {"type": "string", "pattern": r"^(\d+h)?(\d+m?)?$"}

DayWindows = Annotated[Windows, Read(values.windows, _WINDOWS_SCHEMA)]
Weekday = Annotated[int, Read(weekday, {"enum": list(WEEKDAYS)})]
WeekHours = Annotated[int, Read(hours(168), hours_schema(168))]
Ids = Annotated[tuple[str, ...], Read(values.one_or_more, _IDS_SCHEMA)]
Zone = Annotated[str, Read(values.timezone, {"type": "string"})]
Country = Annotated[str, Read(values.country, {"type": "string", "pattern": values.COUNTRY_PATTERN})]
Language = Annotated[str, Read(one_of(*LANGUAGES), {"enum": list(LANGUAGES)})]
Length = Annotated[int, Read(session_length, _LENGTH_SCHEMA)]
Share = Annotated[Fraction, Read(share(MAX_BUFFER), _SHARE_SCHEMA)]
YesNo = Annotated[bool, Read(yes_no, {"type": "boolean"})]
Tracks = Annotated[int, Read(whole(1, 8), whole_schema(1, 8))]


class WeekRecord(Record):
    """One week's windows; what a rotation's week leaves out is as in `availability`."""

    weekday: DayWindows | None = Field(default=None, examples=['["20:00-22:00"]'])
    day_off: DayWindows | None = Field(default=None, description="Saturday, Sunday and public holidays")
    days: dict[Weekday, DayWindows] = Field(default={}, description="One weekday's own windows")


class RotationRecord(Record):
    """Shifts that repeat every so many weeks."""

    from_: Day = Field(alias="from", examples=["2026-12-29"])
    weeks: list[WeekRecord] = Field(
        examples=['[{weekday: ["20:00-22:00"]}, {weekday: []}]'], min_length=1, max_length=52
    )


class ExceptionRecord(Record):
    """Days with windows of their own; without windows they are time off."""

    from_: Day = Field(alias="from", examples=["2026-12-29"])
    to: Day | None = None
    windows: DayWindows = ()


class AvailabilityRecord(WeekRecord):
    """When the learner can study."""

    holidays: Country | None = Field(default=None, description="Country code: JP, or DE-BY")
    hours_per_week: WeekHours | None = Field(default=None, description="At most so many hours a week")
    rotation: RotationRecord | None = None
    exceptions: list[ExceptionRecord] = Field(default=[])


class SessionRecord(Record):
    """The shortest and the longest session, such as 30m and 2h."""

    min: Length = 30
    max: Length = 120


class StudyRecord(Record):
    """Study habits."""

    session: SessionRecord = SessionRecord()
    buffer: Share = Fraction(1, 10)
    tracks: Tracks = 2
    checkin: Weekday = 6
    reviews: YesNo = Field(default=False, description="Finished modules come back as short reviews")


class ProfileRecord(Record):
    """A profile as it is written."""

    curriculum: Ident = Field(examples=["ml-engineer-12m"])
    start: Day = Field(examples=["2026-12-01"])
    goal: Day | None = Field(default=None, description="Default: the curriculum's months from the start")
    timezone: Zone = Field(examples=["Asia/Tokyo"])
    language: Language | None = None
    background: list[Ident] = Field(default=[])
    choices: dict[Ident, Ids] = Field(default={})
    drop: Ids = Field(default=(), description="Module ids, or a priority: stretch")
    availability: AvailabilityRecord = AvailabilityRecord()
    study: StudyRecord = StudyRecord()
