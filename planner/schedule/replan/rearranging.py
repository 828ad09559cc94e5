"""From the accepted plan's blocks to the blocks of the new one, with the least change that chains can find.

Invariant: what comes out has every module's minutes in windows and budgets, or leaves out what found no place; the
walk places that, as it does all work without a place.
"""

from collections.abc import Sequence

from planner.schedule.blocks import Block, Habits
from planner.schedule.capacity import buffer_of, day_start
from planner.schedule.frame import Frame
from planner.schedule.replan.cells import NEAR_DAYS, Cells
from planner.schedule.replan.chains import insert
from planner.schedule.replan.heads import heads_in_the_way, push
from planner.schedule.replan.improving import improve
from planner.schedule.replan.placing import Placer
from planner.schedule.replan.room import put_first
from planner.schedule.replan.state import WEEK, State
from planner.schedule.work import closure

NEAR_WEEKS = 2
_WHIMS = 4
_ENOUGH = 6_000  # looks at what could be displaced, of less than a hundredth of a millisecond each


def rearrange(
    frame: Frame,
    habits: Habits,
    old: Sequence[Block],
    first: str | None = None,
    added: frozenset[int] = frozenset(),
) -> list[Block]:
    """Return blocks of study for all work that finds a place; `old` are the accepted ones that are not over.

    `first` is a module that is to come now, with what it requires; `added` are modules that the accepted plan does not
    know: they were not missed, so that no buffer is for them.
    """
    study = [block for block in old if block.module is not None]
    state, lost = make_state(frame, habits, study)
    if first is not None and first in frame.work.index:
        before = closure(frame.work, [frame.work.index[first]])
        put_first(state, [i for i in frame.work.order if i in before], lost)
    if not (any(lost) or state.fixed):
        return list(study)
    state.expect(module for module, minutes in enumerate(lost) if minutes)
    state.added = added
    return _blocks(frame, habits, _least(state, frame, habits, lost), old)


def _least(state: State, frame: Frame, habits: Habits, lost: Sequence[int]) -> State:
    """Return the best of some attempts: they differ where costs are equal, or push what stands in the way aside first.

    The first is the last where nothing cheaper can be, or where attempts take long.
    """
    bound = state.cost + WEEK * sum(lost)
    pushed: list[int | None] = [None] * _WHIMS + list(heads_in_the_way(state, lost))
    best: State | None = None
    spent = 0
    for salt, head in enumerate(pushed):
        attempt, todo = state.copy(), list(lost)
        attempt.salt = salt if head is None else 0
        if head is not None:
            push(attempt, head, todo)
        attempt = _attempt(attempt, frame, habits, todo)
        if best is None or (attempt.unplaced, attempt.cost) < (best.unplaced, best.cost):
            best = attempt
        spent += attempt.looked
        if best.cost <= bound or spent > _ENOUGH:
            break
    return best or state


def _attempt(state: State, frame: Frame, habits: Habits, lost: list[int]) -> State:
    """Place all lost work, in buffers where there is no other place, and lessen the change."""
    _insert_all(state, frame, lost, without=state.added)
    if state.added:
        _set_budgets(state, frame, habits, sparing=True)
    if not _insert_all(state, frame, lost):
        _open_buffers(state, frame)
        _insert_all(state, frame, lost)
        _set_budgets(state, frame, habits)
    state.unplaced = sum(lost)
    return improve(state)


def _insert_all(state: State, frame: Frame, lost: list[int], without: frozenset[int] = frozenset()) -> bool:
    """Find places for lost work and take it off `lost`; tell whether nothing is left."""
    for module in _by_urgency(state, frame, lost):
        if module not in without:
            lost[module] = insert(state, module, lost[module])
    return not any(lost)


