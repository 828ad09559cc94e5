"""Which damaged lines explain no missing event: theirs is whole elsewhere, or an earlier damaged line is the same one.

Invariant: of the damaged lines that may be one and the same event, one at most explains that it is missing.
"""

from collections.abc import Container, Mapping
from pathlib import Path

from planner.journal.checks.damage import WholeLines, line_digest, whole_inside
from planner.journal.events import encode
from planner.journal.model import Event
from planner.journal.reading import scan

Place = tuple[str, int]


def look_through(folder: Path) -> tuple[dict[Place, bytes], WholeLines, frozenset[str]]:
    """Return what `explaining_none` takes, of a journal: damaged lines, whole ones, and the events that there are."""
    damaged: dict[Place, bytes] = {}
    whole: dict[str, bytes] = {}
    for file, number, line, found in scan(folder):
        if isinstance(found, Event):
            whole[found.id] = encode(found)
        else:
            damaged[file, number] = line
    return damaged, WholeLines(whole), frozenset(whole)


def explaining_none(
    damaged: Mapping[Place, bytes], lines: WholeLines, there: Container[str]
) -> frozenset[Place]:
    """Return the places of the damaged lines that explain no missing event; `there` are the events that are whole."""
    told: set[str] = set()
    idle: set[Place] = set()
    for place, line in damaged.items():
        events = set(whole_inside(line)) or {lines.which(line) or line_digest(line)}
        if all(each in there or each in told for each in events):
            idle.add(place)
        told |= events
    return frozenset(idle)
