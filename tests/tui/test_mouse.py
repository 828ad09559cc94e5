"""The mouse: a click puts the cursor on a row, a second one opens it, the wheel scrolls, the palette can be clicked."""

import pytest
from textual.events import MouseScrollDown

from tui.jumping import marks_on
from tui.widgets.rows import Rows


@pytest.mark.parametrize("place", ["", "2", "3", "4", "5", "y"])
async def test_a_click_puts_the_cursor_on_each_row(context, sit_down, place):
    async with sit_down(context, size=(120, 36)) as hand:
        await hand.press(*place)
        screen = hand.app.screen
        for mark in marks_on(screen)[-2:]:
            await hand.pilot.click(offset=(mark.at.x + 3, mark.at.y))
            await hand.settle()
            clicked = screen.focused, screen.focused.cursor
            mark.take()
            await hand.settle()
            assert hand.app.screen is screen
            assert (screen.focused, screen.focused.cursor) == clicked


async def test_a_second_click_opens_a_session(context, sit_down):
    async with sit_down(context) as hand:
        at = next(mark.at for mark in marks_on(hand.app.screen) if mark.at.y > 6)
        for _ in range(2):
            await hand.pilot.click(offset=(at.x + 4, at.y))
            await hand.settle()
        assert hand.name != "today"


@pytest.mark.parametrize("place", ["2", "4"])
async def test_the_wheel_scrolls(context, sit_down, place):
    async with sit_down(context) as hand:
        await hand.press(place)
        rows = hand.app.screen.query(Rows).first()
        before = hand.text()
        for _ in range(8):
            rows.post_message(
                MouseScrollDown(
                    rows, 5, 5, 0, 1, 0, shift=False, meta=False, ctrl=False, screen_x=5, screen_y=10
                )
            )
        await hand.until(lambda: hand.text() != before)


async def test_an_entry_of_the_palette_can_be_clicked(context, sit_down):
    async with sit_down(context) as hand:
        await hand.press("ctrl+p", *"check")
        await hand.sees("The weekly check-in")
        y = next(y for y, line in enumerate(hand.text().splitlines()) if "The weekly check-in" in line)
        await hand.pilot.click(offset=(8, y))
        await hand.settle()
        assert hand.name == "checkin"
