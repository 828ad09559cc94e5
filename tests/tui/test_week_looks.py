"""How the week looks after a session was skipped, with room beside it, and without colours."""

import pytest

from tests.tui.test_snapshots import looks, small

pytestmark = pytest.mark.ci  # `make test` leaves these to CI, for the sake of its five minutes

__all__ = ["looks"]


@small
def test_what_skipping_moved(context, looks, size, language):
    assert looks(context, language, size, "3", "x")


def test_week_with_room_for_the_session_beside(context, looks):
    assert looks(context, "en", (200, 60), "3", "down")


def test_week_without_colours(context, looks, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert looks(context, "en", (80, 24), "3", "x")
