"""One table of commands: each has its key, its place in the help and in the palette, and can be rebound by name."""

import pytest
from textual.binding import Binding

from tui.commands import COMMANDS, bindings_of, commands_of
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

SCREENS = (
    TodayScreen, MilestonesScreen, CheckInScreen, FirstRunScreen, ChangeScreen, LogSheet, EvidenceSheet, DoneSheet,
    DetailScreen, EntryScreen, HelpScreen, HistoryScreen, AmendSheet, EraseSheet, TimerSheet, TroubleScreen,
    PlanOverTime, ModuleScreen, WhatIfScreen, ProgressScreen,
    SearchScreen, WeekScreen, TourCard, MoveSheet, ExtraSheet, WhyScreen,
)  # fmt: skip


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.NAME)
def test_every_command_of_a_screen_has_its_action_and_its_key(screen):
    bound = {binding.id: binding for binding in screen.BINDINGS if isinstance(binding, Binding)}
    assert list(bound) == [command.id for command in commands_of(screen.NAME)]
    for command in commands_of(screen.NAME):
        assert callable(getattr(screen, f"action_{command.name}"))
        assert bound[command.id].key == command.keys


def test_no_screen_has_two_commands_on_one_key():
    for screen in SCREENS:
        keys = [key for command in commands_of(screen.NAME) for key in command.keys.split(",")]
        assert len(keys) == len(set(keys))


def test_every_command_belongs_to_a_screen_that_there_is():
    assert {name for command in COMMANDS for name in command.screens} == {screen.NAME for screen in SCREENS}


@pytest.mark.parametrize("name", ["today", "milestones"])
async def test_help_and_palette_have_every_command(context, sit_down, name):
    async with sit_down(context, size=(120, 48)) as hand:
        if name == "milestones":
            await hand.press("4")
        found = [command.title for command in hand.app.get_system_commands(hand.app.screen)]
        assert found == [command.help.text for command in commands_of(name) if command.palette]
        await hand.press("question_mark")
        assert hand.name == "help"
        for command in commands_of(name):
            assert command.help.text in hand.text()
        await hand.press("escape")
        assert hand.name == name


async def test_the_palette_runs_a_command(context, sit_down):
    async with sit_down(context) as hand:
        await hand.press("ctrl+p")
        await hand.type("milestones")
        await hand.until(lambda: "Go to Milestones" in hand.text() and "Go to Plan" not in hand.text())
        await hand.press("enter")
        await hand.settle()
        assert hand.name == "milestones"


async def test_the_footer_keeps_help_at_80_columns(context, sit_down):
    async with sit_down(context) as hand:
        for key in ("", "4"):
            await hand.press(*([key] if key else []))
            assert "? help" in hand.text().splitlines()[-1]


async def test_a_key_can_be_rebound_by_the_name_of_its_command(context, sit_down):
    async with sit_down(context) as hand:
        hand.app.set_keymap({"log": "x"})
        await hand.press("x")
        assert hand.name == "log"


async def test_clicking_a_key_in_the_footer_runs_it(context, sit_down):
    async with sit_down(context) as hand:
        await hand.pilot.click(offset=(hand.text().splitlines()[-1].index("check-in"), 23))
        await hand.settle()
        assert hand.name == "checkin"


async def test_clicking_the_places_lists_them_and_a_click_goes_there(context, sit_down):
    async with sit_down(context) as hand:
        await hand.pilot.click(offset=(hand.text().splitlines()[-1].index("screens"), 23))
        await hand.until(lambda: sum("Go to" in line for line in hand.text().splitlines()) == 7)
        lines = hand.text().splitlines()
        await hand.pilot.click(
            offset=(8, next(y for y, line in enumerate(lines) if "Go to Milestones" in line))
        )
        await hand.settle()
        assert hand.name == "milestones"


def test_bindings_carry_the_help_of_the_table():
    assert [binding.description for binding in bindings_of("today")] == [
        command.help.text for command in commands_of("today")
    ]


async def test_the_palette_says_in_its_own_words_that_it_found_nothing(context, sit_down, monkeypatch):
    monkeypatch.setattr("tui.palette.Palette._NO_MATCHES_COUNTDOWN", 0.01)
    async with sit_down(context) as hand:
        await hand.press("ctrl+p")
        await hand.type("zzz")
        await hand.sees("No command matches.")


async def test_replan_stays_in_the_footer_while_the_plan_is_stale(context, sit_down):
    from dataclasses import replace
    from datetime import timedelta

    later = replace(context, now=context.now + timedelta(days=9))
    async with sit_down(later, size=(40, 24)) as hand:
        assert hand.app.plan.plan.stale
        assert "r replan" in hand.text()
