"""Twelve weeks at the keys alone, from the first start on; then journal and plan are held against the raw files."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner

from planner.cli.root import root
from planner.workspace.opening import open_plan
from planner.workspace.views.documents import plan_document
from tests.oracle.check_json import check_document
from tests.tui.conftest import Hand
from tui.app import PlannerApp
from tui.widgets.foot import Sentence

pytestmark = pytest.mark.ci  # `make test` leaves these to CI, for the sake of its five minutes

TOKYO = ZoneInfo("Asia/Tokyo")
MONDAY = date(2026, 11, 30)
START = MONDAY + timedelta(days=1)
WEEKS = 12
SKIPPED = 5
KINDS = {
    "plan", "started", "stopped", "log", "step", "move", "pin", "skip", "time-off", "setting", "undo", "redo", "done",
    "checkin",
}  # fmt: skip


class Stay(Hand):
    """A learner whose clock is turned by the test; after every key the screen is looked at for errors."""

    moment = datetime(2026, 12, 1, 10, tzinfo=TOKYO)

    async def at(self, day, hour, minute=0):
        """Let it be that moment; the app notices as it does each minute."""
        self.moment = datetime(day.year, day.month, day.day, hour, minute, tzinfo=TOKYO)
        self.app.tick()
        await self.settle()

    async def press(self, *keys):
        for key in keys:
            await super().press(key)
            assert self.name != "trouble", self.text()
            wrong = [sentence.said for sentence in self.app.screen.query(Sentence) if sentence.wrong]
            assert not wrong, (key, wrong, self.text())

    async def home(self):
        """Stand on Today."""
        if self.name != "today":
            await self.press("1")
        assert self.name == "today", self.text()


async def begin(stay):
    await stay.press(*["enter"] * 8)
    assert stay.name == "tour"
    await stay.press("enter", "escape")


async def study(stay, week):
    """Study on two evenings and on Saturday morning: once with the timer, else logged; and tick a step."""
    first = week + timedelta(days=1)
    await stay.at(first, 20)
    await stay.press("s")
    await stay.at(first, 21, 45)
    await stay.press("s")
    for number, hour in ((2, 20), (5, 11)):
        await stay.at(week + timedelta(days=number), hour, 30)
        await stay.press("l", "enter")
        assert "logged" in stay.text()
    await stay.press("4", "right", "space", "1")


async def check_in(stay, week, number):
    """Check in on Sunday evening: the hours not logged, what is reached with its evidence; then accept the change."""
    await stay.at(week + timedelta(days=6), 21)
    await stay.press("c")
    screen = stay.app.screen
    assert screen.draft.week == week
    for row in screen.draft.rows:
        if number != SKIPPED + 1 and row.planned > row.logged:
            await stay.type(f"{row.planned - row.logged}m")
        await stay.press("down")
    await stay.press("enter")
    while screen.step != "change":
        if screen.step == "evidence" and all(stay_done(screen, row) for row in screen.draft.milestones[:1]):
            await stay.press("space")
            await stay.type("https://example.org/x")
            await stay.press("enter")
        await stay.press("enter")
    assert screen.proposal is not None, stay.text()
    await stay.press("enter")
    assert stay.name == "today"
    assert stay.app.plan.plan.stale == ()


def stay_done(screen, row):
    done = {*screen.opened.progress.done, *screen.answers.done}
    return done.issuperset(row.milestone.requires)


async def move(stay, week):
    await stay.at(week, 9)
    await stay.press("3", "m")
    assert stay.name == "move"
    await stay.type("Sat 10:00")
    await stay.press("enter")
    assert "pinned" in stay.text()


async def pin(stay, week):
    await stay.at(week, 9)
    await stay.press("3", "p")


async def skip(stay, week):
    await stay.at(week, 9)
    await stay.press("3", "x")


async def take_off(stay, week):
    await stay.at(week, 9)
    await stay.press("3")
    rows = stay.app.screen.query_one("#rows")
    while rows.cursor != (week + timedelta(days=3)).isoformat():
        await stay.press("down")
    await stay.press("o")


async def suppose(stay, week):
    await stay.at(week, 9)
    await stay.press("5", "right", "right", "enter")
    assert stay.name == "change"
    await stay.press("enter")


async def undo_and_redo(stay, week):
    await stay.at(week, 9)
    before = stay.app.plan.progress
    await stay.press("u")
    assert stay.app.plan.progress != before
    await stay.press("U")
    assert stay.app.plan.progress.logs == before.logs


async def finish(stay, week):
    await stay.at(week, 20, 15)
    await stay.press("d", "enter")


async def catch_up(stay, week):
    """Check in for the week that was missed."""
    await stay.at(week + timedelta(days=3), 9)
    await stay.press("c", "pageup")
    assert stay.app.screen.draft.week == MONDAY + timedelta(days=7 * SKIPPED)
    while stay.name == "checkin":
        await stay.press("enter")


OF_WEEK = {1: move, 2: pin, 3: skip, 4: take_off, 7: suppose, 8: undo_and_redo, 9: finish, 10: catch_up}


async def test_twelve_weeks_by_keys_alone(empty):
    stay = Stay(None, None)  # the app asks for the moment while it starts
    stay.app = PlannerApp(empty, clock=lambda: stay.moment)
    async with stay.app.run_test(size=(80, 24)) as stay.pilot:
        await stay.settle()
        await begin(stay)
        for number in range(WEEKS):
            week = MONDAY + timedelta(days=7 * number)
            if number == SKIPPED:
                continue
            if number in OF_WEEK:
                await OF_WEEK[number](stay, week)
                await stay.home()
            await study(stay, week)
            await check_in(stay, week, number)
        moment = stay.moment
    held_against_the_files(empty, moment)


def held_against_the_files(context, moment):
    from dataclasses import replace

    opened = open_plan(replace(context, now=moment))
    assert {event.kind for event in opened.events} >= KINDS
    assert len(opened.progress.checkins) == WEEKS
    assert opened.problems == ()
    words = ["--home", str(context.home), "--today", moment.date().isoformat()]
    assert CliRunner().invoke(root, [*words, "journal", "check"]).exit_code == 0
    document = plan_document(opened)
    assert check_document(document, context.home, shown=True) == []
    assert document["verdict"]["status"] == "on-time"
