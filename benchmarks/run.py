"""Measure the planner's speed as ratios to a bar measured in the same run, and print a table in Markdown.

Invariant: the sides of a comparison are interleaved, so that a busy moment of the machine falls on both alike.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

HERE = Path(__file__).resolve().parent
PYTHON = sys.executable
FIRST_FRAME = (PYTHON, str(HERE / "first_frame.py"))
FRESH, TWO_YEARS = "fresh", "two-years"


@dataclass(frozen=True)
class Comparison:
    """Two commands; `ours` may take at most `bar` times the wall-clock time of `theirs`, `cpu_bar` its CPU time.

    `plan` names the plan folder.
    """

    name: str
    plan: str
    ours: Sequence[str]
    theirs: Sequence[str]
    bar: float
    cpu_bar: float


@dataclass(frozen=True)
class Cost:
    """What one run of a command took, in seconds."""

    wall: float
    cpu: float


def once(command: Sequence[str], environment: Mapping[str, str]) -> Cost:
    """Run a command once; it must succeed."""
    before, began = cpu_of_children(), time.perf_counter()
    done = subprocess.run(command, env=environment, cwd=HERE, capture_output=True, check=False)
    cost = Cost(time.perf_counter() - began, cpu_of_children() - before)
    if done.returncode != 0:
        why = f"{' '.join(command)} failed:\n{done.stderr.decode(errors='replace')}"
        raise SystemExit(why)
    return cost


def cpu_of_children() -> float:
    """Return the CPU time, user and system, of all processes that were started here and are done."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def compare(comparison: Comparison, rounds: int, environment: Mapping[str, str]) -> tuple[Cost, Cost]:
    """Return the medians of both sides over this many interleaved rounds, after one that only warms up."""
    sides: tuple[list[Cost], list[Cost]] = ([], [])
    for number in range(rounds + 1):
        for side, command in zip(sides, (comparison.ours, comparison.theirs), strict=True):
            cost = once(command, environment)
            if number:
                side.append(cost)
    return middle(sides[0]), middle(sides[1])


def middle(costs: Sequence[Cost]) -> Cost:
    """Return the medians of wall-clock and CPU time."""
    return Cost(statistics.median(cost.wall for cost in costs), statistics.median(cost.cpu for cost in costs))


def row(comparison: Comparison, ours: Cost, theirs: Cost) -> str:
    """Return one line of the table."""
    wall, cpu = ours.wall / theirs.wall, ours.cpu / theirs.cpu
    kept = wall <= comparison.bar and cpu <= comparison.cpu_bar
    bar = f"{comparison.bar:g} / {comparison.cpu_bar:g}"
    times = f"{ours.wall * 1000:.0f} ms | {theirs.wall * 1000:.0f} ms"
    return f"| {comparison.name} | {times} | {wall:.2f} | {cpu:.2f} | {bar} | {'yes' if kept else 'NO'} |"


def comparisons() -> list[Comparison]:
    """Return what is measured, and in which plan folder."""
    nothing, today = (PYTHON, "-c", "pass"), (PYTHON, "-m", "planner", "today")
    ours, theirs = ((*FIRST_FRAME, app) for app in ("tui.app:make_app", "hello:make_app"))
    frame = "the app's first frame against a Textual hello-world"
    return [
        Comparison("`planner today` against `python -c pass`", FRESH, today, nothing, 8, 8),
        Comparison(
            "`planner today` after two years against `python -c pass`", TWO_YEARS, today, nothing, 8, 8
        ),
        Comparison(frame, FRESH, ours, theirs, 1.6, 2),
        Comparison(f"{frame}, after two years", TWO_YEARS, ours, theirs, 1.6, 2),
    ]


def make_environment(home: Path) -> dict[str, str]:
    """Return an environment of its own for the commands: an empty home, English, bytecode as after installing."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("XDG_", "PLANNER_", "PYTHON"))
    }
    environment |= {"HOME": str(home), "LANG": "C.UTF-8"}
    return environment | {"PYTHONPATH": str(HERE.parent), "PYTHONPYCACHEPREFIX": str(home / "bytecode")}


def make_plan(plan: str, home: Path, environment: dict[str, str]) -> dict[str, str]:
    """Make a plan in a folder of the home, and return the environment that finds it."""
    environment = {**environment, "PLANNER_HOME": str(home / plan)}
    if plan == FRESH:
        once((PYTHON, "-m", "planner", "init", "--curriculum", "ml-engineer-12m", "--yes"), environment)
    else:
        print("two years are being lived; this takes half a minute", file=sys.stderr)
        sys.path.insert(0, str(HERE.parent))
        from two_years import live_two_years

        live_two_years(home, home / plan, datetime.now(ZoneInfo("Asia/Tokyo")))
    return environment


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="measured rounds of each comparison (15)")
    parser.add_argument("--only", default="", help="only the comparisons whose name has this in it")
    options = parser.parse_args()
    wanted = [each for each in comparisons() if options.only in each.name]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        plain = make_environment(home)
        plans = {plan: make_plan(plan, home, plain) for plan in dict.fromkeys(each.plan for each in wanted)}
        print(
            "| what | ours | bar's | wall, ratio | CPU, ratio | at most | kept |\n|---|---|---|---|---|---|---|"
        )
        for comparison in wanted:
            costs = compare(comparison, options.rounds, plans[comparison.plan])
            print(row(comparison, *costs), flush=True)


if __name__ == "__main__":
    main()
