"""What the learner's own hand did folds into progress: the later wish counts, and a pin never replaces a plan."""

from datetime import date

import pytest

from planner.journal.checks.check import check_journal
from planner.journal.events import encode
from planner.journal.fold import fold
from planner.journal.kinds import fault
from planner.journal.model import AddedModule, ExtraTime
from tests.journal.journal_samples import Pen, plan_content


@pytest.fixture
def pen():
    return Pen()


def flags(progress):
    return {session.id: session.pinned for session in progress.accepted.sessions}


def test_days_off_by_hand_and_by_check_in_are_one_set(pen):
    events = [
        pen("time-off", days=["2026-12-04", "2026-12-05"]),
        pen("checkin", week="2026-11-30", time_off=["2026-12-05", "2026-12-09"]),
    ]
    assert fold(events).time_off == {date(2026, 12, day) for day in (4, 5, 9)}


def test_extra_and_skipped_time_keep_their_order(pen):
    events = [
        pen("extra", day="2026-12-05", start=60, end=120),
        pen("skip", session="sql.1", start=15, end=30),
        pen("extra", day="2026-12-04", start=1380, end=1500),
    ]
    progress = fold(events)
    assert progress.extra == (
        ExtraTime(date(2026, 12, 5), 60, 120),
        ExtraTime(date(2026, 12, 4), 1380, 1500),
    )
    assert progress.skipped == ((15, 30),)


def test_of_dropping_and_bringing_back_the_later_counts(pen):
    events = [pen("module-dropped", module="sql"), pen("module-restored", module="sql")]
    assert (fold(events).dropped, fold(events).restored) == (frozenset(), {"sql"})
    events.append(pen("module-dropped", module="sql"))
    assert (fold(events).dropped, fold(events).restored) == ({"sql"}, frozenset())
    events.append(pen("undo", events=[events[-1].id]))
    assert (fold(events).dropped, fold(events).restored) == (frozenset(), {"sql"})


def test_the_latest_wish_comes_first_and_each_module_once(pen):
    events = [pen("first", module=name) for name in ("sql", "python", "sql")]
    assert fold(events).first == ("sql", "python")


def test_two_machines_that_took_one_id_for_different_titles_lose_neither():
    laptop, desk = Pen("laptop", 1), Pen("desk", 2)
    events = [
        laptop("module-added", module="added-1", title="論文", minutes=60),
        desk("module-added", module="added-1", title="統計", minutes=90, requires=["sql", "sql"]),
        laptop("module-added", module="added-1", title="論文", minutes=120),
    ]
    found = fold(events).added
    assert found == fold(events[::-1]).added
    assert sorted(found, key=lambda module: module.title) == [
        AddedModule(next(m.id for m in found if m.title == "統計"), "統計", 90, ("sql",)),
        AddedModule(next(m.id for m in found if m.title == "論文"), "論文", 120),
    ]
    assert {module.id for module in found} == {"added-1", "added-1-2"}


def test_a_pin_changes_a_flag_of_the_plan_in_force_and_its_undo_changes_it_back(pen):
    plan = pen("plan", **plan_content("sql.1", "sql.2"))
    pin = pen("pin", session="sql.2")
    before, after = fold([plan]), fold([plan, pin])
    assert flags(after) == {"sql.1": False, "sql.2": True}
    assert (after.accepted.event, after.accepted.at, after.accepted.pins) == (plan.id, plan.at, (pin.id,))
    assert len(after.plans) == 1
    undone = fold([plan, pin, pen("undo", events=[pin.id])])
    assert (undone.accepted, undone.plans) == (before.accepted, before.plans)
    assert flags(fold([plan, pin, pen("unpin", session="sql.2")]))["sql.2"] is False


def test_a_plan_that_knew_a_pin_decides_and_so_do_the_plans_after_it(pen):
    plan = pen("plan", **plan_content("sql.1"))
    pin = pen("pin", session="sql.1")
    released = pen("plan", **plan_content("sql.1", previous=plan.id), pins=[pin.id])
    later = pen("plan", **plan_content("sql.1", previous=released.id))
    assert flags(fold([plan, pin, released])) == {"sql.1": False}
    assert flags(fold([plan, pin, released, later])) == {"sql.1": False}


def test_a_pin_that_another_machine_did_not_know_is_not_lost_and_takes_no_plan_back():
    laptop, desk = Pen("laptop", 1), Pen("desk", 2)
    plan = laptop("plan", **plan_content("sql.1", "sql.2"))
    early, late = laptop("pin", session="sql.1"), laptop("pin", session="sql.9")
    desk.minute = 2
    other = desk("plan", **plan_content("sql.1", "sql.9", previous=plan.id))
    for events in ([plan, early, late, other], [other, late, early, plan]):
        progress = fold(events)
        assert progress.accepted.event == other.id
        assert flags(progress) == {"sql.1": True, "sql.9": True}
    assert flags(fold([plan, early, late])) == {"sql.1": True, "sql.2": False}


@pytest.mark.parametrize(
    ("kind", "data", "key"),
    [
        ("pin", {}, "session"),
        ("move", {"session": "a.1", "day": "2026-12-04", "start": -1, "minutes": 60}, "start"),
        ("move", {"session": "a.1", "day": "soon", "start": 1, "minutes": 60}, "day"),
        ("skip", {"session": "a.1", "start": 60, "end": 60}, "end"),
        ("time-off", {"days": ["2026-02-30"]}, "days"),
        ("extra", {"day": "2026-12-04", "start": 1440, "end": 1500}, "start"),
        ("extra", {"day": "2026-12-04", "start": 60, "end": 30}, "end"),
        ("extra", {"day": "2026-12-04", "start": 60, "end": 2881}, "end"),
        ("module-added", {"module": "a", "title": "", "minutes": 60}, "title"),
        ("module-added", {"module": "a", "title": "A", "minutes": 0}, "minutes"),
        ("module-added", {"module": "a", "title": "A", "minutes": 60, "requires": "b"}, "requires"),
        ("first", {"module": 3}, "module"),
    ],
)
def test_data_that_makes_no_sense_is_set_aside(pen, kind, data, key):
    event = pen(kind, **data)
    assert dict(fault(event).values)["key"] == key
    assert fold([event]).extra == ()


def test_the_check_knows_modules_added_by_hand_even_undone_ones(pen, tmp_path):
    added = pen("module-added", module="papers", title="Papers", minutes=60)
    events = [
        added,
        pen("first", module="papers"),
        pen("undo", events=[added.id]),
        pen("first", module="nope"),
    ]
    (tmp_path / "journal").mkdir()
    (tmp_path / "journal" / "a.jsonl").write_bytes(b"".join(map(encode, events)))
    report = check_journal(tmp_path, (), ())
    assert [notice.line for notice in report.notices] == [4]
