"""A plan somebody lived with for ten weeks, at a fixed moment, copied for each test; and short ways to look at it."""

import asyncio
import random
import shutil
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.css.stylesheet import Stylesheet

from planner.journal.reading import read_journal
from planner.workspace.context import Context
from planner.workspace.opening import open_plan
from planner.workspace.setup.demo import demo_context
from tests.planned_once import plan_once
from tui.app import PlannerApp

NOW = datetime(2027, 2, 9, 10, 0, tzinfo=UTC)
FIRST = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)


def make_context(folder, now=NOW, language="en"):
    chance = random.Random(1)
    return Context(
        folder / "plan", now, cache=folder / "cache", state=folder / "state", random_bits=chance.getrandbits,
        language=language, timezone="Asia/Tokyo",
    )  # fmt: skip


async def wait_for_idle(_least=0, most=1):
    """Wait until nothing is left to run, in the loop or in a thread; Textual's own goes by the load alone."""
    end, loop = time.monotonic() + most, asyncio.get_running_loop()
    while time.monotonic() < end:
        spent = time.process_time()
        await asyncio.sleep(1 / 200)
        if not loop._ready and time.process_time() - spent < 1 / 400:
            return


@pytest.fixture(autouse=True)
def short_waits(monkeypatch):
    """Look more often whether the app is idle after a key: most of the time of these tests was that wait."""
    monkeypatch.setattr("textual.app.wait_for_idle", wait_for_idle)
    monkeypatch.setattr("textual.pilot.wait_for_idle", wait_for_idle)


@pytest.fixture(autouse=True, scope="session")
def parsed_once():
    """Keep the rules of a stylesheet from one app to the next: the same text with the same variables is the same."""
    known, parse = {}, Stylesheet._parse_rules

    def rules(sheet, *words, **more):
        key = (words, *sorted(more.items()), *sorted(sheet._variables.items()))
        if key not in known:
            known[key] = parse(sheet, *words, **more)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", rules)
        yield


@pytest.fixture(autouse=True, scope="module")
def planned_once():
    yield from plan_once()


@pytest.fixture(scope="session")
def lived_in(tmp_path_factory):
    """Make the plan once."""
    folder = tmp_path_factory.mktemp("lived-in")
    demo_context(folder, make_context(folder))
    return folder


@pytest.fixture
def context(lived_in, tmp_path):
    """Hand out a copy of the plan, at a fixed moment."""
    shutil.copytree(lived_in, tmp_path, dirs_exist_ok=True)
    return make_context(tmp_path)


@pytest.fixture
def empty(tmp_path):
    """Hand out a folder without a plan."""
    return make_context(tmp_path, FIRST)


class Hand:
    """A learner at the keys."""

    def __init__(self, app, pilot):
        self.app, self.pilot = app, pilot

    async def press(self, *keys):
        """Press keys one after the other; wait for what they set off."""
        for key in keys:
            await self.pilot.press(key)
            if list(self.app.workers):
                await self.settle()
        await self.settle()

    async def type(self, text):
        """Type a text into the focused field."""
        await self.pilot.press(
            *("minus" if each == "-" else "slash" if each == "/" else each for each in text)
        )
        await self.settle()

    async def settle(self):
        await self.pilot.pause()
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def until(self, true, seconds=60):
        """Wait until something is true, however slow the machine is."""
        end = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < end, self.text()
            await self.pilot.pause(0.01)

    async def sees(self, *texts):
        """Wait until all these texts are on the screen."""
        await self.until(lambda: all(text in self.text() for text in texts))

    def text(self):
        """Return what is on the screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)

    def line(self, start):
        """Return the one line that holds a text."""
        found = [line for line in self.text().splitlines() if start in line]
        assert len(found) == 1, f"{start!r} is in {len(found)} lines of\n{self.text()}"
        return found[0]

    @property
    def name(self):
        return getattr(self.app.screen, "NAME", "")


@pytest.fixture
def sit_down():
    """Hand out a way to open the app: `async with sit_down(context) as hand`."""
    from contextlib import asynccontextmanager

    @asynccontextmanager
    async def open_app(context, size=(80, 24)):
        app = PlannerApp(context)
        async with app.run_test(size=size) as pilot:
            hand = Hand(app, pilot)
            await hand.settle()
            yield hand

    return open_app


@pytest.fixture
def journal():
    """Hand out a way to read the events of a plan folder: `journal(context)`."""

    def read(context: Context):
        return read_journal(Path(context.home))[0]

    return read


@pytest.fixture
def plan_of():
    """Hand out a way to open a plan folder afresh."""
    return lambda context, **changes: open_plan(replace(context, **changes))
