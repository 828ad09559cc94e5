"""How first verdicts look, and Today with room and in plain signs; and what all tests of pictures share."""

from dataclasses import replace

import pytest

from tui.app import PlannerApp

SIZES = [(80, 24), (120, 36)]
LANGUAGES = ["en", "ja"]


def _looks(names):
    """Return a parameter for each name's size and language; `make test` leaves all but English at 80x24 to CI."""
    return [
        pytest.param(*look, id=name, marks=() if look == (SIZES[0], "en") else pytest.mark.ci)
        for name, look in names.items()
    ]


everywhere = pytest.mark.parametrize(
    ("size", "language"),
    _looks({f"{language}-{w}x{h}": ((w, h), language) for language in LANGUAGES for w, h in SIZES}),
)
small = pytest.mark.parametrize(
    ("size", "language"), _looks({language: (SIZES[0], language) for language in LANGUAGES})
)


@pytest.fixture
def looks(snap_compare):
    """Hand out the comparison: keys are pressed one after the other, each when the one before is done with."""

    def compare(context, language, size, *keys):
        async def press(pilot):
            for key in ("", *keys):
                if key:
                    await pilot.press(key)
                await pilot.pause()
                if list(pilot.app.workers):
                    await pilot.app.workers.wait_for_complete()
                    await pilot.pause()

        app = PlannerApp(replace(context, language=language))
        return snap_compare(app, run_before=press, terminal_size=size)

    return compare


@everywhere
def test_verdict_of_six_months(empty, looks, size, language):
    assert looks(empty, language, size, "enter", "down", *["enter"] * 6)


def test_today_with_room_for_the_week(context, looks):
    assert looks(context, "en", (200, 60))


def test_today_in_plain_signs(context, looks):
    assert looks(context, "en", (120, 36), "ctrl+g")
