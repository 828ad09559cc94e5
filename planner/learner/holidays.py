"""Public holidays by country, from the `holidays` package, which is imported only for a year that is not known yet.

Invariant: a country's year is looked up once; what was looked up can be handed out and taken in again.
"""

from collections.abc import Callable, Mapping
from datetime import date

Holidays = Callable[[int], frozenset[date]]
Known = Mapping[tuple[str, int], frozenset[date]]

_known: dict[tuple[str, int], frozenset[date]] = {}


def public_holidays(code: str) -> Holidays:
    """Return a function from a year to that year's public holidays; an empty code has none.

    `code` is ISO 3166: `JP`, or a subdivision such as `DE-BY`; the profile's reader has checked that it is known.
    """
    if not code:
        return lambda _year: frozenset()
    return lambda year: _days(code, year)


def known_holidays(code: str) -> Known:
    """Return the years of a country that were looked up so far."""
    return {key: days for key, days in _known.items() if key[0] == code}


def recall_holidays(known: Known) -> None:
    """Take in years that were looked up by an earlier run, so that the package need not be loaded."""
    _known.update(known)


def _days(code: str, year: int) -> frozenset[date]:
    days = _known.get((code, year))
    if days is None:
        days = _known[code, year] = _look_up(code, year)
    return days


def _look_up(code: str, year: int) -> frozenset[date]:
    import holidays

    country, _, subdivision = code.partition("-")
    return frozenset(holidays.country_holidays(country, subdiv=subdivision or None, years=year))
