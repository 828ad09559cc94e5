"""Weekly allocation and sessions (steps 4 and 5): one walk forward through the free windows.

Each moment belongs, in this order, to the accepted plan's block there, to work that has no place yet, to work drawn
forward, and to what a guard forces; reviews and the buffer get what stays free of a week.

Invariant: a module gets exactly its remaining minutes, after what it requires; sessions lie in free windows, in order.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from planner.schedule.blocks import Block, Habits, split_by
from planner.schedule.buffers import Buffer, choose_buffers
from planner.schedule.capacity import Week, buffer_of, day_start
from planner.schedule.frame import Frame
from planner.schedule.offers import Offers
from planner.schedule.reviews import Review, Reviews, place_reviews

NEAR_WEEKS = 2


@dataclass(slots=True)
class Walked:
    """What a walk placed, in order of time: blocks of study, reviews, and buffers."""

    blocks: list[Block] = field(default_factory=list)
    buffers: list[Block] = field(default_factory=list)
    reviews: list[Block] = field(default_factory=list)


class Walk:
    """One walk; `previous` are the accepted plan's blocks that are not over; without `reviews` there are none.

    `pull` lets free time draw work forward in every week, not only in this one and the next.
    """

    def __init__(
        self,
        frame: Frame,
        habits: Habits,
        previous: Sequence[Block] = (),
        *,
        reviews: Reviews | None = None,
        pull: bool = False,
    ) -> None:
        self._capacity, self._habits = frame.task.capacity, habits
        study = [block for block in previous if block.module is not None and self._free_parts(block)]
        self._study = _by_day(study)
        held = [block for block in previous if block.module is None and not pull]
        self._held = _by_day([part for block in held for part in self._free_parts(block)])
        self._reviews = reviews
        self._spared = self._held
        self._offers = Offers(frame.work, frame.task, frame.points, habits, study)
        self._fresh, self._pull_always = not previous, pull
        self._idle: list[Buffer] = []
        self._shift = 0
        self._result = Walked()

    def run(self) -> Walked:
        """Walk until all work is placed or the horizon is reached."""
        last = self._capacity.index(self._capacity.horizon)
        index = 0
        far = self._capacity.index(self._capacity.today) + NEAR_WEEKS
        while any(self._offers.left) and index <= last:
            self._week(self._capacity.week(index), near=index < far)
            index += 1
        return self._result

    def _free_parts(self, block: Block) -> list[Block]:
        """Return what is still free of a block's time."""
        parts = self._capacity.free_parts(block.day, block.start, block.end)
        return [Block(block.module, block.day, start, end) for start, end in parts]

    def _week(self, week: Week, *, near: bool) -> None:
        days = range(week.first, week.first + 7)
        share = buffer_of(week.capacity, self._habits.buffer)
        kept = [block for day in days for block in self._study.get(day, ())]
        held = [(block.start, block.end) for day in days for block in self._held.get(day, ())]
        buffer = min(week.capacity, max(share, sum(end - start for start, end in held)))
        reviews, reserved = self._reviews.of(week, near=near) if self._reviews else ([], 0)
        self._spared = self._with_reviews(week, reviews) if reviews else self._held
        spared = min(week.capacity, buffer + reserved)
        self._offers.begin(week, self._capacity, kept, buffer=spared, near=near)
        self._pull = not self._fresh and (self._pull_always or near)
        self._idle = []
        for day in days:
            position = day_start(day)
            for start, end in week.days[day - week.first]:
                self._shift = position - start
                self._window(day, start, end)
                position += end - start
        self._offers.end(week.capacity - spared)
        if any(self._offers.left):
            limit = week.capacity - self._offers.used
            if self._reviews and reviews:
                limit -= self._place_reviews(
                    self._reviews, reviews, held, min(reserved, limit), limit - share
                )
            chosen = choose_buffers(self._idle, held, share, limit)
            self._result.buffers += [Block(None, *part) for part in chosen]

    def _with_reviews(self, week: Week, reviews: Sequence[Review]) -> dict[int, list[Block]]:
        """Return by day what the accepted plan kept free of study: buffers, and reviews that may still be."""
        planned = [] if self._pull_always else [review.planned for review in reviews if review.planned]
        if not planned:
            return self._held
        days = range(week.first, week.first + 7)
        held = [block for day in days for block in self._held.get(day, ())]
        return _by_day(sorted([*held, *planned], key=lambda block: block.start))

    def _place_reviews(
        self, all_: Reviews, reviews: Sequence[Review], held: Sequence[tuple[int, int]], share: int, calm: int
    ) -> int:
        """Place a week's reviews in what its study left idle; return their minutes, at most `share`."""
        placed, self._idle = place_reviews(reviews, self._idle, held, share, max(0, share - calm))
        all_.hold(placed)
        self._result.reviews += placed
        return sum(block.end - block.start for block in placed)

    def _window(self, day: int, start: int, end: int) -> None:
        """Walk through one window: the accepted plan's blocks where they were, free choice between them."""
        at = start
        for block in self._study.get(day, ()):
            if block.end <= at or block.start >= end or block.module is None:
                continue
            begin = max(at, block.start)
            self._free(day, at, begin)
            self._offers.passing(block)
            kept = self._offers.keep(self._shift + begin, block.module, min(block.end, end) - begin)
            if kept:
                self._place(day, begin, block.module, kept)
            at = begin + kept if kept else self._reclaimed(day, begin)
        self._free(day, at, end)

    def _reclaimed(self, day: int, until: int) -> int:
        """Take back what was left idle just before a block that could not stay, so that one gap is filled as one."""
        while self._idle and (self._idle[-1][0], self._idle[-1][2]) == (day, until):
            _, start, end = self._idle.pop()
            self._offers.slack.passed -= end - start
            until = start
        return until

    def _free(self, day: int, start: int, end: int) -> None:
        """Fill free time; the accepted plan's buffers and reviews are open only to work that has lost its place."""
        spared_here = self._spared.get(day)
        parts = split_by(start, end, spared_here) if spared_here else [(start, end, False)]
        for begin, stop, spared in parts:
            self._fill(day, begin, stop, pull=self._pull and not spared)

    def _fill(self, day: int, start: int, end: int, *, pull: bool) -> None:
        at = start
        while at < end:
            gap = end - at
            position = self._shift + at
            module, minutes = self._offers.wish(position, gap, pull=False)
            if module is None and pull:
                module, minutes = self._offers.wish(position, gap, pull=True)
            if module is None:
                idle = self._offers.idle(gap)
                module, minutes = (None, idle) if idle else self._offers.forced(position, gap)
            if module is not None:
                self._place(day, at, module, minutes)
            else:
                minutes = minutes or gap
                self._offers.slack.passed += minutes
                self._idle.append((day, at, at + minutes))
            at += minutes

    def _place(self, day: int, start: int, module: int, minutes: int) -> None:
        """Place a block; one that touches another of the same module becomes one with it, up to the longest."""
        self._offers.take(module, minutes)
        if self._reviews and not self._offers.left[module]:
            self._reviews.finish(module, day)
        blocks, block = self._result.blocks, Block(module, day, start, start + minutes)
        touches = blocks and (blocks[-1].module, blocks[-1].day, blocks[-1].end) == (module, day, start)
        if touches and block.end - blocks[-1].start <= self._habits.longest:
            block = Block(module, day, blocks.pop().start, block.end)
        blocks.append(block)


def _by_day(blocks: Sequence[Block]) -> dict[int, list[Block]]:
    days: dict[int, list[Block]] = {}
    for block in blocks:
        days.setdefault(block.day, []).append(block)
    return days
