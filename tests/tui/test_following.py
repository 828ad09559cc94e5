"""Pages that lie over others follow the plan, too: what others record, what is undone, and files that are mended."""

import asyncio
import threading
from dataclasses import replace

import pytest

from planner.workspace.hand.changing import act
from planner.workspace.hand.move import When, move
from planner.workspace.hand.time import add_time
from planner.workspace.hand.work import drop
from planner.workspace.opening import has_plan, open_plan
from planner.workspace.setup import init as setup
from planner.workspace.taste.tour import remember_tour
from planner.workspace.tracking.log import log_time
from planner.workspace.undoing.undo import undo
from planner.workspace.views.history import session_by_id
from tui.screens import trouble


@pytest.fixture
def other(context):
    """Hand out the plan as another program has it."""
    return lambda: open_plan(replace(context, state=context.state / "other"))


async def looked(hand):
    hand.app.look_around()
    await hand.settle()


async def test_the_page_of_a_session_follows_what_others_record_and_take_back(context, sit_down, other):
    async with sit_down(context, size=(120, 36)) as hand:
        await hand.press("down", "enter")
        assert hand.name == "detail"
        session = hand.app.screen.session
        act(add_time(other(), session.session.day, 9 * 60, 11 * 60))
        await looked(hand)
        before = hand.text()
        assert "20:00–" in hand.line("when")
        act(move(other(), session.session.id, When(session.session.day, 9 * 60)))
        await looked(hand)
        assert "09:00–" in hand.line("when")
        undo(other())
        await looked(hand)
        assert hand.text() == before


async def test_the_page_of_a_session_shows_what_is_studied_of_its_module(context, sit_down, other):
    async with sit_down(context) as hand:
        await hand.press("down", "enter")
        before = hand.line("studied")
        log_time(other(), hand.app.screen.session.session.module, 60)
        await looked(hand)
        assert hand.line("studied") != before


async def test_pages_of_what_is_gone_are_left_and_say_so(context, sit_down, other):
    async with sit_down(context) as hand:
        await hand.press("down", "enter")
        act(drop(other(), hand.app.screen.session.session.module))
        await looked(hand)
        assert hand.name == "today"
        assert "no longer planned" in hand.text()


async def test_a_page_of_what_is_gone_under_a_sheet_is_left_with_the_sheet(context, sit_down, other):
    async with sit_down(context) as hand:
        await hand.press("down", "enter", "l")
        assert hand.name == "log"
        act(drop(other(), hand.app.screen_stack[-2].session.session.module))
        await looked(hand)
        assert hand.name == "log"
        await hand.press("escape")
        await hand.until(lambda: hand.name == "today")
        await hand.sees("no longer planned")


async def test_the_page_of_a_module_follows_and_is_left_when_it_is_gone(context, sit_down, other):
    async with sit_down(context) as hand:
        await hand.press("2", "enter")
        assert hand.name == "module"
        name, before = hand.app.screen.module, hand.line("studied")
        log_time(other(), name, 60)
        await looked(hand)
        assert hand.line("studied") != before
        undo(other())
        await looked(hand)
        assert hand.line("studied") == before
        await hand.press("question_mark")
        act(drop(other(), name))
        await looked(hand)
        assert hand.name == "help"
        await hand.press("escape")
        assert hand.name == "plan"
        assert "no longer in the plan" in hand.text()


def test_a_session_is_found_by_its_id(context):
    opened = open_plan(context)
    session = opened.plan.sessions[0]
    assert session_by_id(opened, session.id).session == session
    assert session_by_id(opened, "no-such.1") is None


async def again(hand):
    hand.app.screen.keep_looking()
    await hand.settle()


async def test_a_plan_that_is_mended_opens_by_itself(context, sit_down):
    profile = context.home / "profile.yaml"
    good = profile.read_text("utf-8")
    profile.write_text("start: yesterday\n", "utf-8")
    async with sit_down(context) as hand:
        assert "opens here by itself" in hand.text()
        assert min(timer._interval for timer in hand.app.screen._timers) <= 2
        profile.write_text(good + "\nhours: [1\n", "utf-8")
        await again(hand)
        assert f"profile.yaml:{good.count(chr(10)) + 2}" in hand.text()
        profile.write_text(good, "utf-8")
        await hand.press("question_mark")
        if hand.name == "help":
            hand.app.screen_stack[-2].keep_looking()
            await hand.settle()
            assert hand.name == "help"
            await hand.press("escape")
        await again(hand)
        assert hand.name == "today"
        profile.write_text(good + "\n# a remark\n", "utf-8")
        await looked(hand)
        assert hand.app.plan.changed_files == ("profile.yaml",)
        await hand.press("2", "1")
        assert hand.name == "today"


