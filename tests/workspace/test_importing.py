"""An import is one action that adds what is new, whatever the program, and says everything that is wrong at once."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.journal.events import new_action, next_moment
from planner.problems import DataError
from planner.workspace.checkin.proposing import CheckInAnswers, propose_checkin
from planner.workspace.opening import open_plan
from planner.workspace.proposal import accept
from planner.workspace.tracking.importing import Wishes, import_file
from planner.workspace.tracking.log import delete_log
from planner.workspace.undoing.undo import redo, undo

SAMPLES = Path(__file__).parents[1] / "data" / "imports"
TABLE = "day,module,minutes,done,note\n"


def take(opened, text, **wishes):
    data = text if isinstance(text, bytes) else text.encode()
    return import_file(opened, data, "file", Wishes(**wishes))


def timew(*intervals):
    """Write intervals as (start, end, tag) with clock times of UTC such as 01T1100."""
    rows = [
        {"id": n, "start": f"202612{start}00Z", **({"end": f"202612{end}00Z"} if end else {}), "tags": [tag]}
        for n, (start, end, tag) in enumerate(intervals, 1)
    ]
    return json.dumps(rows)


def logs(opened):
    return [(log.module, str(log.day)[5:], log.minutes) for log in opened.progress.logs if log.minutes]


def refusals(opened, text, **wishes):
    with pytest.raises(DataError) as error:
        take(opened, text, **wishes)
    return [problem.text(opened.t) for problem in error.value.problems]


@pytest.fixture
def late(learner):
    """Hand out the plan on an evening with three weeks behind it."""
    return learner.begin().at(learner.on(date(2026, 12, 20)).now)


def test_a_table_is_one_action_and_adds_nothing_the_second_time(late):
    text = TABLE + "2026-11-29,python-basics,90,,a\n2026-11-30,sql-basics,,yes,\n"
    first = take(late, text)
    assert (first.logs, first.done, first.known) == (1, 1, 0)
    again = take(first.opened, text)
    assert (again.logs, again.done, again.known) == (0, 0, 2)
    assert again.opened is first.opened
    back, said = undo(first.opened)
    assert back.t(said) == "Undone: Python basics: 1 h 30 m studied (a), and 1 more entry"
    assert (back.progress.logs, back.progress.done) == ((), {})


def test_every_problem_of_a_table_is_told_with_its_line(late):
    said = refusals(late, TABLE + "2026-11-29,pyton,90,,\n2026-11-31,sql-basics,9,,\n")
    assert [line[:9] for line in said] == ["file:2:12", "file:3:1:"]
    assert "has not come yet" in refusals(late, TABLE + "2026-12-24,sql-basics,90,,\n")[0]


@pytest.mark.parametrize("name", ["timewarrior.json", "toggl.csv"])
def test_an_export_becomes_logs_on_the_learners_days(late, name):
    added = take(late, (SAMPLES / name).read_bytes(), modules={"study, python-basics": "python-basics"})
    assert logs(added.opened) == [
        ("python-basics", "12-01", 90),
        ("python-basics", "12-02", 30),
        ("python-basics", "12-03", 60),
        ("sql-basics", "12-03", 45),
    ]
    assert [(each.name, each.entries, each.minutes) for each in added.unmatched] == [("Deep Learning", 1, 60)]
    assert (added.running, added.short) == ((1, 1) if name == "timewarrior.json" else (0, 0))
    assert added.opened.progress.logs[0].note.startswith("loops")
    again = take(added.opened, (SAMPLES / name).read_bytes())
    assert (again.logs, again.amended, again.opened is added.opened) == (0, 0, True)
    back, _ = undo(added.opened)
    assert logs(back) == []


def test_a_wall_clock_is_the_learners_unless_another_is_named(late):
    rows = "Project,Start date,Start time,End date,End time\nsql-basics,2026-12-02,00:30,2026-12-02,01:00\n"
    assert logs(take(late, rows).opened) == [("sql-basics", "12-02", 30)]
    early = take(late, rows, timezone="Pacific/Auckland", dry=True)
    assert [draft.day for draft in early.drafts] == [date(2026, 12, 1)]
    assert "did you mean Asia/Tokyo" in refusals(late, rows, timezone="Asia/Tokio")[0]


def test_renamed_and_renumbered_entries_are_known_and_longer_ones_corrected(late):
    first = take(late, timew(("01T1100", "01T1200", "sql-basics"), ("02T1100", "02T1200", "sql-basics")))
    changed = timew(("02T1100", "02T1330", "sql-basics"), ("01T1100", "01T1200", "gardening"))
    second = take(first.opened, changed)
    assert (second.logs, second.amended, second.known, second.unmatched) == (0, 1, 1, ())
    assert logs(second.opened) == [("sql-basics", "12-01", 60), ("sql-basics", "12-02", 150)]
    assert take(second.opened, changed).drafts == ()
    back, _ = undo(second.opened)
    assert logs(back)[1] == ("sql-basics", "12-02", 60)


def test_what_was_deleted_or_undone_stays_away_and_redo_brings_it_back(late):
    text = timew(("01T1100", "01T1200", "sql-basics"), ("02T1100", "02T1200", "sql-basics"))
    first = take(late, text)
    less = delete_log(first.opened, first.opened.progress.logs[0].event)
    again = take(less, text)
    assert (again.drafts, again.away, again.known) == ((), 1, 1)
    undone, _ = undo(first.opened.reread())
    undone, _ = undo(undone)
    assert take(undone, text).away == 2
    assert len(take(undone, text, again=True, dry=True).drafts) == 2
    assert len(take(less, text, again=True, dry=True).drafts) == 0
    brought, _ = redo(undone)
    brought, _ = redo(brought)
    assert logs(brought) == [("sql-basics", "12-02", 60)]


def test_everything_wrong_is_told_at_once_and_nothing_is_imported(late):
    text = timew(
        ("01T1100", "01T1200", "sql-basics"),
        ("03T1100", "05T1300", "sql-basics"),
        ("24T1100", "24T1200", "sql-basics"),
        ("06T0000", "06T1400", "extra"),
        ("06T0000", "06T1200", "project"),
    ).replace("}, ", "},\n")
    assert refusals(late, text) == [
        "file:2:1: this entry lasts 50 h: correct it where it was tracked",
        "file:3:1: 2026-12-24 has not come yet: give today or an earlier day",
        "file:5:1: 12 h on 2026-12-06 is more than a day holds; 14 h are logged there already",
    ]
    assert logs(late.reread()) == []


def test_an_entry_of_two_modules_says_how_to_choose_and_the_choice_holds(late):
    text = timew(("01T1100", "01T1200", "sql-basics")).replace('"sql-basics"', '"sql-basics", "extra"')
    said = (
        "“sql-basics, extra” could be extra or sql-basics: say which, as in --map 'sql-basics, extra=extra'"
    )
    assert refusals(late, text) == [f"file:1:2: {said}"]
    chosen = take(late, text, modules={"sql-basics, extra": "extra"})
    assert logs(chosen.opened) == [("extra", "12-01", 60)]
    assert "Unknown module: sql" in refusals(late, text, modules={"x": "sql"})[0]


def test_the_entries_of_several_people_are_refused(late):
    text = (SAMPLES / "toggl.csv").read_text("utf-8-sig").replace("Mia,mia@", "Leo,leo@", 1)
    assert "several people (leo@example.org, mia@example.org …)" in refusals(late, text)[0]


def test_hours_that_a_check_in_reported_too_are_pointed_out(late):
    opened = accept(propose_checkin(late, CheckInAnswers(day=date(2026, 12, 6), hours={"sql-basics": 60})))
    assert take(opened, timew(("01T1100", "01T1200", "sql-basics"))).reported == (date(2026, 11, 30),)
    assert take(opened, timew(("01T1100", "01T1200", "extra"))).reported == ()


def test_a_night_in_a_window_of_the_evening_before_belongs_to_that_evening(learner):
    learner.begin()
    profile = learner.home / "profile.yaml"
    profile.write_text(profile.read_text("utf-8").replace("20:00-22:00", "22:00-02:00"), "utf-8")
    opened = open_plan(learner.on(date(2026, 12, 20)))
    assert opened.profile.availability.pattern.weekday == ((1320, 1560),)
    late_at_night = timew(("01T1400", "01T1630", "sql-basics"), ("02T1630", "02T1730", "sql-basics"))
    assert logs(take(opened, late_at_night).opened) == [
        ("sql-basics", "12-01", 150),
        ("sql-basics", "12-02", 30),
        ("sql-basics", "12-03", 30),
    ]


tracked = st.dictionaries(
    st.integers(0, 24 * 12),
    st.tuples(st.integers(1, 300), st.sampled_from(("sql-basics", "Python基礎", "extra"))),
    max_size=10,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tracked, st.data())
def test_any_sequence_of_exports_gives_the_same_progress_as_all_at_once(late, entries, data):
    whole = [
        (moment, moment + timedelta(minutes=minutes), name)
        for hour, (minutes, name) in sorted(entries.items())
        for moment in [datetime(2026, 12, 1, tzinfo=UTC) + timedelta(hours=hour)]
    ]

    def export(some):
        form = "%Y%m%dT%H%M%SZ"
        rows = [{"start": a.strftime(form), "end": b.strftime(form), "tags": [tag]} for a, b, tag in some]
        return json.dumps(rows)

    def drafted(parts):
        opened = replace(late, journal=type(late.journal)(late.context, late.events))
        for number, part in enumerate(parts):
            opened = _with(opened, take(opened, export(part), dry=True).drafts, number)
        return sorted((log.module, log.day, log.minutes) for log in opened.progress.logs)

    parts = data.draw(st.lists(st.lists(st.sampled_from(whole), unique=True), max_size=4)) if whole else []
    try:
        at_once = drafted([whole])
    except DataError:  # more than a day holds
        return
    assert drafted([*parts, whole]) == at_once
    covered = sorted({each for part in parts for each in part})
    assert drafted(parts) == drafted([covered])


def _with(opened, drafts, number):
    """Return the plan with an action, without a disk."""
    at = next_moment(opened.context.now, opened.progress.latest)
    events = new_action(drafts, at=at, day=opened.now.date(), device="laptop", bits=1000 * number)
    return replace(opened, journal=type(opened.journal)(opened.context, (*opened.events, *events)))