def make_state(frame: Frame, habits: Habits, old: Sequence[Block]) -> tuple[State, list[int]]:
    """Return what still stands of the accepted plan, and the minutes of each module that have no place in it."""
    task, work = frame.task, frame.work
    capacity = task.capacity
    planned = sum(block.end - block.start for block in old)
    lost = max(0, sum(task.left) - planned)
    last = max([capacity.today + 14, *(block.day for block in old)])
    reached = capacity.day_reaching(day_start(last + 1), 2 * (lost + planned // 4) + 60)
    last = capacity.horizon if reached is None else reached
    points = {point for point, left in zip(frame.points, task.left, strict=True) if left}
    cells = Cells(capacity, last, points, set(task.release))
    bounds = [
        (cells.first_from(release), cells.last_before(point))
        for release, point in zip(task.release, frame.points, strict=True)
    ]
    state = State(cells, work.requires, work.unlocks, bounds, habits.shortest)
    left = _settle(state, cells, frame, old)
    _set_budgets(state, frame, habits)
    return state, left


def _settle(state: State, cells: Cells, frame: Frame, old: Sequence[Block]) -> list[int]:
    """Put the accepted blocks where they are, as far as they still stand; return what is left of each module."""
    capacity, left = frame.task.capacity, list(frame.task.left)
    for block in old:
        if block.module is None:
            continue
        state.set_home(block, capacity.index(block.day), near=block.day < capacity.today + NEAR_DAYS)
        for start, end in capacity.free_parts(block.day, block.start, block.end):
            cell = cells.at(capacity.position(block.day, start))
            needed = min(end - start, left[block.module])
            if needed > 0 and cell >= 0:
                state.change(block.module, cell, needed)
                homes = state.home_cell[block.module]
                homes[cell] = homes.get(cell, 0) + needed
                left[block.module] -= needed
    for module in frame.work.order:
        low, high = state.window(module)
        for cell in [c for c in state.minutes[module] if not low <= c <= high]:
            minutes = state.minutes[module][cell]
            state.change(module, cell, -minutes)
            left[module] += minutes
    return left


def _set_budgets(state: State, frame: Frame, habits: Habits, *, sparing: bool = False) -> None:
    """Allow what the accepted plan has, else the capacity less the buffer.

    In this week and the next all of it is allowed, for that is what their buffer is for, unless it is to be spared.
    """
    capacity = frame.task.capacity
    near = capacity.index(capacity.today) + NEAR_WEEKS
    for week, cells in state.in_week.items():
        whole = capacity.week(week).capacity
        used = sum(sum(state.inside[cell].values()) for cell in cells)
        buffer = buffer_of(frame.capacity.week(week).capacity, habits.buffer)
        calm = sparing or week >= near
        state.week_free[week] = max(0, whole - buffer - used) if calm else whole - used


def _by_urgency(state: State, frame: Frame, lost: Sequence[int]) -> list[int]:
    """Return the modules that have lost work, those with the least time first, each after what it requires."""
    last = [state.window(i)[1] if lost[i] else len(state.cells) for i in range(len(lost))]
    for i in reversed(frame.work.order):
        for j in frame.work.requires[i]:
            last[j] = min(last[j], last[i])
    place = {i: n for n, i in enumerate(frame.work.order)}
    return sorted((i for i, minutes in enumerate(lost) if minutes), key=lambda i: (last[i], place[i]))


def _open_buffers(state: State, frame: Frame) -> None:
    """Allow the buffers of all weeks, because there is no other place."""
    capacity = frame.task.capacity
    for week, cells in state.in_week.items():
        used = sum(sum(state.inside[cell].values()) for cell in cells)
        state.week_free[week] = max(0, capacity.week(week).capacity - used)


def _blocks(frame: Frame, habits: Habits, state: State, old: Sequence[Block]) -> list[Block]:
    """Turn the cells back into blocks, in the order of time."""
    capacity, work = frame.task.capacity, frame.work
    rank = {i: n for n, i in enumerate(work.order)}
    ranks = [rank[i] for i in range(len(work.requires))]
    placer = Placer(capacity, habits, work.requires, ranks, [b for b in old if b.module is None])
    parts: list[list[Block]] = [[] for _ in state.cells]
    for block in old:
        if block.module is not None:
            for start, end in capacity.free_parts(block.day, block.start, block.end):
                cell = state.at(capacity.position(block.day, start))
                if cell >= 0:
                    parts[cell].append(Block(block.module, block.day, start, end))
    return [
        block
        for number, cell in enumerate(state.cells)
        for block in placer.place(cell, state.inside[number], parts[number])
    ]
