"""How the check-in looks with a module added, of a missed week, and without colours on what is finished."""

import pytest

from tests.tui.test_snapshots import looks, small  # noqa: F401  # the fixture of all pictures

pytestmark = pytest.mark.ci  # `make test` leaves these to CI, for the sake of its five minutes


@small
def test_checkin_with_another_module(context, looks, size, language):  # noqa: F811
    assert looks(context, language, size, "c", "up", "2", "h", "up", "right")


@small
def test_checkin_of_a_missed_week(context, looks, size, language):  # noqa: F811
    assert looks(context, language, size, "c", "pageup")


def test_checkin_without_colours(context, looks, monkeypatch):  # noqa: F811
    monkeypatch.setenv("NO_COLOR", "1")
    assert looks(context, "en", (80, 24), "c", "enter")
