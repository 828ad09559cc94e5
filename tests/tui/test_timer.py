"""The timer on Today: one key starts and stops it, it ticks, another window sees it, and a forgotten one asks."""

import shutil
from dataclasses import replace
from datetime import timedelta

import pytest

from planner.journal import fold
from planner.workspace.opening import open_plan
from planner.workspace.tracking.timing import start_timer, stop_timer
from planner.workspace.views.today import today_view
from tests.tui.conftest import NOW
from tests.tui.test_snapshots import everywhere, looks  # noqa: F401  # the fixture of all pictures

OTHER = "git-github"


def later(context, **time):
    return replace(context, now=context.now + timedelta(**time))


def kinds(events, count):
    return [event.kind for event in events[-count:]]


async def asked(hand):
    """Wait until the sheet is there that opens by itself."""
    await hand.until(lambda: hand.name == "timer")


async def test_s_starts_the_timer_of_the_session_under_the_cursor_and_stops_it(
    context, sit_down, journal, plan_of
):
    module = today_view(plan_of(context)).now.session.module
    async with sit_down(context) as hand:
        assert "s start" in hand.text()
        assert "running" not in hand.text()
        await hand.press("s")
        assert "timer started at 19:00." in hand.text()
        assert "running since 19:00 · 0 m" in hand.line("timer  ")
        assert "s stop" in hand.text().splitlines()[-1]
        assert (journal(context)[-1].kind, journal(context)[-1].data["module"]) == ("started", module)
        hand.app.clock = lambda: NOW + timedelta(minutes=38, seconds=40)
        await hand.press("s")
        assert "39 m recorded" in hand.text()
        assert "s start" in hand.text().splitlines()[-1]
        assert "running" not in hand.text()
        await hand.press("u")
        assert "running since 19:00" in hand.text()
    assert kinds(journal(context), 4) == ["started", "stopped", "log", "undo"]


async def test_a_session_further_down_is_started_where_the_cursor_is(context, sit_down, journal):
    async with sit_down(context) as hand:
        await hand.press("down", "down")
        module = hand.app.screen.session_at_cursor().session.module
        await hand.press("s")
    assert journal(context)[-1].data["module"] == module


async def test_the_timer_ticks_each_minute_without_folding_the_journal_again(context, sit_down, monkeypatch):
    start_timer(open_plan(context), OTHER)
    async with sit_down(context) as hand:
        assert "· 0 m" in hand.line("running since")
        monkeypatch.setattr(fold, "fold", lambda *_: pytest.fail("folded again"))
        for minutes in (1, 2):
            hand.app.clock = lambda minutes=minutes: NOW + timedelta(minutes=minutes)
            hand.app.tick()
            await hand.settle()
            assert f"· {minutes} m" in hand.line("running since")


async def test_another_window_sees_the_timer_and_that_it_was_stopped(context, sit_down):
    async with sit_down(context) as hand:
        for minutes, act, seen in ((1, start_timer, True), (3, stop_timer, False)):
            act(open_plan(later(context, minutes=minutes)))
            hand.app.clock = lambda minutes=minutes: NOW + timedelta(minutes=minutes + 1)
            hand.app.tick()
            await hand.settle()
            assert ("running since" in hand.text()) is seen
        await hand.press("s")
        assert "running since 19:04" in hand.text()


async def test_what_the_other_window_stopped_is_not_stopped_twice(context, sit_down, journal):
    async with sit_down(context) as hand:
        await hand.press("s")
        stop_timer(open_plan(later(context, minutes=20)))
        count = len(journal(context))
        hand.app.clock = lambda: NOW + timedelta(minutes=30)
        await hand.press("s")
        assert "No timer is running" in hand.text()
    assert len(journal(context)) == count


async def test_a_forgotten_timer_asks_when_the_app_opens_with_the_planned_length(context, sit_down, journal):
    start_timer(open_plan(later(context, hours=1)))  # at 20:00, when the session of two hours begins
    async with sit_down(later(context, hours=15)) as hand:
        await asked(hand)
        assert "how long was it really?" in hand.text()
        assert hand.app.focused.value == "2h"
        await hand.press("enter")
        assert hand.name == "today"
        assert "2 h on Tue 9 Feb recorded" in hand.text()
    stopped, log = journal(context)[-2:]
    assert (stopped.kind, log.kind, log.data["minutes"]) == ("stopped", "log", 120)
    assert log.day == NOW.date()


async def test_a_forgotten_timer_can_wait_and_be_discarded(context, sit_down, journal):
    start_timer(open_plan(context))
    count = len(journal(context))
    async with sit_down(later(context, hours=15)) as hand:
        await asked(hand)
        await hand.press("escape")
        assert hand.name == "today"
        assert "running since Tue 9 Feb 19:00 · 15 h" in hand.text()
        assert "How long was it really? s asks." in hand.text()
        assert len(journal(context)) == count
        await hand.press("s")
        await hand.type("soon")
        await hand.press("enter")
        assert "“soon” is no length of time" in hand.text()
        await hand.press("home", "shift+end")
        await hand.type("30h")
        await hand.press("enter")
        assert hand.name == "timer"
        assert "30 h is more than a day" in hand.text()
        await hand.press("ctrl+d")
        assert "nothing recorded" in hand.text()
    assert kinds(journal(context), 2) == ["started", "stopped"]


async def test_an_answer_of_0_records_nothing(context, sit_down, journal):
    start_timer(open_plan(context))
    async with sit_down(later(context, hours=15)) as hand:
        await asked(hand)
        await hand.type("0")
        await hand.press("enter")
    assert kinds(journal(context), 2) == ["started", "stopped"]


async def test_timers_of_two_machines_are_both_shown(context, sit_down):
    desk = context.home.parent / "desk"
    shutil.copytree(context.home, desk / "plan")
    start_timer(open_plan(context))
    start_timer(
        open_plan(replace(later(context, minutes=5), home=desk / "plan", state=desk / "state")), OTHER
    )
    for file in (desk / "plan" / "journal").iterdir():
        if not (context.home / "journal" / file.name).exists():
            shutil.copy(file, context.home / "journal")
    async with sit_down(later(context, minutes=9)) as hand:
        assert "running since 19:05 · 4 m" in hand.text()
        assert "running since 19:00 · 9 m" in hand.text()
        await hand.press("s")
        assert "running since 19:05" not in hand.text()
        await hand.press("s")
        assert hand.name == "timer"


@everywhere
def test_today_with_a_timer(context, looks, size, language):  # noqa: F811  # the fixture
    start_timer(open_plan(context))
    assert looks(later(context, minutes=38), language, size)


@everywhere
def test_today_with_a_forgotten_timer(context, looks, size, language):  # noqa: F811  # the fixture
    start_timer(open_plan(context))
    assert looks(later(context, hours=15), language, size, "escape")
