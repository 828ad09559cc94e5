"""The app's screens on a large plan: opening each place, and the keys of the plan over time.

Invariant: measured is the CPU time of the UI thread from the key to the drawn screen; what runs beside it counts
nothing, since the screen does not wait for it. Garbage is swept up before.
"""

import asyncio
import gc
import time
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random

from benchmarks.clock import PYTHON, environment, medians, run
from benchmarks.learners import START, learner
from benchmarks.lives import two_long_years
from benchmarks.table import Row, milliseconds
from benchmarks.texts import curriculum_text, profile_text
from planner.journal.events import Draft
from planner.journal.store import append
from planner.workspace.acting import make_action
from planner.workspace.context import Context
from planner.workspace.opening import Opened, open_plan
from tui.app import PlannerApp

BAR = 12.8  # 100 ms, where `python -c pass` takes 7.8 ms
HALF = timedelta(weeks=52)
PLACES = {"2": "Plan", "3": "Week", "4": "Milestones", "5": "What if", "6": "Progress", "y": "History"}
KEYS = {"down": "down", "plus": "closer", "right": "later", "t": "by track", "space": "fold"}
SIZE = (120, 36)


def measure(home: Path, rounds: int) -> Iterator[Row]:
    """Measure each place's opening from Today, and keys on Plan, against starting Python."""
    context = live_one_of_two_years(home)
    (one,) = medians([partial(run, (PYTHON, "-c", "pass"), environment(home))], rounds)
    for name, taken in asyncio.run(_press_all(context, max(3, rounds // 3))):
        what = f"{name}, 150 modules x 104 weeks"
        yield Row(
            what, milliseconds(taken), f"`python -c pass`, {milliseconds(one.cpu)}", taken / one.cpu, BAR
        )


def live_one_of_two_years(home: Path) -> Context:
    """Return a plan of 150 modules and 104 weeks, of which the first 52 were studied as planned."""
    folder = home / "large-plan"
    curriculum = two_long_years().curriculum
    folder.mkdir(parents=True)
    beside = folder.with_name(f"{curriculum.id}.yaml")
    beside.write_text(curriculum_text(curriculum), encoding="utf-8")
    (folder / "profile.yaml").write_text(profile_text(learner(curriculum)), encoding="utf-8")
    given = ("--home", str(folder), "--today", str(START), "init", "--curriculum", str(beside), "--yes")
    run((PYTHON, "-m", "planner", *given), environment(home))
    bits = Random(1).getrandbits
    context = Context(
        folder, datetime.now().astimezone(), cache=home / "c", state=home / "s", random_bits=bits
    )
    opened = open_plan(context)
    begin = datetime.combine(START, datetime.min.time(), tzinfo=opened.zone) + timedelta(hours=9)
    opened = opened.at(begin + HALF)
    append(folder, opened.events[0].device, make_action(opened, _logs(opened), bits(80)))
    return opened.context


def _logs(opened: Opened) -> list[Draft]:
    """Return a log for each study session of the past."""
    return [
        Draft("log", {"module": each.module, "minutes": each.minutes}, each.day)
        for each in opened.timeline
        if each.kind == "study" and each.day < opened.now.date()
    ]


async def _press_all(context: Context, rounds: int) -> list[tuple[str, float]]:
    """Return for each place and key the median of what the UI thread spends on it, in seconds."""
    app = PlannerApp(context)
    found: dict[str, list[float]] = {}
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()

        async def press(key: str) -> float:
            gc.collect()
            before = time.thread_time()
            await pilot.press(key)
            await pilot.pause()
            taken = time.thread_time() - before
            await app.workers.wait_for_complete()
            return taken

        for _ in range(rounds + 1):
            for key, place in PLACES.items():
                found.setdefault(f"opening {place}", []).append(await press(key))
                for each, name in KEYS.items() if key == "2" else ():
                    found.setdefault(f"Plan, {name}", []).append(await press(each))
                await press("1")
    return [(name, _median(times[1:])) for name, times in found.items()]


def _median(times: Sequence[float]) -> float:
    return sorted(times)[len(times) // 2]
