"""How the change of a replan looks after missed time, and that of settings; both languages, without colours."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.tui.supposing import in_language, make_late
from tests.tui.test_whatif_looks import everywhere, looks

pytestmark = pytest.mark.ci  # `make test` leaves these to CI, for the sake of its five minutes

__all__ = ["looks"]


@pytest.fixture
def missed(context):
    """Come back after nine days in which nothing was studied."""
    return replace(context, now=context.now + timedelta(days=9))


@everywhere
def test_three_ways(missed, looks, size, language):
    assert looks(in_language(missed, language), size, "r", "2")


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_later_goal(missed, looks, language):
    assert looks(in_language(make_late(missed), language), (80, 24), "r", "3")


@pytest.mark.parametrize("language", ["en", "ja"])
def test_settings(context, looks, language):
    assert looks(in_language(context, language), (80, 24), "5", "l", "a")


def test_a_small_terminal(missed, looks):
    assert looks(missed, (60, 20), "r")


def test_without_colours(missed, looks, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert looks(missed, (80, 24), "r")
