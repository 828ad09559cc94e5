"""Weekly allocation and sessions (steps 4 and 5): one walk forward through the free windows.

Each moment belongs, in this order, to what a guard forces, to what the accepted plan had there, and to work that has
no place yet; the buffer stays free at the end of the week. Every choice passes the exact guard test of `Slack`.

Invariant: a module gets exactly its remaining minutes, after what it requires; sessions lie in free windows, in order.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from planner.learner.windows import Spans
from planner.schedule.buffers import Buffer, choose_buffers
from planner.schedule.capacity import Capacity, Week
from planner.schedule.choosing import Choosing
from planner.schedule.slack import Slack
from planner.schedule.work import Work

NEAR_WEEKS = 2


@dataclass(frozen=True, slots=True)
class Block:
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


@dataclass(slots=True)
class Walked:
    """What a walk placed: sessions, buffers, minutes by week and module, and what is left without a place."""

    blocks: list[Block] = field(default_factory=list)
    buffers: list[Block] = field(default_factory=list)
    weeks: list[tuple[Week, int, dict[int, int]]] = field(default_factory=list)
    left: list[int] = field(default_factory=list)


class Walk:
    """One walk; `previous` are the accepted plan's blocks that are not over, `pull` lets free time draw work forward."""

    def __init__(
        self,
        work: Work,
        guards: Sequence[int],
        capacity: Capacity,
        habits: Habits,
        previous: Sequence[Block] = (),
        *,
        pull: bool = False,
    ) -> None:
        self.work, self.capacity, self.habits = work, capacity, habits
        self.left = list(work.remaining)
        self.slack = Slack(guards, work.remaining, work.release)
        tracks = [module.track for module in work.selection.modules]
        self.choosing = Choosing(work, tracks, habits.tracks)
        self._study: dict[int, list[Block]] = {}
        self._buffers: dict[int, list[Block]] = {}
        self._planned = dict.fromkeys(range(len(self.left)), 0)
        for block in previous:
            if block.module is None:
                self._buffers.setdefault(block.day, []).append(block)
            elif any(block.start < end and start < block.end for start, end in self._spans(block.day)):
                self._study.setdefault(block.day, []).append(block)
                self._planned[block.module] += block.end - block.start
        self._fresh, self._pull_always = not previous, pull
        self._catch_up = 0 if self._fresh else self._without_place()
        self.result = Walked()

    def run(self) -> Walked:
        """Walk until all work is placed or the horizon is reached."""
        index = 0
        last = self.capacity.index(self.capacity.horizon)
        while any(self.left) and index <= last:
            self._week(index, self.capacity.week(index))
            index += 1
        self.result.left = self.left
        return self.result

    def _spans(self, day: int) -> Spans:
        week = self.capacity.week(self.capacity.index(day))
        return week.days[day - week.first] if day >= self.capacity.monday else ()

    def _without_place(self) -> int:
        return sum(
            max(0, left - planned) for left, planned in zip(self.left, self._planned.values(), strict=True)
        )

    def _week(self, index: int, week: Week) -> None:
        self.slack.begin(week, self.capacity, self.left)
        self.choosing.begin_week()
        share = int(week.capacity * self.habits.buffer) // 15 * 15
        near = index < NEAR_WEEKS
        spare = min(share, self._catch_up) if near else 0
        self.must = self.slack.must()
        self.used = 0
        self.budget = max(week.capacity - share, self.must)
        self.budget_with_buffer = max(week.capacity - share + spare, self.must)
        self.pull = self._fresh or self._pull_always or near
        self.minutes: dict[int, int] = {}
        self.kept_ahead: dict[int, int] = {}
        for day in range(week.first, week.first + 7):
            for block in self._study.get(day, ()):
                if block.module is not None:
                    self.kept_ahead[block.module] = (
                        self.kept_ahead.get(block.module, 0) + block.end - block.start
                    )
        self.idle: list[Buffer] = []
        for offset, spans in enumerate(week.days):
            for start, end in spans:
                self._window(week.first + offset, start, end)
        self._catch_up = max(0, self._catch_up - max(0, self.used - (week.capacity - share)))
        held = [b for day in range(week.first, week.first + 7) for b in self._buffers.get(day, ())]
        room = min(share, week.capacity - self.used)
        if any(self.left):
            spans = [(block.start, block.end) for block in held]
            self.result.buffers += [Block(None, *part) for part in choose_buffers(self.idle, spans, room)]
        self.result.weeks.append((week, share, self.minutes))

    def _window(self, day: int, start: int, end: int) -> None:
        """Walk through one window: the accepted plan's blocks where they were, free choice between them."""
        at = start
        for block in self._study.get(day, ()):
            if block.end <= at or block.start >= end or block.module is None:
                continue
            self._free(day, at, max(at, block.start))
            at = max(at, block.start)
            stop = min(block.end, end)
            self.kept_ahead[block.module] -= block.end - block.start
            self._planned[block.module] -= block.end - block.start
            at = self._keep(day, at, stop, block.module)
            self._free(day, at, stop)
            at = stop
        self._free(day, at, end)

    def _keep(self, day: int, start: int, end: int, module: int) -> int:
        """Leave an accepted block where it was, if it can stay; return where the free time behind it begins."""
        minutes = min(end - start, self.left[module], self.slack.room(day))
        if minutes <= 0 or not self.choosing.eligible(module) or self.work.release[module] > day:
            return start
        broken = self.slack.broken(minutes, minutes)
        if broken is not None and self.slack.rank[module] > broken:
            return start
        self._place(day, start, module, minutes)
        return start + minutes

    def _free(self, day: int, start: int, end: int) -> None:
        """Fill free time until `end`, keeping clear of the accepted plan's buffers unless work has lost its place."""
        for a, b, held in split_by(start, end, self._buffers.get(day, ())):
            self._fill(day, a, b, pull=self.pull and not held)

    def _fill(self, day: int, start: int, end: int, *, pull: bool) -> None:
        while start < end:
            length = self._chunk(end - start)
            module, minutes = self._wish(day, end - start, length, pull=False)
            if module is None and pull:
                module, minutes = self._wish(day, end - start, length, pull=True)
            if module is None:
                idle = self._idle(end - start)
                if not idle:
                    module, minutes = self._forced(day, length)
                if module is None:
                    minutes = idle or end - start
                    self.slack.passed += minutes
                    self.idle.append((day, start, start + minutes))
            if module is not None:
                self._place(day, start, module, minutes)
            start += minutes

    def _chunk(self, gap: int) -> int:
        """Return the length of the next session in a gap: up to the longest, leaving no crumb behind."""
        shortest, longest = self.habits.shortest, self.habits.longest
        if gap <= longest:
            return gap
        if gap - longest < shortest:
            return max(gap // 30 * 15, min(shortest, longest))
        return longest

    def _wish(self, day: int, gap: int, length: int, *, pull: bool) -> tuple[int | None, int]:
        """Return what comfort would study now, and how long; None when the budget, the gap or the guards say no.

        Without `pull`, only work that has no place yet is offered, and after missed time it may take the buffer.
        """
        budget = self.budget if pull else self.budget_with_buffer
        length = min(length, budget - self.used - sum(self.kept_ahead.values()), self.slack.room(day))
        if length <= 0:
            return None, 0
        broken = self.slack.broken(length, length)
        limit = len(self.slack.days) if broken is None else broken
        shortest = self.habits.shortest if gap >= self.habits.shortest else gap + 1
        taken = self.kept_ahead if pull else self._planned

        def allowed(module: int) -> bool:
            left = self.left[module]
            if left - taken.get(module, 0) <= 0 or self.slack.rank[module] > limit:
                return False
            return self.work.release[module] <= day and min(length, left) >= min(shortest, left)

        module = self.choosing.pick(allowed)
        if module is None:
            return None, 0
        left = self.left[module]
        return module, min(length, left, max(left - taken.get(module, 0), min(shortest, left)))

    def _idle(self, gap: int) -> int:
        """Return how much of a gap may stay free without breaking a guard."""
        while gap > 0 and self.slack.broken(gap, 0) is not None:
            gap -= 15
        return gap

    def _forced(self, day: int, length: int) -> tuple[int | None, int]:
        """Return the module that a guard forces now, and for how long; None when nothing can be studied."""
        length = min(length, self.slack.room(day))
        idle, worked = self.slack.broken(15, 0), self.slack.broken(length, length)
        if length <= 0 or idle is None:
            return None, 0
        limit = idle if worked is None else min(idle, worked)
        module = self.choosing.pick(lambda i: self.slack.rank[i] <= limit and self.work.release[i] <= day)
        return module, min(length, self.left[module]) if module is not None else 0

    def _place(self, day: int, start: int, module: int, minutes: int) -> None:
        self.left[module] -= minutes
        self.slack.worked(self.slack.rank[module], minutes)
        self.choosing.studied(module, minutes, finished=not self.left[module])
        self.used += minutes
        self.minutes[module] = self.minutes.get(module, 0) + minutes
        self.result.blocks.append(Block(module, day, start, start + minutes))


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
