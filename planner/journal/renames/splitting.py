"""A module that was split: what was studied on it fills its parts in their order, and its plan's sessions follow.

Invariant: the minutes of the parts add up to those of the whole.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from planner.journal.logs import Entry
from planner.journal.model import AcceptedPlan, Logged, Session

_WEEK = timedelta(days=7)
Parts = Mapping[str, tuple[str, ...]]


class Splits:
    """Shares out time studied: each part of a module up to its effort, in minutes, and the rest to the last."""

    def __init__(self, parts: Parts, efforts: Mapping[str, int], entries: Sequence[Entry]) -> None:
        self._parts, self._efforts = parts, efforts
        self.entries = self._shared_out(entries)

    def _shared_out(self, entries: Sequence[Entry]) -> list[Entry]:
        filled: dict[str, int] = {}
        shared: list[Entry] = []
        for entry in entries:
            for module, minutes in self._fill(entry.logged, filled):
                filled[module] = filled.get(module, 0) + minutes
                same = module == entry.logged.module
                shared.append(entry if same else Entry(entry.place, _part(entry.logged, module, minutes)))
        return shared

    def _fill(self, logged: Logged, filled: Mapping[str, int]) -> list[tuple[str, int]]:
        """Return the modules that time counts for, with their minutes."""
        parts = self._parts.get(logged.module)
        if parts is None:
            return [(logged.module, logged.minutes)]
        given, left = [], logged.minutes
        for part in parts[:-1]:
            minutes = min(left, max(0, self._efforts[part] - filled.get(part, 0)))
            if minutes:
                given.append((part, minutes))
                left -= minutes
        return [*given, (parts[-1], left)] if left or not given else given

    def shared(self, remaining: Mapping[str, int], place: int) -> Mapping[str, int]:
        """Share out the learner's own estimates of what remained at a place in the order of events.

        The parts get theirs in proportion to what their efforts still lacked by then.
        """
        if not self._parts.keys() & remaining.keys():
            return remaining
        shares: dict[str, int] = {}
        for module, minutes in remaining.items():
            for part, share in self._shares(module, minutes, place):
                shares[part] = shares.get(part, 0) + share
        return shares

    def _shares(self, module: str, minutes: int, place: int) -> list[tuple[str, int]]:
        parts = self._parts.get(module)
        if parts is None:
            return [(module, minutes)]
        lacking = {part: max(0, self._efforts[part] - self._studied(part, place)) for part in parts}
        weights = lacking if any(lacking.values()) else {part: self._efforts[part] for part in parts}
        total, given, so_far, shares = sum(weights.values()), 0, 0, []
        for part, weight in weights.items():
            so_far += weight
            until = minutes * so_far // total
            shares.append((part, until - given))
            given = until
        return shares

    def _studied(self, part: str, place: int) -> int:
        return sum(
            entry.logged.minutes
            for entry in self.entries
            if entry.logged.module == part and entry.place <= place
        )

    def at(self, plan: AcceptedPlan) -> "Places":
        """Return where the sessions of a plan stand, from what was studied before its day."""
        day = plan.at.date()
        filled: dict[str, int] = {}
        for entry in self.entries:
            logged = entry.logged
            over = logged.day < day if logged.day is not None else logged.week + _WEEK <= day
            if over:
                filled[logged.module] = filled.get(logged.module, 0) + logged.minutes
        return Places(self._parts, self._efforts, filled)


class Places:
    """Which part each session of one plan belongs to, asked for in the order of time."""

    def __init__(self, parts: Parts, efforts: Mapping[str, int], filled: dict[str, int]) -> None:
        self._parts, self._efforts, self._filled = parts, efforts, filled

    def part_of(self, session: Session) -> str:
        """Return the first part that is not full when the session begins, else the last."""
        parts = self._parts[session.module or ""]
        open_parts = (part for part in parts if self._filled.get(part, 0) < self._efforts[part])
        part = next(open_parts, parts[-1])
        if session.kind == "study":
            self._filled[part] = self._filled.get(part, 0) + session.minutes
        return part


def _part(logged: Logged, module: str, minutes: int) -> Logged:
    return Logged(logged.event, module, minutes, logged.week, logged.day, logged.note)
