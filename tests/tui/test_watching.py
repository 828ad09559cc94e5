"""What others change on disk is seen soon: events of another program, files edited by hand, a backup that failed."""

import shutil
from dataclasses import replace

import pytest

from planner.problems import Problem
from planner.text.messages import msg
from planner.workspace.opening import open_plan
from planner.workspace.tracking.log import log_time
from planner.workspace.views.today import today_view
from tui.watching import Seen, files_of, look


@pytest.fixture
def other(context):
    """Hand out another instance that logs time on a module."""

    def record(module, minutes):
        opened = open_plan(replace(context, state=context.state / "other"))
        return log_time(opened, module, minutes)

    return record


async def looked(hand):
    hand.app.look_around()
    await hand.settle()


async def test_the_app_looks_every_two_seconds_at_least(context, sit_down):
    async with sit_down(context) as hand:
        intervals = [timer._interval for timer in hand.app._timers]
    assert min(intervals) <= 2


async def test_events_of_another_program_are_shown_and_the_cursor_stays(context, sit_down, other):
    async with sit_down(context) as hand:
        await hand.press("down", "down")
        rows = hand.app.screen.focused
        cursor = rows.cursor
        module = today_view(hand.app.plan).now.session.module
        before = hand.app.plan.progress.logged(module)
        other(module, 45)
        await looked(hand)
        assert hand.app.plan.progress.logged(module) == before + 45
        assert (hand.app.screen.focused, rows.cursor) == (rows, cursor)


async def test_a_covered_screen_shows_the_change_when_it_is_seen_again(context, sit_down, other):
    async with sit_down(context) as hand:
        today = hand.app.screen
        studied = today.view.week.studied
        await hand.press("4")
        other(today.view.now.session.module, 45)
        await looked(hand)
        assert today.view.week.studied == studied
        await hand.press("1")
        assert today.view.week.studied == studied + 45


async def test_an_edited_file_takes_effect(context, sit_down):
    profile = context.home / "profile.yaml"
    async with sit_down(context) as hand:
        await looked(hand)
        before = hand.app.plan.profile.availability
        profile.write_text(profile.read_text() + "\n# a remark\n")
        await looked(hand)
        assert hand.app.plan.profile.availability == before
        assert hand.app.plan.changed_files == ("profile.yaml",)
        assert "profile.yaml has changed" in " ".join(hand.text().split())


async def test_a_file_with_mistakes_is_said_until_it_is_mended_and_the_plan_stays(context, sit_down):
    profile = context.home / "profile.yaml"
    good = profile.read_text()
    async with sit_down(context) as hand:
        plan = hand.app.plan.plan
        profile.write_text(good + "\nhours: [1\n")
        await looked(hand)
        line = good.count("\n") + 2
        assert f"profile.yaml:{line}" in hand.text()
        assert hand.app.plan.plan is plan
        await hand.press("l")
        await hand.type("10m")
        await hand.press("enter")
        assert "10 m logged" in hand.text()
        hand.app.screen.hush()
        await hand.press("4")
        assert f"profile.yaml:{line}" in hand.text()
        profile.write_text(good)
        await looked(hand)
        assert "profile.yaml:" not in hand.text()
        await hand.press("1")
        assert "profile.yaml:" not in hand.text()


async def test_a_folder_that_went_away_is_said_and_the_plan_stays(context, sit_down):
    async with sit_down(context) as hand:
        shutil.rmtree(context.home)
        await looked(hand)
        assert "No plan in" in hand.text()
        assert hand.name == "today"


def test_nothing_changed_costs_nothing(context):
    opened = open_plan(context)
    _ = opened.plan
    assert look(opened, Seen(files_of(context)), context.now) is None


async def test_missing_events_are_called_missing(context, sit_down):
    (file,) = (context.home / "journal").glob("*.jsonl")
    async with sit_down(context) as hand:
        await hand.press("l")
        await hand.type("10m")
        await hand.press("enter")
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(lines[:-5]))
    async with sit_down(context) as hand:
        said = " ".join(hand.text().split())
        assert "gone" in said
        assert "planner journal check" in said
        assert "damaged" not in said


async def test_a_backup_that_failed_is_said_once_after_what_was_done(context, sit_down, monkeypatch):
    told = []

    def keep_up(context):
        if not told:
            told.append(1)
            context.warn(Problem(msg("No room")))

    monkeypatch.setattr("planner.workspace.acting.keep_up", keep_up)
    async with sit_down(context, size=(120, 36)) as hand:
        for said in (True, False):
            await hand.press("l")
            await hand.type("10m")
            await hand.press("enter")
            assert "10 m logged" in hand.text()
            assert ("No room" in hand.text()) is said
