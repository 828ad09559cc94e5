"""What happened, as records: events as they are written, and the progress that they fold into.

Invariant: the journal is the only state; `Progress` is computed from it and never written.
Sessions hold times as minutes since the epoch (UTC), so that arithmetic needs no time zone.
"""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from typing import Any

from planner.records import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the journal. `at` is UTC; `day` the learner's local date; `data` plain JSON values."""

    id: str
    at: datetime
    day: date
    device: str
    kind: str
    data: Mapping[str, Any]
    v: int = 1


@dataclass(frozen=True, slots=True)
class Session:
    """One placed block: `module` is None for a buffer. `start` and `end` are minutes since the epoch, UTC.

    `uid` is permanent and empty until the plan is accepted; `topics` are indices into the module's topics.
    """

    id: str
    module: str | None
    kind: str
    day: date
    start: int
    end: int
    topics: tuple[int, ...] = ()
    pinned: bool = False
    uid: str = ""

    @property
    def minutes(self) -> int:
        """The elapsed length."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class AcceptedPlan:
    """A plan that the learner accepted: its sessions from `now` on, and what it was made from.

    `now` is minutes since the epoch; `inputs` are digests of the files by name; `ratio` is the effort ratio as
    (actual + 2400, estimated + 2400) minutes. `pins` are the events of pinning besides the plan's own from which its
    sessions have their flags.
    """

    event: str
    at: datetime
    now: int
    previous: str
    sessions: tuple[Session, ...]
    inputs: Mapping[str, str] = field(default_factory=dict)
    ratio: tuple[int, int] = (1, 1)
    pins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Logged:
    """Time studied. A check-in's hours belong to a week, not to a day: then `day` is None."""

    event: str
    module: str
    minutes: int
    week: date
    day: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows a result: empty texts and None where nothing was given."""

    url: str = ""
    metric: str = ""
    rank: int | None = None
    teams: int | None = None


@dataclass(frozen=True, slots=True)
class MilestoneProgress:
    """How far a milestone is: steps ticked (from 1), attempts, the day it was reached and its result.

    `result` holds the last of each kind of evidence, `shown` all that was given with reaching it, in order.
    """

    steps: frozenset[int] = frozenset()
    attempts: tuple[tuple[date, Evidence], ...] = ()
    reached: date | None = None
    result: Evidence = field(default_factory=Evidence)
    shown: tuple[tuple[date, Evidence], ...] = ()


@dataclass(frozen=True, slots=True)
class CheckIn:
    """The weekly report that counts for the week that begins on `week` (a Monday)."""

    event: str
    week: date
    day: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class AddedModule:
    """A module that the learner added by hand: its title, effort in minutes, what it requires, and its track."""

    id: str
    title: str
    minutes: int
    requires: tuple[str, ...] = ()
    track: str = ""


@dataclass(frozen=True, slots=True)
class ExtraTime:
    """Time to study that a day has besides its windows, in minutes after local midnight, [start, end)."""

    day: date
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Timer:
    """A timer that runs: its `started` event, its module, and when it began, in seconds since the epoch.

    `left` says that another one was started after it, as two machines may do it: then its time tells nothing.
    """

    event: str
    module: str
    began: int
    left: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything that happened, folded. `efforts` are the learner's own totals in minutes, replacing the estimate.

    `begun` holds, for each module with time on it, the effort ratio that was in force when it began and stays its own.
    `plans` are all accepted plans in the order of acceptance, undone ones included; `accepted` is the one in force.
    `latest` is the greatest `at` seen. `skipped` are [start, end) in epoch minutes that the learner wants free;
    `first` are the modules to study before others, the latest wish first; `restored` are modules that come back
    although the profile drops them; `overtaken` says that something the plan in force was made from was undone or
    brought back since. `timers` are those that run, the one started last at the end.
    """

    logs: tuple[Logged, ...] = ()
    done: Mapping[str, date] = field(default_factory=dict)
    efforts: Mapping[str, int] = field(default_factory=dict)
    begun: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    milestones: Mapping[str, MilestoneProgress] = field(default_factory=dict)
    checkins: tuple[CheckIn, ...] = ()
    time_off: frozenset[date] = frozenset()
    accepted: AcceptedPlan | None = None
    plans: tuple[AcceptedPlan, ...] = ()
    undone_plans: frozenset[str] = frozenset()
    latest: datetime | None = None
    extra: tuple[ExtraTime, ...] = ()
    skipped: tuple[tuple[int, int], ...] = ()
    added: tuple[AddedModule, ...] = ()
    dropped: frozenset[str] = frozenset()
    restored: frozenset[str] = frozenset()
    first: tuple[str, ...] = ()
    overtaken: bool = False
    timers: tuple[Timer, ...] = ()

    def logged(self, module: str) -> int:
        """Return the minutes studied on a module so far."""
        return sum(entry.minutes for entry in self.logs if entry.module == module)
