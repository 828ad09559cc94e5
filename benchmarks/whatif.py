"""A key press in What if, from the key to the plan that follows and the whole screen drawn anew.

Invariant: the app is the real one without a terminal, on a plan folder of its own. Times are CPU time: of all
threads up to the drawn answer, and of the UI thread alone, while which no other key is heard; medians over the keys.
"""

import asyncio
import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from time import process_time, thread_time
from zoneinfo import ZoneInfo

from textual.pilot import Pilot

from benchmarks.clock import busy, unit
from benchmarks.learners import ZONE, learner
from benchmarks.synthetic import build
from benchmarks.table import Row, milliseconds
from benchmarks.texts import curriculum_text, profile_text
from planner.workspace.context import Context
from planner.workspace.opening import open_plan
from planner.workspace.proposal import accept, propose_replan
from planner.workspace.setup.demo import demo_context
from tui.app import PlannerApp

NOW = datetime(2027, 2, 9, 19, tzinfo=ZoneInfo(ZONE))
BAR = 33
BAR_OF_THE_SCREEN = 100  # no change of the screen above 100 ms


def measure(home: Path, rounds: int) -> Iterator[Row]:
    """Measure on the demo plan and on a long one."""
    plans = (
        ("the demo plan", demo(home / "demo"), BAR),
        ("150 modules x 104 weeks", long(home / "long"), None),
    )
    for name, context, bar in plans:
        whole, screen = asyncio.run(_pressed(context, rounds))
        one = median(busy(unit) for _ in range(20))
        for what, taken, most in (
            ("replan and redraw", whole, bar),
            ("of it the UI thread", screen, BAR_OF_THE_SCREEN),
        ):
            said = f"what if: a key press, {what}, {name}"
            yield Row(said, milliseconds(taken), f"unit, {milliseconds(one)}", taken / one, most)


def demo(folder: Path) -> Context:
    """Make the demo's plan, and return its context."""
    folder.mkdir(parents=True)
    return demo_context(folder, _context(folder, NOW))


def long(folder: Path) -> Context:
    """Make a plan of 150 modules in 104 weeks, four weeks later, and return its context."""
    curriculum = build(1, per=150, hours=1720, due_dates=24)
    profile = learner(curriculum)
    plan = folder / "plan"
    plan.mkdir(parents=True)
    (plan / "curriculum.yaml").write_text(curriculum_text(curriculum), "utf-8")
    (plan / "profile.yaml").write_text(profile_text(profile), "utf-8")
    begin = datetime.combine(profile.start, datetime.min.time(), tzinfo=ZoneInfo(ZONE))
    accept(propose_replan(open_plan(_context(folder, begin))))
    return _context(folder, begin + timedelta(days=28))


def _context(folder: Path, now: datetime) -> Context:
    return Context(
        folder / "plan",
        now,
        cache=folder / "cache",
        state=folder / "state",
        random_bits=random.Random(1).getrandbits,
        language="en",
        timezone=ZONE,
    )


async def _pressed(context: Context, rounds: int) -> tuple[float, float]:
    """Return the CPU time of a press that asks for a plan not made yet, and the UI thread's part of it, in seconds."""
    app = PlannerApp(context)
    async with app.run_test(size=(120, 36)) as pilot:
        await _settled(pilot)
        await pilot.press("5")
        await _settled(pilot)
        times = []
        for key in ("l", *["l"] * (rounds // 2), "0", *["h"] * (rounds // 2)):
            whole, screen = process_time(), thread_time()
            await pilot.press(key)
            await _settled(pilot)
            pilot.app.screen._compositor.render_strips()  # noqa: SLF001 - what a terminal would be sent
            if key != "0":
                times.append((process_time() - whole, thread_time() - screen))
        return median(each for each, _ in times), median(each for _, each in times)


async def _settled(pilot: Pilot[None]) -> None:
    """Wait until all that a key set off is on the screen."""
    while list(pilot.app.workers):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
