"""Thinning keeps enough to go back a day, a week or a year; no jump of the clock or emptied journal costs a backup."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from planner.workspace.backup.thinning import BY_HAND, Kept, superfluous

NOW = datetime(2027, 6, 30, 12, tzinfo=UTC)
REASONS = ("daily", BY_HAND, "before-restore")


_near, _far = st.integers(-2000, 4000), st.integers(-200_000, 1_000_000)  # minutes before now
_rows = st.tuples(_near | _far, st.sampled_from(REASONS), st.integers(0, 30), st.integers(0, 30))


def backups():
    """Draw backups of two years up to now and some from the future, with the events of two machines."""
    return st.lists(_rows, min_size=1, max_size=30).map(
        lambda rows: [
            Kept(f"b{number}", NOW - timedelta(minutes=away), reason, {"laptop": first, "desk": second})
            for number, (away, reason, first, second) in enumerate(rows)
        ]
    )


def kept(found, now=NOW):
    gone = superfluous(found, now)
    return [each for each in found if each.name not in gone]


def each_day(days, first=date(2024, 1, 1), count=lambda number: number):
    """Yield what is kept after each day's backup, made and thinned as the planner does."""
    stock = []
    for number in range(days):
        at = datetime.combine(first, datetime.min.time(), tzinfo=UTC) + timedelta(days=number, hours=20)
        stock = kept([*stock, Kept(f"d{number}", at, "daily", {"laptop": count(number)})], at)
        yield at, stock


@given(backups())
def test_the_newest_is_kept_and_everything_from_the_future(found):
    names = {each.name for each in kept(found)}
    past = [each for each in found if each.at <= NOW]
    assert {each.name for each in found if each.at > NOW} <= names
    assert not past or max(each.at for each in past) in {each.at for each in kept(found)}


@given(backups())
def test_the_last_24_hours_are_kept_up_to_ten(found):
    names = {each.name for each in kept(found)}
    recent = sorted(
        (each for each in found if timedelta(0) <= NOW - each.at <= timedelta(days=1)),
        key=lambda each: each.at,
        reverse=True,
    )
    missing = [each for each in recent if each.name not in names]
    assert all(sum(other.at >= each.at for other in recent) > 10 for each in missing)


@given(backups())
def test_each_day_week_month_and_year_that_counts_keeps_one(found):
    left = kept(found)
    for most, length, period in (
        (7, timedelta(days=7), lambda at: at.date()),
        (5, timedelta(days=35), lambda at: at.isocalendar()[:2]),
        (12, timedelta(days=365), lambda at: (at.year, at.month)),
        (99, timedelta(days=9999), lambda at: at.year),
    ):
        there = {period(each.at) for each in found if timedelta(0) <= NOW - each.at < length}
        latest = sorted(there, reverse=True)[:most]
        assert set(latest) <= {period(each.at) for each in left}


@given(backups())
def test_what_is_made_by_hand_is_kept_for_a_year(found):
    names = {each.name for each in kept(found)}
    year = [each.name for each in found if each.reason == BY_HAND and NOW - each.at <= timedelta(days=365)]
    assert set(year) <= names


@given(backups())
def test_for_each_machine_the_newest_with_the_most_events_is_kept(found):
    names = {each.name for each in kept(found)}
    for device in ("laptop", "desk"):
        most = max(each.events.get(device, 0) for each in found)
        holders = [each for each in found if most and each.events.get(device, 0) == most]
        assert not holders or names & {each.name for each in holders}


@given(backups())
def test_thinning_twice_removes_no_more(found):
    left = kept(found)
    assert kept(left) == left


@given(backups(), st.integers(32, 40_000))
def test_a_clock_that_jumps_ahead_removes_nothing(found, days):
    settled = kept(found)
    then = NOW + timedelta(days=days)
    jumped = Kept("jumped", then, "daily", {})
    past = [each for each in settled if each.at <= NOW]
    if not any(NOW < each.at <= then for each in settled):
        assert kept([*past, jumped], then) == [*past, jumped]


@given(backups(), st.integers(0, 2000))
def test_a_clock_that_jumps_back_removes_nothing_that_was_kept(found, days):
    settled = kept(found)
    then = NOW - timedelta(days=days)
    assert [each for each in kept(settled, then) if each.at > then] == [
        each for each in settled if each.at > then
    ]


def test_three_years_of_days_leave_a_few_dozen_that_reach_back_evenly():
    for number, (at, stock) in enumerate(each_day(3 * 365)):
        assert len(stock) <= 7 + 5 + 12 + 3 + 2
        ages = sorted((at - each.at).days for each in stock)
        assert ages[: min(7, number + 1)] == list(range(min(7, number + 1)))
        gaps = [later - earlier for earlier, later in pairwise(ages)]
        assert max((gap for gap, age in zip(gaps, ages[1:], strict=True) if age <= 28), default=0) <= 7
        assert max((gap for gap, age in zip(gaps, ages[1:], strict=True) if age <= 330), default=0) <= 31


def test_twelve_months_are_kept_by_their_last_days():
    *_, (at, stock) = each_day(800, count=lambda _: 0)
    months = sorted({(each.at.year, each.at.month) for each in stock})
    assert len(months) >= 12
    late = [at.replace(day=1) - timedelta(days=1)]
    while len(late) < 11:
        late.append(late[-1].replace(day=1) - timedelta(days=1))
    assert {day.date() for day in late} <= {each.at.date() for each in stock}


def test_an_emptied_journal_never_pushes_out_the_backup_that_has_it_all():
    """The journal is emptied on day 100, and 900 days of backups with less follow."""
    for number, (_, stock) in enumerate(
        each_day(1000, count=lambda number: number if number < 100 else number - 99)
    ):
        if 100 <= number < 198:
            assert "d99" in {each.name for each in stock}
    assert len(stock) < 40
