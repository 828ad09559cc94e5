"""Any life: nights, shifts, clocks that change inside a window, many windows a day, by hand and as properties."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.journal.model import Progress
from planner.learner.model import Availability, DayException, Profile, WeekPattern
from planner.learner.reading import read_profile
from planner.learner.windows import FreeTime
from planner.schedule import make_plan
from planner.schedule.model import Inputs
from tests.oracle import raw_yaml
from tests.oracle.calendar import QUARTER, Calendar
from tests.oracle.check_plan import check
from tests.schedule.small_world import milestone, module, world
from tests.schedule.test_invariants import few
from tests.strategies import curricula

DAY = timedelta(days=1)


# --- the clocks change inside a window


def spans(zone, day, *windows, **more):
    """The free windows of a day, in UTC."""
    availability = Availability(WeekPattern(windows, windows))
    found = FreeTime(availability, zone, **more).windows(day.toordinal())
    return [tuple(datetime.fromtimestamp(60 * at, UTC).strftime("%d %H:%M") for at in span) for span in found]


def clock(text):
    begin, end = (int(part[:2]) * 60 + int(part[3:]) for part in text.split("-"))
    return begin, end if end > begin else end + 1440


CHANGES = [
    # Berlin: 28 March 2027 at 01:00 UTC from +1 to +2, 31 October at 01:00 UTC back
    ("Europe/Berlin", date(2027, 3, 28), "01:00-04:00", "28 00:00", "28 02:00"),
    ("Europe/Berlin", date(2027, 3, 27), "23:00-03:00", "27 22:00", "28 01:00"),
    ("Europe/Berlin", date(2027, 3, 28), "02:30-04:00", "28 01:30", "28 02:00"),
    ("Europe/Berlin", date(2027, 10, 31), "01:00-04:00", "30 23:00", "31 03:00"),
    ("Europe/Berlin", date(2027, 10, 30), "23:00-03:00", "30 21:00", "31 02:00"),
    ("Europe/Berlin", date(2027, 10, 31), "01:00-02:30", "30 23:00", "31 00:30"),
    # New York: 14 March 2027 at 07:00 UTC from -5 to -4, 7 November at 06:00 UTC back
    ("America/New_York", date(2027, 3, 14), "00:30-05:00", "14 05:30", "14 09:00"),
    ("America/New_York", date(2027, 3, 13), "23:00-03:00", "14 04:00", "14 07:00"),
    ("America/New_York", date(2027, 11, 7), "00:30-05:00", "07 04:30", "07 10:00"),
    ("America/New_York", date(2027, 11, 6), "23:00-03:00", "07 03:00", "07 08:00"),
    # Lord Howe: half an hour; 3 October 2027 at 15:30 UTC the day before from +10:30 to +11, 4 April at 15:00 UTC back
    ("Australia/Lord_Howe", date(2027, 10, 3), "01:00-03:00", "02 14:30", "02 16:00"),
    ("Australia/Lord_Howe", date(2027, 10, 3), "02:15-03:00", "02 15:45", "02 16:00"),
    ("Australia/Lord_Howe", date(2027, 10, 2), "23:00-03:00", "02 12:30", "02 16:00"),
    ("Australia/Lord_Howe", date(2027, 4, 4), "01:00-03:00", "03 14:00", "03 16:30"),
    ("Australia/Lord_Howe", date(2027, 4, 3), "23:00-03:00", "03 12:00", "03 16:30"),
    # Cairo: at midnight itself; 29 April 2027 at 22:00 UTC from +2 to +3, 28 October at 21:00 UTC back
    ("Africa/Cairo", date(2027, 4, 29), "23:00-03:00", "29 21:00", "30 00:00"),
    ("Africa/Cairo", date(2027, 4, 30), "00:30-05:00", "29 22:30", "30 02:00"),
    ("Africa/Cairo", date(2027, 10, 28), "22:00-01:00", "28 19:00", "28 23:00"),
    ("Africa/Cairo", date(2027, 10, 28), "23:30-03:00", "28 20:30", "29 01:00"),
]


@pytest.mark.parametrize(("zone", "day", "window", "begin", "end"), CHANGES)
def test_a_window_in_which_the_clocks_change_is_elapsed_time(zone, day, window, begin, end):
    assert spans(zone, day, clock(window)) == [(begin, end)]


@pytest.mark.parametrize(("zone", "day", "window", "begin", "end"), CHANGES)
def test_a_plan_studies_every_minute_of_such_a_window_and_no_other(zone, day, window, begin, end):
    hours = (moment(begin, end)[1] - moment(begin, end)[0]) / 60
    inputs = world(
        [module("a", hours)],
        [milestone("m", "a", by=day)],
        start=day,
        zone=zone,
        weekday=(clock(window),),
        day_off=(clock(window),),
    )
    plan = make_plan(inputs, repairs=False)
    assert check(plan, inputs) == []
    assert (plan.milestones[0].lateness_days, plan.milestones[0].slack) == (0, 0)
    assert sum(s.end - s.start for s in plan.sessions) == hours * 60


def moment(*clocks):
    """Minutes since the day 0 of clocks such as `28 01:30`."""
    return [int(c[:2]) * 1440 + int(c[3:5]) * 60 + int(c[6:]) for c in clocks]


def test_the_hour_that_comes_twice_is_not_given_twice():
    night = spans("Europe/Berlin", date(2027, 10, 31), clock("01:00-02:30"), clock("02:30-04:00"))
    assert night == [("30 23:00", "31 00:30"), ("31 00:30", "31 03:00")]


def test_busy_time_and_a_night_before_are_taken_out_of_a_changing_night():
    busy = int(datetime(2027, 10, 31, 0, 50, tzinfo=UTC).timestamp()) // 60
    windows = (clock("00:30-05:00"), clock("23:00-02:30"))
    found = spans("Europe/Berlin", date(2027, 10, 31), *windows, busy=[(busy, busy + 60)])
    # the night of the 30th lasts until the first 02:30, 00:30 UTC
    assert found == [("31 00:30", "31 00:45"), ("31 02:00", "31 04:00"), ("31 22:00", "01 01:30")]


# --- any profile, from its text


NIGHTS = ["23:00-03:00", "22:15-06:45", "20:00-00:00", "23:45-00:30"]
SMALL_HOURS = ["00:30-05:00", "00:00-01:00", "01:15-02:00", "02:00-03:30"]
DAYS = ["06:00-07:30", "12:05-12:50", "13:00-14:00", "17:30-19:00", "19:00-19:45", "20:00-21:45"]
TURNS = [  # (zone, a day near which the clocks change)
    ("Europe/Berlin", date(2027, 3, 28)),
    ("Europe/Berlin", date(2027, 10, 31)),
    ("America/New_York", date(2027, 3, 14)),
    ("America/New_York", date(2027, 11, 7)),
    ("Australia/Lord_Howe", date(2027, 10, 3)),
    ("Australia/Lord_Howe", date(2027, 4, 4)),
    ("Africa/Cairo", date(2027, 4, 30)),
    ("Africa/Cairo", date(2027, 10, 28)),
    ("America/Santiago", date(2027, 9, 5)),
    ("Pacific/Chatham", date(2027, 4, 4)),
    ("Asia/Tokyo", date(2027, 1, 1)),
]


@st.composite
def day_windows(draw):
    """Up to five windows that do not overlap, as YAML: small hours, the day, the night."""
    small = draw(
        st.lists(st.sampled_from(SMALL_HOURS[1:]), max_size=2, unique=True) | st.just(SMALL_HOURS[:1])
    )
    found = sorted([*small, *draw(st.lists(st.sampled_from(DAYS), max_size=3, unique=True))])
    found += draw(st.lists(st.sampled_from([n for n in NIGHTS if n[:5] >= "22:00"]), max_size=1))
    return "[" + ", ".join(f'"{window}"' for window in found) + "]"


@st.composite
def weeks(draw):
    names = draw(st.lists(st.sampled_from(["monday", "wednesday", "sunday"]), max_size=2, unique=True))
    days = ", ".join(f"{name}: {draw(day_windows())}" for name in names)
    return f"weekday: {draw(day_windows())}, day_off: {draw(day_windows())}, days: {{{days}}}"


@st.composite
def lives(draw):
    """A profile's text, and the moment at which its plan is made."""
    zone, turn = draw(st.sampled_from(TURNS))
    start = turn - draw(st.integers(0, 9)) * DAY
    lines = [f"curriculum: random\nstart: {start}\ntimezone: {zone}\ngoal: {start + 60 * DAY}\navailability:"]
    lines.append("  " + draw(weeks()).replace(", day_off:", "\n  day_off:").replace(", days:", "\n  days:"))
    if draw(st.booleans()):
        shifts = draw(st.lists(weeks(), min_size=2, max_size=4))
        begin = start + draw(st.integers(-30, 30)) * DAY
        lines.append(f"  rotation:\n    from: {begin}\n    weeks:")
        lines += [f"      - {{{week}}}" for week in shifts]
    if draw(st.booleans()):
        first = turn + draw(st.integers(-2, 3)) * DAY
        last = first + draw(st.integers(0, 3)) * DAY
        lines.append(f"  exceptions: [{{from: {first}, to: {last}, windows: {draw(day_windows())}}}]")
    if draw(st.booleans()):
        lines.append("  holidays: JP")
    if draw(st.integers(0, 2)) == 0:
        lines.append(f"  hours_per_week: {draw(st.sampled_from([5, 8.25, 30]))}")
    wall = datetime.combine(
        start + draw(st.integers(0, 6)) * DAY, time(draw(st.sampled_from([0, 0, 1, 2, 23])))
    )
    return "\n".join(lines) + "\n", wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC).astimezone(
        ZoneInfo(zone)
    )


