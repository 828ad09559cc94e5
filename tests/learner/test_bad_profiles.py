"""Every mistake in a profile is told at its place, in plain words, all at once."""

import pytest

from planner.curriculum.reading import read_curriculum
from planner.documents.reading import read_document
from planner.learner.checks import check_document, check_profile
from planner.learner.reading import read_profile
from planner.problems import DataError
from planner.text import translator
from planner.workspace.settings.reading import parse_settings
from tests.marked import marked

TOP = "curriculum: ml\nstart: 2026-12-01\ntimezone: Asia/Tokyo\n"


def availability(rest):
    return TOP + f"availability: {{{rest}}}\n"


def study(rest):
    return TOP + f"study: {{{rest}}}\n"


CASES = [
    (
        "nothing that is needed",
        "¦¦¦language: ja",
        "`curriculum` is missing",
        "`start` is missing",
        "add `timezone: Asia/Tokyo`",
    ),
    ("unknown key", TOP + "¦langauge: ja", "did you mean `language`?"),
    ("30 February", TOP.replace("2026-12-01", "¦2027-02-30"), "2027-02 has 28 days"),
    ("29 February 2100", TOP.replace("2026-12-01", "¦2100-02-29"), "2100-02 has 28 days"),
    ("month 13", TOP.replace("2026-12-01", "¦2027-13-01"), "month from 01 to 12"),
    ("day 0", TOP.replace("2026-12-01", "¦2027-01-00"), "has 31 days"),
    ("a day with a time", TOP.replace("2026-12-01", "¦2026-12-01T00:00"), "write YYYY-MM-DD"),
    ("a short day", TOP.replace("2026-12-01", "¦2026-12-1"), "write YYYY-MM-DD"),
    ("another script's digits", TOP.replace("2026-12-01", "¦２０２６-12-01"), "write YYYY-MM-DD"),
    ("a goal before the start", TOP + "goal: ¦2026-11-30", "write 2026-12-01 or a later day"),
    ("a slip in the time zone", TOP.replace("Asia/Tokyo", "¦Asia/Tokio"), "did you mean Asia/Tokyo?"),
    ("a city alone", TOP.replace("Asia/Tokyo", "¦tokyo"), "did you mean Asia/Tokyo?"),
    ("a folder of time zones", TOP.replace("Asia/Tokyo", "¦Asia"), "no time zone"),
    ("a path", TOP.replace("Asia/Tokyo", "¦../../etc/passwd"), "no time zone"),
    ("an offset", TOP.replace("Asia/Tokyo", "¦+9"), "such as Asia/Tokyo"),
    ("a language that we do not speak", TOP + "language: ¦fr", "write one of: en, ja"),
    ("a background that is no list", TOP + "background: ¦web", "write a list"),
    ("a choice of a number", TOP + "choices: {a: ¦1}", "put it in quotes"),
    ("a country in small letters", availability("holidays: ¦jp"), "did you mean JP?"),
    ("a country that is none", availability("holidays: ¦XX"), "write a code such as JP"),
    ("a part that is none", availability("holidays: ¦DE-XX"), "write DE"),
    ("0 hours a week", availability("hours_per_week: ¦0"), "above 0"),
    ("169 hours a week", availability("hours_per_week: ¦169"), "at most 168"),
    ("a window alone", availability('weekday: ¦"20:00-22:00"'), 'write a list: ["20:00-22:00"]'),
    ("a window of hours", availability('weekday: [¦"8-10"]'), "write start and end"),
    ("an hour that is none", availability('weekday: [¦"25:00-26:00"]'), "00:00 to 24:00"),
    ("a minute that is none", availability('weekday: [¦"20:00-21:60"]'), "00:00 to 24:00"),
    ("a window from 24:00", availability('weekday: [¦"24:00-01:00"]'), "00:00 to 24:00"),
    ("a window of nothing", availability('weekday: [¦"20:00-20:00"]'), "00:00-24:00"),
    ("a window of 10 minutes", availability('weekday: [¦"20:00-20:10"]'), "15 minutes or more"),
    (
        "windows that overlap",
        availability('weekday: [¦"23:00-01:00", "20:00-23:30"]'),
        "“23:00-01:00” overlaps “20:00-23:30”",
    ),
    ("the same window twice", availability('day_off: ["10:00-11:00", ¦"10:00-11:00"]'), "overlaps"),
    ("a weekday that is none", availability("days: {¦wensday: []}"), "did you mean wednesday?"),
    ("no time", TOP + "availability: ¦{weekday: [], day_off: []}", "no time to study"),
    (
        "no time in any week",
        TOP + "availability: ¦{day_off: [], rotation: {from: 2026-12-07, weeks: [{weekday: []}]}}",
        "no time to study",
    ),
    ("a rotation of no weeks", availability("rotation: {from: 2026-12-07, weeks: ¦[]}"), "at least 1"),
    ("a rotation from nowhere", availability("rotation: ¦{weeks: [{}]}"), "`from` is missing"),
    (
        "an exception that ends before it begins",
        availability("exceptions: [{from: 2026-12-29, to: ¦2026-12-28, windows: []}]"),
        "write 2026-12-29 or a later day",
    ),
    ("an exception's slip", availability("exceptions: [{from: 2026-12-29, ¦til: 2026-12-30}]"), "`til`"),
    ("a session of 50 minutes", study("session: {max: ¦50m}"), "write 45m or 60m"),
    ("a session without a unit", study("session: {min: ¦30}"), "write 30m, 2h or 1h30m"),
    ("a session of 5 minutes", study("session: {min: ¦5m}"), "from 15m to 12h"),
    ("a shortest above the longest", study("session: {min: ¦3h}"), "min (3 h) is longer than max (2 h)"),
    ("a buffer of 60 %", study("buffer: ¦60%"), "from 0% to 50%"),
    ("a buffer of 10", study("buffer: ¦10"), "such as 10% or 0.1"),
    ("9 tracks", study("tracks: ¦9"), "from 1 to 8"),
    ("true tracks", study("tracks: ¦true"), "whole number"),
    ("a short weekday", study("checkin: ¦sun"), "did you mean sunday?"),
    (
        "many at once",
        "curriculum: ¦ML\nstart: ¦tomorrow\ntimezone: Asia/Tokyo\n¦start: 1\nstudy: {tracks: ¦0}",
        "not an id",
        "write YYYY-MM-DD",
        "`start` is here twice",
        "whole number",
    ),
]

