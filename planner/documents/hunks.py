"""The lines that a change of a text touched, so that they can be put back to the letter.

Invariant: `put_back(after, hunk)` gives, first of all, the text before when nothing else was changed since.
"""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hunk:
    """A change of lines: those before, those after, and at which line (from 0) they stood."""

    line: int
    old: str
    new: str

    @property
    def reverse(self) -> "Hunk":
        """The change back."""
        return Hunk(self.line, self.new, self.old)


def make_hunk(before: str, after: str) -> Hunk:
    """Return the lines that differ; where one side has none, a line beside them that both have comes along."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    first, end, new_end = changed_lines(before, after)
    if first > 0 and first in {end, new_end}:
        first -= 1
    elif first in {end, new_end} and end < len(old):
        end, new_end = end + 1, new_end + 1
    return Hunk(first, "".join(old[first:end]), "".join(new[first:new_end]))


def put_back(text: str, hunk: Hunk) -> Iterator[str]:
    """Return the texts in which the lines before stand where the lines after are found, the nearest place first."""
    lines, after = text.splitlines(keepends=True), hunk.new.splitlines(keepends=True)
    if not after:
        return
    places = [n for n in range(len(lines)) if lines[n : n + len(after)] == after]
    for place in sorted(places, key=lambda place: abs(place - hunk.line)):
        yield "".join([*lines[:place], hunk.old, *lines[place + len(after) :]])


def changed_lines(before: str, after: str) -> tuple[int, int, int]:
    """Return the range of lines [first, last) that changed, counted from 0, and its end in the text after."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    most = min(len(old), len(new))
    first = next((n for n in range(most) if old[n] != new[n]), most)
    tail = next((n for n in range(most - first) if old[-1 - n] != new[-1 - n]), most - first)
    return first, len(old) - tail, len(new) - tail
