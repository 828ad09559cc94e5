"""Tracked time as every format gives it: when, for how long, and by what names.

Invariant: `end` is not before `start`; both are seconds since the epoch (UTC).
"""

from planner.records import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A stretch of tracked time, at a line and column of its file; `end` is None while it still runs.

    Each of `names` may name a module; the first is the one to call it by, and empty when it has none. `clock` is its
    beginning as the program's own clock showed it, where the program says no moment, such as 20261201T210000.
    """

    line: int
    column: int
    start: int
    end: int | None
    names: tuple[str, ...]
    note: str = ""
    person: str = ""
    clock: str = ""

    @property
    def minutes(self) -> int:
        """The length in whole minutes, halves rounded up; 0 while it runs."""
        return 0 if self.end is None else (self.end - self.start + 30) // 60


def unique(names: list[str]) -> tuple[str, ...]:
    """Return the names that are not empty, each once; one empty name when there are none."""
    return tuple(dict.fromkeys(name for each in names if (name := " ".join(each.split())))) or ("",)
