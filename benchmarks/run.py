"""Measure the planner's speed as ratios to a bar measured in the same run, and print a table in Markdown.

Invariant: the sides of a comparison are interleaved, so that a busy moment of the machine falls on both alike.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
PYTHON = sys.executable
FIRST_FRAME = (PYTHON, str(HERE / "first_frame.py"))


@dataclass(frozen=True)
class Comparison:
    """Two commands; `ours` may take at most `bar` times the wall-clock time of `theirs`, `cpu_bar` its CPU time."""

    name: str
    ours: Sequence[str]
    theirs: Sequence[str]
    bar: float
    cpu_bar: float | None = None


@dataclass(frozen=True)
class Cost:
    """What one run of a command took, in seconds."""

    wall: float
    cpu: float


def once(command: Sequence[str], environment: Mapping[str, str]) -> Cost:
    """Run a command once; it must succeed."""
    before, began = os.times(), time.perf_counter()
    done = subprocess.run(command, env=environment, cwd=HERE, capture_output=True, check=False)
    wall, after = time.perf_counter() - began, os.times()
    if done.returncode != 0:
        why = f"{' '.join(command)} failed:\n{done.stderr.decode(errors='replace')}"
        raise SystemExit(why)
    user = after.children_user - before.children_user
    return Cost(wall, user + after.children_system - before.children_system)


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
    wall, cpu = ours.wall / theirs.wall, ours.cpu / max(theirs.cpu, 0.001)
    kept = wall <= comparison.bar and (comparison.cpu_bar is None or cpu <= comparison.cpu_bar)
    bar = f"{comparison.bar:g}" + (f" / {comparison.cpu_bar:g}" if comparison.cpu_bar else "")
    times = f"{ours.wall * 1000:.0f} ms | {theirs.wall * 1000:.0f} ms"
    return f"| {comparison.name} | {times} | {wall:.2f} | {cpu:.2f} | {bar} | {'yes' if kept else 'NO'} |"


def comparisons() -> list[Comparison]:
    """Return what is measured; the plan folder is the one that the environment names."""
    nothing = (PYTHON, "-c", "pass")
    frames = [(*FIRST_FRAME, app) for app in ("tui.app:make_app", "hello:make_app")]
    return [
        Comparison(
            "`planner today` against `python -c pass`", (PYTHON, "-m", "planner", "today"), nothing, 8
        ),
        Comparison("the app's first frame against a Textual hello-world", frames[0], frames[1], 1.6, 2),
    ]


def plan_folder(home: Path) -> dict[str, str]:
    """Make a plan in an empty home, with the planner's own commands, and return the environment that finds it."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "PLANNER_"))
    }
    environment |= {"HOME": str(home), "PLANNER_HOME": str(home / "plan"), "LANG": "C.UTF-8"}
    environment["PYTHONPATH"] = str(HERE.parent)
    init = (PYTHON, "-m", "planner", "init", "--curriculum", "ml-engineer-12m", "--yes")
    once(init, environment)
    return environment


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="measured rounds of each comparison (15)")
    parser.add_argument("--only", default="", help="only the comparisons whose name has this in it")
    options = parser.parse_args()
    print(
        "| what | ours | bar's | wall, ratio | CPU, ratio | at most | kept |\n|---|---|---|---|---|---|---|"
    )
    with tempfile.TemporaryDirectory() as home:
        environment = plan_folder(Path(home))
        for comparison in comparisons():
            if options.only in comparison.name:
                print(row(comparison, *compare(comparison, options.rounds, environment)), flush=True)


if __name__ == "__main__":
    main()
