"""What happened, as the learner means it: corrections, check-ins that replace one another, results, plans."""

from dataclasses import replace
from datetime import date

import pytest

from planner.journal.fold import check_events, fold
from planner.journal.model import CheckIn, Evidence, Logged, Progress
from tests.journal.journal_samples import Pen, plan_content

FIRST, SECOND = date(2026, 11, 30), date(2026, 12, 7)


@pytest.fixture
def pen():
    return Pen()


def studied(progress):
    return [(entry.module, entry.minutes, entry.day, entry.week) for entry in progress.logs]


def test_nothing_happened_yet():
    assert fold([]) == Progress()


def test_a_log_belongs_to_its_day_and_week(pen):
    log = pen("log", day="2026-12-06", module="sql", minutes=90, note="joins")
    progress = fold([log])
    assert progress.logs == (Logged(log.id, "sql", 90, FIRST, date(2026, 12, 6), "joins"),)
    assert progress.logged("sql") == 90
    assert progress.latest == log.at


def test_a_corrected_log_keeps_what_was_not_corrected(pen):
    log = pen("log", module="sql", minutes=90, note="joins")
    minutes = pen("log-amended", event=log.id, minutes=60)
    change = {"event": log.id, "day": "2026-12-08", "module": "statistics"}
    moved = replace(pen("log-amended"), data=change)
    progress = fold([log, minutes, moved])
    assert progress.logs == (Logged(log.id, "statistics", 60, SECOND, date(2026, 12, 8), "joins"),)
    assert studied(fold([log, minutes, moved, pen("undo", events=[minutes.id])])) == [
        ("statistics", 90, date(2026, 12, 8), SECOND)
    ]


def test_a_deleted_log_stays_deleted_until_that_is_undone(pen):
    log = pen("log", module="sql", minutes=90)
    deleted = pen("log-deleted", event=log.id)
    late = pen("log-amended", event=log.id, minutes=5)
    assert fold([log, deleted, late]).logs == ()
    assert fold([log, deleted, late, pen("undo", events=[deleted.id])]).logged("sql") == 5


def test_a_correction_of_something_else_changes_nothing(pen):
    checkin = pen("checkin", week="2026-11-30", hours={"sql": 60})
    wrong = [pen("log-deleted", event=checkin.id), pen("log-amended", event="nobody", minutes=5)]
    assert fold([checkin, *wrong]).logged("sql") == 60


def test_the_second_checkin_of_a_week_replaces_the_first_as_a_whole(pen):
    first = pen(
        "checkin",
        week="2026-11-30",
        hours={"sql": 60, "statistics": 30},
        remaining={"sql": 600},
        done=["statistics"],
        milestones={"titanic": {"url": "https://example.org"}},
        time_off=["2026-12-09"],
    )
    plan = replace(pen("plan"), data={**plan_content("sql.1"), "part_of": first.id})
    second = pen("checkin", day="2026-12-06", week="2026-11-30", hours={"sql": 90}, note="again")
    both = fold([first, plan, second])
    assert studied(both) == [("sql", 90, None, FIRST)]
    assert both.checkins == (CheckIn(second.id, FIRST, date(2026, 12, 6), "again"),)
    assert (both.done, both.efforts, both.milestones, both.time_off) == ({}, {}, {}, frozenset())
    assert both.accepted is not None
    assert both.accepted.event == plan.id
    again = fold([first, plan, second, pen("undo", events=[second.id])])
    assert again == replace(fold([first, plan]), latest=again.latest)


def test_checkins_of_different_weeks_add_up(pen):
    later = pen(
        "checkin", day="2026-12-13", week="2026-12-07", hours={"sql": 30, "statistics": 0}, done=["sql"]
    )
    earlier = pen("checkin", day="2026-12-13", week="2026-11-30", hours={"sql": 60}, time_off=["2026-12-24"])
    progress = fold([later, earlier])
    assert [checkin.week for checkin in progress.checkins] == [FIRST, SECOND]
    assert studied(progress) == [("sql", 30, None, SECOND), ("sql", 60, None, FIRST)]
    assert progress.done == {"sql": date(2026, 12, 13)}
    assert progress.time_off == {date(2026, 12, 24)}


def test_what_remains_plus_what_was_studied_by_then_is_the_effort(pen):
    log = pen("log", module="sql", minutes=100)
    checkin = pen("checkin", week="2026-11-30", hours={"sql": 20}, remaining={"sql": 600, "statistics": 60})
    after = pen("log", module="sql", minutes=50)
    assert fold([log, checkin, after]).efforts == {"sql": 720, "statistics": 60}
    later = pen("estimate", module="sql", remaining=100)
    assert fold([log, checkin, after, later]).efforts == {"sql": 270, "statistics": 60}
    corrected = pen("log-amended", event=log.id, minutes=400)
    assert fold([log, checkin, after, corrected]).efforts["sql"] == 400 + 20 + 600


def test_replacing_an_earlier_weeks_checkin_leaves_what_remained_as_it_was(pen):
    first = pen("checkin", week="2026-11-30", hours={"sql": 60})
    second = pen("checkin", week="2026-12-07", hours={"sql": 60}, remaining={"sql": 600})
    corrected = pen("checkin", week="2026-11-30", hours={"sql": 90})
    progress = fold([first, second, corrected])
    assert progress.efforts["sql"] - progress.logged("sql") == 600


def test_done_is_the_day_it_was_said_and_a_later_log_does_not_reopen_it(pen):
    done = pen("done", day="2026-12-03", module="sql")
    progress = fold([done, pen("log", day="2026-12-05", module="sql", minutes=15), pen("done", module="sql")])
    assert progress.done == {"sql": date(2026, 12, 3)}
    assert progress.logged("sql") == 15


