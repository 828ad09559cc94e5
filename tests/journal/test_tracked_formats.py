"""What Timewarrior, Toggl Track and Clockify write is read for what it is; what is wrong is named with its place."""

import json
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.journal.imports.cells import decode
from planner.journal.imports.clockify import CLOCKIFY
from planner.journal.imports.clocks import moments, orders, read_clock, read_day, read_length
from planner.journal.imports.formats import CSV, FORMATS, recognise
from planner.journal.imports.timewarrior import read_timewarrior
from planner.journal.imports.toggl import TOGGL
from planner.journal.imports.tracked_table import read_tracked
from planner.problems import Problem

SAMPLES = Path(__file__).parents[1] / "data" / "imports"
TOKYO, BERLIN = ZoneInfo("Asia/Tokyo"), ZoneInfo("Europe/Berlin")
HEADER = "Project,Description,Start date,Start time,End date,End time,Duration\n"


def sample(name):
    return decode((SAMPLES / name).read_bytes(), name)


def read(text, columns=TOGGL, zone=TOKYO, order=None):
    return read_tracked(text, "t.csv", columns, zone=zone, order=order)


def clock(entry, zone=TOKYO):
    shown = [datetime.fromtimestamp(s, UTC).astimezone(zone) for s in (entry.start, entry.end)]
    return tuple(each.strftime("%m-%d %H:%M:%S") for each in shown)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("timewarrior.json", "timewarrior"),
        ("toggl.csv", "toggl"),
        ("toggl_new.csv", "toggl"),
        ("clockify.csv", "clockify"),
        ("clockify_dmy.csv", "clockify"),
        ("clockify_ambiguous.csv", "clockify"),
    ],
)
def test_a_format_is_known_by_what_is_in_the_file(name, source):
    assert recognise(sample(name)) == source
    assert recognise("\n\n[]") == "timewarrior"
    assert {recognise("day,module,minutes\n"), recognise(""), recognise('"a"x')} == {CSV}


def test_a_summary_without_starts_says_what_to_export_instead():
    assert "detailed report" in recognise("Project,Client,Duration\n").text


def test_timewarrior_gives_times_tags_and_what_still_runs():
    entries, problems = read_timewarrior(sample("timewarrior.json"), "t.json")
    assert problems == ()
    assert [entry.line for entry in entries] == [2, 3, 4, 5, 6, 7]
    assert clock(entries[0], UTC) == ("12-01 11:00:00", "12-01 12:30:00")
    assert entries[0].names == ("study, python-basics", "study", "python-basics", 'loops and "lists"')
    assert [entry.minutes for entry in entries] == [90, 90, 45, 60, 0, 0]
    assert entries[-1].end is None


@pytest.mark.parametrize("name", ["toggl.csv", "toggl_new.csv", "clockify.csv", "clockify_dmy.csv"])
def test_reports_of_either_program_and_age_say_the_same(name):
    entries, problems = read(sample(name), TOGGL if name.startswith("toggl") else CLOCKIFY)
    assert problems == ()
    closed = {clock(entry): entry for entry in entries if entry.end}
    day = "12-13" if name.startswith("clockify") else "12-01"
    first = closed[f"{day} 20:00:00", f"{day} 21:30:00"]
    assert "Python basics" in first.names
    assert first.note.startswith("loops")
    night = closed["12-02 23:30:00", "12-03 01:00:00"]
    assert "Python基礎" in night.names
    assert "-" not in night.names
    assert [entry.end for entry in entries].count(None) == (name == "toggl_new.csv")


def test_quotes_line_breaks_and_tags_are_taken_apart():
    entries, _ = read(sample("toggl.csv"))
    assert entries[0].note == 'loops, and "lists"'
    assert {"evening", "学習"} <= set(entries[0].names)
    assert (entries[2].note, entries[2].line, entries[3].line) == ("select and join", 4, 6)


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("2026-12-01", "mdy", date(2026, 12, 1)),
        ("2026/12/01", "dmy", date(2026, 12, 1)),
        ("01/12/2026", "dmy", date(2026, 12, 1)),
        ("01/12/2026", "mdy", date(2026, 1, 12)),
        ("1.12.2026", "mdy", date(2026, 12, 1)),
        ("13/12/2026", "mdy", None),
        ("2026-02-30", "dmy", None),
        ("01/12/26", "dmy", None),
        ("01-12/2026", "dmy", None),
        ("0001-01-01", "dmy", None),
        ("２０２６-12-01", "dmy", None),
        ("", "dmy", None),
    ],
)
def test_days_are_read_in_the_order_of_the_file(text, order, day):
    assert read_day(text, order) == day


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        ([("13/12/2026", ""), ("03/12/2026", "")], ("dmy",)),
        ([("12/13/2026", ""), ("03/12/2026", "")], ("mdy",)),
        ([("03/12/2026", "03/12/2026")], ("dmy", "mdy")),
        ([("03/12/2026", "04/12/2026")], ("dmy",)),
        ([("12/03/2026", "12/04/2026")], ("mdy",)),
        ([("05/05/2026", ""), ("2026-12-01", "")], ("dmy",)),
        ([("31/12/2026", ""), ("12/31/2026", ""), ("12/30/2026", "")], ("mdy",)),
        ([("03/12/2026", "07/12/2026")], ("dmy", "mdy")),
        ([], ("dmy",)),
    ],
)
def test_whether_days_or_months_come_first_is_decided_from_all_days(pairs, found):
    assert orders(pairs) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("09:05", time(9, 5)), ("9:05:07", time(9, 5, 7)), ("09:05:07 PM", time(21, 5, 7)),
        ("12:00 am", time(0)), ("12:30 p.m.", time(12, 30)), ("9:05\u202fPM", time(21, 5)),
        ("24:00", None), ("13:00 PM", None), ("00:10 AM", None), ("9", None), ("", None),
    ],
)  # fmt: skip
def test_clocks_of_24_and_of_12_hours_are_read(text, found):
    assert read_clock(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("01:30:00", 5400),
        ("1:30", 5400),
        ("1.50", 5400),
        ("1,5", 5400),
        ("2", 7200),
        ("-5", None),
        ("x", None),
    ],
)
def test_lengths_are_read_with_colons_or_as_decimal_hours(text, found):
    assert read_length(text) == found


