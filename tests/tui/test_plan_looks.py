"""How the plan over time looks closer, by track, with room and in plain signs, at a fixed moment of a fixed plan."""

import pytest

from tests.tui.test_snapshots import looks, small

pytestmark = pytest.mark.ci  # `make test` leaves these to CI, for the sake of its five minutes

__all__ = ["looks"]


@small
def test_plan_by_track_closer(context, looks, size, language):
    assert looks(context, language, size, "2", "t", "plus")


def test_plan_at_the_week(context, looks):
    assert looks(context, "en", (120, 36), "2", "plus", "plus")


def test_plan_with_room(context, looks):
    assert looks(context, "ja", (200, 60), "2")


def test_plan_in_plain_signs(context, looks):
    assert looks(context, "en", (120, 36), "2", "ctrl+g")
