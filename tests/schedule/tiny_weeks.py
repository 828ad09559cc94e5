"""Seven days and a few quarters of an hour, small enough to try every way to spend them.

Invariant: `learner` asks the scheduler for exactly what the instance asks the oracles.
"""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from planner.learner.model import DayException
from tests.oracle.lateness import Instance, Job
from tests.schedule.small_world import milestone, module, world

FRIDAY = date(2026, 12, 11)
WEEKS = (0, 0, 0, 1, 1, 1, 1)


@st.composite
def tiny(draw):
    """Up to three modules in seven days, in quarters of an hour; a cap that often binds."""
    jobs = []
    for n in range(draw(st.integers(1, 3))):
        requires = draw(st.sets(st.integers(0, n - 1), max_size=2)) if n else set()
        release = draw(st.sampled_from([0, 0, 1, 3, 4, 5]))
        jobs.append(Job(draw(st.integers(1, 3)), draw(st.integers(-1, 6)), release, tuple(sorted(requires))))
    days = draw(st.lists(st.integers(0, 3), min_size=7, max_size=7))
    cap = draw(st.sampled_from([None, 2, 3, 4, 5, 6]))
    return Instance(tuple(days), WEEKS, (cap, cap), tuple(jobs))


def learner(instance: Instance):
    """The same as a learner who begins on a Friday, studies in the morning, and has no time after these days."""
    days = [FRIDAY + timedelta(days=n) for n in range(len(instance.days))]
    modules = [
        module(
            f"m{n}",
            job.work / 4,
            *(f"m{before}" for before in job.requires),
            not_before=FRIDAY + timedelta(days=job.release),
        )
        for n, job in enumerate(instance.jobs)
    ]
    goals = [
        milestone(f"ms{n}", f"m{n}", by=FRIDAY + timedelta(days=job.due))
        for n, job in enumerate(instance.jobs)
    ]
    inputs = world(modules, goals, start=FRIDAY, goal=days[-1], weekday=(), day_off=())
    exceptions = tuple(
        DayException(day, day, ((600, 600 + 15 * quarters),) if quarters else ())
        for day, quarters in zip(days, instance.days, strict=True)
    )
    cap = None if instance.caps[0] is None else 15 * instance.caps[0]
    availability = replace(inputs.profile.availability, exceptions=exceptions, cap=cap)
    return replace(inputs, profile=replace(inputs.profile, availability=availability))