@st.composite
def engagements(draw, now):
    """Busy intervals, that may touch, overlap and last for days, in minutes since the epoch."""
    begins = draw(st.lists(st.integers(-600, 20_000), max_size=4))
    at = int(now.timestamp()) // 60
    return tuple((at + begin, at + begin + draw(st.sampled_from([1, 20, 45, 300, 3000]))) for begin in begins)


def profile_of(text) -> Profile:
    """The profile by both readers, ours and the oracle's, which must agree."""
    profile, problems = read_profile(text, "profile.yaml")
    told = [p.message.text for p in problems if "there is no time to study" not in p.message.text]
    assert told == []
    raw = raw_yaml.read_profile(text.encode())
    assert profile is None or profile.availability == raw.availability
    return raw


@few(100)
@given(st.data())
def test_free_time_is_what_the_law_says_quarter_by_quarter(data):
    text, now = data.draw(lives())
    profile, busy = profile_of(text), data.draw(engagements(now))
    off = frozenset(now.date() + n * DAY for n in data.draw(st.sets(st.integers(0, 12), max_size=2)))
    first = datetime.combine(profile.start, time(), tzinfo=UTC) - 3 * DAY
    law = Calendar(profile, Progress(time_off=off), first, busy)
    ours = FreeTime(profile.availability, profile.timezone, off, busy)
    for n in range(-1, 30):
        day = profile.start + n * DAY
        quarters = [at for a, b in ours.windows(day.toordinal()) for at in range(a, b, QUARTER)]
        night = set(law.opened(day - DAY))
        assert quarters == [at for at in law.opened(day) if at not in night and not law.is_busy(at)], day


