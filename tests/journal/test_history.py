"""Undo takes the last action as a whole, redo brings it back until something new happens, and each event has words."""

import pytest

from planner.journal.words.history import describe, last_action, last_undone
from planner.text.languages import LocalText
from planner.text.messages import translator
from tests.journal.journal_samples import Pen, plan_content


@pytest.fixture
def pen():
    return Pen()


def undo(pen, action):
    return pen("undo", events=[event.id for event in action])


def test_nothing_can_be_undone_in_a_new_plan(pen):
    assert last_action([]) == ()
    assert last_action([pen("plan", **plan_content("sql.1"))]) == ()
    assert last_undone([pen("log", module="sql", minutes=5)]) == ()


def test_the_last_action_is_its_leader_with_all_parts(pen):
    log = pen("log", module="sql", minutes=5)
    checkin = pen("checkin", week="2026-11-30")
    plan = pen("plan", part_of=checkin.id, **plan_content("sql.2", previous="x"))
    assert last_action([plan, log, checkin]) == (checkin, plan)


def test_undo_goes_back_step_by_step_and_redo_forward_again(pen):
    events = [
        pen("plan", **plan_content("sql.1")),
        pen("log", module="sql", minutes=5),
        pen("done", module="sql"),
    ]
    _, log, done = events
    for expected in (done, log):
        assert last_action(events) == (expected,)
        events.append(undo(pen, [expected]))
    assert last_action(events) == ()
    for expected in (log, done):
        assert last_undone(events) == (expected,)
        events.append(pen("redo", events=[expected.id]))
    assert last_undone(events) == ()
    assert last_action(events) == (done,)


def test_after_something_new_there_is_nothing_to_redo(pen):
    log = pen("log", module="sql", minutes=5)
    events = [log, undo(pen, [log]), pen("log", module="sql", minutes=7)]
    assert last_undone(events) == ()
    assert last_action(events) == (events[-1],)
    events.append(undo(pen, [events[-1]]))
    assert last_undone(events) == (events[2],)


def test_an_undone_undo_leaves_its_action_to_be_undone_again(pen):
    log = pen("log", module="sql", minutes=5)
    first = undo(pen, [log])
    events = [log, first, undo(pen, [first])]
    assert last_action(events) == (log,)
    assert last_undone(events) == ()


def test_an_action_that_this_version_cannot_read_is_left_alone(pen):
    log = pen("log", module="sql", minutes=5)
    assert last_action([log, pen("mood", value=3)]) == (log,)


TITLES = {"sql": LocalText.of({"en": "SQL", "ja": "SQL 入門"}), "titanic": LocalText.of("Titanic")}


@pytest.mark.parametrize(
    ("kind", "data", "words"),
    [
        ("log", {"module": "sql", "minutes": 90}, "SQL: 1 h 30 m studied"),
        ("log", {"module": "gone", "minutes": 5, "note": "a {brace}"}, "gone: 5 m studied (a {brace})"),
        ("log-amended", {"event": "x"}, "logged time corrected"),
        ("log-deleted", {"event": "x"}, "logged time deleted"),
        ("done", {"module": "sql"}, "SQL: finished"),
        ("estimate", {"module": "sql", "remaining": 60}, "SQL: 1 h still to do"),
        ("step", {"milestone": "titanic", "step": 2, "ticked": True}, "step 2 of “Titanic” done"),
        ("step", {"milestone": "titanic", "step": 2, "ticked": False}, "step 2 of “Titanic” open again"),
        ("attempt", {"milestone": "titanic"}, "attempt at “Titanic”"),
        ("reached", {"milestone": "titanic"}, "“Titanic” reached"),
        ("reopened", {"milestone": "titanic"}, "“Titanic” open again"),
        (
            "checkin",
            {"week": "2026-11-30", "hours": {"sql": 60}},
            "check-in for the week of 30 Nov 2026: 1 h reported",
        ),
        ("plan", plan_content("sql.1"), "first plan accepted, with 1 session"),
        ("plan", plan_content("sql.1", "sql.2", previous="x"), "plan accepted, with 2 sessions"),
        ("pin", {"session": "sql.3"}, "SQL: pinned (sql.3)"),
        ("unpin", {"session": "gone.3"}, "gone.3: no longer pinned (gone.3)"),
        ("skip", {"session": "sql.3", "start": 1, "end": 2}, "SQL: skipped (sql.3)"),
        (
            "move",
            {"session": "sql.3", "day": "2026-12-04", "start": 1, "minutes": 60},
            "SQL: moved to 4 Dec 2026 (sql.3)",
        ),
        ("time-off", {"days": ["2026-12-04"]}, "4 Dec 2026 off"),
        (
            "time-off",
            {"days": ["2026-12-04", "2026-12-05"]},
            "2 days off, 4 Dec 2026 to 5 Dec 2026",
        ),
        (
            "extra",
            {"day": "2026-12-04", "start": 1380, "end": 1500},
            "extra time on 4 Dec 2026, 23:00-01:00",
        ),
        ("module-added", {"module": "papers", "title": "Papers", "minutes": 90}, "Papers added: 1 h 30 m"),
        ("module-dropped", {"module": "sql"}, "SQL: dropped"),
        ("module-restored", {"module": "sql"}, "SQL: brought back"),
        ("first", {"module": "sql"}, "SQL: to be studied first"),
        ("undo", {"events": ["x"]}, "1 event undone"),
        ("redo", {"events": ["x", "y"]}, "2 events brought back"),
        ("mood", {}, "an event that this version cannot read: mood"),
        ("log", {}, "an event that this version cannot read: log"),
    ],
)
def test_each_event_says_what_happened(pen, kind, data, words):
    assert translator("en")(describe(pen(kind, **data), TITLES)) == words
