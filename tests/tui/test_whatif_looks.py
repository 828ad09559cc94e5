"""How What if looks: as it is, with a late plan in both languages, narrow and broad."""

import pytest

from tests.tui.supposing import in_language, make_late
from tui.app import PlannerApp

pytestmark = pytest.mark.ci  # `make test` leaves these to CI, for the sake of its five minutes

SIZES = [(80, 24), (120, 36)]
everywhere = pytest.mark.parametrize(
    ("size", "language"),
    [(size, language) for language in ("en", "ja") for size in SIZES],
    ids=[f"{language}-{width}x{height}" for language in ("en", "ja") for width, height in SIZES],
)


@pytest.fixture
def looks(snap_compare):
    """Hand out the comparison; after each key all that it set off is waited for."""

    def compare(context, size, *keys):
        async def press(pilot):
            for key in keys:
                await pilot.press(key)
                while list(pilot.app.workers):
                    await pilot.app.workers.wait_for_complete()
                    await pilot.pause()
            await pilot.pause()

        return snap_compare(PlannerApp(context), run_before=press, terminal_size=size)

    return compare


@everywhere
def test_a_late_plan(context, looks, size, language):
    assert looks(in_language(make_late(context), language), size, "5", "h")


def test_as_it_is(context, looks):
    assert looks(context, (80, 24), "5")


def test_a_small_terminal(context, looks):
    assert looks(context, (60, 20), "5", "l")


def test_a_broad_terminal(context, looks):
    assert looks(context, (200, 60), "5", "l")
