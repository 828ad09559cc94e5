"""A plan somebody lived with for ten weeks, at a fixed moment, copied for each test; and short ways to look at it."""

import random
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from planner.journal.reading import read_journal
from planner.workspace.context import Context
from planner.workspace.opening import open_plan
from planner.workspace.setup.demo import demo_context
from tui.app import PlannerApp

NOW = datetime(2027, 2, 9, 10, 0, tzinfo=UTC)
FIRST = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)


def make_context(folder, now=NOW, language="en"):
    chance = random.Random(1)
    return Context(
        folder / "plan", now, cache=folder / "cache", state=folder / "state", random_bits=chance.getrandbits,
        language=language, timezone="Asia/Tokyo",
    )  # fmt: skip


@pytest.fixture(autouse=True)
def short_waits(monkeypatch):
    """Look four times as often whether the app is idle after a key: most of the time of these tests is that wait."""
    monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", 1 / 200)
    monkeypatch.setattr("textual._wait.SLEEP_IDLE", 1 / 400)


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