def test_steps_attempts_and_results(pen):
    ticks = [pen("step", milestone="titanic", step=step, ticked=True) for step in (1, 2)]
    untick = pen("step", milestone="titanic", step=1, ticked=False)
    attempt = pen("attempt", day="2026-12-02", milestone="titanic", metric="0.76", rank=900, teams=1000)
    reached = pen("reached", day="2026-12-03", milestone="titanic", url="https://example.org")
    more = pen("reached", day="2026-12-08", milestone="titanic", metric="0.78")
    found = fold([*ticks, untick, attempt, reached, more]).milestones["titanic"]
    assert found.steps == {2}
    assert found.attempts == ((date(2026, 12, 2), Evidence("", "0.76", 900, 1000)),)
    assert (found.reached, found.result) == (date(2026, 12, 3), Evidence("https://example.org", "0.78"))
    reopened = fold([*ticks, attempt, reached, pen("reopened", milestone="titanic")]).milestones["titanic"]
    assert (reopened.reached, reopened.result, len(reopened.attempts)) == (None, Evidence(), 1)


def test_a_checkin_can_reach_a_milestone(pen):
    checkin = pen("checkin", day="2026-12-06", week="2026-11-30", milestones={"titanic": {"metric": "0.78"}})
    found = fold([checkin]).milestones["titanic"]
    assert (found.reached, found.result.metric) == (date(2026, 12, 6), "0.78")


def test_the_last_plan_that_is_not_undone_is_in_force_and_all_are_history(pen):
    first, second = pen("plan", **plan_content("sql.1")), pen("plan", **plan_content("sql.2", previous="x"))
    undo = pen("undo", events=[second.id])
    progress = fold([first, second, undo])
    assert progress.accepted is not None
    assert progress.accepted.event == first.id
    assert [plan.event for plan in progress.plans] == [first.id, second.id]
    assert progress.undone_plans == {second.id}
    redone = fold([first, second, undo, pen("redo", events=[second.id])])
    assert redone.accepted is not None
    assert (redone.accepted.event, redone.undone_plans) == (second.id, frozenset())


def test_a_group_is_undone_as_a_whole_and_undoing_the_undo_brings_it_back(pen):
    leader = pen("checkin", week="2026-11-30", hours={"sql": 60})
    part = pen("done", module="sql", part_of=leader.id)
    undo = pen("undo", events=[leader.id])
    undone = fold([leader, part, undo])
    assert (undone.logs, undone.done, undone.checkins) == ((), {}, ())
    back = fold([leader, part, undo, pen("undo", events=[undo.id])])
    assert (back.logged("sql"), list(back.done)) == (60, ["sql"])


def test_what_a_newer_version_wrote_is_skipped_without_a_word(pen):
    log = pen("log", module="sql", minutes=30)
    newer = [pen("mood", value=[1, {"a": None}]), replace(pen("log", module=3), v=2)]
    progress = fold([log, *newer])
    assert progress == replace(fold([log]), latest=newer[-1].at)
    assert check_events([log, *newer]) == ()


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("log", {"module": "sql"}),
        ("log", {"module": "sql", "minutes": -5}),
        ("log", {"module": "sql", "minutes": True}),
        ("log", {"module": "sql", "minutes": 10**30}),
        ("log", {"module": "sql", "minutes": 5, "part_of": ["x"]}),
        ("log", {"module": "", "minutes": 5}),
        ("log", {"module": "sql", "minutes": 5, "note": None}),
        ("log-amended", {"event": "x", "day": "tomorrow"}),
        ("done", {"module": ["sql"]}),
        ("checkin", {"week": "2026-12-01"}),
        ("checkin", {"week": "20261130"}),
        ("checkin", {"week": "2026-11-30", "hours": {"sql": "5h"}}),
        ("checkin", {"week": "2026-11-30", "done": "sql"}),
        ("checkin", {"week": "2026-11-30", "milestones": {"titanic": {"rank": 0}}}),
        ("step", {"milestone": "titanic", "step": 1, "ticked": 1}),
        ("reached", {"milestone": "titanic", "url": 5}),
        ("plan", {}),
        ("plan", {**plan_content("sql.1"), "now": 10**20}),
        ("plan", {**plan_content("sql.1"), "ratio": [1]}),
        ("plan", {**plan_content("sql.1"), "ratio": [1, 0]}),
        ("plan", {**plan_content("sql.1"), "inputs": []}),
        ("plan", {**plan_content("sql.1"), "uids": []}),
        ("plan", {**plan_content("sql.1"), "sessions": [["sql.1"]]}),
        ("plan", {**plan_content("sql.1"), "sessions": [None]}),
        (
            "plan",
            {
                **plan_content("sql.1"),
                "sessions": [["a.1", "a", "study", "2026-12-01", 10**12, 60, [], 0, 0]],
            },
        ),
        (
            "plan",
            {**plan_content("sql.1"), "sessions": [["a.1", "a", "study", "2026-12-01", 10, 60, ["x"], 0, 0]]},
        ),
        ("plan", {**plan_content("sql.1"), "sessions": [["a.1", "a", "study", "someday", 10, 60, [], 0, 0]]}),
        (
            "plan",
            {**plan_content("sql.1"), "sessions": [["a.1", "a", "study", "2026-12-01", 10, 60, [], 0, -1]]},
        ),
        ("undo", {"events": "x"}),
        ("undo", {}),
    ],
)
def test_data_that_makes_no_sense_is_skipped_and_named(pen, kind, data):
    log = pen("log", module="sql", minutes=30)
    wrong = replace(pen(kind), data=data)
    assert fold([log, wrong]) == replace(fold([log]), latest=wrong.at)
    assert [problem.key for problem in check_events([log, wrong])] == [wrong.id]
