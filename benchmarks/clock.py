"""Taking times.

Invariant: the sides of a comparison take turns, so that a busy moment of the machine falls on both alike.
"""

import gc
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
PYTHON = sys.executable


@dataclass(frozen=True)
class Cost:
    """What one run took, in seconds."""

    wall: float
    cpu: float


def run(command: Sequence[str], environment: Mapping[str, str]) -> Cost:
    """Run a command once; it must succeed."""
    before, began = _cpu_of_children(), time.perf_counter()
    done = subprocess.run(command, env=environment, cwd=HERE, capture_output=True, check=False)
    cost = Cost(time.perf_counter() - began, _cpu_of_children() - before)
    if done.returncode != 0:
        why = f"{' '.join(command)} failed:\n{done.stderr.decode(errors='replace')}"
        raise SystemExit(why)
    return cost


def _cpu_of_children() -> float:
    """Return the CPU time, user and system, of all processes that were started here and are done."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def medians(sides: Sequence[Callable[[], Cost]], rounds: int) -> list[Cost]:
    """Return the median of each side over rounds in turns, after one that only warms up."""
    costs: list[list[Cost]] = [[] for _ in sides]
    for number in range(rounds + 1):
        for known, side in zip(costs, sides, strict=True):
            cost = side()
            if number:
                known.append(cost)
    return [
        Cost(statistics.median(cost.wall for cost in known), statistics.median(cost.cpu for cost in known))
        for known in costs
    ]


def least(acts: Sequence[Callable[[], object]], rounds: int) -> list[float]:
    """Return the least CPU time of each act over rounds in turns, in seconds of this process."""
    for act in acts:
        act()
    return [min(each) for each in zip(*([busy(act) for act in acts] for _ in range(rounds)), strict=True)]


def busy(act: Callable[[], object]) -> float:
    """Return the CPU time of one act, in seconds of this process; another's garbage is swept up before."""
    gc.collect()
    began = time.process_time()
    act()
    return time.process_time() - began


def unit() -> int:
    """Do a fixed amount of a scheduler's kind of work: 1 ms where `python -c pass` takes 7.8 ms.

    That was so on the machine for which the bars in milliseconds were set; ratios carry over to others.
    """
    ends = [0] * 64
    seen: dict[int, int] = {}
    for step in range(UNIT_STEPS):
        place = (step * 37) & 63
        ends[place] = max(ends[place], step % 120) + 15
        seen[place] = seen.get(place, 0) + min(ends[place], 480)
    return sum(seen.values())


UNIT_STEPS = 4_900


def environment(home: Path) -> dict[str, str]:
    """Return an environment of its own for commands: an empty home, English, bytecode as after installing."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("XDG_", "PLANNER_", "PYTHON"))
    }
    kept |= {"HOME": str(home), "LANG": "C.UTF-8", "PYTHONPATH": str(HERE.parent)}
    return kept | {"PYTHONPYCACHEPREFIX": str(home / "bytecode")}
