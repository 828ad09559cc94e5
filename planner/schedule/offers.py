"""What the next free minutes may be used for: comfort within the week's budget, idling, or what a guard forces.

Invariant: every offer passes the exact guard test, and comfort never gives away the week's buffer, except that work
which has lost its place may take it in this week and the next.
"""

from collections.abc import Sequence

from planner.schedule.blocks import Block, Habits, next_length
from planner.schedule.capacity import Capacity, Week
from planner.schedule.choosing import Choosing
from planner.schedule.pins import Task
from planner.schedule.slack import Slack
from planner.schedule.work import Work

Offer = tuple[int | None, int]
NOTHING: Offer = (None, 0)


class Offers:
    """The work left, what the accepted plan still holds for it, and the budget of the current week, in minutes."""

    def __init__(
        self, work: Work, task: Task, guards: Sequence[int], habits: Habits, planned: Sequence[Block]
    ) -> None:
        self.habits, self._release = habits, task.release
        self.left = list(task.left)
        self.slack = Slack(guards, task.left, task.release, habits.buffer)
        self.choosing = Choosing(work, task.left, habits.tracks)
        self._planned = dict.fromkeys(range(len(self.left)), 0)
        _count(planned, self._planned, 1)
        self._loose = sum(max(0, left - self._planned[i]) for i, left in enumerate(self.left))
        self.lost = self._loose if planned else 0
        self.used = self._budget = self._budget_for_lost = 0
        self._this_week: dict[int, int] = {}
        self._ahead = 0

    def begin(
        self, week: Week, capacity: Capacity, kept: Sequence[Block], *, buffer: int, near: bool
    ) -> None:
        """Start a week with the accepted plan's study blocks in it; `buffer` minutes are to stay free."""
        self.slack.begin(week, capacity, self.left)
        self.choosing.begin_week()
        self.used = 0
        must = self.slack.must()
        self._budget = max(week.capacity - buffer, must)
        self._budget_for_lost = max(week.capacity - buffer + (min(buffer, self.lost) if near else 0), must)
        self.slack.keep_calm(week, capacity, self._budget)
        self._this_week = {}
        _count(kept, self._this_week, 1)
        self._ahead = sum(self._this_week.values())

    def end(self, free_of_buffer: int) -> None:
        """End a week: what went beyond `free_of_buffer` was caught up from the buffer."""
        self.lost = max(0, self.lost - max(0, self.used - free_of_buffer))

    def passing(self, block: Block) -> None:
        """Note that an accepted block is reached: it is no longer ahead."""
        _count([block], self._planned, -1)
        _count([block], self._this_week, -1)
        self._ahead -= block.end - block.start

    def keep(self, position: int, module: int, length: int) -> int:
        """Return how many minutes of an accepted block can stay where it was."""
        minutes = min(length, self.habits.longest, self.left[module], self.slack.room(position))
        if minutes <= 0 or not self.choosing.eligible(module) or self._release[module] > position:
            return 0
        broken = self.slack.broken(minutes, minutes)
        return 0 if broken is not None and self.slack.rank[module] > broken else minutes

    def wish(self, position: int, gap: int, *, pull: bool) -> Offer:
        """Return what comfort would study now, and how long; nothing when the budget, the gap or the guards say no.

        Without `pull`, only work that has no place yet is offered, and after missed time it may take the buffer.
        """
        budget = self._budget if pull else self._budget_for_lost
        budget -= self.used + self._ahead
        if budget <= 0 or not (pull or self._loose):
            return NOTHING
        length = min(next_length(gap, self.habits), budget, self.slack.room(position))
        if length <= 0:
            return NOTHING
        limit = self._limit(length, budget)
        calm = self.slack.owed(budget - length, self._this_week, calm=True)
        shortest = self.habits.shortest if gap >= self.habits.shortest else gap + 1
        taken = self._this_week if pull else self._planned
        lefts, rank, release = self.left, self.slack.rank, self._release

        def allowed(module: int) -> bool:
            left = lefts[module]
            if rank[module] > limit or release[module] > position or left <= taken.get(module, 0):
                return False
            return length >= left or length >= shortest

        module = None
        if calm is not None and calm < limit:
            module = self.choosing.pick(lambda i: rank[i] <= calm and allowed(i))
        if module is None:
            module = self.choosing.pick(allowed)
        if module is None:
            return NOTHING
        left = self.left[module]
        return module, min(length, left, max(left - taken.get(module, 0), min(shortest, left)))

    def _limit(self, length: int, budget: int) -> int:
        """Return the last guard (its rank) whose work may have the next minutes."""
        limit = len(self.slack.points)
        if self.slack.critical:
            limits = (self.slack.broken(length, length), self.slack.owed(budget - length, self._this_week))
            limit = min((rank for rank in limits if rank is not None), default=limit)
        return limit

    def idle(self, gap: int) -> int:
        """Return how much of a gap may stay free without breaking a guard."""
        while gap > 0 and self.slack.broken(gap, 0) is not None:
            gap -= 15
        return gap

    def forced(self, position: int, gap: int) -> Offer:
        """Return the module that a guard forces now, and for how long; nothing when nothing can be studied."""
        length = min(next_length(gap, self.habits), self.slack.room(position))
        idle, worked = self.slack.broken(15, 0), self.slack.broken(length, length)
        if length <= 0 or idle is None:
            return NOTHING
        limit = idle if worked is None else min(idle, worked)
        module = self.choosing.pick(lambda i: self.slack.rank[i] <= limit and self._release[i] <= position)
        return module, min(length, self.left[module]) if module is not None else 0

    def take(self, module: int, minutes: int) -> None:
        """Note that minutes of now were given to a module."""
        self.left[module] -= minutes
        self.slack.worked(self.slack.rank[module], minutes)
        self.choosing.studied(module, minutes, finished=not self.left[module])
        self.used += minutes


def _count(blocks: Sequence[Block], minutes: dict[int, int], sign: int) -> None:
    for block in blocks:
        if block.module is not None:
            minutes[block.module] = minutes.get(block.module, 0) + sign * (block.end - block.start)
