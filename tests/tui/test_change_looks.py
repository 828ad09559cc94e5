"""How the change of a replan looks after missed time: on a small terminal, and without colours."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.tui.test_whatif_looks import looks

pytestmark = pytest.mark.ci  # `make test` leaves these to CI, for the sake of its five minutes

__all__ = ["looks"]


@pytest.fixture
def missed(context):
    """Come back after nine days in which nothing was studied."""
    return replace(context, now=context.now + timedelta(days=9))


def test_a_small_terminal(missed, looks):
    assert looks(missed, (60, 20), "r")


def test_without_colours(missed, looks, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert looks(missed, (80, 24), "r")
