"""The change screen by keys and mouse: what comes soon first, three ways after missed time, and other writers."""

import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from planner.workspace.opening import open_plan
from planner.workspace.proposal import accept, propose_replan
from planner.workspace.supposing.names import CATCH_UP, EXTEND, REBALANCE
from planner.workspace.supposing.offers import offers
from tests.tui.supposing import judgement, make_late, press, quiet
from tui.screens import change as change_screen
from tui.widgets.change_view import ChangeView
from tui.widgets.choices import Choices

MISSED = timedelta(days=9)


@pytest.fixture
def missed(context):
    """Come back after nine days in which nothing was studied."""
    return replace(context, now=context.now + MISSED)


def places(plan):
    return [(session.id, session.module, session.start, session.end) for session in plan.sessions]


async def test_what_changes_in_the_next_seven_days_comes_first(missed, sit_down):
    async with sit_down(missed, size=(120, 60)) as hand:
        await press(hand, "r", "2")
        parts = hand.app.screen.query_one(ChangeView).change.parts
        assert [part.heading for part in parts] == ["in the next 7 days", "milestones", "after that"]
        soon, _, later = parts
        days = {f"{(missed.now + timedelta(days=n)).day} Feb" for n in range(8)}
        for moved in soon.rows:
            assert any(day in moved.before + moved.after for day in days)
        assert len(later.rows) == 80
        assert later.closing.startswith("… and ")
        text = hand.text()
        assert text.index("in the next 7 days") < text.index("milestones\n") < text.index("after that")


async def test_three_ways_stand_side_by_side_with_the_figures_of_planner_replan(missed, sit_down):
    async with sit_down(missed) as hand:
        await press(hand, "r")
        columns = hand.app.screen.query_one(Choices).columns
        assert [column.name for column in columns] == ["catch up", "rebalance", "extend"]
        found = offers(open_plan(missed))
        assert [offer.how for offer in found] == [CATCH_UP, REBALANCE, EXTEND]
        for offer, (way, _) in zip(found, hand.app.screen.made, strict=True):
            assert way.offer.soon == offer.soon
            assert way.proposal.after.finish == offer.proposal.after.finish
        assert "▌ 1 catch up" in hand.text()


async def test_without_missed_time_there_is_one_way_and_no_row_of_ways(context, sit_down):
    async with sit_down(context) as hand:
        await press(hand, "r")
        assert "rebalance" not in hand.text()
        assert "other way" not in hand.text()
        await press(hand, "2", "right")
        assert hand.app.screen.chosen == 0
        assert "not open" not in judgement(hand)


async def test_another_way_is_shown_and_accepted_as_it_was_shown(missed, sit_down, plan_of):
    async with sit_down(missed) as hand:
        await press(hand, "r")
        for key, way in (("right", 1), ("left", 0), ("h", 1), ("1", 0), ("l", 1), ("l", 0), ("2", 1)):
            await hand.pilot.press(key)
            assert hand.app.screen.chosen == way
        assert "▌ 2 rebalance" in hand.text()
        shown = hand.app.screen.made[1][0].proposal.after
        await press(hand, "enter")
        assert "The new plan is accepted" in judgement(hand)
    assert places(plan_of(missed).plan) == places(shown)


async def test_a_click_on_a_column_chooses_it(missed, sit_down):
    async with sit_down(missed) as hand:
        await press(hand, "r")
        await hand.pilot.click(offset=(hand.text().splitlines()[3].index("2 rebalance"), 3))
        await quiet(hand)
        assert "▌ 2 rebalance" in hand.text()


async def test_a_later_goal_that_is_not_needed_cannot_be_chosen(missed, sit_down):
    async with sit_down(missed) as hand:
        await press(hand, "r", "3")
        assert "not needed" in hand.text()
        assert "This option is not available" in judgement(hand)
        assert "▌ 1 catch up" in hand.text()


async def test_extending_writes_the_goal_and_undo_brings_the_file_back(context, sit_down, plan_of):
    missed = replace(make_late(context), now=context.now + MISSED)
    file = context.home / "profile.yaml"
    before = file.read_bytes()
    async with sit_down(missed) as hand:
        await press(hand, "r", "3")
        way = hand.app.screen.made[2][0]
        assert way.offer.goal > open_plan(missed).plan.goal
        assert "goal: " in hand.text()
        assert "writes profile.yaml" in judgement(hand)
        await press(hand, "enter")
        assert "The goal is in profile.yaml" in judgement(hand)
        assert f"goal: {way.offer.goal}" in file.read_text("utf-8")
        assert places(plan_of(missed).plan) == places(way.proposal.after)
        assert plan_of(missed).plan.goal == way.offer.goal
        await press(hand, "u")
        assert file.read_bytes() == before


