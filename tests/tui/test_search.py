"""Search from any screen: what is typed is found at each letter, and Enter or a click goes to its place."""

from dataclasses import replace

import pytest

from planner.workspace.views.search import SESSION, everything, search
from tui.widgets.rows import Rows


@pytest.mark.parametrize(
    ("wanted", "place"),
    [("tiny trans", "milestones"), ("sql-analysis", "plan"), ("deep learning and", "plan")],
)
async def test_enter_goes_where_it_is(context, sit_down, wanted, place):
    async with sit_down(context) as hand:
        first = search(everything(hand.app.plan), wanted)[0]
        await hand.press("slash")
        assert hand.name == "search"
        await hand.pilot.press(
            *("space" if letter == " " else "minus" if letter == "-" else letter for letter in wanted)
        )
        await hand.press("enter")
        assert hand.name == place
        cursors = {rows.cursor for rows in hand.app.screen.query(Rows)}
        assert cursors & {first.id, first.module, f"module:{first.id}", f"milestone:{first.id}"}


async def test_a_session_is_shown_in_its_week(context, sit_down):
    async with sit_down(context) as hand:
        session = next(each for each in everything(hand.app.plan) if each.kind == SESSION)
        await hand.press("slash", "enter")
        assert hand.name == "week"
        assert hand.app.screen.query_one("#rows", Rows).cursor == session.id


async def test_a_click_and_the_arrows_choose(context, sit_down):
    async with sit_down(context) as hand:
        await hand.press("slash", *"sql", "down", "down", "up")
        lines = hand.text().splitlines()
        y = next(y for y, line in enumerate(lines) if "milestone" in line and "SQL" in line)
        await hand.pilot.click(offset=(20, y))
        await hand.settle()
        await hand.pilot.click(offset=(20, y))
        await hand.settle()
        assert hand.name == "milestones"


async def test_japanese_is_found_without_regard_to_kana_and_what_is_not_there_is_said(context, sit_down):
    async with sit_down(replace(context, language="ja")) as hand:
        await hand.press("slash", *"べくとる")
        assert "ベクトルと行列" in hand.text()
        await hand.press(*"ぬぬ")
        assert "その名前のものはありません。" in hand.text()
        await hand.press("enter")
        assert hand.name == "search"
        await hand.press("escape")
        assert hand.name == "today"


async def test_it_takes_the_whole_screen_and_keeps_its_place_and_says_what_can_be_typed(context, sit_down):
    async with sit_down(context) as hand:
        await hand.press("slash")
        lines = hand.text().splitlines()
        assert lines[0].split() == ["search"]
        assert "Type part of a name" in lines[-3]
        assert sum("──" in line for line in lines) == 2
        await hand.press(*"zzz")
        assert hand.text().splitlines()[3].strip() == "zzz"
        assert "Nothing has that name." in hand.text().splitlines()[-3]
