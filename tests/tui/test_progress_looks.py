"""How the progress looks without colour and in plain signs, at a fixed moment of a fixed plan."""

import pytest

from tests.tui.test_snapshots import looks

pytestmark = pytest.mark.ci  # `make test` leaves these to CI, for the sake of its five minutes

__all__ = ["looks"]


def test_progress_without_colour(context, looks, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert looks(context, "en", (120, 36), "6", "t")


def test_progress_in_plain_signs(context, looks):
    assert looks(context, "en", (120, 36), "6", "ctrl+g")