@few(80)
@given(st.data())
def test_plans_of_every_life_are_true(data):
    text, now = data.draw(lives())
    profile = profile_of(text)
    curriculum = data.draw(curricula(profile.start, released=True))
    inputs = Inputs(curriculum, profile, Progress(), now, data.draw(engagements(now)))
    assert check(make_plan(inputs, repairs=False), inputs) == []


@pytest.mark.parametrize("turns", [2, 3, 4])
def test_shifts_of_some_weeks_come_round_for_years(turns):
    shifts = "\n".join(
        f"      - {{weekday: {windows}, day_off: []}}"
        for windows in ['["06:00-07:00"]', '["23:00-01:00"]', '["13:00-14:00", "16:00-16:30"]', "[]"][:turns]
    )
    profile = profile_of(
        "curriculum: case\nstart: 2026-12-02\ntimezone: Europe/Berlin\ngoal: 2029-12-01\n"
        f"availability:\n  rotation:\n    from: 2026-11-25\n    weeks:\n{shifts}\n"
    )
    inputs = replace(world([module("a", 400), module("b", 100, "a")], zone="Europe/Berlin"), profile=profile)
    plan = make_plan(inputs, repairs=False)
    assert check(plan, inputs) == []
    hours = [5, 10, 7.5, 0][:turns]  # the rotation's first week is that of 25 November
    full = [week for week in plan.weeks if profile.start < week.start]
    assert [week.capacity / 60 for week in full] == [
        hours[((week.start - date(2026, 11, 23)).days // 7) % turns] for week in full
    ]


def test_an_exception_may_be_one_night_alone():
    night = DayException(date(2026, 12, 9), date(2026, 12, 9), (clock("23:00-03:00"),))
    inputs = world([module("a", 4)], [milestone("m", "a", by=date(2026, 12, 9))], weekday=(), day_off=())
    inputs = replace(
        inputs,
        profile=replace(inputs.profile, availability=Availability(WeekPattern((), ()), exceptions=(night,))),
    )
    plan = make_plan(inputs, repairs=False)
    assert check(plan, inputs) == []
    assert (plan.finish, plan.milestones[0].lateness_days) == (date(2026, 12, 9), 0)
