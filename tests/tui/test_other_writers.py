"""The app and commands at once: each sees the other's events, a slow disk stops no key, leaving loses nothing."""

import asyncio
import json
import os
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from planner.workspace.views.today import today_view
from tests.tui.conftest import Hand
from tui.app import PlannerApp

ROOT = Path(__file__).parents[2]


def command(context, *words):
    """Give a real command on the app's plan, on the same machine."""
    folders = {"XDG_STATE_HOME": context.state.parent, "XDG_CACHE_HOME": context.cache.parent}
    return subprocess.run(
        [sys.executable, "-m", "planner", "--home", str(context.home), "--today", "2027-02-09", *words],
        cwd=ROOT, env={**os.environ, **{name: str(path) for name, path in folders.items()}},
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip


def with_own_folders(context):
    """Give the context the folders that a command finds by its environment."""
    return replace(
        context,
        state=context.state / "roadmap-planner",
        cache=context.cache / "roadmap-planner",
        random_bits=lambda count: int.from_bytes(os.urandom(16)) % (1 << count),
    )


class SlowDisk:
    """Stands in for fsync: off the UI thread it does not return until it may; `entered` tells that it was called."""

    def __init__(self, monkeypatch):
        self.entered, self.may_go_on = threading.Event(), threading.Event()
        real = os.fsync

        def fsync(descriptor):
            assert threading.current_thread() is not threading.main_thread()
            self.entered.set()
            assert self.may_go_on.wait(60)
            real(descriptor)

        monkeypatch.setattr(os, "fsync", fsync)

    async def reached(self):
        assert await asyncio.to_thread(self.entered.wait, 60)


async def log(pilot, length):
    """Log time by keys without waiting for the disk."""
    await pilot.press("l")
    await pilot.press(*length)
    await pilot.press("enter")


async def test_the_app_and_commands_write_at_once_and_see_each_other(context, sit_down, journal):
    context = with_own_folders(context)
    known = {event.id for event in journal(context)}
    moment = [context.now]
    async with sit_down(context) as hand:
        hand.app.clock = lambda: moment[0]
        module = today_view(hand.app.plan).now.session.module
        before = hand.app.plan.progress.logged(module)
        commands = asyncio.to_thread(lambda: [command(context, "log", module, "1m") for _ in "1234"])
        running = asyncio.create_task(commands)
        for _ in "123":
            await hand.press("l")
            await hand.type("10m")
            await hand.press("enter")
        await running
        moment[0] += timedelta(minutes=1)
        hand.app.tick()
        await hand.settle()
        assert hand.app.plan.progress.logged(module) == before + 34
        shown = today_view(hand.app.plan).week.studied
    assert len([event for event in journal(context) if event.id not in known]) == 7
    assert json.loads(command(context, "today", "--json").stdout)["week"]["studied_minutes"] == shown


async def test_keys_answer_while_the_disk_is_slow(context, sit_down, journal, monkeypatch):
    count = len(journal(context))
    async with sit_down(context) as hand:
        disk = SlowDisk(monkeypatch)
        await log(hand.pilot, "15m")
        await disk.reached()
        for key, screen in (("4", "milestones"), ("1", "today")) * 3:
            await hand.pilot.press(key)
            await hand.pilot.pause()
            assert hand.name == screen
        assert not disk.may_go_on.is_set()
        assert "logged on" not in hand.text()
        disk.may_go_on.set()
        await hand.settle()
        assert "15 m logged on" in hand.text()
    assert len(journal(context)) == count + 1


async def test_leaving_waits_for_what_is_being_written_and_for_what_waits(context, journal, monkeypatch):
    count = len(journal(context))
    app = PlannerApp(context)
    async with app.run_test(size=(80, 24)) as pilot:
        hand = Hand(app, pilot)
        await hand.settle()
        disk = SlowDisk(monkeypatch)
        await log(pilot, "15m")
        await disk.reached()
        await log(pilot, "20m")
        await pilot.press("q")
        await pilot.pause()
        assert app.is_running
        assert app.return_value is None
        assert "Saving" in hand.text()
        disk.may_go_on.set()
        async with asyncio.timeout(60):
            while app.return_code is None:  # noqa: ASYNC110  # the app tells nobody when it has left
                await asyncio.sleep(0.005)
    new = journal(context)[count:]
    assert [event.data["minutes"] for event in new] == [15, 20]
    assert app.return_code == 0
