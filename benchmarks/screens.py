"""The app's screens on a large plan: opening each of them with its key, and what is pressed there over and over.

Invariant: measured is the CPU time of the UI thread from the key to what is written to the terminal; what runs beside
it counts nothing, since the screen does not wait for it, but showing what came of it does. Garbage is swept up before.
"""

import asyncio
import gc
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial
from itertools import groupby
from pathlib import Path
from random import Random
from statistics import median
from time import thread_time
from zoneinfo import ZoneInfo

from rich.console import RenderableType
from textual._compositor import CompositorUpdate
from textual.pilot import Pilot
from textual.screen import Screen

from benchmarks.clock import HERE, PYTHON, environment, medians, run
from benchmarks.learners import START, ZONE, learner
from benchmarks.lives import two_long_years
from benchmarks.table import Row, milliseconds
from benchmarks.texts import curriculum_text, profile_text
from planner.journal.events import Draft
from planner.journal.model import Session
from planner.journal.store import append
from planner.keymap.table import COMMANDS, HOME
from planner.workspace.acting import make_action
from planner.workspace.context import Context
from planner.workspace.opening import Opened, open_plan
from planner.workspace.proposal import accept, propose_replan
from tui.app import PlannerApp
from tui.commands import commands_of

BAR = 12.8  # 100 ms, where `python -c pass` takes 7.8 ms
HALF, WEEK = timedelta(weeks=52), timedelta(weeks=1)
SIZE = (120, 36)
KEYS = ("down", "up", "tab", "fold", "later", "more", "reset", "earlier", "mark")  # named like what they do
STYLES = HERE.parent / "tui" / "styles" / "planner.tcss"

LOOKING = (
    ("", "history=History, down, detail=entry, back, up, detail=long entry"),
    ("Today", "down, tab, log=log sheet, 2=its field, back, done=done sheet, back, detail=session sheet"),
    ("Today", "help=help, down"),
    ("Today", "jump=letters to jump by"),
    ("Today", "palette=palette, m=a letter typed there"),
    ("Today", "tour=tour, forward=its next card"),
    ("Today", "why=why"),
    ("Today", "replan=new plan, next_way=its next way"),
    ("Today", "search=search, d=a letter typed there, a=a second letter, backspace=a letter less, down"),
    ("Today", "theme=other colours, theme=yet others, theme=dark again, signs=plain signs, signs=blocks again"),
    ("", "plan=Plan, down, zoom_in=closer, zoom_in=closer still, later, zoom_out=farther, order=by track"),
    ("Plan", "plan, fold, order, detail=module page, down, why=why of a module"),
    ("Plan", "plan, jump=letters to jump by"),
    ("", "week=Week, down, week_after=next week, week_before=week before, detail=session sheet, back, why=why"),
    ("Week", "week, move=move sheet, back, extra=sheet for more time, back, jump=letters to jump by"),
    ("", "milestones=Milestones, down, enter_steps=steps, leave, try_it=attempt sheet, back, reach=evidence sheet"),
    ("", "whatif=What if, more, down, more=more again, reset"),
    ("", "progress=Progress, tracks=by track, earlier"),
    ("", "checkin=Check-in, 1=a digit typed, h=its unit, forward=second step, mark, forward=third step"),
    ("Check-in", "checkin, forward, forward, forward=fourth step, forward=the change"),
)  # fmt: skip
WRITING = (
    (
        "Today",
        "log, save=log saved, undo=log undone, timer=timer begun, timer=timer sheet, discard=timer discarded",
    ),
    ("Week", "week, off=day off, undo=day off undone"),
    ("History", "history, amend=sheet to correct, back, erase=sheet to delete"),
)


