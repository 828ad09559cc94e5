"""Best possible lateness and guard dates (steps 2 and 3).

For one learner, preemptive work and prerequisites, the maximum lateness is least when work is done earliest due date
first, with due dates pulled back through prerequisites by plain minimum (Horn 1974; Lawler 1973 for the precedence).
Its completion days have a closed form: work can be done by day g exactly if, for every release date r, the work
that is released from r on and due by g fits the capacity from r to g. That condition is exact also under weekly caps,
because the capacity of two stretches of one week is never more than that of the stretch that spans them.

Invariant: each module's guard is the earliest day that work of its due date can promise, never before that due date,
and all guards together are feasible; work that cannot start before its due date loosens no other guard.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from planner.schedule.capacity import Capacity
from planner.schedule.work import Work, closure


@dataclass(slots=True)
class _Group:
    """Work with one due date and one release date."""

    due: int
    release: int
    minutes: int = 0
    guard: int = 0


def guard_dates(work: Work, capacity: Capacity) -> list[int]:
    """Return the guard of each module (ordinals); horizon + 1 where the work does not fit before the horizon."""
    groups: dict[tuple[int, int], _Group] = {}
    for i in range(len(work.remaining)):
        key = (work.due[i], max(work.release[i], capacity.first))
        group = groups.setdefault(key, _Group(*key))
        group.minutes += work.remaining[i]
    placed: list[_Group] = []
    for key in sorted(groups):
        _place(groups[key], placed, capacity)
        placed.append(groups[key])
    return [
        groups[work.due[i], max(work.release[i], capacity.first)].guard for i in range(len(work.remaining))
    ]


def _place(group: _Group, placed: Sequence[_Group], capacity: Capacity) -> None:
    """Give a group the earliest guard that is feasible beside the groups placed before it."""
    earlier = [other for other in placed if other.release <= group.release]
    guard = max([group.due, *(other.guard for other in earlier)])
    releases = sorted({other.release for other in (*placed, group) if other.release <= group.release})
    never = capacity.horizon + 1
    while True:
        before = guard
        for release in releases:
            load = group.minutes + sum(o.minutes for o in placed if o.guard <= guard and o.release >= release)
            if load:
                guard = max(guard, capacity.day_reaching(release, load) or never)
        if guard == before:
            clash = _later_clash(group, placed, releases, guard, capacity)
            if clash is None or guard >= never:
                break
            guard = clash
    group.guard = min(guard, never)


def _later_clash(
    group: _Group, placed: Sequence[_Group], releases: Sequence[int], guard: int, capacity: Capacity
) -> int | None:
    """Return the first later guard that would break if this group came before it; None if none does."""
    for later in sorted({other.guard for other in placed if guard < other.guard <= capacity.horizon}):
        for release in releases:
            load = group.minutes + sum(o.minutes for o in placed if o.guard <= later and o.release >= release)
            if load > capacity.between(release, later):
                return later
    return None


def milestone_guards(work: Work, guards: Sequence[int]) -> dict[str, int]:
    """Return each milestone's guard: its due date, or the latest guard of the work that is left for it."""
    result = {}
    for name, (due, needed) in work.milestones.items():
        left = [guards[i] for i in closure(work, needed) if work.remaining[i] > 0]
        result[name] = max([due, *left])
    return result
