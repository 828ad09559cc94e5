"""What the screens and `--json` show: today, the week, what became of sessions, what if, the plan as a document."""

import json
from datetime import date, datetime, timedelta

import pytest

from planner.problems import DataError
from planner.workspace.checkin.proposing import CheckInAnswers, checkin_draft, propose_checkin
from planner.workspace.export import export_ics
from planner.workspace.opening import open_plan
from planner.workspace.proposal import accept, propose_replan
from planner.workspace.setup.drafting import preview
from planner.workspace.supposing.whatif import WhatIf, what_if
from planner.workspace.tracking.log import log_time
from planner.workspace.views.documents import (
    checkin_document,
    journal_document,
    milestones_document,
    plan_document,
    proposal_document,
    today_document,
    week_document,
)
from planner.workspace.views.history import past_sessions
from planner.workspace.views.journal import journal_lines
from planner.workspace.views.today import today_view
from planner.workspace.views.week import week_view
from tests.oracle.shape import check_shape

START = date(2026, 11, 30)
SUNDAY = date(2026, 12, 6)


def planned_on(opened, day):
    return [s for s in opened.timeline if s.day == day and s.kind == "study"]


def test_the_plan_document_has_the_shape_of_the_design(learner):
    learner.begin()
    opened = open_plan(learner.on(SUNDAY))
    document = plan_document(opened)
    assert check_shape(json.loads(json.dumps(document))) == []
    assert document["accepted_at"] == "2026-11-30T08:00:00+09:00"
    assert [s["id"] for s in document["sessions"]] == [s.id for s in opened.plan.sessions]
    first = document["sessions"][0]
    assert first["start"].endswith("+09:00")
    assert {s["module"] for s in document["sessions"] if s["kind"] == "buffer"} <= {None}


def test_a_late_plan_comes_with_what_would_make_it_fit(learner):
    learner.begin(goal=date(2026, 12, 13))
    verdict = plan_document(open_plan(learner.on(START, 8)))["verdict"]
    assert verdict["status"] == "late"
    assert {repair["kind"] for repair in verdict["repairs"]} >= {"goal"}
    assert all(repair["max_lateness_days"] <= 0 for repair in verdict["repairs"])


def test_topics_are_joined_and_said_in_the_language(learner):
    learner.begin()
    document = plan_document(open_plan(learner.on(START, 8, language="ja")))
    said = {s["topic"] for s in document["sessions"] if s["module"] == "python-basics"}
    assert said <= {"variables", "loops", "variables · loops"}
    assert len(said) > 1


def test_the_history_adds_what_is_over_with_its_status(learner):
    learner.begin()
    opened = open_plan(learner.on(START))
    [session, *_] = planned_on(opened, START)
    opened = open_plan(log_time(opened, session.module, session.minutes).context)
    opened = open_plan(learner.on(date(2026, 12, 1)))
    now, whole = plan_document(opened), plan_document(opened, history=True)
    added = whole["sessions"][: len(whole["sessions"]) - len(now["sessions"])]
    assert [(s["id"], s["status"]) for s in added if s["day"] == "2026-11-30"] == [(session.id, "done")]
    assert {s["status"] for s in added if s["day"] == "2026-12-01"} == {"missed"}
    assert [s["id"] for s in whole["sessions"][len(added) :]] == [s["id"] for s in now["sessions"]]


def test_minutes_of_a_checkin_fill_the_sessions_of_their_week_in_order(learner):
    learner.begin()
    opened = open_plan(learner.on(SUNDAY))
    module = planned_on(opened, START)[0].module
    week = [s for s in opened.timeline if s.module == module and s.day <= SUNDAY]
    hours = {module: week[0].minutes + 30}
    opened = accept(propose_checkin(opened, CheckInAnswers(hours=hours)))
    given = [view.given for view in past_sessions(opened) if view.session.module == module]
    assert given[:2] == [week[0].minutes, 30]
    assert sum(given) == week[0].minutes + 30


def test_a_session_under_way_when_the_plan_changed_keeps_its_beginning(learner):
    learner.begin()
    [session] = planned_on(open_plan(learner.on(START, 8)), START)
    accept(propose_replan(open_plan(learner.on(START, 21))))
    [after] = planned_on(open_plan(learner.on(SUNDAY)), START)
    assert (after.start, after.end) == (session.start, session.end)


def test_today_says_what_now_and_what_next(learner):
    learner.begin()
    view = today_view(open_plan(learner.on(START, 21)))
    assert (view.now.status, view.now.start.hour, view.day) == ("now", 20, START)
    assert [each.session.day for each in view.later] == sorted(each.session.day for each in view.later)
    assert view.later[0].session.day > START
    assert today_view(open_plan(learner.on(START, 9))).now.status == "planned"
    assert today_view(open_plan(learner.on(START, 23))).now is None


def test_what_is_done_today_is_not_asked_for_again(learner):
    learner.begin()
    opened = open_plan(learner.on(START, 9))
    [session] = planned_on(opened, START)
    view = today_view(log_time(opened, session.module, session.minutes))
    assert (view.now, [each.status for each in view.today]) == (None, ["done"])


