"""A plan as records: what was asked (`Inputs`), what came out (`Plan`), and how two plans differ (`Diff`).

Minutes are integers; days are local dates; session times are minutes since the epoch, UTC.
"""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime

from planner.curriculum.model import Curriculum
from planner.journal.model import Progress, Session
from planner.learner.model import Profile
from planner.records import dataclass
from planner.text.messages import Message


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything a plan depends on. `now` is aware, in the learner's zone; `busy` is [start, end) in epoch minutes."""

    curriculum: Curriculum
    profile: Profile
    progress: Progress
    now: datetime
    busy: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two figures that cannot both be true: what was stated and what is."""

    code: str
    stated: float
    actual: float
    message: Message


@dataclass(frozen=True, slots=True)
class Repair:
    """A change that makes the plan fit, verified by running the scheduler on it.

    `message` says what to write into the profile, too; `plain` says the same in words alone.
    """

    kind: str
    value: str
    finish: date
    max_lateness_days: int
    message: Message
    plain: Message


@dataclass(frozen=True, slots=True)
class Proof:
    """Why something must be late: from `first` to `last`, some modules need more `work` than the `capacity`, minutes.

    Without any one of the modules the others would fit. `milestone` is None when it is the goal that is missed; `weeks`
    counts the weeks that the days touch, 0 when `last` is before `first`: past, or before the work can begin.
    """

    milestone: str | None
    first: date
    last: date
    weeks: int
    work: int
    capacity: int
    modules: tuple[str, ...]
    message: Message


@dataclass(frozen=True, slots=True)
class Verdict:
    """Does it fit? `status` is `on-time`, `late` or `does-not-fit`; `sentence` says it as a friend would.

    `needed_hours_per_week` is None when the goal is past. `fallen` are milestones that have nothing left to require;
    `notes` are what a learner should know beside the sentence.
    """

    status: str
    max_lateness_days: int
    short_minutes: int
    needed_hours_per_week: float | None
    sentence: Message
    contradictions: tuple[Contradiction, ...] = ()
    repairs: tuple[Repair, ...] = ()
    fallen: tuple[str, ...] = ()
    notes: tuple[Message, ...] = ()
    proof: Proof | None = None


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """One week (`start` is its Monday): capacity with the buffer, the buffer, and minutes by module."""

    start: date
    capacity: int
    buffer: int
    minutes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ModulePlan:
    """One module in the plan; `start` and `finish` are the first and last session's day, None without sessions."""

    id: str
    effort: int
    done: int
    remaining: int
    start: date | None
    finish: date | None


@dataclass(frozen=True, slots=True)
class MilestonePlan:
    """One milestone: `expected` and `lateness_days` are None while its work has no place in the plan.

    `guard` is the day that comfort must keep: the due date, or the earliest day on which it can be reached. One that is
    `unrecorded` has all its work done, and only its result is missing.
    """

    id: str
    kind: str
    due: date
    guard: date | None
    expected: date | None
    lateness_days: int | None
    slack: int
    reached: bool
    unrecorded: bool = False

    @property
    def overdue_record(self) -> bool:
        """Tell whether its day is over and only its result is missing: no other plan makes it less late."""
        return self.unrecorded and (self.lateness_days or 0) > 0


@dataclass(frozen=True, slots=True)
class Plan:
    """Sessions, weekly allocation, milestone dates and verdict, made at `now`."""

    start: date
    goal: date
    now: datetime
    effort: int
    done: int
    capacity_to_goal: int
    finish: date | None
    verdict: Verdict
    weeks: tuple[WeekPlan, ...]
    sessions: tuple[Session, ...]
    modules: tuple[ModulePlan, ...]
    milestones: tuple[MilestonePlan, ...]
    ratio: tuple[int, int] = (1, 1)
    accepted_at: datetime | None = None
    stale: tuple[Message, ...] = ()

    @property
    def is_work_late(self) -> bool:
        """Tell whether work comes too late or has no place; a result that is only to be recorded is no work."""
        return self.verdict.status == "does-not-fit" or self.work_lateness_days > 0

    @property
    def work_lateness_days(self) -> int:
        """Return by how many days the latest work is late, 0 when none is; results to be recorded do not count."""
        if self.verdict.status != "late":
            return max(0, self.verdict.max_lateness_days)
        late = [m.lateness_days or 0 for m in self.milestones if not m.reached and not m.overdue_record]
        if self.finish is not None and any(m.remaining for m in self.modules):
            late.append((self.finish - self.goal).days)
        return max([0, *late])


@dataclass(frozen=True, slots=True)
class MilestoneChange:
    """A milestone's expected day before and after; None where it has none."""

    id: str
    before: date | None
    after: date | None


@dataclass(frozen=True, slots=True)
class Diff:
    """What a new plan changes: sessions kept (a count), moved (old and new), added, removed; milestones' dates.

    `moved_minutes` is half the sum over (module, week) of |minutes before - minutes after|.
    """

    kept: int = 0
    moved: tuple[tuple[Session, Session], ...] = ()
    added: tuple[Session, ...] = ()
    removed: tuple[Session, ...] = ()
    moved_minutes: int = 0
    milestones: tuple[MilestoneChange, ...] = field(default_factory=tuple)
    finish: tuple[date | None, date | None] = (None, None)
