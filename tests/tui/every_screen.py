"""The table of what there is to see: each screen, each step of it and each thing laid over one, with the keys to it.

Invariant: a form is reached from the first screen of its plan by the keys of commands alone, whatever these are.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from planner.keymap.table import COMMANDS
from planner.workspace.opening import open_plan
from planner.workspace.setup.drafting import default_answers
from planner.workspace.setup.init import init
from planner.workspace.taste.tour import remember_tour
from planner.workspace.tracking.timing import start_timer
from tests.tui.supposing import make_late
from tui.palette import Palette
from tui.screens.amend import AmendSheet
from tui.screens.change import ChangeScreen
from tui.screens.checkin import CheckInScreen
from tui.screens.detail import DetailScreen
from tui.screens.done import DoneSheet
from tui.screens.entry import EntryScreen
from tui.screens.erase import EraseSheet
from tui.screens.evidence import EvidenceSheet
from tui.screens.extra import ExtraSheet
from tui.screens.first_run import FirstRunScreen
from tui.screens.help import HelpScreen
from tui.screens.history import HistoryScreen
from tui.screens.jump import JumpScreen
from tui.screens.log import LogSheet
from tui.screens.milestones import MilestonesScreen
from tui.screens.module import ModuleScreen
from tui.screens.move import MoveSheet
from tui.screens.plan import PlanOverTime
from tui.screens.progress import ProgressScreen
from tui.screens.search import SearchScreen
from tui.screens.timer import TimerSheet
from tui.screens.today import TodayScreen
from tui.screens.tour import TourCard
from tui.screens.trouble import TroubleScreen
from tui.screens.week import WeekScreen
from tui.screens.whatif import WhatIfScreen
from tui.screens.why import WhyScreen


def lived_in(context):
    """Ten weeks in."""
    return context


def missed(context):
    """Come back after nine days in which nothing was studied."""
    return replace(context, now=context.now + timedelta(days=9))


def late(context):
    """Come back so, to a goal that is three months earlier."""
    return missed(make_late(context))


def forgotten(context):
    """Come back to a timer that ran all night."""
    start_timer(open_plan(context))
    return replace(context, now=context.now + timedelta(hours=15))


def broken(context):
    """Open a plan with a mistake in each file."""
    (context.home / "profile.yaml").write_text("start: yesterday\n")
    (context.home / "curriculum.yaml").write_text("phases: 3\n")
    return context


def nothing(empty):
    """Start without a plan."""
    return empty


def new(empty):
    """Stand on the first day of a plan, in which nothing was done."""
    init(empty, default_answers(empty))
    remember_tour(empty)
    return empty


@dataclass(frozen=True)
class Form:
    """A screen, or what lies over one, as `steps` open it from the first screen of the plan that `given` makes."""

    screen: type
    steps: tuple[str, ...] = ()
    given: Callable = lived_in


WITHOUT_A_PLAN = (nothing, new)


def _enter(times):
    return ("enter",) * times


FORMS = {
    "today": Form(TodayScreen),
    "today-new": Form(TodayScreen, (), new),
    "today-missed": Form(TodayScreen, (), missed),
    "session": Form(DetailScreen, ("detail",)),
    "log": Form(LogSheet, ("log",)),
    "log-wrong": Form(LogSheet, ("log", "'soon", "enter")),
    "done": Form(DoneSheet, ("done",)),
    "timer": Form(TimerSheet, (), forgotten),
    "change": Form(ChangeScreen, ("replan",)),
    "change-missed": Form(ChangeScreen, ("replan", "rebalance"), missed),
    "change-late": Form(ChangeScreen, ("replan", "extend"), late),
    "change-settings": Form(ChangeScreen, ("whatif", "more", "apply")),
    "plan": Form(PlanOverTime, ("plan",)),
    "plan-new": Form(PlanOverTime, ("plan",), new),
    "module": Form(ModuleScreen, ("plan", "detail")),
    "week": Form(WeekScreen, ("week",)),
    "week-new": Form(WeekScreen, ("week",), new),
    "move": Form(MoveSheet, ("week", "move")),
    "extra": Form(ExtraSheet, ("week", "extra")),
    "why": Form(WhyScreen, ("why",)),
    "why-module": Form(WhyScreen, ("plan", "why")),
    "why-week": Form(WhyScreen, ("week", "why_week")),
    "why-milestone": Form(WhyScreen, ("milestones", "why")),
    "milestones": Form(MilestonesScreen, ("milestones",)),
    "milestones-new": Form(MilestonesScreen, ("milestones",), new),
    "milestones-page": Form(MilestonesScreen, ("milestones", "detail")),
    "evidence": Form(EvidenceSheet, ("milestones", "reach")),
    "evidence-attempt": Form(EvidenceSheet, ("milestones", "try_it")),
    "whatif": Form(WhatIfScreen, ("whatif", "more", "more")),
    "whatif-late": Form(WhatIfScreen, ("whatif", *("less",) * 8)),
    "progress": Form(ProgressScreen, ("progress",)),
    "progress-new": Form(ProgressScreen, ("progress",), new),
    "progress-tracks": Form(ProgressScreen, ("progress", "tracks")),
    "history": Form(HistoryScreen, ("history",)),
    "history-new": Form(HistoryScreen, ("history",), new),
    "entry": Form(EntryScreen, ("history", "detail")),
    "amend": Form(AmendSheet, ("history", "amend")),
    "erase": Form(EraseSheet, ("history", "erase")),
    "search": Form(SearchScreen, ("search", "'sql")),
    "search-empty": Form(SearchScreen, ("search",)),
    "search-nothing": Form(SearchScreen, ("search", "'zzz")),
    "jump": Form(JumpScreen, ("jump",)),
    "palette": Form(Palette, ("palette",)),
    "places": Form(Palette, ("places",)),
    "help": Form(HelpScreen, ("help",)),
    "tour": Form(TourCard, ("tour",)),
    "tour-plan": Form(TourCard, ("tour", *_enter(3))),
    "checkin": Form(CheckInScreen, ("checkin",)),
    "checkin-finished": Form(CheckInScreen, ("checkin", *_enter(1))),
    "checkin-evidence": Form(CheckInScreen, ("checkin", *_enter(2))),
    "checkin-ahead": Form(CheckInScreen, ("checkin", *_enter(3))),
    "checkin-change": Form(CheckInScreen, ("checkin", *_enter(4))),
    "setup": Form(FirstRunScreen, (), nothing),
    "setup-plan": Form(FirstRunScreen, _enter(1), nothing),
    "setup-start": Form(FirstRunScreen, _enter(2), nothing),
    "setup-background": Form(FirstRunScreen, _enter(3), nothing),
    "setup-hours": Form(FirstRunScreen, _enter(4), nothing),
    "setup-choice": Form(FirstRunScreen, _enter(5), nothing),
    "setup-place": Form(FirstRunScreen, _enter(6), nothing),
    "setup-verdict": Form(FirstRunScreen, _enter(7), nothing),
    "trouble": Form(TroubleScreen, (), broken),
}  # fmt: skip


FIRST = {form.screen: name for name, form in reversed(FORMS.items())}  # of each screen, the form listed first


@pytest.fixture
def context_of(request, monkeypatch):
    """Hand out a way to make the plan that a form is seen on."""

    def make(form):
        context = form.given(request.getfixturevalue("empty" if form.given in WITHOUT_A_PLAN else "context"))
        if form.given is not broken:
            return context
        monkeypatch.chdir(context.home.parent)  # the page names the folder, which is another one each time
        return replace(context, home=Path(context.home.name))

    return make


def keys_of(step):
    """Return the keys of a step: a command's own key by its id, a text to type after a quote, or a key as it is."""
    if step.startswith("'"):
        return tuple(step[1:])
    return (next((command.keys.partition(",")[0] for command in COMMANDS if command.id == step), step),)


async def take(pilot, *steps):
    """Take steps one after the other, each key when all that the one before set off is done."""
    await settle(pilot)
    for key in (key for step in steps for key in keys_of(step)):
        await pilot.press(key)
        await settle(pilot)
    await pilot.pause()


async def settle(pilot):
    await pilot.pause()
    while list(pilot.app.workers):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
