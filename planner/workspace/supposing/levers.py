"""What a learner turns in What if, one lever for each setting; the change that they make together.

Invariant: levers that stand where they stood make an empty change.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction

from planner.records import dataclass
from planner.schedule.model import Repair
from planner.schedule.supposing import Change
from planner.text.languages import LocalText
from planner.text.messages import Message

HOURS, GOAL, DROP, CHOICE, CREDIT, BUFFER = "hours", "goal", "drop", "choice", "credit", "buffer"
MODULE = "module"
Value = int | date | str | tuple[str, ...] | Fraction


@dataclass(frozen=True, slots=True)
class Lever:
    """One thing to turn: its values in order, the present one's place, and where it stands now.

    `minutes` is the work that a module still asks for.
    """

    id: str
    kind: str
    title: LocalText | Message
    values: tuple[Value, ...]
    usual: int
    at: int
    minutes: int = 0

    @property
    def value(self) -> Value:
        """Where it stands."""
        return self.values[self.at]

    @property
    def turned(self) -> bool:
        """Tell whether it stands elsewhere than it did."""
        return self.at != self.usual

    @property
    def name(self) -> str:
        """The choice or the module that it is about."""
        return self.id.partition(":")[2]

    def moved(self, steps: int) -> "Lever":
        """Return the lever turned by some steps, as far as it goes."""
        return replace(self, at=max(0, min(len(self.values) - 1, self.at + steps)))

    def next(self) -> "Lever":
        """Return the lever at its next value, after the last one at the first."""
        return replace(self, at=(self.at + 1) % len(self.values))

    def at_share(self, share: float | None) -> "Lever":
        """Return the lever at a share of its way, from 0 to 1; None for the next value."""
        return self.next() if share is None else replace(self, at=round(share * (len(self.values) - 1)))

    def reset(self) -> "Lever":
        """Return the lever where it stood."""
        return replace(self, at=self.usual)

    def put(self, value: Value) -> "Lever":
        """Return the lever at a value, between or beside those that it had where it is a new one."""
        values = self.values
        if value not in values:
            ordered = self.kind in {HOURS, GOAL}
            values = tuple(sorted((*values, value))) if ordered else (*values, value)
        usual = values.index(self.values[self.usual])
        return replace(self, values=values, usual=usual, at=values.index(value))


def change_of(levers: Iterable[Lever]) -> Change:
    """Return the change that the levers make together."""
    change = Change()
    for lever in levers:
        if lever.turned:
            change = _with(change, lever)
    return change


def _with(change: Change, lever: Lever) -> Change:
    value = lever.value
    if isinstance(value, int):
        return replace(change, hours_per_week=value)
    if isinstance(value, date):
        return replace(change, goal=value)
    if isinstance(value, Fraction):
        return replace(change, buffer=value)
    if isinstance(value, str):
        return replace(change, drop=(*change.drop, value))
    if lever.kind == CREDIT:
        return replace(change, background=value)
    return replace(change, choices={**change.choices, lever.name: value})


def with_repair(levers: Iterable[Lever], repair: Repair) -> tuple[Lever, ...]:
    """Return the levers turned so that a repair is taken, over all that is turned already."""
    parts = zip(repair.kind.split("+"), repair.value.split("+"), strict=True)
    wished: dict[str, Value] = {}
    known: set[str] = set()
    for kind, said in parts:
        if kind == HOURS:
            wished[HOURS] = round(float(said) * 60)
        elif kind == GOAL:
            wished[GOAL] = date.fromisoformat(said)
        elif kind == DROP:
            wished |= {f"{MODULE}:{name}": name for name in said.split(",")} | {DROP: said}
        elif kind == CHOICE:
            name, _, picks = said.partition("=")
            wished[f"{CHOICE}:{name}"] = tuple(picks.split(","))
        else:
            known.add(said)
    return tuple(_taken(lever, wished, known) for lever in levers)


def _taken(lever: Lever, wished: dict[str, Value], known: set[str]) -> Lever:
    if lever.kind == CREDIT and known:
        held = lever.value if isinstance(lever.value, tuple) else ()
        return lever.put(tuple(dict.fromkeys((*held, *sorted(known)))))
    value = wished.get(lever.id)
    if value is None or (lever.kind == DROP and value not in lever.values):
        return lever
    return lever.put(_as_written(lever, value))


def _as_written(lever: Lever, value: Value) -> Value:
    """Return the picks of a choice in the order in which the lever has them."""
    if not isinstance(value, tuple):
        return value
    same = (way for way in lever.values if isinstance(way, tuple) and set(way) == set(value))
    return next(same, value)
