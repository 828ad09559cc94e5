"""How the other colours and signs look, at a fixed moment: light, the terminal's own, none, ASCII; search and jump."""

from dataclasses import replace

import pytest

from tui.app import PlannerApp
from tui.glyphs import ASCII
from tui.theme import LIGHT, TERMINAL

pytestmark = pytest.mark.ci  # `make test` leaves these to CI, for the sake of its five minutes

SCREENS = pytest.mark.parametrize("place", ["", "4"], ids=["today", "milestones"])


@pytest.fixture
def looks(snap_compare):
    """Hand out the comparison: keys are pressed one after the other, each when the one before is done with."""

    def compare(context, *keys, size=(80, 24), theme="", plain=False):
        async def press(pilot):
            if theme:
                pilot.app.theme = theme
            if plain:
                pilot.app.glyphs = ASCII
                pilot.app.refresh_screens()
            for key in ("", *keys):
                if key:
                    await pilot.press(key)
                await pilot.pause()
                if list(pilot.app.workers):
                    await pilot.app.workers.wait_for_complete()
                    await pilot.pause()

        return snap_compare(PlannerApp(context), run_before=press, terminal_size=size)

    return compare


@SCREENS
def test_light(context, looks, place):
    assert looks(context, *place, theme=LIGHT)


@SCREENS
@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_terminals_own_colours(context, looks, place, language):
    assert looks(replace(context, language=language), *place, theme=TERMINAL)


@SCREENS
def test_no_colours(context, looks, place, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert looks(context, *place)


def test_no_colours_in_a_sheet(context, looks, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert looks(context, "l")


@SCREENS
def test_plain_signs(context, looks, place):
    assert looks(context, *place, plain=True)


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
def test_search(context, looks, language, size):
    assert looks(replace(context, language=language), "slash", *"sql", size=size)


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
def test_jump(context, looks, language, size):
    assert looks(replace(context, language=language), "4", "semicolon", size=size)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_jump_in_a_sheet(context, looks, language):
    assert looks(replace(context, language=language), "l", "ctrl+o")