def test_of_a_time_that_the_clock_shows_twice_the_length_says_which():
    def minutes(start, end, length):
        day = date(2026, 10, 25)
        span = moments(datetime.combine(day, start), datetime.combine(day, end), length, BERLIN)
        return span and (span[1] - span[0]) // 60

    assert minutes(time(1, 30), time(2, 30), 60 * 60) == 60
    assert minutes(time(1, 30), time(2, 30), 120 * 60) == 120
    assert minutes(time(2, 50), time(2, 10), 20 * 60) == 20
    assert minutes(time(2, 50), time(2, 10), None) == 20
    assert minutes(time(3, 50), time(3, 10), None) is None
    spring = [datetime.combine(date(2026, 3, 29), at) for at in (time(1, 30), time(3, 30))]
    start, end = moments(*spring, None, BERLIN)
    assert end - start == 3600


def test_an_entry_without_an_end_is_as_long_as_it_says_or_still_runs():
    entries, problems = read(HEADER + "a,,2026-12-01,20:00,,,01:30:00\na,,2026-12-01,20:00,,,\n")
    assert problems == ()
    assert [entry.minutes for entry in entries] == [90, 0]
    assert entries[1].end is None


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        ("a,b,2026-13-01,20:00,2026-12-01,21:00,", 5, "“2026-13-01” is not a day"),
        ("a,b,2026-12-01,25:00,2026-12-01,21:00,", 16, "“25:00” is not a time of day"),
        ('"a,",b,2026-12-01,20:00,2026-12-01,noon,', 36, "“noon” is not a time of day"),
        ("a,b,2026-12-01,20:00,2026-12-01,19:00,", 33, "ends before it starts"),
        ("a,b,2026-12-01,20:00,,,soon", 24, "“soon” is no length"),
    ],
)
def test_each_problem_of_a_report_is_named_with_its_place(row, column, said):
    _, problems = read(f"{HEADER}a,b,2026-12-01,20:00,2026-12-01,21:00,\n{row}\n")
    assert [(problem.line, problem.column) for problem in problems] == [(3, column)]
    assert said in problems[0].message.text.format(**dict(problems[0].message.values))


def test_a_report_without_the_columns_that_are_needed_names_the_first():
    assert "no column" in read("Project,Start date,End time\n")[1][0].message.text
    _, problems = read("Project,Start date,Start time\n")
    assert dict(problems[0].message.values) == {"column": "End time", "program": "Toggl Track"}


def test_days_that_could_be_two_days_are_refused_and_an_order_given_decides():
    text = sample("clockify_ambiguous.csv")
    entries, problems = read(text, CLOCKIFY)
    assert (entries, problems[0].line, problems[0].column) == ((), 2, 17)
    assert "--dates dmy" in problems[0].message.text
    for order, first in (("dmy", "12-03 19:00:00"), ("mdy", "03-12 19:00:00")):
        entries, problems = read(text, CLOCKIFY, order=order)
        assert (clock(entries[0])[0], problems) == (first, ())


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[\n{}\n]", (2, 1)),
        ('[{"start":"20261201T110000Z"},\n  7]', (2, 3)),
        ('[{"start":"20261201T110000Z","end":"20261201T100000Z"}]', (1, 2)),
        ('[{"start":"20261301T110000Z"}]', (1, 2)),
        ('[{"start":"20261201T110000Z","tags":"x"}]', (1, 2)),
        ('[{"start":"20261201T110000Z","end":null}]', (1, 2)),
        ('[{"start":"20261201T110000Z","annotation":5}]', (1, 2)),
        ('{"a":1}', (1, 1)),
        ('[{"start":"20261201T110000Z"}\n{}]', (2, 1)),
        ('[{"start":"20261201T110000Z"}', (1, 30)),
        ("[" * 100_000, (1, 2)),
        ("[" + "9" * 6000 + "]", (1, 2)),
        ("[]\nx", (2, 1)),
    ],
)
def test_what_timewarrior_did_not_write_is_named_with_its_place(text, place):
    _, problems = read_timewarrior(text, "t.json")
    assert [(problem.line, problem.column) for problem in problems] == [place]


broken = st.sampled_from([path.name for path in sorted(SAMPLES.iterdir())]).flatmap(
    lambda name: st.tuples(
        st.just((SAMPLES / name).read_bytes()),
        st.integers(0, 900),
        st.integers(0, 30),
        st.binary(max_size=12),
    ).map(lambda parts: parts[0][: parts[1]] + parts[3] + parts[0][parts[1] + parts[2] :])
)


@given(
    broken | st.binary(max_size=60) | st.text(max_size=60).map(lambda text: HEADER.encode() + text.encode())
)
def test_any_bytes_give_entries_or_problems_in_every_format(content):
    text = decode(content, "f")
    if isinstance(text, Problem):
        return
    assert isinstance(recognise(text), str) is (recognise(text) in FORMATS)
    for entries, problems in (read_timewarrior(text, "f"), read(text), read(text, CLOCKIFY)):
        assert all(problem.line >= 1 and problem.file for problem in problems)
        assert all(entry.end is None or entry.start <= entry.end for entry in entries)
        json.dumps([entry.names for entry in entries])
