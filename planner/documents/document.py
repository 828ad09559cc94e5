"""A document: plain values, and where in the file each of them was written.

Invariant: every mapping and list of `value` has its twin in `places`; lines and columns count from 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from planner.problems import Problem
from planner.text.messages import Message

Path = Sequence[str | int]


class Mark(Protocol):
    """A place as the parser counts it, from 0."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The character in the line."""


@dataclass(slots=True)
class Places:
    """Where a value stands; for a mapping also its keys and their values, for a list its items."""

    mark: Mark
    keys: dict[str, Mark] = field(default_factory=dict)
    children: dict[str | int, "Places"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file that could be read: one mapping of plain values, and their places."""

    file: str
    value: dict[str, Any]
    places: Places

    def place(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Return line and column of the value at `path`, or of its key; unknown steps are passed over."""
        node, mark = self.places, self.places.mark
        for step in path:
            child = node.children.get(step)
            if child is None:
                continue
            mark = node.keys.get(str(step), child.mark) if key else child.mark
            node = child
        return mark.line + 1, mark.column + 1

    def problem(self, message: Message, path: Path = (), *, key: bool = False) -> Problem:
        """Make a problem that stands at `path` in this file."""
        line, column = self.place(path, key=key)
        return Problem(message, self.file, line, column, key_of(path))


def key_of(path: Path) -> str:
    """Write a path as people do: `phases[0].modules[2].hours`, counted from 0."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")


def in_order(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Sort problems by their places and leave out repetitions."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: (problem.line, problem.column)))
