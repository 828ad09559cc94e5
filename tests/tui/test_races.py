"""What happens between looking and Enter: others record, files change, time goes by; and nothing is lost by it."""

import asyncio
import threading
import time
from dataclasses import replace
from datetime import timedelta

import pytest

from planner.workspace.hand.days import switch_day
from planner.workspace.opening import open_plan
from planner.workspace.tracking.log import log_time
from tests.tui.supposing import judgement, make_late, quiet, to_lever
from tui import watching
from tui.drafts import kept_answers
from tui.screens import supposing
from tui.widgets.sliders import Levers


@pytest.fixture
def other(context):
    """Hand out another program that logs time."""

    def record():
        opened = open_plan(replace(context, state=context.state / "other"))
        log_time(opened, next(each.module for each in opened.plan.sessions if each.module), 45)

    return record


async def to_the_change(hand, typed="3h33m"):
    """Fill in a check-in up to its last step; hand out its screen."""
    await hand.press("c")
    screen = hand.app.screen
    await hand.type(typed)
    while screen.step != "change":
        await hand.press("enter")
    assert screen.proposal
    return screen


async def test_a_check_in_that_others_overtook_is_proposed_again_and_then_accepted(
    context, sit_down, journal, other
):
    async with sit_down(context) as hand:
        screen = await to_the_change(hand)
        shown = screen.proposal
        other()
        await hand.press("enter")
        async with asyncio.timeout(60):
            while (
                "recorded meanwhile" not in judgement(hand) or not screen.proposal or screen.proposal is shown
            ):
                await hand.settle()
        assert hand.app.screen is screen
        await hand.press("enter")
        assert hand.name == "today"
        assert "The check-in is accepted" in judgement(hand)
        assert not kept_answers(hand.app)
    (checkin,) = [event for event in journal(context)[-2:] if event.kind == "checkin"]
    assert 213 in checkin.data["hours"].values()


async def test_what_others_record_while_the_answers_are_given_is_taken_in(context, sit_down, other):
    async with sit_down(context) as hand:
        await hand.press("c")
        other()
        while hand.app.screen.step != "change":
            await hand.press("enter")
        await hand.press("enter")
        assert "The check-in is accepted" in judgement(hand)


async def test_a_change_of_yesterday_is_made_anew_and_recorded_at_the_moment_of_enter(
    context, sit_down, journal
):
    moment = [context.now]
    count = len(journal(context))
    async with sit_down(context) as hand:
        hand.app.clock = lambda: moment[0]
        await hand.press("r")
        shown = hand.app.screen.made[0][0]
        moment[0] += timedelta(days=2)
        await hand.press("enter")
        await quiet(hand)
        assert (hand.name, len(journal(context))) == ("change", count)
        assert "Time has gone by" in judgement(hand)
        assert hand.app.screen.made[0][0].proposal.after.now.date() == moment[0].date()
        assert hand.app.screen.made[0][0] is not shown
        moment[0] += timedelta(minutes=2)
        await hand.press("enter")
        assert hand.name == "today"
    event = journal(context)[-1]
    assert event.kind == "plan"
    assert abs(event.at - moment[0]) < timedelta(seconds=1)


async def test_enter_on_a_repair_that_is_gone_does_nothing(context, sit_down):
    async with sit_down(make_late(context), size=(120, 36)) as hand:
        await hand.press("5")
        await quiet(hand)
        screen = hand.app.screen
        await to_lever(hand, "repair:0")
        screen.supposed, levers = None, screen.levers
        screen.action_apply()
        assert screen.levers == levers


async def test_a_minute_leaves_repairs_and_cursor_where_they_are(context, sit_down):
    moment = [context.now]
    async with sit_down(make_late(context), size=(120, 36)) as hand:
        hand.app.clock = lambda: moment[0]
        await hand.press("5")
        await quiet(hand)
        await to_lever(hand, "repair:0")
        known = dict(hand.app.screen._known)
        moment[0] += timedelta(minutes=1)
        hand.app.tick()
        await quiet(hand)
        assert hand.app.screen.query_one(Levers).cursor == "repair:0"
        assert hand.app.screen._known == known
        moment[0] += timedelta(days=1)
        hand.app.tick()
        await hand.pilot.pause()
        await quiet(hand)
        assert hand.app.screen._known != known


async def test_a_covered_what_if_stops_planning_when_the_plan_is_another_one(context, sit_down, monkeypatch):
    calls, may_go_on, real = [], threading.Event(), supposing.what_if

    def slow(*given, **options):
        calls.append(1)
        may_go_on.wait(60)
        return real(*given, **options)

    monkeypatch.setattr(supposing, "what_if", slow)
    async with sit_down(context) as hand:
        await hand.pilot.press("5", "l", "question_mark")
        while not calls:
            await hand.pilot.pause(0.01)
        hand.app.take(hand.app.plan.reread())
        may_go_on.set()
        await quiet(hand)
        assert len(calls) == 1


async def test_a_file_that_changes_while_something_is_recorded_is_taken_soon_after(
    context, sit_down, monkeypatch
):
    profile, real = context.home / "profile.yaml", watching.look
    looking, look_on, acting, act_on = (threading.Event() for _ in range(4))

    def slow_look(*given):
        looking.set()
        look_on.wait(60)
        return real(*given)

    def slow_use(opened):
        acting.set()
        act_on.wait(60)
        return opened

    async with sit_down(context) as hand:
        monkeypatch.setattr(watching, "look", slow_look)
        profile.write_text(profile.read_text("utf-8") + "\n# a remark\n", "utf-8")
        hand.app.look_around()
        await asyncio.to_thread(looking.wait, 60)
        hand.app.act(slow_use)
        await asyncio.to_thread(acting.wait, 60)
        look_on.set()
        while hand.app.one_look.locked():  # noqa: ASYNC110  # nobody is told
            await asyncio.sleep(0.005)
        act_on.set()
        await hand.settle()
        hand.app.look_around()
        await hand.settle()
        assert hand.app.plan.changed_files == ("profile.yaml",)


async def test_a_look_that_takes_longer_than_the_time_between_two_arrives(
    context, sit_down, monkeypatch, other
):
    real = watching.look

    def slow(*given):
        time.sleep(0.1)
        return real(*given)

    monkeypatch.setattr(watching, "look", slow)
    async with sit_down(context) as hand:
        before = hand.app.opened
        hand.app.set_interval(0.02, hand.app.keep_looking)
        other()
        async with asyncio.timeout(60):
            while hand.app.opened is before:  # noqa: ASYNC110  # nobody is told
                await asyncio.sleep(0.01)


async def test_the_first_look_does_not_open_the_plan_again(context, sit_down, monkeypatch):
    async with sit_down(context) as hand:
        monkeypatch.setattr(watching, "open_plan", None)
        hand.app.look_around()
        await hand.settle()
        assert hand.name == "today"


async def test_a_screen_that_is_left_while_it_writes_is_not_missed(context, sit_down, journal, monkeypatch):
    gate, begun = threading.Event(), threading.Event()

    def slowly(opened, day):
        begun.set()
        assert gate.wait(60)
        return switch_day(opened, day)

    monkeypatch.setattr("planner.workspace.hand.days.switch_day", slowly)
    async with sit_down(context) as hand:
        await hand.press("3", "down")
        await hand.pilot.press("o")
        await asyncio.to_thread(begun.wait, 60)
        await hand.pilot.press("2")
        gate.set()
        await hand.settle()
        assert hand.name == "plan"
        assert hand.app.crash is None
    assert journal(context)[-2].kind == "time-off"
