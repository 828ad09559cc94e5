"""What is seen is drawn line by line: the same as if all were drawn at once, and of many rows not one more."""

from itertools import count

import pytest
from textual.content import Content
from textual.visual import Visual

from planner.journal.events import Draft
from planner.workspace.acting import record
from planner.workspace.opening import open_plan
from tui.screens.history import BESIDE
from tui.widgets.block import Block
from tui.widgets.line_rows import LineRows
from tui.widgets.options import Labelled
from tui.widgets.rows import Row

PATHS = ("", "2", "2 enter", "3", "4", "5", "6", "y", "c", "question_mark", "slash p")


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.replace(" ", "-") or "today")
async def test_a_line_is_what_it_is_in_the_whole(context, sit_down, path):
    async with sit_down(context, size=(120, 36)) as hand:
        await hand.press(*path.split())
        blocks = [each for each in hand.app.screen.query(Block) if each.size.area]
        assert blocks
        for block in blocks:
            whole = Visual.to_strips(block, block.render(), *block.size, block.visual_style)
            lines = [block.render_line(y) for y in range(block.size.height)]
            assert [seen(line) for line in lines[: len(whole)]] == [seen(line) for line in whole]
            assert not any(line.text.strip() for line in lines[len(whole) :])
            assert [line for line, y in zip(lines, count(), strict=False) if rows_said(line) - {y}] == []


def seen(strip):
    """Return what is seen of a line: its signs with their colours."""
    return [
        (char, style.color, style.bgcolor, style.bold, style.reverse)
        for text, style, _ in strip
        for char in text
        if char != " "
    ]


def rows_said(strip):
    """Return the rows that a line's parts say they are at, which is what selecting text with the mouse goes by."""
    return {style.meta["offset"][1] for _, style, _ in strip if "offset" in style.meta}


async def test_of_many_rows_only_those_are_drawn_that_are_seen(context, sit_down):
    drawn = set()

    def row(number):
        def draw(_):
            drawn.add(number)
            return [Content(f"row {number}")]

        return Row(draw, f"row-{number}")

    async with sit_down(context, size=(120, 36)) as hand:
        await hand.press("y")
        rows = hand.app.screen.query_one("#all", LineRows)
        rows.rows = tuple(map(row, range(500)))
        await hand.settle()
        assert "row 20" in hand.text()
        assert drawn == set(range(max(drawn) + 1))
        assert len(drawn) < 36


async def test_beside_the_list_stand_the_first_parts_of_a_long_entry_and_on_its_page_all(context, sit_down):
    opened = open_plan(context)
    module = opened.plan.modules[-1].id
    record(
        opened, *(Draft("log", {"module": module, "minutes": 60 + n}, opened.now.date()) for n in range(100))
    )
    async with sit_down(context, size=(120, 36)) as hand:
        await hand.press("y")
        beside = hand.app.screen.query_one(Labelled)
        assert sum("studied" in text for label, text in beside.pairs if label != "what") == BESIDE
        assert "… and 40 more: Enter shows them" in [text for _, text in beside.pairs]
        await hand.press("enter")
        page = hand.app.screen.query_one(Labelled)
        assert sum("studied" in text for label, text in page.pairs if label != "what") == 100
