"""The least possible maximum lateness, in calendar days, found three ways that have nothing in common.

`by_flow` is exact for release dates and weekly caps; `by_prefixes` is a formula for jobs without release dates;
`by_force` tries every way to spend every day, for tiny instances.
Days are counted from 0; a due day may be negative (it is past); prerequisites are direct.
"""

from dataclasses import dataclass
from functools import cache, cached_property

from tests.oracle.flow import Network


@dataclass(frozen=True)
class Job:
    work: int
    due: int
    release: int = 0
    requires: tuple[int, ...] = ()


@dataclass(frozen=True)
class Instance:
    """`days` are capacities, `weeks` the week of each day, `caps` what each week allows (None: all of it)."""

    days: tuple[int, ...]
    weeks: tuple[int, ...]
    caps: tuple[int | None, ...]
    jobs: tuple[Job, ...]

    @cached_property
    def heads(self) -> tuple[int, ...]:
        """Release days, passed on to what requires the job."""

        @cache
        def head(n: int) -> int:
            return max([self.jobs[n].release, *(head(before) for before in self.jobs[n].requires)])

        return tuple(head(n) for n in range(len(self.jobs)))

    @cached_property
    def tails(self) -> tuple[int, ...]:
        """Due days, passed back to what is required."""
        after: list[list[int]] = [[] for _ in self.jobs]
        for n, job in enumerate(self.jobs):
            for before in job.requires:
                after[before].append(n)

        @cache
        def tail(n: int) -> int:
            return min([self.jobs[n].due, *(tail(later) for later in after[n])])

        return tuple(tail(n) for n in range(len(self.jobs)))


def cells(instance: Instance, cuts: set[int]) -> list[tuple[int, int, int, int]]:
    """Days joined where nothing begins or ends: (first day, last day, week, minutes)."""
    found: list[tuple[int, int, int, int]] = []
    for day, (minutes, week) in enumerate(zip(instance.days, instance.weeks, strict=True)):
        if found and found[-1][2] == week and day not in cuts:
            first, _, _, before = found.pop()
            found.append((first, day, week, before + minutes))
        else:
            found.append((day, day, week, minutes))
    return found


def fits(instance: Instance, ends: list[int]) -> bool:
    """Whether every job can be done between its release and its last day `ends[n]`.

    Prerequisites need no edge: heads and tails agree with them, so the chosen minutes can be taken in order.
    """
    parts = cells(instance, {*instance.heads, *(end + 1 for end in ends)})
    jobs, weeks = len(instance.jobs), len(instance.caps)
    source, sink = jobs + len(parts) + weeks, jobs + len(parts) + weeks + 1
    network = Network(sink + 1)
    for n, job in enumerate(instance.jobs):
        network.join(source, n, job.work)
        for k, (first, last, _, minutes) in enumerate(parts):
            if minutes and first >= instance.heads[n] and last <= ends[n]:
                network.join(n, jobs + k, job.work)
    for k, (_, _, week, minutes) in enumerate(parts):
        network.join(jobs + k, jobs + len(parts) + week, minutes)
    for week, cap in enumerate(instance.caps):
        network.join(jobs + len(parts) + week, sink, sum(instance.days) if cap is None else cap)
    return network.maximum(source, sink) == sum(job.work for job in instance.jobs)


def by_flow(instance: Instance, least: int | None = None) -> int | None:
    """Bisect the lateness; None when the days do not suffice. `least` cuts the search off below."""
    last = len(instance.days) - 1
    tails = instance.tails

    def ok(lateness: int) -> bool:
        return fits(instance, [min(last, due + lateness) for due in tails])

    low = -max(tails, default=0) - 1 if least is None else least
    high = last - min(tails, default=0)
    if not ok(max(low, high)):
        return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if ok(middle) else (middle + 1, high)
    return low


def spans(instance: Instance) -> list[int]:
    """Capacity from the first day to the end of each day."""
    total, before, used, now = [], 0, 0, -1
    for minutes, week in zip(instance.days, instance.weeks, strict=True):
        before, used, now = (before, used, now) if week == now else (before + used, 0, week)
        cap = instance.caps[week]
        used = used + minutes if cap is None else min(cap, used + minutes)
        total.append(before + used)
    return total


def by_prefixes(instance: Instance) -> int | None:
    """Without release dates: for each due day, the first day by which all the work due by then fits."""
    worst, capacity = None, spans(instance)
    for due in set(instance.tails):
        work = sum(job.work for job, tail in zip(instance.jobs, instance.tails, strict=True) if tail <= due)
        day = next((n for n, minutes in enumerate(capacity) if minutes >= work), None)
        if day is None:
            return None
        worst = day - due if worst is None else max(worst, day - due)
    return worst


def shares(minutes: int, doable: tuple[int, ...]):
    """Every way to spend at most `minutes` on jobs that have `doable` left."""
    if not doable:
        yield ()
        return
    for spent in range(min(minutes, doable[0]) + 1):
        for rest in shares(minutes - spent, doable[1:]):
            yield (spent, *rest)


def by_force(instance: Instance) -> int | None:
    """Try every way to spend every day."""

    def legal(left, spent, day) -> bool:
        after = [have - took for have, took in zip(left, spent, strict=True)]
        return not any(
            took and (job.release > day or any(after[before] for before in job.requires))
            for took, job in zip(spent, instance.jobs, strict=True)
        )

    @cache
    def best(day: int, left: tuple[int, ...], used: int) -> int | None:
        if not any(left):
            return -(10**6)
        if day == len(instance.days):
            return None
        used = used if day and instance.weeks[day] == instance.weeks[day - 1] else 0
        cap = instance.caps[instance.weeks[day]]
        room = instance.days[day] if cap is None else min(instance.days[day], cap - used)
        results = []
        for spent in shares(room, left):
            if not legal(left, spent, day):
                continue
            after = tuple(have - took for have, took in zip(left, spent, strict=True))
            later = best(day + 1, after, used + sum(spent))
            ended = [
                day - job.due
                for job, took, n in zip(instance.jobs, spent, after, strict=True)
                if took and not n
            ]
            if later is not None:
                results.append(max([later, *ended]))
        return min(results, default=None)

    return best(0, tuple(job.work for job in instance.jobs), 0)
