"""A document: plain values, and where in the file each of them was written.

Invariant: every mapping and list of `value` has its twin in `places`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from planner.problems import Problem
from planner.text.messages import Message, msg

Path = Sequence[str | int]
Spot = int  # line and column, counted from 0, in one number: large files have a million of them
_COLUMNS = 1 << 25
MAX_PROBLEMS = 1_000


def spot(line: int, column: int) -> Spot:
    """Put a line and a column, counted from 0, into one number."""
    return line * _COLUMNS + column


def line_and_column(place: Spot) -> tuple[int, int]:
    """Return line and column, counted from 1."""
    line, column = divmod(place, _COLUMNS)
    return line + 1, column + 1


@dataclass(slots=True)
class Places:
    """Where a mapping or a list stands, its keys, and its values."""

    at: Spot
    keys: dict[str, Spot] = field(default_factory=dict)
    children: dict[str | int, "Places | Spot"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file that could be read: one mapping of plain values, and their places."""

    file: str
    value: dict[str, Any]
    places: Places

    def place(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Return line and column of the value at `path`, or of its key; unknown steps are passed over."""
        node: Places | Spot = self.places
        found = self.places.at
        for step in path:
            child = node.children.get(step) if isinstance(node, Places) else None
            if child is None or not isinstance(node, Places):
                continue
            at = child.at if isinstance(child, Places) else child
            found = node.keys.get(str(step), at) if key else at
            node = child
        return line_and_column(found)

    def problem(self, message: Message, path: Path = (), *, key: bool = False) -> Problem:
        """Make a problem that stands at `path` in this file."""
        line, column = self.place(path, key=key)
        return Problem(message, self.file, line, column, key_of(path))


def key_of(path: Path) -> str:
    """Write a path as people do: `phases[0].modules[2].hours`, counted from 0."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")


def first_problems(document: Document, found: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems up to the most that are told at once; when there are more, the last one says so."""
    problems = tuple(islice(found, MAX_PROBLEMS + 1))
    if len(problems) <= MAX_PROBLEMS:
        return problems
    last, more = problems[-1], msg("there are more problems than can be shown; mend these first")
    return (*problems[:-1], Problem(more, document.file, last.line, last.column))


def in_order(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Sort problems by their places and leave out repetitions."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: (problem.line, problem.column)))
