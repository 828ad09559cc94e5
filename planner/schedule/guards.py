"""Best possible lateness and guard dates (steps 2 and 3).

For one learner, preemptive work and prerequisites, the maximum lateness is least when work is done earliest due date
first, with due dates pulled back through prerequisites by plain minimum (Horn 1974; Lawler 1973 for the precedence).
Its completion days have a closed form: work can be done by g exactly if, for every release r, the work that is
released from r on and due by g fits the capacity from r to g. That condition is exact also under weekly caps, because
the capacity of two stretches of one week is never more than that of the stretch that spans them.

Invariant: each module's guard is the end of the earliest day that work of its due date can promise, never before that
due date, and all guards together are feasible; work that cannot start before its due date loosens no other guard. What
a pinned session waits for has its guard at the latest before that session.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from planner.schedule.capacity import Capacity, day_end, day_of, day_start
from planner.schedule.work import Work


@dataclass(slots=True)
class _Group:
    """Work with one due date, one release and one deadline, as positions; `deadline` is 0 where there is none."""

    due: int
    release: int
    deadline: int
    minutes: int = 0
    guard: int = 0
    settled: bool = False


def guard_points(
    left: Sequence[int],
    release: Sequence[int],
    due: Sequence[int],
    deadline: Sequence[int],
    capacity: Capacity,
) -> list[int]:
    """Return the guard of each module as a position; after the horizon where the work does not fit before it.

    `release` and `deadline` (0: none) are positions, `due` ordinals. Deadlines must be feasible by themselves.
    """
    first = day_start(capacity.first)
    if not any(deadline) and max(release, default=0) <= first:
        return _plain_guards(left, due, capacity)
    groups: dict[tuple[int, int, int], _Group] = {}
    keys = [(day_end(d), max(r, first), hard) for d, r, hard in zip(due, release, deadline, strict=True)]
    for key, minutes in zip(keys, left, strict=True):
        group = groups.setdefault(key, _Group(*key))
        group.minutes += minutes
    placed = [group for group in groups.values() if group.deadline]
    for group in placed:
        group.guard = group.deadline
    for key in sorted(groups, key=lambda key: (key[0], key[1], not key[2], key[2])):
        group = groups[key]
        group.settled = True
        if not group.deadline:
            _place(group, placed, capacity)
            placed.append(group)
        elif group.deadline > group.due:
            others = [other for other in placed if other is not group]
            _place(group, others, capacity)
            group.guard = min(group.guard, group.deadline)
    return [groups[key].guard for key in keys]


def _plain_guards(left: Sequence[int], due: Sequence[int], capacity: Capacity) -> list[int]:
    """Return the guards when all work can begin at once: earliest due date first, by running totals."""
    loads: dict[int, int] = {}
    for day, minutes in zip(due, left, strict=True):
        loads[day] = loads.get(day, 0) + minutes
    start, total, last = day_start(capacity.first), 0, 0
    guards = {}
    for day in sorted(loads):
        total += loads[day]
        last = max(last, day_end(day))
        if total > capacity.span(start, last):
            reached = capacity.day_reaching(start, total)
            last = max(last, day_end(capacity.horizon + 1 if reached is None else reached))
        guards[day] = last
    return [guards[day] for day in due]


def _place(group: _Group, placed: Sequence[_Group], capacity: Capacity) -> None:
    """Give a group the earliest guard that is feasible beside the groups placed before it."""
    earlier = [other for other in placed if other.release <= group.release and other.due <= group.due]
    guard = max([group.due, *(other.guard for other in earlier if other.settled)])
    releases = sorted({other.release for other in (*placed, group) if other.release <= group.release})
    never = day_end(capacity.horizon + 1)
    while True:
        before = guard
        for release in releases:
            load = group.minutes + sum(o.minutes for o in placed if o.guard <= guard and o.release >= release)
            if load and load > capacity.span(release, guard):
                reached = capacity.day_reaching(release, load)
                guard = max(guard, never if reached is None else day_end(reached))
        if guard == before:
            clash = _later_clash(group, placed, releases, guard, capacity)
            if clash is None or guard >= never:
                break
            guard = max(day_end(day_of(clash)), guard)
    group.guard = min(guard, never)


def _later_clash(
    group: _Group, placed: Sequence[_Group], releases: Sequence[int], guard: int, capacity: Capacity
) -> int | None:
    """Return the first later guard that would break if this group came before it; None if none does."""
    last = day_end(capacity.horizon)
    for later in sorted({other.guard for other in placed if guard < other.guard <= last}):
        for release in releases:
            load = group.minutes + sum(o.minutes for o in placed if o.guard <= later and o.release >= release)
            if load > capacity.span(release, later):
                return later
    return None


def feasible(
    left: Sequence[int], release: Sequence[int], deadline: Sequence[int], capacity: Capacity
) -> bool:
    """Tell whether all work that has a deadline (a position; 0: none) can be done by it."""
    loads: dict[tuple[int, int], int] = {}
    first = day_start(capacity.first)
    for minutes, start, hard in zip(left, release, deadline, strict=True):
        if hard and minutes:
            key = (max(start, first), hard)
            loads[key] = loads.get(key, 0) + minutes
    starts, ends = {start for start, _ in loads}, {end for _, end in loads}
    return all(
        sum(minutes for (s, e), minutes in loads.items() if s >= start and e <= end)
        <= capacity.span(start, end)
        for start in starts
        for end in ends
        if any(s >= start and e <= end for s, e in loads)
    )


def milestone_guards(work: Work, days: Sequence[int]) -> dict[str, int]:
    """Return each milestone's guard (an ordinal): its due date, or the latest guard of the work that is left for it."""
    latest = [0] * len(days)
    for i in work.order:
        latest[i] = max([days[i] if work.remaining[i] else 0, *(latest[j] for j in work.requires[i])])
    return {name: max([due, *(latest[i] for i in needed)]) for name, (due, needed) in work.milestones.items()}
