"""The curriculum's file as pydantic models: which keys there are, and how each value is read.

Invariant: what refers to something else (ids, months) is checked in `checks`, not here.
"""

from datetime import date
from fractions import Fraction
from typing import Annotated

from pydantic import Field

from planner.curriculum import values
from planner.curriculum.model import Effort, Medal, MilestoneKind, Priority, Source, Topic
from planner.documents.fields import (
    ID_SCHEMA,
    Day,
    Ident,
    Local,
    Read,
    Record,
    Url,
    hours_schema,
    whole_schema,
)
from planner.documents.values import hours, one_of, share, whole

KINDS = ("book", "course", "site", "video", "tool", "docs", "text")
COSTS = ("free", "paid", "mixed")
EVIDENCE = ("url", "metric", "rank", "file", "note")
PRIORITIES = tuple(priority.value for priority in Priority)
MILESTONE_KINDS = tuple(kind.value for kind in MilestoneKind)
MEDALS = tuple(medal.value for medal in Medal)
MAX_TARGET_HOURS = 100_000

_SHARE = {
    "anyOf": [
        {"type": "number", "minimum": 0, "maximum": 1},
        {"type": "string", "pattern": r"^\d+(\.\d+)?%$"},
    ]
}

Months = Annotated[int, Read(values.MONTHS, whole_schema(1, values.MAX_MONTHS))]
Span = Annotated[tuple[int, int], Read(values.months, values.MONTHS_SCHEMA)]
Hours = Annotated[Effort, Read(values.effort, values.EFFORT_SCHEMA)]
WeekHours = Annotated[int, Read(hours(168), hours_schema(168))]
DayHours = Annotated[int, Read(hours(24), hours_schema(24))]
TargetHours = Annotated[int, Read(hours(MAX_TARGET_HOURS), hours_schema(MAX_TARGET_HOURS))]
From = Annotated[Source, Read(values.source, values.SOURCE_SCHEMA)]
Share = Annotated[Fraction, Read(share(Fraction(1)), _SHARE)]
ClassName = Annotated[str, Read(values.reference_name, ID_SCHEMA)]
TopicText = Annotated[Topic, Read(values.topic, values.TOPIC_SCHEMA)]
Due = Annotated[int | date, Read(values.due, values.DUE_SCHEMA)]
PriorityName = Annotated[str, Read(one_of(*PRIORITIES), {"enum": list(PRIORITIES)})]
MilestoneKindName = Annotated[str, Read(one_of(*MILESTONE_KINDS), {"enum": list(MILESTONE_KINDS)})]
MedalName = Annotated[str, Read(one_of(*MEDALS), {"enum": list(MEDALS)})]
KindName = Annotated[str, Read(one_of(*KINDS), {"enum": list(KINDS)})]
CostName = Annotated[str, Read(one_of(*COSTS), {"enum": list(COSTS)})]
EvidenceName = Annotated[str, Read(one_of(*EVIDENCE), {"enum": list(EVIDENCE)})]
OldIds = Annotated[tuple[str, ...], Read(values.old_ids, values.OLD_IDS_SCHEMA)]
Pick = Annotated[int, Read(whole(1, 100), whole_schema(1, 100))]


class TrackRecord(Record):
    """A track."""

    id: Ident = Field(examples=["programming"])
    title: Local = Field(examples=["{en: Programming, ja: プログラミング}"])


class SkillRecord(TrackRecord):
    """A skill, and what a source says about it."""

    source: From | None = None
    note: Local | None = None


class BackgroundRecord(SkillRecord):
    """What a learner may bring, and in how many months a source says that they get there."""

    stated_months: Span | None = None