async def test_something_recorded_meanwhile_is_said_and_nothing_is_accepted(
    missed, sit_down, journal, monkeypatch
):
    monkeypatch.setattr("tui.screens.spoken.SAID_FOR", 600)  # a busy machine takes long to propose again
    async with sit_down(missed) as hand:
        await press(hand, "r")
        accept(propose_replan(open_plan(missed)))
        count = len(journal(missed))
        await press(hand, "enter")
        assert "Something was recorded meanwhile" in judgement(hand)
    assert len(journal(missed)) == count


class SlowWays:
    """Stands in for the ways: each is made when it may."""

    def __init__(self, monkeypatch):
        self.may_go_on, self.made = threading.Semaphore(0), 0
        real = change_screen.replan_ways

        def replan_ways(opened):
            for way in real(opened):
                assert self.may_go_on.acquire(timeout=60)
                self.made += 1
                yield way

        monkeypatch.setattr(change_screen, "replan_ways", replan_ways)


async def test_escape_cancels_at_once_and_what_comes_late_is_thrown_away(missed, sit_down, monkeypatch):
    async with sit_down(missed) as hand:
        slow = SlowWays(monkeypatch)
        await hand.pilot.press("r")
        await hand.sees("Looking for the plan that moves the least … Escape stops it.")
        await hand.pilot.press("enter", "2", "left")
        assert hand.name == "change"
        await hand.pilot.press("escape")
        await quiet(hand)
        assert hand.name == "today"
        slow.may_go_on.release(9)
        await hand.pilot.pause(0.2)
        assert hand.name == "today"
        assert "Looking" not in hand.text()


async def test_the_first_way_can_be_accepted_while_others_are_looked_for(missed, sit_down, monkeypatch):
    async with sit_down(missed) as hand:
        slow = SlowWays(monkeypatch)
        slow.may_go_on.release()
        await hand.pilot.press("r")
        while not getattr(hand.app.screen, "made", []):
            await hand.pilot.pause(0.02)
        await hand.sees("Looking for other ways … Escape stops it.")
        assert "…" in hand.line("goal  ")
        await hand.pilot.press("enter")
        slow.may_go_on.release(9)
        await quiet(hand)
        assert hand.name == "today"
        assert "The new plan is accepted" in judgement(hand)


async def test_escape_stops_the_other_ways_and_keeps_the_first(missed, sit_down, monkeypatch):
    async with sit_down(missed) as hand:
        slow = SlowWays(monkeypatch)
        slow.may_go_on.release()
        await hand.pilot.press("r")
        while not getattr(hand.app.screen, "made", []):
            await hand.pilot.pause(0.02)
        await hand.pilot.press("escape")
        slow.may_go_on.release(9)
        await quiet(hand)
        assert hand.name == "change"
        assert len(hand.app.screen.made) == 1
        assert len(hand.app.screen.query_one(Choices).columns) == 1
        await press(hand, "escape")
        assert hand.name == "today"


async def test_days_of_another_year_say_so(missed, sit_down):
    async with sit_down(make_late(missed), size=(120, 60)) as hand:
        await press(hand, "5", "H", "H", "enter")
        assert " 2028" in hand.text()
        assert " 2027 " not in hand.text().partition("in the next 7 days")[2].replace("2027-", "")


async def test_up_and_down_scroll_a_long_change(missed, sit_down):
    async with sit_down(missed) as hand:
        await press(hand, "r", "j", "j", "j")
        page = hand.app.screen.query_one("#change-page")
        assert page.scroll_y == 3
        await press(hand, "k")
        assert page.scroll_y == 2


async def test_q_leaves_from_the_change(context, sit_down):
    async with sit_down(context) as hand:
        await press(hand, "r")
        await hand.pilot.press("q")
        await hand.until(lambda: hand.app.return_code == 0)


async def test_only_what_is_there_is_offered_and_listed(context, missed, sit_down):
    for came, ways in ((context, False), (missed, True)):
        async with sit_down(came) as hand:
            await press(hand, "r")
            assert ("← → other way" in hand.text()) == ways
            await press(hand, "question_mark")
            assert ("Look at the way to the left" in hand.text()) == ways
            assert ("Place everything anew" in hand.text()) == ways
            assert "Accept this plan" in hand.text()


async def test_accepting_is_offered_once_there_is_something_to_accept(context, sit_down, monkeypatch):
    ways = SlowWays(monkeypatch)
    async with sit_down(context) as hand:
        await hand.pilot.press("r")
        assert "accept" not in hand.text().splitlines()[-1]
        ways.may_go_on.release(3)
        await quiet(hand)
        assert "enter accept" in hand.text().splitlines()[-1]


async def test_a_label_that_has_no_room_goes_on_below(missed, sit_down):
    async with sit_down(missed, size=(60, 40)) as hand:
        await press(hand, "r")
        assert "…" not in "\n".join(hand.text().splitlines()[2:12])
        assert "another week" in hand.text()