def test_the_week_so_far_adds_logs_and_checkins(learner):
    learner.begin()
    opened = log_time(open_plan(learner.on(date(2026, 12, 2), 9)), "python-basics", 50)
    opened = accept(propose_checkin(opened, CheckInAnswers(hours={"sql-basics": 100})))
    week = today_view(opened).week
    assert (week.studied, week.studied_days) == (150, (0, 0, 50, 0, 0, 0, 0))
    assert week.planned == sum(week.planned_days)


@pytest.mark.parametrize(
    ("day", "due", "next_day"),
    [
        (date(2026, 12, 2), False, SUNDAY),
        (SUNDAY, True, SUNDAY),
        (date(2026, 12, 7), True, date(2026, 12, 13)),
        (date(2026, 12, 10), False, date(2026, 12, 13)),
    ],
)
def test_the_checkin_is_due_on_its_day_and_until_wednesday(learner, day, due, next_day):
    learner.begin()
    view = today_view(open_plan(learner.on(day)))
    assert (view.checkin_due, view.checkin_day) == (due, next_day)


def test_after_the_checkin_the_next_one_is_a_week_later(learner):
    learner.begin()
    opened = accept(propose_checkin(open_plan(learner.on(SUNDAY)), CheckInAnswers()))
    view = today_view(opened)
    assert (view.checkin_due, view.checkin_day) == (False, date(2026, 12, 13))


def test_the_burn_up_never_falls_and_ends_at_all_the_work(learner):
    opened = learner.begin()
    points = today_view(opened).burn_up
    assert [planned for _, _, planned in points] == sorted(planned for _, _, planned in points)
    assert points[-1][2] == opened.plan.effort
    assert [day for day, _, _ in points] == [START + timedelta(days=7 * n) for n in range(len(points))]


def test_a_week_shows_its_days_windows_time_off_and_holidays(learner):
    learner.begin(holidays="JP")
    opened = open_plan(learner.on(SUNDAY))
    opened = accept(propose_checkin(opened, CheckInAnswers(time_off=(date(2026, 12, 9),))))
    view = week_view(opened, 1)
    assert [day.off for day in view.days] == [False, False, True, False, False, False, False]
    assert view.days[2].windows == ()
    assert [start.hour for start, _ in view.days[5].windows] == [10]
    assert view.capacity == 4 * 120 + 2 * 240
    holiday = week_view(opened, 6).days[0]
    assert (holiday.day, holiday.holiday) == (date(2027, 1, 11), True)
    with pytest.raises(DataError):
        week_view(opened, 10_000)


def test_what_if_changes_nothing_and_more_hours_end_sooner(learner):
    opened = learner.begin()
    before = learner.tree()
    more = what_if(opened, WhatIf(hours_per_week=1800))
    assert more.after.finish < more.before.finish
    less = what_if(opened, WhatIf(hours_per_week=300, goal=date(2027, 12, 31)))
    assert less.after.finish > less.before.finish
    assert less.after.goal == date(2027, 12, 31)
    dropped = what_if(opened, WhatIf(drop=("stretch",)))
    assert dropped.before.effort - dropped.after.effort == 360
    assert learner.tree() == before


@pytest.mark.parametrize(
    "change", [WhatIf(hours_per_week=0), WhatIf(goal=date(2020, 1, 1)), WhatIf(drop=("nothing",))]
)
def test_an_impossible_change_is_refused(learner, change):
    opened = learner.begin()
    with pytest.raises(DataError):
        what_if(opened, change)


def test_every_document_is_plain_json(learner):
    learner.begin()
    opened = log_time(open_plan(learner.on(SUNDAY)), "python-basics", 60)
    proposal = propose_checkin(opened, CheckInAnswers(hours={"python-basics": 60}))
    documents = [
        today_document(opened),
        week_document(opened),
        milestones_document(opened),
        proposal_document(proposal),
        proposal_document(what_if(opened, WhatIf(hours_per_week=600))),
        checkin_document(opened, checkin_draft(opened)),
        journal_document(opened, journal_lines(opened)),
    ]
    for document in documents:
        assert json.loads(json.dumps(document, allow_nan=False)) == document


def test_an_exported_calendar_is_the_same_twice(learner):
    opened = learner.begin()
    first = export_ics(opened)
    assert first == export_ics(open_plan(learner.on(date(2026, 12, 5))))
    study = sum(session.kind != "buffer" for session in opened.plan.sessions)
    assert first.count(b"BEGIN:VEVENT") >= study
    assert datetime.fromisoformat("2026-11-30T11:00:00+00:00").strftime("%Y%m%dT%H%M%SZ").encode() in first


def test_a_preview_has_its_sessions_in_the_week(learner):
    opened = preview(learner.on(SUNDAY), learner.answers(start=SUNDAY + timedelta(days=8)))
    assert [week_view(opened, offset).planned > 0 for offset in (0, 1, 2)] == [False, False, True]


def test_no_checkin_is_asked_for_on_the_first_day(learner):
    learner.begin(start=SUNDAY)
    assert not today_view(open_plan(learner.on(SUNDAY))).checkin_due
    assert today_view(open_plan(learner.on(SUNDAY + timedelta(days=1)))).checkin_due