def measure(home: Path, rounds: int) -> Iterator[Row]:
    """Measure each screen's opening and keys against starting Python."""
    context = live_one_of_two_years(home)
    (one,) = medians([partial(run, (PYTHON, "-c", "pass"), environment(home))], rounds)
    for name, times in asyncio.run(walk_all(context, max(3, rounds // 3))).items():
        taken = median(times[1:])
        what = f"{name}, 150 modules x 104 weeks"
        yield Row(
            what, milliseconds(taken), f"`python -c pass`, {milliseconds(one.cpu)}", taken / one.cpu, BAR
        )


def live_one_of_two_years(home: Path) -> Context:
    """Return a plan of 150 modules and 104 weeks in its second year, a week behind.

    Half of the first year was recorded day by day, the other half at once, as by an import.
    """
    curriculum = two_long_years().curriculum
    context = Context(
        home / "large-plan",
        datetime.combine(START, time(9), tzinfo=ZoneInfo(ZONE)),
        cache=home / "c",
        state=home / "s",
        random_bits=Random(1).getrandbits,
    )
    context.home.mkdir(parents=True)
    (context.home / "curriculum.yaml").write_text(curriculum_text(curriculum), encoding="utf-8")
    (context.home / "profile.yaml").write_text(profile_text(learner(curriculum)), encoding="utf-8")
    opened = accept(propose_replan(open_plan(context)))
    studied = [each for each in opened.timeline if each.kind == "study" and each.day < START + HALF - WEEK]
    days = [list(sessions) for _, sessions in groupby(studied, key=lambda each: each.day)]
    for sessions in days[len(days) // 2 :]:
        evening = datetime.combine(sessions[0].day, time(22), tzinfo=opened.zone)
        _log(opened.at(evening), sessions)
    _log(opened.at(context.now + HALF), [each for sessions in days[: len(days) // 2] for each in sessions])
    return replace(context, now=context.now + HALF)


def _log(opened: Opened, sessions: Sequence[Session]) -> None:
    """Record that these sessions were studied as planned, as one action."""
    drafts = [Draft("log", {"module": each.module, "minutes": each.minutes}, each.day) for each in sessions]
    action = make_action(opened, drafts, opened.context.random_bits(80))
    append(opened.context.home, action[0].device, action)


class Drawn(PlannerApp):
    """The app, which makes what a terminal is sent although there is none."""

    CSS_PATH = str(STYLES)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if isinstance(renderable, CompositorUpdate):
            renderable.render_segments(self.console)
        super()._display(screen, renderable)


async def walk_all(context: Context, rounds: int) -> dict[str, list[float]]:
    """Return for each screen and each step on it what the UI thread spends, round by round, in seconds."""
    found: dict[str, list[float]] = {}
    app = Drawn(context)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot)
        for walks in (LOOKING, WRITING):
            for _ in range(rounds + 1):
                for place, steps in walks:
                    await _walk(pilot, place, steps.split(", "), found)
    return found


async def _walk(pilot: Pilot[None], place: str, steps: Sequence[str], found: dict[str, list[float]]) -> None:
    """Take steps from Today, and go back there; times are noted under the place, or the first step's name."""
    for step in steps:
        what, _, said = step.partition("=")
        taken = await press(pilot, _key(pilot, what))
        if said or what in KEYS:
            found.setdefault(", ".join(filter(None, (place, said or what))), []).append(taken)
        place = place or said
    while len(pilot.app.screen_stack) > 1:
        await press(pilot, "1" if _name(pilot) in HOME else "escape")


def _key(pilot: Pilot[None], what: str) -> str:
    """Return the key of a command of the screen that is seen, or the key itself."""
    every = commands_of(_name(pilot), COMMANDS)
    return next((each.keys.partition(",")[0] for each in every if each.name == what), what)


def _name(pilot: Pilot[None]) -> str:
    return getattr(pilot.app.screen, "NAME", "")


async def press(pilot: Pilot[None], *key: str) -> float:
    """Return the longer of what a key takes and what showing the result takes that comes later, in seconds."""
    gc.collect()
    times = [thread_time()]
    await pilot.press(*key)
    await pilot.pause()
    times.append(thread_time())
    while list(pilot.app.workers):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
    times.append(thread_time())
    return max(times[1] - times[0], times[2] - times[1])
