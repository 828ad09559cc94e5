"""A curriculum as the planner thinks of it: frozen, checked, in minutes, in the order in which it was written.

Invariant: every id that a record names exists, and prerequisites have no cycle (the reader refuses anything else).
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction

from planner.records import dataclass
from planner.text.languages import LocalText


class Priority(StrEnum):
    """How much a module matters; dropping one level drops the levels after it."""

    CORE = "core"
    RECOMMENDED = "recommended"
    STRETCH = "stretch"


class MilestoneKind(StrEnum):
    """What kind of result a milestone is."""

    DELIVERABLE = "deliverable"
    KAGGLE = "kaggle"
    PORTFOLIO = "portfolio"
    CERTIFICATE = "certificate"
    APPLICATION = "application"
    OFFER = "offer"


class Medal(StrEnum):
    """A Kaggle medal, lowest first; `NONE` is the target of a practice competition."""

    NONE = "none"
    BRONZE = "bronze"
    SILVER = "silver"
    GOLD = "gold"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement comes from: an article and a section of the inventory, or `ours` (article is empty)."""

    article: str = ""
    section: str = ""


OURS = Source()


@dataclass(frozen=True, slots=True)
class Effort:
    """Working time in minutes: low <= likely <= high."""

    low: int
    likely: int
    high: int


@dataclass(frozen=True, slots=True)
class ReferenceClass:
    """Things that take about as long as each other; `base` is how many the figures rest on, 0 when that is unknown."""

    id: str
    title: LocalText
    effort: Effort
    base: int = 0
    source: Source = OURS
    note: LocalText | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing to study within a module; `minutes` 0 means an equal share of what the others leave."""

    title: LocalText
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Module:
    """The unit that is scheduled. Without written hours, `reference` is the class that the effort is guessed from.

    `renamed_from` are the ids that it, or what it is a part of, had in earlier versions.
    """

    id: str
    title: LocalText
    track: str
    phase: str
    effort: Effort
    requires: tuple[str, ...] = ()
    not_before: date | None = None
    priority: Priority = Priority.CORE
    skills: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    resources: tuple[str, ...] = ()
    credit: tuple[tuple[str, Fraction], ...] = ()
    source: Source = OURS
    reference: ReferenceClass | None = None
    renamed_from: tuple[str, ...] = ()

    @property
    def estimated(self) -> bool:
        """Whether no hours were written, so that the effort is a wide guess."""
        return self.reference is not None


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of months (first and last, from 1) and the modules that belong to it."""

    id: str
    title: LocalText
    months: tuple[int, int]
    modules: tuple[str, ...]
    source: Source = OURS


@dataclass(frozen=True, slots=True)
class Option:
    """One way to choose: the modules studied only with it."""

    id: str
    title: LocalText
    modules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of `pick` options; the first ones are the default."""

    id: str
    title: LocalText
    pick: int
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Milestone:
    """A result to reach. Exactly one of `by_month` (scales with the goal) and `by_date` (does not) is set."""

    id: str
    title: LocalText
    kind: MilestoneKind
    requires: tuple[str, ...]
    by_month: int | None = None
    by_date: date | None = None
    target: Medal = Medal.NONE
    steps: tuple[LocalText, ...] = ()
    evidence: tuple[str, ...] = ()
    source: Source = OURS
    renamed_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resource:
    """A book, course, site or tool to learn from."""

    id: str
    title: LocalText
    kind: str
    cost: str
    url: str = ""
    note: LocalText | None = None
    source: Source = OURS


@dataclass(frozen=True, slots=True)
class Named:
    """A track, a skill or a background: an id, its name, and a note with the figure that a source gives for it."""

    id: str
    title: LocalText
    note: LocalText | None = None
    source: Source = OURS
    stated_months: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Curriculum:
    """What is to be learned. Minutes throughout; what the author states (`stated_…`) is a claim to be checked."""

    id: str
    title: LocalText
    months: int
    target_minutes: int
    modules: tuple[Module, ...]
    phases: tuple[Phase, ...] = ()
    choices: tuple[Choice, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    resources: tuple[Resource, ...] = ()
    tracks: tuple[Named, ...] = ()
    skills: tuple[Named, ...] = ()
    backgrounds: tuple[Named, ...] = ()
    summary: LocalText | None = None
    source: Source = OURS
    stated_minutes_per_week: int | None = None
    stated_weekday_minutes: int | None = None
    stated_day_off_minutes: int | None = None

    def by_id(self) -> Mapping[str, Module]:
        """Return the modules by their ids, in the curriculum's order."""
        return {module.id: module for module in self.modules}

    def milestone(self, milestone_id: str) -> Milestone | None:
        """Return a milestone by its id."""
        return next((milestone for milestone in self.milestones if milestone.id == milestone_id), None)
