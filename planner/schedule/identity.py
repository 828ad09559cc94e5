"""Which new session is which old one: same module, largest overlap in time, then same week, then order.

A review continues only a review of its module.

Invariant: ids are `module.N`, `review.N` and `buffer.N`; a number is never used again, also after an undo, and a
session keeps its `uid` for life.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Protocol

from planner.journal.model import AcceptedPlan, Session
from planner.journal.plans import next_numbers


class Placed(Protocol):
    """What has a time and a module: a session, or a block that becomes one."""

    @property
    def module(self) -> str | None:
        """The module's id; None for a buffer."""

    @property
    def kind(self) -> str:
        """Study, review or buffer."""

    @property
    def day(self) -> date:
        """The day it belongs to."""

    @property
    def start(self) -> int:
        """Its first minute, since the epoch."""

    @property
    def end(self) -> int:
        """The minute after its last."""


def name_sessions(
    fresh: Sequence[Placed], old: Sequence[Session], plans: Sequence[AcceptedPlan]
) -> list[tuple[str, str]]:
    """Return an id and a uid for each new session: those of the old one that it continues, else an id never used."""
    matches = match(old, fresh) if old else {}
    numbers = next_numbers(plans) if plans else {}
    named = []
    for index, session in enumerate(fresh):
        known = matches.get(index)
        if known is not None:
            named.append((known.id, known.uid))
            continue
        name = session.module if session.module and session.kind == "study" else session.kind
        number = numbers.get(name, 1)
        numbers[name] = number + 1
        named.append((f"{name}.{number}", ""))
    return named


def match(old: Sequence[Session], fresh: Sequence[Placed]) -> Mapping[int, Session]:
    """Return the old session that each new one (by its index) continues."""
    matches: dict[int, Session] = {}
    before: dict[tuple[str | None, str], list[Session]] = {}
    for session in old:
        before.setdefault((session.module, session.kind), []).append(session)
    after: dict[tuple[str | None, str], list[int]] = {}
    for index, placed in enumerate(fresh):
        after.setdefault((placed.module, placed.kind), []).append(index)
    for thread, indices in after.items():
        if thread in before:
            _match_one(before[thread], indices, fresh, matches)
    return matches


def _match_one(
    before: list[Session], after: list[int], fresh: Sequence[Placed], matches: dict[int, Session]
) -> None:
    """Match the sessions of one module; both lists are in order of time and lose what is matched."""
    for index, session in _by_overlap(before, after, fresh):
        if index not in matches and session in before:
            matches[index] = session
            before.remove(session)
    rest = [i for i in after if i not in matches]
    for index in rest:
        week = _week(fresh[index])
        same = next((s for s in before if _week(s) == week), None)
        if same is not None:
            matches[index] = same
            before.remove(same)
    for index, session in zip([i for i in rest if i not in matches], list(before), strict=False):
        matches[index] = session
        before.remove(session)


def _by_overlap(
    before: Sequence[Session], after: Sequence[int], fresh: Sequence[Placed]
) -> list[tuple[int, Session]]:
    """Return the overlapping pairs, the largest overlap first, then the earlier."""
    pairs: list[tuple[int, int, int, Session]] = []
    begin = 0
    for index in after:
        new = fresh[index]
        while begin < len(before) and before[begin].end <= new.start:
            begin += 1
        for session in before[begin:]:
            if session.start >= new.end:
                break
            overlap = min(session.end, new.end) - max(session.start, new.start)
            pairs.append((-overlap, new.start, index, session))
    pairs.sort(key=lambda pair: pair[:3])
    return [(index, session) for _, _, index, session in pairs]


def _week(session: Placed) -> date:
    return session.day - timedelta(days=session.day.weekday())
