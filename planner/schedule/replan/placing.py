"""From cells back to blocks: what did not change stays where it was, and what came fits in between.

Invariant: the blocks of a cell hold exactly its minutes, lie in free time, and no module lies before what it requires.
A cell in which that cannot be done around what stays is filled anew, in order.
"""

from collections.abc import Iterator, Mapping, Sequence

from planner.learner.windows import without
from planner.schedule.blocks import Block, Habits, next_length
from planner.schedule.capacity import Capacity, day_of, day_start
from planner.schedule.replan.cells import Cell

Span = tuple[int, int, int]  # day, start, end


class Placer:
    """Places the minutes of one cell after the other; `rank` is a topological order of the modules."""

    def __init__(
        self,
        capacity: Capacity,
        habits: Habits,
        requires: Sequence[Sequence[int]],
        rank: Sequence[int],
        buffers: Sequence[Block],
    ) -> None:
        self._capacity, self._habits = capacity, habits
        self._requires, self._rank = requires, rank
        self._buffers: dict[int, list[tuple[int, int]]] = {}
        for block in buffers:
            self._buffers.setdefault(block.day, []).append((block.start, block.end))

    def place(self, cell: Cell, wanted: Mapping[int, int], old: Sequence[Block]) -> list[Block]:
        """Return the blocks of a cell; `old` are those it had, in order, `wanted` the minutes by module."""
        kept = self._keep(wanted, old)
        have: dict[int, int] = {}
        for block in kept:
            if block.module is not None:
                have[block.module] = have.get(block.module, 0) + block.end - block.start
        blocks = list(kept)
        for module in sorted(wanted, key=self._rank.__getitem__):
            missing = wanted[module] - have.get(module, 0)
            if missing and not self._fit_in(cell, module, missing, blocks):
                return self._anew(cell, wanted, old)
        blocks.sort(key=lambda block: block.start)
        return blocks if self._in_order(blocks) else self._anew(cell, wanted, old)

    def _keep(self, wanted: Mapping[int, int], old: Sequence[Block]) -> list[Block]:
        """Keep of each module what is still wanted: its last blocks when it has to wait longer, else its first."""
        have: dict[int | None, int] = {}
        for block in old:
            have[block.module] = have.get(block.module, 0) + block.end - block.start
        kept = []
        for module, minutes in have.items():
            mine = [block for block in old if block.module == module]
            rest = min(minutes, wanted.get(module, 0)) if module is not None else 0
            grown = module is not None and any(
                wanted.get(before, 0) > have.get(before, 0) for before in self._requires[module]
            )
            for block in reversed(mine) if grown else mine:
                length = min(rest, block.end - block.start)
                if length:
                    start = block.end - length if grown else block.start
                    kept.append(Block(module, block.day, start, start + length))
                    rest -= length
        return sorted(kept, key=lambda block: block.start)

    def _fit_in(self, cell: Cell, module: int, minutes: int, blocks: list[Block]) -> bool:
        """Put minutes of a module into the gaps between blocks; return whether all of them found room."""
        after = max([0, *(b.end for b in blocks if b.module in self._requires[module])])
        until = min(
            [
                1 << 60,
                *(b.start for b in blocks if b.module is not None and module in self._requires[b.module]),
            ]
        )
        minutes -= self._lengthen(cell, module, minutes, blocks)
        for sparing in (True, False):
            gaps = list(self._gaps(cell, blocks, sparing=sparing))
            for least in (min(minutes, self._habits.shortest), 15):
                for day, start, end in gaps:
                    begin = max(start, after)
                    stop = min(end, until, begin + minutes)
                    if least > 15:
                        stop -= self._too_much(stop - begin, minutes)
                    if stop - begin < least or not minutes or _is_taken(blocks, begin, stop):
                        continue
                    blocks += self._pieces(module, day, begin, stop)
                    minutes -= stop - begin
        return not minutes

    def _too_much(self, length: int, minutes: int) -> int:
        """Return how much shorter a piece of `minutes` has to be, so that what is left makes a session, too."""
        left, shortest = minutes - length, self._habits.shortest
        return shortest - left if 0 < left < shortest <= length - (shortest - left) else 0

    def _lengthen(self, cell: Cell, module: int, minutes: int, blocks: list[Block]) -> int:
        """Let blocks of a module grow into the free time right after them, up to the longest; return how much."""
        grown = 0
        for day, start, end in self._gaps(cell, blocks, sparing=True):
            for n, block in enumerate(blocks):
                if (block.module, block.day, block.end) == (module, day, start) and self._is_last(
                    block, blocks
                ):
                    more = min(end - start, minutes - grown, self._habits.longest - (block.end - block.start))
                    blocks[n] = Block(module, day, block.start, block.end + more)
                    grown += more
        return grown

    def _is_last(self, block: Block, blocks: Sequence[Block]) -> bool:
        """Tell whether nothing in the cell that a block's module has to come before begins before the block's end."""
        return not any(
            other.module is not None
            and block.module in self._requires[other.module]
            and other.start < block.end + self._habits.longest
            for other in blocks
        )

    def _gaps(self, cell: Cell, blocks: Sequence[Block], *, sparing: bool) -> Iterator[Span]:
        """Yield what is free in a cell, in order; `sparing` leaves out the accepted plan's buffers."""
        taken = [(block.start, block.end) for block in blocks]
        for day, start, end in self._spans(cell):
            busy = taken + (self._buffers.get(day, []) if sparing else [])
            yield from ((day, a, b) for a, b in without(((start, end),), sorted(busy)))

    def _spans(self, cell: Cell) -> Iterator[Span]:
        """Yield the free time of a cell."""
        for day in range(day_of(cell.start), day_of(cell.end - 1) + 1):
            week = self._capacity.week(self._capacity.index(day))
            position = day_start(day)
            for start, end in week.days[day - week.first]:
                a = max(start, start + cell.start - position)
                b = min(end, start + cell.end - position)
                if a < b:
                    yield day, a, b
                position += end - start

    def _pieces(self, module: int, day: int, start: int, end: int) -> Iterator[Block]:
        """Cut a stretch into sessions."""
        while start < end:
            length = next_length(end - start, self._habits)
            yield Block(module, day, start, start + length)
            start += length

    def _in_order(self, blocks: Sequence[Block]) -> bool:
        """Tell whether every module comes after what it requires."""
        begun: set[int] = set()
        for block in reversed(blocks):
            if block.module is None:
                continue
            begun.add(block.module)
            if any(before in begun for before in self._requires[block.module] if before != block.module):
                return False
        return True

    def _anew(self, cell: Cell, wanted: Mapping[int, int], old: Sequence[Block]) -> list[Block]:
        """Fill a cell from its beginning: in topological order, and as near to the old order as that allows."""
        first, levels = {block.module: block.start for block in reversed(old)}, self._levels(wanted)
        order = sorted(wanted, key=lambda module: (levels[module], first.get(module, 1 << 60), module))
        blocks: list[Block] = []
        spans = list(self._spans(cell))
        spare = sum(end - start for _, start, end in spans) - sum(wanted.values())
        for module in order:
            minutes = wanted[module]
            while minutes and spans:
                day, start, end = spans.pop(0)
                length = min(end - start, minutes)
                if length < min(self._habits.shortest, minutes) and length <= spare:
                    spare -= length
                    continue
                if end - start - length <= spare:
                    length -= self._too_much(length, minutes)
                blocks += self._pieces(module, day, start, start + length)
                minutes -= length
                if start + length < end:
                    spans.insert(0, (day, start + length, end))
        return blocks

    def _levels(self, wanted: Mapping[int, int]) -> dict[int, int]:
        """Return how many modules of a cell lie on the longest way that leads to each."""
        levels: dict[int, int] = {}
        for module in sorted(wanted, key=self._rank.__getitem__):
            levels[module] = max((1 + levels[j] for j in self._requires[module] if j in wanted), default=0)
        return levels


def _is_taken(blocks: Sequence[Block], start: int, end: int) -> bool:
    return any(block.start < end and start < block.end for block in blocks)
