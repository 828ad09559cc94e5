"""Short reviews of finished modules: when they are due, which of them a week takes, and where in it they lie.

A module comes back up to three times, evenly spaced from its end to the goal: expanding gaps are no better (Latimier
2021). Days are ordinals, lengths minutes.

Invariant: a week takes at most its share of reviews, whatever was missed before it, and only what study and buffer
leave; what finds no place waits for a later week.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from planner.journal.model import Session
from planner.learner.windows import GRANULE, without
from planner.schedule.blocks import Block
from planner.schedule.buffers import Buffer, merged
from planner.schedule.capacity import Week
from planner.schedule.frame import Frame
from planner.schedule.model import Inputs

MOST, APART = 3, 7
LEAST_EFFORT, LONG_EFFORT = 2 * 60, 20 * 60
SHORT, LONG = 15, 30
WEEKLY_SHARE = Fraction(1, 20)  # of a week's capacity
_LEAST_SHARE = 2 * SHORT
_EARLY = (1, 2, 3)  # Monday to Wednesday


class Review(NamedTuple):
    """A review that a week may have, not before the day `after`; `planned` is the accepted plan's place for it.

    One that was `missed` just now may have the buffer, as missed study may.
    """

    module: int
    minutes: int
    after: int
    planned: Block | None = None
    missed: bool = False


def due_days(finish: int, end: int) -> tuple[int, ...]:
    """Return the Mondays from which a module's reviews are due: evenly between two days, a week apart or more."""
    first = _monday(finish)
    weeks = (_monday(end) - first) // 7
    parts = min(MOST, weeks - 1) + 1
    return tuple(first + 7 * ((2 * k * weeks + parts) // (2 * parts)) for k in range(1, parts))


def weekly_share(capacity: int) -> int:
    """Return the most minutes of reviews for a week of that capacity."""
    return min(capacity, max(_LEAST_SHARE, int(capacity * WEEKLY_SHARE) // SHORT * SHORT))


def finished_days(inputs: Inputs, frame: Frame) -> dict[int, tuple[int, int]]:
    """Return, for each module that is finished, the day on which that was, and the day on which it was last studied.

    Hours that a check-in reported count for its week's Sunday.
    """
    work, progress = frame.work, inputs.progress
    logs: dict[int, list[tuple[int, int]]] = {}
    for entry in progress.logs:
        module = work.index.get(entry.module)
        if module is not None and not work.remaining[module]:
            day = entry.day.toordinal() if entry.day else entry.week.toordinal() + 6
            logs.setdefault(module, []).append((day, entry.minutes))
    found = {}
    for module, entries in logs.items():
        finish, studied = 0, 0
        for day, minutes in sorted(entries):
            if studied < work.effort[module]:
                finish = day
            studied += minutes
        found[module] = (finish, max(day for day, _ in entries))
    for name, done in progress.done.items():
        module = work.index.get(name)
        if module is not None:
            day = done.toordinal()
            found[module] = (day, max(day, found.get(module, (0, 0))[1]))
    return found


class Reviews:
    """The reviews to come in one walk; `planned` are the places of those among the accepted sessions."""

    def __init__(self, inputs: Inputs, frame: Frame, sessions: Iterable[Session]) -> None:
        work = frame.work
        last = max((g for g, left in zip(frame.guards, work.remaining, strict=True) if left), default=0)
        self._end = last if work.goal < last <= frame.capacity.horizon else work.goal
        self._effort = work.effort
        self.planned = _planned(inputs, frame, sessions)
        self._weeks: dict[int, dict[int, Block]] = {}
        for block in self.planned:
            if block.module is not None:
                self._weeks.setdefault(_monday(block.day), {}).setdefault(block.module, block)
        self._missed = _missed(inputs, frame)
        self._seen: dict[int, int] = {}
        self._dues: dict[int, tuple[int, ...]] = {}
        self._due: dict[int, int] = {}
        self._waiting: list[tuple[int, int]] = []
        self._pins: dict[int, int] = {}
        for module, (finish, seen) in finished_days(inputs, frame).items():
            self.finish(module, finish, seen)
        for pin in frame.task.pins:
            module, day = work.index[pin.module or ""], pin.day.toordinal()
            self._pins[module] = max(day, self._pins.get(module, 0))
        for module, day in self._pins.items():
            if not frame.task.left[module]:
                self.finish(module, day)

    def finish(self, module: int, day: int, seen: int = 0) -> None:
        """Note that a module is finished on a day, and was last studied on the day `seen`."""
        if self._effort[module] >= LEAST_EFFORT:
            day = max(day, self._pins.get(module, 0))
            self._dues[module] = due_days(day, self._end)
            self._study(module, max(day, seen))

    def _study(self, module: int, day: int) -> None:
        """Note when a module was seen last; what was due until then is held."""
        self._seen[module] = day
        due = next((due for due in self._dues[module] if due > day), None)
        if due is not None:
            self._due[module] = due
            insort(self._waiting, (due, module))

    def of(self, week: Week, *, near: bool) -> tuple[list[Review], int]:
        """Return the reviews that a week may have, in the order of the days due, and how many minutes of them."""
        monday, found = week.first, []
        planned = self._weeks.get(monday, {}) if monday <= self._end else {}
        kept = total = 0
        for due, module in self._waiting if monday <= self._end else ():
            if due > monday:
                break
            block, after = planned.get(module), max(due, self._seen[module] + APART)
            if after > monday + 6:
                continue
            minutes = LONG if self._effort[module] >= LONG_EFFORT else SHORT
            if block is not None and block.day >= after:
                minutes = block.end - block.start
                kept += minutes
            else:
                block = None
            total += minutes
            missed = near and self._missed.get(module, 0) > self._seen[module]
            found.append(Review(module, minutes, after, block, missed))
        return found, min(total, max(weekly_share(week.capacity), kept))

    def hold(self, blocks: Iterable[Block]) -> None:
        """Note the reviews that a week has."""
        for block in blocks:
            if block.module is not None:
                due = self._due[block.module]
                del self._waiting[bisect_left(self._waiting, (due, block.module))]
                self._study(block.module, block.day)


def place_reviews(
    reviews: Sequence[Review],
    idle: Sequence[Buffer],
    held: Sequence[tuple[int, int]],
    share: int,
    buffer: int,
) -> tuple[list[Block], list[Buffer]]:
    """Place reviews of a week in its idle (day, start, end) stretches, up to `share`; return what stays idle, too.

    They lie where the accepted plan had them; others beside the `held` buffer, `buffer` minutes of the share being
    for those alone that were missed.
    """
    free = merged(idle)
    blocks: list[Block] = []
    for review in reviews:
        block = review.planned
        if block is not None and review.minutes <= share and _take(free, block):
            blocks.append(block)
            share -= review.minutes
    placed = {block.module for block in blocks}
    for review in reviews:
        if share < SHORT:
            break
        room = share if review.missed else share - buffer
        if review.module not in placed and review.minutes <= room:
            block = _find(review, free, () if review.missed else held, blocks)
            if block is not None and _take(free, block):
                blocks.append(block)
                share -= review.minutes
    return sorted(blocks, key=lambda block: block.start), free


def _take(free: list[Buffer], block: Block) -> bool:
    """Take a block's time out of what is free; tell whether all of it was."""
    for number, (day, start, end) in enumerate(free):
        if day == block.day and start <= block.start and block.end <= end:
            parts = [(day, start, block.start), (day, block.end, end)]
            free[number : number + 1] = [part for part in parts if part[1] < part[2]]
            return True
    return False


def _find(
    review: Review, free: Sequence[Buffer], held: Sequence[tuple[int, int]], blocks: Sequence[Block]
) -> Block | None:
    """Return the best place for a review: late in the week, on the day with the fewest reviews, then the earliest."""
    busy = [block.day for block in blocks]
    places = [
        (day % 7 in _EARLY, busy.count(day), begin, day)
        for day, start, end in free
        if day >= review.after
        for begin, stop in without(((start, end),), held)
        if stop - begin >= review.minutes
    ]
    if not places:
        return None
    _, _, begin, day = min(places)
    return Block(review.module, day, begin, begin + review.minutes)


def _planned(inputs: Inputs, frame: Frame, sessions: Iterable[Session]) -> list[Block]:
    """Return what is left from now on of the accepted reviews."""
    now = -(-int(inputs.now.timestamp()) // (60 * GRANULE)) * GRANULE
    index = frame.work.index
    return [
        Block(index[s.module or ""], s.day.toordinal(), max(s.start, now), s.end)
        for s in sessions
        if s.kind == "review" and s.module in index and s.end > now
    ]


def _missed(inputs: Inputs, frame: Frame) -> dict[int, int]:
    """Return, by module, the day of the last review that the accepted plan had until now."""
    accepted, now = inputs.progress.accepted, int(inputs.now.timestamp()) // 60
    index = frame.work.index
    return {
        index[s.module or ""]: s.day.toordinal()
        for s in (accepted.sessions if accepted else ())
        if s.kind == "review" and s.module in index and s.end <= now
    }


def _monday(day: int) -> int:
    return day - (day - 1) % 7
