"""Which time zone goes with a country, by the table that the time zone database brings along.

Invariant: a machine without that table, or a country that is not in it, suggests nothing.
"""

import importlib.resources
import zoneinfo
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from zoneinfo import ZoneInfo

_TABLE = "zone.tab"
CAPITALS: Mapping[str, str] = {
    "AR": "America/Argentina/Buenos_Aires",
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "CD": "Africa/Kinshasa",
    "CL": "America/Santiago",
    "CN": "Asia/Shanghai",
    "CY": "Asia/Nicosia",
    "DE": "Europe/Berlin",
    "EC": "America/Guayaquil",
    "ES": "Europe/Madrid",
    "FM": "Pacific/Pohnpei",
    "GL": "America/Nuuk",
    "ID": "Asia/Jakarta",
    "KI": "Pacific/Tarawa",
    "KZ": "Asia/Almaty",
    "MH": "Pacific/Majuro",
    "MN": "Asia/Ulaanbaatar",
    "MX": "America/Mexico_City",
    "MY": "Asia/Kuala_Lumpur",
    "NZ": "Pacific/Auckland",
    "PF": "Pacific/Tahiti",
    "PG": "Pacific/Port_Moresby",
    "PS": "Asia/Hebron",
    "PT": "Europe/Lisbon",
    "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv",
    "US": "America/New_York",
    "UZ": "Asia/Tashkent",
}  # of the capital, for countries with several; the table has no order that says which


def suggested_zone(country: str, zone: str, year: int) -> str:
    """Return the zone of a country's capital where `zone` shows another time than any of the country's; else nothing.

    `country` is a code such as `DE` or `DE-BY`, in capitals or not; zones are compared by their clocks in `year`.
    """
    code = country.upper().partition("-")[0]
    zones = zones_of(code)
    usual = zones[0] if len(zones) == 1 else CAPITALS.get(code, "")
    if usual not in zones:
        return ""
    clocks = {_clocks(each, year) for each in zones}
    return "" if _clocks(zone, year) in clocks else usual


@cache
def zones_of(code: str) -> Sequence[str]:
    """Return the zones of a country by its code of two letters; none where it or the table is not known."""
    rows = (line.split("\t") for line in _table().splitlines() if not line.startswith("#"))
    return tuple(row[2] for row in rows if len(row) > 2 and row[0] == code)


def _table() -> str:
    for place in _places():
        try:
            return place.read_text("utf-8")
        except (OSError, ValueError):
            continue
    return ""


def _places() -> Iterator[Traversable]:
    """Give where the table can be, as `zoneinfo` looks for the zones: the machine's, then the `tzdata` package's."""
    yield from (Path(folder) / _TABLE for folder in zoneinfo.TZPATH)
    try:
        yield importlib.resources.files("tzdata") / "zoneinfo" / _TABLE
    except ModuleNotFoundError:
        return


def _clocks(zone: str, year: int) -> tuple[object, ...]:
    """Return how far a zone is from UTC in winter and in summer; nothing of one that is none."""
    try:
        place = ZoneInfo(zone)
    except (ValueError, OSError, KeyError):
        return ()
    return tuple(datetime(year, month, 1, tzinfo=place).utcoffset() for month in (1, 7))
