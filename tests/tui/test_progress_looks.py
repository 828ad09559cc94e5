"""How the progress looks, at a fixed moment of a fixed plan."""

import pytest

from tests.tui.test_snapshots import everywhere, looks, small

pytestmark = pytest.mark.ci  # `make test` leaves these to CI, for the sake of its five minutes

__all__ = ["looks"]


@everywhere
def test_progress(context, looks, size, language):
    assert looks(context, language, size, "6")


@small
def test_progress_by_track(context, looks, size, language):
    assert looks(context, language, size, "6", "t")


def test_progress_without_colour(context, looks, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert looks(context, "en", (120, 36), "6", "t")


def test_progress_in_plain_signs(context, looks):
    assert looks(context, "en", (120, 36), "6", "ctrl+g")
