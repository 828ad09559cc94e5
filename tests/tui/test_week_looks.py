"""How the week, its sheets and an explanation look, at 80x24 and 120x36, in English and Japanese."""

import pytest

from tests.tui.test_snapshots import everywhere, looks, small

pytestmark = pytest.mark.ci  # `make test` leaves these to CI, for the sake of its five minutes

__all__ = ["looks"]


@everywhere
def test_week(context, looks, size, language):
    assert looks(context, language, size, "3")


@small
def test_why(context, looks, size, language):
    assert looks(context, language, size, "3", "w")


@small
def test_what_skipping_moved(context, looks, size, language):
    assert looks(context, language, size, "3", "x")


@small
def test_move(context, looks, size, language):
    assert looks(context, language, size, "3", "m")


@small
def test_extra_time(context, looks, size, language):
    assert looks(context, language, size, "3", "e")


def test_week_with_room_for_the_session_beside(context, looks):
    assert looks(context, "en", (200, 60), "3", "down")


def test_week_without_colours(context, looks, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert looks(context, "en", (80, 24), "3", "x")
