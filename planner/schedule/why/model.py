"""An explanation as records: reasons, slack, what waits for what, and statements that are true when run.

Invariant: every `If` carries the change and the figure that it states, so that anybody can run it again.
"""

from datetime import date

from planner.records import dataclass
from planner.schedule.supposing import Change
from planner.text.messages import Message

Figure = date | int | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: a code for programs, a sentence for people, and the figures that it speaks of."""

    code: str
    message: Message
    minutes: int | None = None
    day: date | None = None
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """A figure of the changed plan, and of the plan as it is; `on_time` only for milestones that are expected.

    `quantity` is module-start, module-finish, milestone-expected, milestone-due, milestones-later, finish or
    week-minutes; `id` says of what (of a week its Monday; of the whole plan nothing).
    """

    quantity: str
    id: str
    value: Figure
    before: Figure
    on_time: bool | None = None


@dataclass(frozen=True, slots=True)
class If:
    """A statement: with this change, this result."""

    change: Change
    result: Result
    message: Message


@dataclass(frozen=True, slots=True)
class Slack:
    """The next minutes of free time that may be lost, from now, before `milestone` (empty: the goal) slips past `day`.

    `day` is its due date, or the best day possible where that is later; `message` says all this.
    """

    minutes: int
    milestone: str
    day: date
    message: Message


@dataclass(frozen=True, slots=True)
class Why:
    """An explanation. `head` says what is explained; ids are those of modules and milestones."""

    id: str
    kind: str
    head: Message
    reasons: tuple[Reason, ...]
    slack: Slack | None = None
    waits_for: tuple[str, ...] = ()
    waits_for_it: tuple[str, ...] = ()
    ifs: tuple[If, ...] = ()