class ModuleRecord(Record):
    """A module; without `hours` it gets a wide guess, from the class that `like` names or that fits best."""

    id: Ident = Field(examples=["python-basics"])
    title: Local = Field(examples=["{en: Python basics, ja: Pythonの基礎}"])
    track: Ident = Field(examples=["programming"], description="A thread of modules studied side by side")
    hours: Hours | None = Field(default=None, description="A number of hours, or low, likely and high")
    like: ClassName | None = Field(
        default=None,
        description="Without hours: what takes about as long, such as book, project or certificate",
    )
    requires: list[Ident] = Field(default=[], description="Ids of modules, or of a choice")
    not_before: Day | None = Field(default=None, description="The first day on which it can be studied")
    priority: PriorityName = "core"
    skills: list[Ident] = Field(default=[])
    topics: list[TopicText] = Field(default=[], description="What is studied, in order")
    resources: list[Ident] = Field(default=[])
    credit: dict[Ident, Share] = Field(
        default={}, description="The share of the effort that a background saves"
    )
    source: From | None = None
    renamed_from: OldIds = Field(
        default=(),
        description="What it, or what it is a part of, was called in earlier versions: an id or a list",
    )


class PhaseRecord(Record):
    """A phase: months of the curriculum, and its modules."""

    id: Ident = Field(examples=["foundations"])
    title: Local = Field(examples=["{en: Foundations, ja: 基礎固め}"])
    months: Span = Field(examples=["[1, 3]"])
    source: From | None = None
    modules: list[ModuleRecord] = Field(examples=["[]"])


class OptionRecord(Record):
    """One option of a choice."""

    title: Local = Field(examples=["{en: Language, ja: 自然言語処理}"])
    modules: list[Ident] = Field(examples=["[nlp-basics]"])


class ChoiceRecord(Record):
    """A choice; the first options are the default."""

    id: Ident = Field(examples=["speciality"])
    title: Local | None = None
    pick: Pick = 1
    options: dict[Ident, OptionRecord] = Field(
        examples=["{nlp: {title: Language, modules: [nlp-basics]}}"], min_length=1
    )


class MilestoneRecord(Record):
    """A result with a due date."""

    id: Ident = Field(examples=["titanic"])
    title: Local = Field(examples=["{en: Titanic, ja: タイタニック}"])
    kind: MilestoneKindName = Field(examples=["deliverable"])
    target: MedalName = "none"
    requires: list[Ident] = Field(examples=["[python-basics]"])
    by: Due = Field(examples=["{month: 4}"], description="A month of the curriculum, or a date")
    steps: list[Local] = Field(default=[])
    evidence: list[EvidenceName] = Field(default=[])
    source: From | None = None
    renamed_from: OldIds = Field(
        default=(), description="What it was called in earlier versions: an id or a list of ids"
    )


class ResourceRecord(Record):
    """A book, a course, a site or a tool."""

    id: Ident = Field(examples=["python-crash-course"])
    title: Local = Field(examples=["Python Crash Course"])
    kind: KindName = Field(examples=["book"])
    cost: CostName = Field(examples=["paid"])
    url: Url | None = None
    note: Local | None = None
    source: From | None = None


class StatedWeek(Record):
    """The hours of a weekday and of a day off that the author states."""

    weekday: DayHours = Field(examples=["2"])
    day_off: DayHours = Field(examples=["4"])


class CurriculumRecord(Record):
    """A curriculum as it is written."""

    id: Ident = Field(examples=["my-curriculum"])
    title: Local = Field(examples=["{en: My curriculum, ja: わたしのカリキュラム}"])
    source: From | None = None
    summary: Local | None = None
    months: Months = Field(examples=["12"], description="The nominal length")
    target_hours: TargetHours | None = None
    stated_hours_per_week: WeekHours | None = Field(
        default=None, description="What the author claims; it is checked"
    )
    stated_week: StatedWeek | None = None
    tracks: list[TrackRecord] | None = None
    skills: list[SkillRecord] | None = None
    backgrounds: list[BackgroundRecord] | None = None
    phases: list[PhaseRecord] = Field(
        examples=["[{id: start, title: Start, months: [1, 12], modules: []}]"], min_length=1
    )
    choices: list[ChoiceRecord] = Field(default=[])
    milestones: list[MilestoneRecord] = Field(default=[])
    resources: list[ResourceRecord] = Field(default=[])
