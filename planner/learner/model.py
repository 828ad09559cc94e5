"""Who learns, and when: the profile as the planner thinks of it, in minutes, frozen.

Clock windows are minutes after local midnight, [start, end); an end beyond 1440 belongs to the next morning.
"""

from dataclasses import field
from datetime import date
from fractions import Fraction

from planner.records import dataclass

Windows = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class WeekPattern:
    """One week's habit: windows of a weekday, of a day off, and of single weekdays (0 is Monday)."""

    weekday: Windows = ((1200, 1320),)
    day_off: Windows = ((600, 840),)
    days: tuple[tuple[int, Windows], ...] = ()


@dataclass(frozen=True, slots=True)
class Rotation:
    """Shifts that repeat every `len(weeks)` weeks, counted from the week of `start`."""

    start: date
    weeks: tuple[WeekPattern, ...]


@dataclass(frozen=True, slots=True)
class DayException:
    """Days (inclusive) that have windows of their own; no windows means time off."""

    first: date
    last: date
    windows: Windows = ()


@dataclass(frozen=True, slots=True)
class Availability:
    """When the learner can study. `cap` is minutes a week, or None; `holidays` a country code, or empty."""

    pattern: WeekPattern = field(default_factory=WeekPattern)
    holidays: str = ""
    cap: int | None = None
    rotation: Rotation | None = None
    exceptions: tuple[DayException, ...] = ()


@dataclass(frozen=True, slots=True)
class Study:
    """Study habits: session lengths in minutes, the buffer's share of a week, tracks side by side, check-in day.

    `reviews` tells whether finished modules come back as short reviews.
    """

    session_min: int = 30
    session_max: int = 120
    buffer: Fraction = Fraction(1, 10)
    tracks: int = 2
    checkin: int = 6
    reviews: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """The learner's settings. `goal` None means the curriculum's months from `start`."""

    curriculum: str
    start: date
    goal: date | None = None
    timezone: str = "Asia/Tokyo"
    language: str = ""
    background: tuple[str, ...] = ()
    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()
    drop: tuple[str, ...] = ()
    availability: Availability = field(default_factory=Availability)
    study: Study = field(default_factory=Study)
