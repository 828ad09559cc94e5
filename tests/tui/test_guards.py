"""What comes too late, or while something is written, changes nothing; nobody waits for what is no longer wanted."""

import asyncio
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from planner.schedule.supposing import Change
from planner.text.languages import LocalText
from planner.workspace.supposing.whatif import what_if
from planner.workspace.taste import keeping
from planner.workspace.views import search as found
from planner.workspace.views.search import MODULE, SESSION, everything, search
from tests.tui.supposing import quiet
from tui import watching
from tui.screens import search as screen
from tui.screens import supposing
from tui.watching import Seen
from tui.widgets.rows import Rows


class Look:
    """Stands in for a look at the disk: it finds `after`, once it may end."""

    def __init__(self, after):
        self.after, self.calls = after, 0
        self.begun, self.may_end = threading.Event(), threading.Event()

    def __call__(self, *_):
        self.calls += 1
        self.begun.set()
        assert self.may_end.wait(20)
        return self.after, Seen()


@pytest.fixture
def slow_look(monkeypatch):
    """Hand out a way to have the app look, slowly: `await slow_look(hand, finds)`."""

    async def begin(hand, after):
        look = Look(after)
        monkeypatch.setattr(watching, "look", look)
        hand.app.look_around()
        await asyncio.to_thread(look.begun.wait, 20)
        return look

    return begin


async def ended(hand, look):
    look.may_end.set()
    while hand.app.one_look.locked():  # noqa: ASYNC110  # nobody is told
        await asyncio.sleep(0.005)
    await hand.pilot.pause()


async def test_what_a_look_finds_is_taken(context, sit_down, slow_look):
    async with sit_down(context) as hand:
        other = hand.app.opened.at(hand.app.clock())
        await ended(hand, await slow_look(hand, other))
        assert hand.app.opened is other


async def test_what_a_look_finds_while_something_is_written_is_dropped(context, sit_down, slow_look):
    async with sit_down(context) as hand:
        before = hand.app.opened
        look = await slow_look(hand, before.at(hand.app.clock()))
        async with hand.app.one_at_a_time:
            await ended(hand, look)
            assert hand.app.opened is before


async def test_what_a_look_finds_of_a_plan_that_is_another_by_now_is_dropped(context, sit_down, slow_look):
    async with sit_down(context) as hand:
        look = await slow_look(hand, hand.app.opened.at(hand.app.clock()))
        newer = hand.app.opened.at(hand.app.clock())
        hand.app.show_plan(newer)
        await ended(hand, look)
        assert hand.app.opened is newer


async def test_nobody_looks_while_something_is_written(context, sit_down, monkeypatch):
    look = Look(None)
    look.may_end.set()
    monkeypatch.setattr(watching, "look", look)
    async with sit_down(context) as hand:
        async with hand.app.one_at_a_time:
            hand.app.look_around()
            await hand.pilot.pause()
            while hand.app.one_look.locked():  # noqa: ASYNC110  # nobody is told
                await asyncio.sleep(0.005)
        assert look.calls == 0


async def test_without_a_plan_nobody_looks(empty, sit_down, monkeypatch):
    look = Look(None)
    look.may_end.set()
    monkeypatch.setattr(watching, "look", look)
    async with sit_down(empty) as hand:
        hand.app.look_around()
        await hand.settle()
        assert hand.name == "setup"
    assert look.calls == 0


async def test_a_plan_supposed_on_one_that_is_gone_is_not_shown(context, sit_down, monkeypatch):
    begun, may_end, made = threading.Event(), threading.Event(), []

    def slow(opened, change, **options):
        supposed = what_if(opened, change, **options)
        made.append((opened, supposed))
        begun.set()
        assert may_end.wait(20)
        return supposed

    monkeypatch.setattr(supposing, "what_if", slow)
    async with sit_down(context) as hand:
        await hand.press("5")
        await quiet(hand)
        await hand.pilot.press("right")
        await asyncio.to_thread(begun.wait, 20)
        newer = hand.app.opened.at(hand.app.clock())
        hand.app.take(newer)
        shown, known = [], hand.app.screen._known
        monkeypatch.setattr(hand.app.screen, "taken", lambda supposed, **_: shown.append(supposed))
        may_end.set()
        await quiet(hand)
        assert made[0][0] is not newer
        assert made[0][1] not in shown
        assert made[0][1] not in known.values()


async def test_a_wish_on_a_plan_that_is_gone_is_not_made(context, sit_down, monkeypatch):
    made = []
    async with sit_down(context) as hand:
        await hand.press("5")
        await quiet(hand)
        place = hand.app.screen
        monkeypatch.setattr(supposing, "what_if", lambda *given, **_: made.append(given))
        place._wish = (hand.app.opened, Change(hours_per_week=20 * 60))
        hand.app.take(hand.app.opened.at(hand.app.clock()))
        place.make()
        await quiet(hand)
        assert made == []
        assert place._wish is None


async def test_a_preference_waits_until_what_is_written_is_written(context, sit_down, tmp_path, monkeypatch):
    kept = []
    monkeypatch.setattr(keeping, "keep_preference", lambda _, name, value: kept.append((name, value)))
    async with sit_down(replace(context, config=tmp_path / "config")) as hand:
        async with hand.app.one_at_a_time:
            await hand.pilot.press("ctrl+t")
            await hand.pilot.press("ctrl+g")
            await asyncio.sleep(0.05)
            assert kept == []
        await hand.settle()
    assert kept == [("theme", "light"), ("signs", "ascii")]


ENDLESS = """
import asyncio
from threading import Event
from tui.waiting import Wait

async def main():
    begun = Event()
    Wait(lambda: (begun.set(), Event().wait()))
    await asyncio.to_thread(begun.wait)

asyncio.run(main())
"""


def test_a_wait_never_keeps_the_process_from_leaving():
    here = Path(__file__).resolve().parents[2]
    run = subprocess.run([sys.executable, "-c", ENDLESS], cwd=here, timeout=30, check=False)
    assert run.returncode == 0


async def test_a_search_shows_no_more_than_can_be_looked_through(context, sit_down, monkeypatch):
    async with sit_down(context) as hand:
        await hand.press("slash", "e")
        rows = hand.app.screen.query_one("#found", Rows)
        all_found = search(everything(hand.app.plan), "e")
        assert len(all_found) > len(rows.ids()) == screen._MOST
        monkeypatch.setattr(screen, "_MOST", 3)
        await hand.press("a", "backspace")
        assert len(rows.ids()) == 3


def test_of_the_sessions_ahead_only_the_next_are_searched_and_few_of_one_module(context, plan_of):
    opened = plan_of(context)
    every = everything(opened)
    sessions = [each for each in every if each.kind == SESSION]
    assert len(sessions) <= found._SESSIONS < len(opened.plan.sessions)
    module = sessions[0].module
    title = next(each.title for each in every if each.kind == MODULE and each.id == module)
    assert isinstance(title, LocalText)
    alike = [each for each in search(every, title.in_language("en")) if each.module == module]
    assert len([each for each in alike if each.kind == SESSION]) == min(
        found._ALIKE, sum(each.module == module for each in sessions)
    )
