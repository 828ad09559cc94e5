"""The scheduler in process: a fresh plan, repairs, replans, a what-if step, and how the time grows with size."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from math import log

from benchmarks.clock import busy, least, unit
from benchmarks.learners import inputs
from benchmarks.lives import LATE_GOAL, bundled_year, later, two_long_years
from benchmarks.synthetic import TRACKS, build, dense, growing
from benchmarks.table import Row, milliseconds
from planner.curriculum.model import Curriculum
from planner.learner.stretching import with_weekly_minutes
from planner.schedule import compare, make_plan
from planner.schedule.model import Diff, Inputs, Plan

SIZES = (600, 6_000, 60_000)
LONGEST = 120  # seconds that one plan may take before larger ones are left out


def measure_plans(rounds: int) -> Iterator[Row]:
    """Measure plans of usual size, as multiples of the unit of work."""
    first = two_long_years()
    cases: list[tuple[str, Callable[[], object], float | None]] = [
        ("the 12-month plan, without repairs", _plan(bundled_year()), 5),
        ("the same in 6 months: late, with repairs", _plan(bundled_year(LATE_GOAL), repairs=True), 50),
        ("a what-if step of the 12-month plan + diff, nothing drawn", _step(bundled_year()), 33),
        ("150 modules x 104 weeks, first plan", _plan(first), None),
        ("150 modules x 104 weeks, replan + diff, an evening lost", _replan(*later(first, 8, 1)), 30),
        ("150 modules x 104 weeks, replan + diff, two weeks lost", _replan(*later(first, 28, 14)), 300),
        ("149 modules with 934 prerequisites", _plan(inputs(dense())), None),
        ("600 modules, 8,000 h, 80 due dates", _plan(inputs(build(10))), None),
        ("6,000 modules, 8,000 h, 800 due dates", _plan(inputs(build(100, hours=80))), 500),
    ]
    for name, act, bar in cases:
        act()
        count = rounds if busy(act) < 1 else 2
        mine, one = least((act, unit), count)
        yield Row(name, milliseconds(mine), f"unit, {milliseconds(one)}", mine / one, bar)


def measure_growth() -> Iterator[Row]:
    """Measure the growth exponent from 600 to 60,000 modules at equal total hours: the slope of log time to log n."""
    kinds: list[tuple[str, Callable[[int], Curriculum]]] = [
        ("80 due dates", growing),
        ("a due date for each module", lambda size: growing(size, due_dates=size)),
        ("80 due dates, no prerequisites, one track", lambda size: _free(growing(size))),
    ]
    for name, make in kinds:
        times: list[float] = []
        for size in SIZES:
            if times and _outlook(times) > LONGEST:
                print(f"{name}: {size:,} modules would take too long, left out", file=sys.stderr)
                break
            (mine,) = least([_plan(inputs(make(size)))], 3 if size < SIZES[-1] else 1)
            one = min(busy(unit) for _ in range(20))
            times.append(mine)
            yield Row(
                f"{size:,} modules, {name}", milliseconds(mine), f"unit, {milliseconds(one)}", mine / one
            )
        last = SIZES[len(times) - 1]
        slope = log(times[-1] / times[0]) / log(last / SIZES[0])
        yield Row(f"growth from 600 to {last:,} modules, {name}: exponent", "", "", slope, 1.3)


def _outlook(times: list[float]) -> float:
    """Return a guess at how long ten times as many modules take: growth as before, and then some."""
    growth = times[-1] / times[-2] if len(times) > 1 else 10.0
    return times[-1] * max(10.0, growth) * 1.5


def _free(curriculum: Curriculum) -> Curriculum:
    """Return a curriculum of one track and without prerequisites, so that everything can be studied at once."""
    modules = [replace(module, requires=(), track=TRACKS[0]) for module in curriculum.modules]
    return replace(curriculum, modules=tuple(modules), tracks=curriculum.tracks[:1])


def _plan(given: Inputs, *, repairs: bool = False) -> Callable[[], Plan]:
    return lambda: make_plan(given, repairs=repairs)


def _replan(before: Plan, given: Inputs) -> Callable[[], Diff]:
    return lambda: compare(before, make_plan(given, repairs=False))


def _step(first: Inputs) -> Callable[[], Diff]:
    """Return what a key press on the slider of hours computes."""
    before, given = later(first, 28, 0)
    availability = with_weekly_minutes(given.profile.availability, 20 * 60)
    changed = replace(given, profile=replace(given.profile, availability=availability))
    return lambda: compare(before, make_plan(changed, repairs=False, pull=True))
