"""The week's cursor when its row goes, and what is said of time that was skipped."""

from dataclasses import replace

import pytest

from planner.workspace.hand.changing import act
from planner.workspace.hand.time import take_off
from planner.workspace.opening import open_plan
from tests.tui.week_page import DAY, THURSDAY, TODAY, at_week, day_row, put, rows, study

__all__ = ["at_week"]

SUNDAY = THURSDAY + 3 * DAY


async def test_a_row_that_another_writer_takes_away_leaves_the_cursor_on_its_day(at_week, context):
    async with at_week() as hand:
        [session, *_] = study(hand.app.plan, THURSDAY)
        await put(hand, session.id)
        other = open_plan(replace(context, state=context.state / "other"))
        act(take_off(other, THURSDAY, SUNDAY))
        hand.app.look_around()
        await hand.settle()
        assert session.id not in rows(hand).ids()
        assert rows(hand).cursor == day_row(THURSDAY)
        assert hand.line("Thu 11 Feb  ").startswith("▌")


async def test_a_row_that_undo_takes_away_leaves_the_cursor_on_its_day(at_week):
    async with at_week() as hand:
        await hand.press("right")
        [session, *_] = study(hand.app.plan, SUNDAY + DAY)
        await put(hand, session.id)
        await hand.press("m")
        hand.app.screen.query_one("#when").value = "2027-02-14 12:00"
        await hand.press("enter")
        assert rows(hand).cursor == session.id
        assert hand.app.screen.day_at_cursor().day == SUNDAY
        await hand.press("u")
        assert session.id not in rows(hand).ids()
        assert rows(hand).cursor == day_row(SUNDAY)


async def test_what_was_skipped_stays_in_its_place_until_it_is_taken_back(at_week):
    async with at_week() as hand:
        [session, *_] = study(hand.app.plan, TODAY)
        await put(hand, session.id)
        await hand.press("x")
        line = hand.line("– skipped")
        assert line.split()[:3] == ["20:00–22:00", "kept", "free"]
        lines = hand.text().splitlines()
        assert lines[lines.index(line) - 1][2:].startswith("Tue 9 Feb")
        await put(hand, day_row(TODAY))
        await hand.press("down")
        assert rows(hand).cursor == day_row(TODAY + DAY)
        await hand.press("u")
        assert "– skipped" not in hand.text()


async def test_time_that_was_skipped_on_a_day_off_is_not_said_twice(at_week):
    async with at_week() as hand:
        await put(hand, study(hand.app.plan, THURSDAY)[0].id)
        await hand.press("x")
        await put(hand, day_row(THURSDAY))
        await hand.press("o")
        assert "time off" in hand.line("Thu 11 Feb  ")
        assert "– skipped" not in hand.text()


async def test_keys_for_a_session_say_what_is_missing_on_a_day(at_week, journal, context):
    async with at_week() as hand:
        count = len(journal(context))
        await put(hand, day_row(THURSDAY))
        for key in ("s", "d", "m", "p", "x", "f"):
            await hand.press(key)
            assert "Put the cursor on a session" in hand.text()
            hand.app.screen.hush()
        buffer = next(
            name for name, each in hand.app.screen.sessions.items() if each.session.kind == "buffer"
        )
        await put(hand, buffer)
        for key in ("s", "d"):
            await hand.press(key)
            assert "The buffer is no session" in hand.text()
            hand.app.screen.hush()
        assert len(journal(context)) == count


async def test_the_signs_are_explained_above_the_hours_where_there_is_room(at_week):
    async with at_week(size=(120, 36)) as hand:
        assert hand.line("░ free").split() == [
            "░",
            "free",
            "█",
            "study",
            "▓",
            "done",
            "▒",
            "buffer",
            "│",
            "now",
        ]
    async with at_week(size=(80, 24)) as hand:
        assert "░ free" not in hand.text()
        await hand.press("question_mark", "end")
        assert "Time to study without a session" in hand.line("░")


@pytest.mark.parametrize("day", [TODAY + DAY, THURSDAY, THURSDAY + 2 * DAY])
async def test_a_day_off_and_back_again_is_the_same_day(at_week, day):
    async with at_week() as hand:
        [session, *_] = study(hand.app.plan, day)
        off = hand.app.plan.progress.time_off
        await put(hand, session.id)
        await hand.press("o")
        assert rows(hand).cursor == day_row(day)
        assert hand.app.plan.progress.time_off == off | {day}
        await hand.press("o")
        assert rows(hand).cursor == day_row(day)
        assert hand.app.plan.progress.time_off == off
        assert study(hand.app.plan, day)[0].start == session.start
