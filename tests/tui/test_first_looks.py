"""How the tour, and the check-in with a module added or without colours, look at a fixed moment of a fixed plan."""

import pytest

from tests.tui.test_snapshots import everywhere, looks, small  # noqa: F401  # the fixture of all pictures

pytestmark = pytest.mark.ci  # `make test` leaves these to CI, for the sake of its five minutes


@everywhere
def test_tour_over_today(context, looks, size, language):  # noqa: F811
    assert looks(context, language, size, "f2")


@small
def test_tour_over_the_plan(context, looks, size, language):  # noqa: F811
    assert looks(context, language, size, "f2", "enter", "enter", "enter")


@small
def test_checkin_with_another_module(context, looks, size, language):  # noqa: F811
    assert looks(context, language, size, "c", "up", "2", "h", "up", "right")


@small
def test_checkin_of_a_missed_week(context, looks, size, language):  # noqa: F811
    assert looks(context, language, size, "c", "pageup")


def test_checkin_without_colours(context, looks, monkeypatch):  # noqa: F811
    monkeypatch.setenv("NO_COLOR", "1")
    assert looks(context, "en", (80, 24), "c", "enter")


def test_first_question_without_colours(empty, looks, monkeypatch):  # noqa: F811
    monkeypatch.setenv("NO_COLOR", "1")
    assert looks(empty, "en", (80, 24))
