"""How fast the program starts: `planner today` and the app's first frame, on a fresh plan and after two years."""

import sys
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from benchmarks.clock import HERE, PYTHON, environment, medians, run
from benchmarks.table import Row, milliseconds
from benchmarks.two_years import live_two_years

FRESH, TWO_YEARS = "fresh plan", "after two years"
NOTHING = (PYTHON, "-c", "pass")
TODAY = (PYTHON, "-m", "planner", "today")
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
        for plan in (FRESH, TWO_YEARS):
            place = make_plan(home, plan)
            mine, other = medians([partial(run, ours, place), partial(run, theirs, place)], rounds)
            name = f"{what}, {plan}"
            times = milliseconds(mine.wall), f"{against}, {milliseconds(other.wall)}"
            yield Row(f"{name}: wall", *times, mine.wall / other.wall, wall)
            times = milliseconds(mine.cpu), f"{against}, {milliseconds(other.cpu)}"
            yield Row(f"{name}: CPU", *times, mine.cpu / other.cpu, cpu)


def make_plan(home: Path, plan: str) -> dict[str, str]:
    """Make a plan in a folder of the home, once, and return the environment that finds it."""
    folder = home / plan.replace(" ", "-")
    place = {**environment(home), "PLANNER_HOME": str(folder)}
    if folder.exists():
        return place
    if plan == FRESH:
        run((PYTHON, "-m", "planner", "init", "--curriculum", "ml-engineer-12m", "--yes"), place)
    else:
        print("two years are being lived; this takes half a minute", file=sys.stderr)
        live_two_years(home, folder, datetime.now(ZoneInfo("Asia/Tokyo")))
    return place
