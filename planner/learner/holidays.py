"""Public holidays by country, from the `holidays` package, which is imported only when a year is first asked for."""

from collections.abc import Callable
from datetime import date
from functools import cache

Holidays = Callable[[int], frozenset[date]]


@cache
def _days(code: str, year: int) -> frozenset[date]:
    import holidays

    country, _, subdivision = code.partition("-")
    return frozenset(holidays.country_holidays(country, subdiv=subdivision or None, years=year))


def public_holidays(code: str) -> Holidays:
    """Return a function from a year to that year's public holidays; an empty code has none.

    `code` is ISO 3166: `JP`, or a subdivision such as `DE-BY`; the profile's reader has checked that it is known.
    """
    if not code:
        return lambda _year: frozenset()
    return lambda year: _days(code, year)
