"""Jump: letters on all that can be chosen, one press to be there. Copy: what the cursor is on, as a line of text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.jumping import LETTERS, letters_for, marks_on
from tui.screens.jump import JumpScreen
from tui.widgets.rows import Rows


@given(st.integers(0, len(LETTERS) ** 2))
def test_no_letters_begin_those_of_another(count):
    letters = letters_for(count)
    assert len(set(letters)) == len(letters) == count
    assert len({len(each) for each in letters}) <= 1


@pytest.mark.parametrize("place", ["", "2", "3", "4", "5", "y"])
@pytest.mark.parametrize("size", [(80, 24), pytest.param((120, 36), marks=pytest.mark.ci)])
async def test_every_letter_puts_the_cursor_on_its_row(context, sit_down, place, size):
    async with sit_down(context, size=size) as hand:
        await hand.press(*([place] if place else []))
        screen, marks = hand.app.screen, marks_on(hand.app.screen)
        assert len(marks) > 1
        seen = set()
        for mark in (marks[0], marks[-1]):
            await hand.press("semicolon")
            assert isinstance(hand.app.screen, JumpScreen)
            await hand.press(*mark.letters)
            assert hand.app.screen is screen
            seen.add((screen.focused, screen.focused.cursor))
        assert len(seen) == 2
        assert all(mark.at.x < size[0] and mark.at.y < size[1] - 2 for mark in marks)


async def test_in_a_sheet_the_letters_lead_to_its_fields(context, sit_down):
    async with sit_down(context) as hand:
        await hand.press("l", "ctrl+o", "f")
        assert hand.name == "log"
        assert hand.app.screen.focused.id == "note"
        await hand.press("ctrl+o", "a")
        assert hand.app.screen.focused.id == "module"


@pytest.mark.parametrize("key", ["escape", "z", "down"])
async def test_any_other_key_takes_the_letters_away(context, sit_down, key):
    async with sit_down(context) as hand:
        screen, cursor = hand.app.screen, hand.app.screen.focused
        await hand.press("semicolon", key)
        assert hand.app.screen is screen
        assert hand.app.screen.focused is cursor


async def test_a_session_is_copied_with_its_day_and_time(context, sit_down):
    async with sit_down(context) as hand:
        await hand.press("Y")
        title = hand.app.screen.view.now or hand.app.screen.view.today[0]
        said = f"Tue 9 Feb 2027  20:00–22:00  {hand.app.t(title.title)}"
        assert hand.app.clipboard == said
        assert f"Copied: {said}".split() == hand.line("Copied").split()


async def test_a_milestone_is_copied_with_its_due_day_and_state(context, sit_down):
    async with sit_down(context) as hand:
        await hand.press("4", "Y")
        name, due, state = hand.app.clipboard.split("  ")
        assert name in hand.line("▌")
        assert (due[:4], state) == ("due ", "on track")


async def test_elsewhere_the_row_is_copied_and_without_one_it_says_so(context, sit_down):
    async with sit_down(context) as hand:
        await hand.press("y", "Y")
        assert hand.app.clipboard == hand.app.screen.query_one("#all", Rows).text_at_cursor()
        await hand.press("6", "Y")
        assert "nothing to copy" in hand.text()
