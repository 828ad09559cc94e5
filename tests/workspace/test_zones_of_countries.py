"""A time zone goes with a country: the one that it has, else its capital's, and nothing where the clocks agree."""

import importlib.resources
import sys
import zoneinfo
from collections import Counter

import pytest

from planner.workspace.setup import zones
from planner.workspace.setup.zones import CAPITALS, suggested_zone, zones_of

NOBODY = {"AQ", "UM"}  # without a capital, and without anyone who lives there


@pytest.fixture
def fresh():
    """Forget what was read, before and after."""
    zones_of.cache_clear()
    yield
    zones_of.cache_clear()


@pytest.mark.parametrize(
    ("country", "zone", "said"),
    [
        ("JP", "UTC", "Asia/Tokyo"),
        ("jp", "UTC", "Asia/Tokyo"),
        ("FR", "UTC", "Europe/Paris"),
        ("DE-BY", "UTC", "Europe/Berlin"),
        ("US", "UTC", "America/New_York"),
        ("US", "America/Los_Angeles", ""),
        ("PT", "Atlantic/Azores", ""),
        ("IN", "Asia/Calcutta", ""),  # an old name of the same clock
        ("DE", "Europe/Vienna", ""),
        ("GB", "UTC", "Europe/London"),  # the same in winter only
        ("DE", "Europe/Nowhere", "Europe/Berlin"),
        ("AQ", "UTC", ""),
        ("XX", "UTC", ""),
        ("", "UTC", ""),
    ],
)
def test_the_zone_of_a_country_is_suggested_where_clocks_differ(country, zone, said):
    assert suggested_zone(country, zone, 2027) == said


def table():
    read = importlib.resources.files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("utf-8")
    return [line.split("\t")[:3] for line in read.splitlines() if not line.startswith("#")]


def test_every_country_with_several_zones_has_one_of_its_capital():
    pytest.importorskip("tzdata")
    rows = table()
    several = {code for code, count in Counter(row[0] for row in rows).items() if count > 1}
    assert set(CAPITALS) == several - NOBODY
    assert {(code, zone) for code, zone in CAPITALS.items()} <= {(row[0], row[2]) for row in rows}


@pytest.mark.usefixtures("fresh")
def test_a_machine_without_zone_files_takes_the_table_of_the_package(monkeypatch):
    pytest.importorskip("tzdata")
    monkeypatch.setattr(zoneinfo, "TZPATH", ())
    assert zones_of("FR") == ("Europe/Paris",)


@pytest.mark.usefixtures("fresh")
def test_a_bare_machine_suggests_nothing(monkeypatch):
    monkeypatch.setattr(zones.zoneinfo, "TZPATH", ("/nowhere",))
    monkeypatch.setitem(sys.modules, "tzdata", None)
    assert suggested_zone("JP", "UTC", 2027) == ""
