"""Long work: a quiet sign, Escape gives it up, and what writes is never cut off."""

import asyncio
import threading

import pytest
from textual.worker import WorkerCancelled, WorkerFailed

from planner.text.messages import msg
from tests.tui.conftest import Hand
from tui.app import PlannerApp
from tui.waiting import waited
from tui.widgets.foot import Sentence

LOOKING = msg("Looking for the plan that moves the least …")


class Gate:
    """Work that goes on until it may end."""

    def __init__(self, result="found"):
        self.result, self.open, self.begun = result, threading.Event(), threading.Event()

    def __call__(self):
        self.begun.set()
        assert self.open.wait(60)
        if isinstance(self.result, Exception):
            raise self.result
        return self.result


class Watcher:
    """Runs `waited` on the screen in a worker and keeps what came of it."""

    def __init__(self, screen, work):
        self.came = []

        async def wait():
            self.came.append(await waited(screen, work, LOOKING))

        self.worker = screen.run_worker(wait(), exit_on_error=False)


def foot(hand):
    return hand.app.screen.query_one(Sentence).busy


async def until(true):
    for _ in range(12_000):
        if true():
            return
        await asyncio.sleep(0.005)
    raise AssertionError


async def test_short_work_leaves_no_sign(context, sit_down):
    async with sit_down(context) as hand:
        watcher = Watcher(hand.app.screen, lambda: 3)
        await watcher.worker.wait()
        assert watcher.came == [3]
        assert foot(hand) == ""
        assert hand.app.screen.wait is None


async def test_long_work_is_said_and_keys_answer(context, sit_down):
    gate = Gate()
    async with sit_down(context) as hand:
        watcher = Watcher(hand.app.screen, gate)
        await until(lambda: foot(hand))
        await hand.pilot.pause()
        assert "Looking for the plan that moves the least … Escape stops it." in hand.text()
        await hand.pilot.press("question_mark")
        assert hand.name == "help"
        await hand.pilot.press("escape")
        assert watcher.came == []
        gate.open.set()
        await watcher.worker.wait()
        assert watcher.came == ["found"]
        assert foot(hand) == ""


@pytest.mark.parametrize("result", ["found", ValueError("wrong")], ids=["done", "failed"])
async def test_what_comes_while_its_screen_is_taken_down_reaches_nobody(context, sit_down, result):
    gate = Gate(result)
    async with sit_down(context) as hand:
        await hand.press("4")
        screen = hand.app.screen
        watcher = Watcher(screen, gate)
        await until(gate.begun.is_set)
        gate.open.set()
        screen.dismiss()
        await asyncio.wait([screen.wait.result])
        with pytest.raises(WorkerCancelled):
            await watcher.worker.wait()
        assert watcher.came == []


async def test_escape_throws_the_result_away_and_stays_on_the_screen(context, sit_down):
    gate = Gate()
    async with sit_down(context) as hand:
        await hand.press("4")
        watcher = Watcher(hand.app.screen, gate)
        await until(lambda: foot(hand))
        await hand.pilot.press("escape")
        await watcher.worker.wait()
        gate.open.set()
        assert watcher.came == [None]
        assert hand.name == "milestones"
        assert foot(hand) == ""
        await hand.press("1")
        assert hand.name == "today"


async def test_what_the_work_raises_is_raised(context, sit_down):
    gate = Gate(ValueError("no"))
    gate.open.set()
    async with sit_down(context) as hand:
        watcher = Watcher(hand.app.screen, gate)
        with pytest.raises(WorkerFailed):
            await watcher.worker.wait()
        assert isinstance(watcher.worker.error, ValueError)
        assert hand.app.screen.wait is None


async def test_nobody_waits_for_thoughts_when_leaving(context):
    gate = Gate()
    app = PlannerApp(context)
    async with app.run_test(size=(80, 24)) as pilot:
        await Hand(app, pilot).settle()
        Watcher(app.screen, gate)
        await until(gate.begun.is_set)
        await pilot.press("q")
        await until(lambda: app.return_code is not None)
    assert not gate.open.is_set()
    gate.open.set()


async def test_saving_is_said_when_it_takes_long_on_whatever_screen(context, sit_down):
    gate = Gate()
    async with sit_down(context) as hand:

        def use_case(opened):
            gate()
            return opened

        hand.app.act(use_case, msg("done"))
        await until(lambda: foot(hand) == "Saving …")
        await hand.pilot.press("escape")
        assert foot(hand) == "Saving …"
        await hand.pilot.press("4")
        await until(lambda: hand.name == "milestones" and foot(hand) == "Saving …")
        gate.open.set()
        await hand.settle()
        assert foot(hand) == ""
        assert "done. u takes it back." in hand.text()