CURRICULUM = """
id: ml
title: ML
months: 1
backgrounds: [{id: programming, title: P}]
phases:
  - id: p
    title: P
    months: [1, 1]
    modules:
      - {id: nlp-basics, title: N, track: t, hours: 1, priority: stretch}
      - {id: vision-basics, title: V, track: t, hours: 1, priority: recommended}
choices:
  - id: speciality
    options: {nlp: {title: N, modules: [nlp-basics]}, vision: {title: V, modules: [vision-basics]}}
"""

CROSS_CASES = [
    ("fits", "background: [programming]\nchoices: {speciality: vision}\ndrop: [nlp-basics]"),
    ("a background", "background: [¦programing]", "did you mean `programming`?"),
    ("a choice", "choices: {¦specialty: nlp}", "did you mean `speciality`?"),
    ("an option", "choices: {speciality: ¦visio}", "did you mean `vision`?"),
    ("too many options", "choices: {speciality: [nlp, ¦vision]}", "at most 1"),
    ("a module", "drop: [¦nlp-basic]", "did you mean `nlp-basics`?"),
    ("a priority", "drop: ¦strech", "did you mean `stretch`?"),
    ("everything", "drop: ¦[recommended]", "leave something"),
    ("twice, then another", "background: [programming, programming, ¦maths]", "write one of: programming"),
]


@pytest.mark.parametrize(
    ("text", "essences"), [(t, e) for _, t, *e in CASES], ids=[case[0] for case in CASES]
)
def test_each_problem_is_told_at_its_place(text, essences):
    text, places = marked(text)
    profile, problems = read_profile(text.encode(), "profile.yaml")
    said = [problem.text(translator("en")) for problem in problems]
    assert profile is None
    assert [(problem.line, problem.column) for problem in problems] == places, said
    for line, essence in zip(said, essences, strict=True):
        assert essence in line


@pytest.mark.parametrize(
    ("text", "essences"), [(t, e) for _, t, *e in CROSS_CASES], ids=[case[0] for case in CROSS_CASES]
)
def test_each_name_must_be_in_the_curriculum(text, essences):
    curriculum, _ = read_curriculum(CURRICULUM, "curriculum.yaml")
    text, places = marked(TOP + text)
    profile, problems = read_profile(text, "profile.yaml")
    assert problems == ()
    document, _ = read_document(text, "profile.yaml")
    problems = check_document(document, curriculum)
    said = [problem.text(translator("en")) for problem in problems]
    assert [(problem.line, problem.column) for problem in problems] == places, said
    for line, essence in zip(said, essences, strict=True):
        assert essence in line
    without_places = check_profile(profile, curriculum)
    assert [problem.message for problem in without_places] == [problem.message for problem in problems]


def test_names_are_checked_in_a_file_that_has_other_problems_too():
    """
    curriculum: ml
    start: ¦soon
    timezone: Asia/Tokyo
    background: [¦programing, ¦Web Design]
    choices: {¦specialty: nlp, speciality: ¦visio}
    drop: [¦nlp-basic]
    study: {tracks: ¦9}
    """
    lines = test_names_are_checked_in_a_file_that_has_other_problems_too.__doc__.splitlines()
    text, places = marked("\n".join(line[4:] for line in lines))
    with pytest.raises(DataError) as caught:
        parse_settings(text.encode(), CURRICULUM.encode())
    said = [(problem.line, problem.column) for problem in caught.value.problems]
    assert said == places


def test_another_curriculum_is_noticed():
    curriculum, _ = read_curriculum(CURRICULUM.replace("id: ml", "id: other"), "curriculum.yaml")
    profile, _ = read_profile(TOP, "profile.yaml")
    [problem] = check_profile(profile, curriculum)
    assert "write `other`" in problem.text(translator("en"))
