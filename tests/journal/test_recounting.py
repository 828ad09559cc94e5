"""Actions in words: what was corrected, deleted, taken back; and what rests on what."""

import pytest
from hypothesis import given

from planner.journal.events import in_order
from planner.journal.resting import ground_of, is_overtaken, rests_on
from planner.journal.undo import undone_by, void_events
from planner.journal.words.history import actions
from planner.journal.words.recounting import Past, about, recount, recount_event
from planner.text.languages import LocalText
from planner.text.messages import translator
from tests.journal.journal_samples import Pen, journals, plan_content

TITLES = {"sql": LocalText.of("SQL"), "titanic": LocalText.of("Titanic")}


@pytest.fixture
def pen():
    return Pen()


def told(events):
    """Say every action, oldest first."""
    found = actions(in_order(events))
    past = Past.of(found)
    return [translator("en")(recount(past, action, TITLES)) for action in found]


def test_an_undo_says_what_it_took_back_and_a_redo_what_it_brought(pen):
    log = pen("log", module="sql", minutes=60)
    undo = pen("undo", events=[log.id])
    assert told([log, undo, pen("redo", events=[log.id])])[1:] == [
        "took back: SQL: 1 h studied",
        "brought back: SQL: 1 h studied",
    ]
    assert told([log, undo, pen("undo", events=[undo.id])])[2] == "1 event undone"
    assert told([pen("undo", events=["gone"])]) == ["1 event undone"]


def test_an_action_with_parts_is_one_line(pen):
    checkin = pen("checkin", week="2026-11-30", hours={"sql": 60})
    plan = pen("plan", part_of=checkin.id, **plan_content("sql.1", previous="x"))
    first = pen("log", module="sql", minutes=5)
    rest = [pen("log", module="sql", minutes=5, part_of=first.id) for _ in range(2)]
    assert told([checkin, plan, first, *rest]) == [
        "check-in for the week of 30 Nov 2026: 1 h reported, and the plan accepted with it",
        "SQL: 5 m studied, and 2 more entries",
    ]


def test_a_correction_says_what_is_true_now_and_a_corrected_entry_that_it_was_corrected(pen):
    log = pen("log", module="sql", minutes=60, note="joins")
    amended = pen("log-amended", event=log.id, minutes=90)
    moved = pen("log-amended", event=log.id)
    moved = type(moved)(
        moved.id, moved.at, moved.day, moved.device, moved.kind, {**moved.data, "day": "2026-11-20"}
    )
    assert told([log, amended, moved]) == [
        "corrected since: SQL: 1 h studied (joins)",
        "corrected: SQL: 1 h 30 m studied (joins)",
        "corrected: for 20 Nov 2026: SQL: 1 h 30 m studied (joins)",
    ]


def test_a_deletion_says_what_it_deleted_until_it_is_undone(pen):
    log = pen("log", module="sql", minutes=60)
    deleted = pen("log-deleted", event=log.id)
    assert told([log, deleted]) == ["deleted since: SQL: 1 h studied", "deleted: SQL: 1 h studied"]
    undo = pen("undo", events=[deleted.id])
    assert told([log, deleted, undo]) == [
        "SQL: 1 h studied",
        "deleted: SQL: 1 h studied",
        "took back: deleted: SQL: 1 h studied",
    ]
    assert told([pen("log-deleted", event="gone")]) == ["logged time deleted"]


def test_the_time_of_a_timer_is_said_where_it_stopped(pen):
    start = pen("started", module="sql")
    stop = pen("stopped", start=start.id)
    log = pen("log", module="sql", minutes=50, part_of=stop.id)
    assert told([start, stop, log])[1] == "SQL: 50 m studied, by the timer"
    assert told([start, stop])[1] == "timer stopped"


def test_what_is_about_a_module_includes_its_corrections_and_undos(pen):
    log, other = pen("log", module="sql", minutes=60), pen("log", module="python", minutes=60)
    events = [
        log, other, pen("log-amended", event=log.id, minutes=5), pen("undo", events=[log.id]),
        pen("undo", events=[other.id]), pen("pin", session="old-sql.2"), pen("done", module="sql"),
    ]  # fmt: skip
    found = actions(events)
    kinds = [action.events[0].kind for action in about(Past.of(found), found, frozenset(("sql", "old-sql")))]
    assert kinds == ["log", "log-amended", "undo", "pin", "done"]


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("log", {"module": "papers", "minutes": 5}),
        ("done", {"module": "papers"}),
        ("pin", {"session": "papers.1"}),
        ("checkin", {"week": "2026-11-30", "hours": {"papers": 5}}),
        ("module-added", {"module": "talk", "title": "Talk", "minutes": 5, "requires": ["papers"]}),
    ],
)
def test_what_names_an_added_module_rests_on_it(pen, kind, data):
    added = pen("module-added", module="papers", title="Papers", minutes=60)
    other, event = pen("log", module="sql", minutes=5), pen(kind, **data)
    assert rests_on([added, other, event], [added]) == event
    assert rests_on([added, other], [added]) is None
    assert ground_of([added], [event]) == added
    assert ground_of([added], [other]) is None


def test_a_stop_rests_on_its_start_and_a_correction_on_its_entry(pen):
    start, log = pen("started", module="sql"), pen("log", module="sql", minutes=5)
    stop, amended = pen("stopped", start=start.id), pen("log-amended", event=log.id, minutes=6)
    assert rests_on([start, log, stop, amended], [start]) == stop
    assert rests_on([start, log, stop, amended], [log]) is None
    assert ground_of([start, log], [amended]) == log


def test_a_plan_is_overtaken_when_what_it_knew_is_undone_and_no_more_when_it_is_back(pen):
    log, plan = pen("log", module="sql", minutes=5), pen("plan", **plan_content("sql.1"))
    later = pen("log", module="sql", minutes=5)
    events = [log, plan, later, pen("undo", events=[later.id])]
    assert not is_overtaken(events, void_events(events), plan.id)
    events.append(pen("undo", events=[log.id]))
    assert is_overtaken(events, void_events(events), plan.id)
    events.append(pen("redo", events=[log.id]))
    assert not is_overtaken(events, void_events(events), plan.id)


@given(journals())
def test_every_event_is_in_one_action_and_every_action_has_its_line(events):
    ordered = in_order(events)
    found = actions(ordered)
    assert sorted(e.id for action in found for e in action.events) == sorted(e.id for e in ordered)
    void = undone_by(ordered)
    assert {e.id for action in found for e in action.events if e not in action.standing} == set(void)
    past = Past.of(found)
    for action in found:
        assert (action.undone_by == "") == bool(action.standing)
        for language in ("en", "ja"):
            assert translator(language)(recount(past, action, TITLES))
            assert all(translator(language)(recount_event(past, event, TITLES)) for event in action.events)