async def test_a_journal_that_can_be_read_again_opens_the_plan_too(context, sit_down):
    (journal,) = (context.home / "journal").glob("*.jsonl")
    kept = journal.rename(journal.with_suffix(".away"))
    journal.mkdir()
    async with sit_down(context) as hand:
        assert hand.name == "trouble"
        journal.rmdir()
        kept.rename(journal)
        await again(hand)
        assert hand.name == "today"


async def test_a_broken_plan_that_is_taken_away_leads_to_a_new_one(context, sit_down):
    remember_tour(context)
    (context.home / "profile.yaml").write_text("start: yesterday\n", "utf-8")
    async with sit_down(context) as hand:
        context.home.rename(context.home.with_name("away"))
        await again(hand)
        assert hand.name == "setup"
        await hand.press(*["enter"] * 8)
        assert hand.name == "today"
        await hand.press("2", "1")
        assert hand.name == "today"
    assert has_plan(context)


async def test_nothing_is_opened_while_nothing_changes(context, sit_down, monkeypatch):
    (context.home / "profile.yaml").write_text("start: yesterday\n", "utf-8")
    async with sit_down(context) as hand:
        monkeypatch.setattr("tui.watching.open_plan", None)
        await again(hand)
        assert hand.name == "trouble"


async def test_a_look_that_takes_long_is_not_begun_twice(context, sit_down, monkeypatch):
    may_end, begun = threading.Event(), []

    def slow(*_):
        begun.append(1)
        may_end.wait(60)

    (context.home / "profile.yaml").write_text("start: yesterday\n", "utf-8")
    async with sit_down(context) as hand:
        monkeypatch.setattr(trouble, "look_again", slow)
        for _ in range(3):
            hand.app.screen.keep_looking()
            await hand.pilot.pause()
        may_end.set()
        await hand.settle()
    assert len(begun) == 1


@pytest.mark.parametrize("key", ["4", "slash", "l", "w"])
async def test_a_screen_that_is_opened_while_the_app_closes_is_no_fault(context, sit_down, key):
    async with sit_down(context) as hand:
        hand.app.exit(return_code=0)
        await hand.app.screen.run_action({"4": "milestones", "slash": "search", "l": "log", "w": "why"}[key])
        await asyncio.sleep(0.05)
    assert hand.app.crash is None


async def test_quitting_waits_for_a_plan_that_is_being_written(empty, sit_down, monkeypatch):
    remember_tour(empty)
    may_end, begun, init = threading.Event(), threading.Event(), setup.init

    def slow(*given):
        begun.set()
        may_end.wait(60)
        return init(*given)

    monkeypatch.setattr(setup, "init", slow)
    async with sit_down(empty) as hand:
        await hand.press(*["enter"] * 7)
        await hand.pilot.press("enter", "enter")
        await asyncio.to_thread(begun.wait, 60)
        await hand.pilot.press("ctrl+q")
        await hand.sees("Saving; then the planner closes.")
        assert hand.app.return_code is None
        may_end.set()
        while hand.app.return_code is None:  # noqa: ASYNC110  # nobody is told
            await asyncio.sleep(0.005)
    assert hand.app.return_code == 0
    assert open_plan(empty).plan.verdict.status == "on-time"


async def test_a_long_list_of_what_is_wrong_is_scrolled_with_the_keys(context, sit_down):
    (context.home / "profile.yaml").write_text("start: yesterday\n", "utf-8")
    (context.home / "curriculum.yaml").write_text("phases: 3\n", "utf-8")
    async with sit_down(context, size=(60, 20)) as hand:
        assert "months" not in hand.text()
        await hand.press("end")
        assert "curriculum.yaml:1:9" in hand.text()
        await hand.press("up")
        assert hand.app.screen.query_one("#body").scroll_y > 0
