"""How plain signs look, and the letters of a jump in a sheet, at a fixed moment."""

from dataclasses import replace

import pytest

from tui.app import PlannerApp
from tui.glyphs import ASCII

pytestmark = pytest.mark.ci  # `make test` leaves these to CI, for the sake of its five minutes

SCREENS = pytest.mark.parametrize("place", ["", "4"], ids=["today", "milestones"])


@pytest.fixture
def looks(snap_compare):
    """Hand out the comparison: keys are pressed one after the other, each when the one before is done with."""

    def compare(context, *keys, size=(80, 24), plain=False):
        async def press(pilot):
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
def test_plain_signs(context, looks, place):
    assert looks(context, *place, plain=True)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_jump_in_a_sheet(context, looks, language):
    assert looks(replace(context, language=language), "l", "ctrl+o")
