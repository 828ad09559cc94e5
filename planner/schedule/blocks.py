"""Placed blocks, the accepted plan's blocks by day, and how the learner studies."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from planner.records import dataclass


class Block(NamedTuple):
    """A placed block: a module's index (None for a buffer), its day (an ordinal), [start, end) in epoch minutes."""

    module: int | None
    day: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Habits:
    """How the learner studies: session lengths in minutes, the buffer's share, tracks side by side."""

    shortest: int
    longest: int
    buffer: Fraction
    tracks: int


def next_length(gap: int, habits: Habits) -> int:
    """Return the length of the next session in a gap: pieces of equal length, unless these would be too short."""
    if gap <= habits.longest:
        return gap
    pieces = -(-gap // habits.longest)
    even = -(-gap // (15 * pieces)) * 15
    return even if even >= habits.shortest else habits.longest


def split_by(start: int, end: int, blocks: Sequence[Block]) -> list[tuple[int, int, bool]]:
    """Split [start, end) into parts inside (True) and outside (False) of blocks, which are in order."""
    parts = []
    at = start
    for block in blocks:
        a, b = max(at, block.start), min(end, block.end)
        if a < b:
            if at < a:
                parts.append((at, a, False))
            parts.append((a, b, True))
            at = b
    if at < end:
        parts.append((at, end, False))
    return parts
