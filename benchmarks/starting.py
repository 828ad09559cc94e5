"""How fast the program starts: `planner today` and the first frame, on a fresh plan, behind, and after two years."""

import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from benchmarks.clock import HERE, PYTHON, Cost, environment, medians, run
from benchmarks.table import Row, milliseconds
from benchmarks.two_years import live_two_years

FRESH, BEHIND, TWO_YEARS = "fresh plan", "two weeks behind", "after two years"
NOTHING = (PYTHON, "-c", "pass")
TODAY = (PYTHON, "-m", "planner", "today")
LOG = (PYTHON, "-m", "planner", "log", "portfolio", "1m")
FRAME = (PYTHON, str(HERE / "first_frame.py"))
COMPARISONS = (
    ("`planner today`", TODAY, "`python -c pass`", NOTHING, 8, 8),
    (
        "the app's first frame",
        (*FRAME, "tui.app:make_app"),
        "Textual hello-world",
        (*FRAME, "hello:make_app"),
        1.6,
        2,
    ),
)


def measure(home: Path, rounds: int) -> Iterator[Row]:
    """Measure both, by the clock on the wall and by CPU time."""
    for what, ours, against, theirs, wall, cpu in COMPARISONS:
        for plan in (FRESH, BEHIND, TWO_YEARS):
            place = make_plan(home, plan)
            mine, other = medians([partial(run, ours, place), partial(run, theirs, place)], rounds)
            name = f"{what}, {plan}"
            times = milliseconds(mine.wall), f"{against}, {milliseconds(other.wall)}"
            yield Row(f"{name}: wall", *times, mine.wall / other.wall, wall)
            times = milliseconds(mine.cpu), f"{against}, {milliseconds(other.cpu)}"
            yield Row(f"{name}: CPU", *times, mine.cpu / other.cpu, cpu)
    yield from measure_two_years(home, rounds)


def measure_two_years(home: Path, rounds: int) -> Iterator[Row]:
    """Measure what reads the whole journal: recording, and looking when nothing is remembered."""
    place = make_plan(home, TWO_YEARS)

    def forgetful() -> Cost:
        shutil.rmtree(home / ".cache", ignore_errors=True)
        return run(TODAY, place)

    sides: list[Callable[[], Cost]] = [
        partial(run, NOTHING, place),
        partial(run, LOG, place),
        partial(run, TODAY, place),
        forgetful,
    ]
    theirs, *ours = medians(sides, rounds)
    names = ("`planner log`", "the `planner today` after it", "`planner today`, nothing remembered")
    for name, mine in zip(names, ours, strict=True):
        times = milliseconds(mine.cpu), f"`python -c pass`, {milliseconds(theirs.cpu)}"
        yield Row(f"{name}, {TWO_YEARS}: CPU", *times, mine.cpu / theirs.cpu)


def make_plan(home: Path, plan: str) -> dict[str, str]:
    """Make a plan in a folder of the home, once, and return the environment that finds it."""
    folder = home / plan.replace(" ", "-")
    place = {**environment(home), "PLANNER_HOME": str(folder)}
    if folder.exists():
        return place
    if plan != TWO_YEARS:
        begun = datetime.now(ZoneInfo("Asia/Tokyo")).date() - timedelta(days=14 if plan == BEHIND else 0)
        start = ("--today", begun.isoformat(), "init", "--curriculum", "ml-engineer-12m", "--yes")
        run((PYTHON, "-m", "planner", *start), place)
        run(TODAY, place)  # what it remembers is part of the plan that is opened every day
    else:
        print("two years are being lived; this takes a minute", file=sys.stderr)
        live_two_years(home, folder, datetime.now(ZoneInfo("Asia/Tokyo")))
    return place
