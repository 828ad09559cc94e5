"""Months later is the same day of the month, and its last day where there is none, as python-dateutil says."""

from datetime import date

from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from planner.schedule.dates import months_after


@given(st.dates(date(1970, 1, 1), date(2200, 12, 31)), st.integers(0, 240))
def test_months_later_is_what_dateutil_says(start, months):
    assert months_after(start, months) == start + relativedelta(months=months)
