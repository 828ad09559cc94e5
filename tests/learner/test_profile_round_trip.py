"""A profile that is written reads back to the same profile; what is left out is the articles' own week."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planner.learner.model import Availability, DayException, Profile, Rotation, Study, WeekPattern
from planner.learner.reading import _has_time, read_profile
from planner.learner.writing import profile_yaml
from planner.text import translator

ids = st.from_regex(r"\A[a-z0-9][a-z0-9_-]{0,9}\Z") | st.sampled_from(
    ["no", "null", "123", "1e3", "0x1f", "y", "on"]
)
id_lists = st.lists(ids, unique=True, max_size=3).map(tuple)
days = st.dates(date(1970, 1, 1), date(2200, 12, 31))


@st.composite
def windows(draw, smallest=0):
    cuts = draw(st.lists(st.integers(0, 95), unique=True, min_size=2 * smallest, max_size=6).map(sorted))
    found = [(start * 15, end * 15) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    if found and draw(st.booleans()):
        start = found[-1][0]
        found[-1] = (start, draw(st.integers(start + 15, start + 1439)))
    return tuple(found)


@st.composite
def patterns(draw, usual=()):
    own = draw(st.dictionaries(st.integers(0, 6), windows(), max_size=3))
    every = tuple(sorted((dict(usual) | own).items()))
    return WeekPattern(weekday=draw(windows(1)), day_off=draw(windows(1)), days=every)


@st.composite
def availabilities(draw):
    pattern = draw(patterns())
    weeks = st.lists(patterns(pattern.days), min_size=1, max_size=3).map(tuple)
    exceptions = st.builds(DayException, days, st.just(date(2200, 12, 31)), windows())
    return Availability(
        pattern=pattern,
        holidays=draw(st.sampled_from(["", "JP", "NO", "DE-BY"])),
        cap=draw(st.none() | st.integers(1, 168 * 60)),
        rotation=draw(st.none() | st.builds(Rotation, days, weeks)),
        exceptions=tuple(draw(st.lists(exceptions, max_size=2))),
    )


lengths = st.integers(1, 8).map(lambda quarters: quarters * 15)
profiles = st.builds(
    Profile,
    curriculum=ids,
    start=st.dates(date(1970, 1, 1), date(2100, 1, 1)),
    goal=st.none() | st.dates(date(2100, 1, 1), date(2200, 12, 31)),
    timezone=st.sampled_from(["Asia/Tokyo", "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+5"]),
    language=st.sampled_from(["", "en", "ja"]),
    background=id_lists,
    choices=st.dictionaries(ids, id_lists, max_size=3).map(lambda picks: tuple(picks.items())),
    drop=id_lists,
    availability=availabilities(),
    study=st.builds(
        Study,
        session_min=lengths,
        session_max=lengths.map(lambda minutes: minutes + 120),
        buffer=st.integers(0, 500_000).map(lambda millionths: Fraction(millionths, 1_000_000)),
        tracks=st.integers(1, 8),
        checkin=st.integers(0, 6),
    ),
)


@given(profiles, st.sampled_from(["en", "ja"]))
def test_what_is_written_reads_back(profile, language):
    assume(_has_time(profile.availability))
    text = profile_yaml(profile, translator(language))
    read, problems = read_profile(text.encode(), "profile.yaml")
    assert problems == ()
    assert read == profile


def test_what_is_left_out_is_the_articles_week():
    profile, problems = read_profile("curriculum: x\nstart: 2026-12-01\ntimezone: UTC\n", "p")
    assert problems == ()
    assert profile == Profile(curriculum="x", start=date(2026, 12, 1), timezone="UTC")
    assert profile.availability.pattern == WeekPattern(weekday=((1200, 1320),), day_off=((600, 840),))


def test_a_rotations_week_takes_what_it_leaves_out_from_the_usual_week():
    text = """
curriculum: x
start: 2026-12-01
timezone: UTC
availability:
  day_off: []
  days: {friday: []}
  rotation: {from: 2026-12-07, weeks: [{weekday: ["06:00-08:00"]}, {days: {monday: ["23:00-01:00"]}}]}
"""
    profile, problems = read_profile(text, "p")
    assert problems == ()
    assert profile.availability.rotation.weeks == (
        WeekPattern(weekday=((360, 480),), day_off=(), days=((4, ()),)),
        WeekPattern(weekday=((1200, 1320),), day_off=(), days=((0, ((1380, 1500),)), (4, ()))),
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [("10%", Fraction(1, 10)), ("0.1", Fraction(1, 10)), ("0", Fraction(0)), ("12.5 %", Fraction(1, 8))],
)
def test_a_buffer_is_a_share(written, read):
    profile, _ = read_profile(
        f"curriculum: x\nstart: 2026-12-01\ntimezone: UTC\nstudy: {{buffer: {written}}}\n", "p"
    )
    assert profile.study.buffer == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("00:00-24:00", (0, 1440)),
        ("23:00-01:00", (1380, 1500)),
        ("8:05 - 9:30", (485, 570)),
        ("22:00-00:00", (1320, 1440)),
    ],
)
def test_a_window_may_end_on_the_next_day(written, read):
    text = f'curriculum: x\nstart: 2026-12-01\ntimezone: UTC\navailability: {{weekday: ["{written}"]}}\n'
    profile, problems = read_profile(text, "p")
    assert problems == ()
    assert profile.availability.pattern.weekday == (read,)


def test_one_name_may_stand_without_a_list():
    text = "curriculum: x\nstart: 2026-12-01\ntimezone: UTC\nchoices: {a: b, c: [d, e]}\ndrop: stretch\n"
    profile, problems = read_profile(text, "p")
    assert problems == ()
    assert profile.choices == (("a", ("b",)), ("c", ("d", "e")))
    assert profile.drop == ("stretch",)


def test_an_exception_may_be_one_day_off():
    text = (
        "curriculum: x\nstart: 2026-12-01\ntimezone: UTC\navailability: {exceptions: [{from: 2026-12-29}]}\n"
    )
    profile, _ = read_profile(text, "p")
    day = date(2026, 12, 29)
    assert profile.availability.exceptions == (DayException(day, day, ()),)
