"""Several weeks lived through the use cases: begin, study, check in, accept, undo."""

from datetime import date, timedelta

import pytest

from planner.journal.model import Evidence
from planner.problems import DataError
from planner.workspace.checkin.proposing import CheckInAnswers, checkin_draft, default_day, propose_checkin
from planner.workspace.opening import open_plan
from planner.workspace.proposal import accept, propose_replan
from planner.workspace.tracking.log import log_time, mark_done
from planner.workspace.undoing.undo import redo, undo
from planner.workspace.views.documents import plan_document

START = date(2026, 11, 30)
SUNDAY = date(2026, 12, 6)


def sessions(plan):
    return [(s.id, s.start, s.end, s.topics, s.kind) for s in plan.sessions]


def messages(error):
    return [problem.message.text for problem in error.value.problems]


def study_as_planned(learner, first, last):
    """Log every session of the days from `first` to `last` on its evening."""
    day = first
    while day <= last:
        opened = open_plan(learner.on(day))
        for session in opened.timeline:
            if session.day == day and session.kind == "study":
                opened = log_time(opened, session.module, session.minutes)
        day += timedelta(days=1)


def test_weeks_lived_as_planned_end_with_all_work_done(learner):
    opened = learner.begin()
    for week in range(8):
        monday = START + timedelta(days=7 * week)
        study_as_planned(learner, monday, monday + timedelta(days=6))
        opened = open_plan(learner.on(monday + timedelta(days=6)))
        assert opened.plan.stale == ()
        opened = accept(propose_checkin(opened, CheckInAnswers()))
    assert all(module.remaining == 0 for module in opened.plan.modules)
    assert opened.plan.sessions == ()


def test_a_proposal_writes_nothing(learner):
    learner.begin()
    before = learner.tree()
    opened = open_plan(learner.on(SUNDAY))
    propose_checkin(opened, CheckInAnswers(hours={"python-basics": 300}, done=("sql-basics",)))
    propose_replan(opened)
    assert learner.tree() == before


def test_accepting_gives_the_plan_that_was_shown(learner):
    learner.begin()
    opened = open_plan(learner.on(SUNDAY))
    answers = CheckInAnswers(
        hours={"python-basics": 200}, remaining={"sql-basics": 900}, time_off=(date(2026, 12, 9),)
    )
    proposal = propose_checkin(opened, answers)
    after = accept(proposal)
    assert sessions(after.plan) == sessions(proposal.after)
    assert after.plan.milestones == proposal.after.milestones
    assert after.plan.stale == ()
    assert all(session.day != date(2026, 12, 9) for session in after.plan.sessions)
    assert plan_document(open_plan(learner.on(SUNDAY))) == plan_document(after)


def test_an_unchanged_replan_changes_nothing(learner):
    learner.begin()
    proposal = propose_replan(open_plan(learner.on(START, 8)))
    assert (proposal.diff.moved, proposal.diff.added, proposal.diff.removed) == ((), (), ())


def test_a_second_checkin_of_a_week_replaces_the_first(learner):
    learner.begin()
    accept(propose_checkin(open_plan(learner.on(SUNDAY)), CheckInAnswers(hours={"python-basics": 300})))
    opened = open_plan(learner.on(SUNDAY))
    assert checkin_draft(opened).again
    opened = accept(propose_checkin(opened, CheckInAnswers(hours={"sql-basics": 120})))
    assert opened.progress.logged("python-basics") == 0
    assert opened.progress.logged("sql-basics") == 120


def test_undo_takes_back_a_checkin_with_its_plan_and_redo_brings_both_back(learner):
    learner.begin()
    opened = open_plan(learner.on(SUNDAY))
    accepted = accept(propose_checkin(opened, CheckInAnswers(done=("python-basics",))))
    back, said = undo(accepted)
    assert (
        back.t(said)
        == "Undone: check-in for the week of 30 Nov 2026: 0 m reported, and the plan accepted with it"
    )
    assert back.progress.accepted.event == opened.progress.accepted.event
    assert "python-basics" not in back.progress.done
    assert plan_document(back) == plan_document(opened)
    again, _ = redo(back)
    assert sessions(again.plan) == sessions(accepted.plan)


def test_there_is_nothing_to_undo_right_after_init(learner):
    opened = learner.begin()
    with pytest.raises(DataError) as error:
        undo(opened)
    assert messages(error) == ["There is nothing to undo."]


def test_undone_work_can_be_undone_step_by_step(learner):
    opened = learner.begin()
    opened = log_time(opened, "python-basics", 60)
    opened = log_time(opened, "sql-basics", 30)
    opened, _ = undo(opened)
    assert opened.progress.logged("sql-basics") == 0
    opened, said = undo(opened)
    assert opened.t(said) == "Undone: Python basics: 1 h studied"
    assert opened.progress.logs == ()


def test_the_moments_of_events_never_go_back_even_if_the_clock_does(learner):
    learner.begin()
    log_time(open_plan(learner.on(SUNDAY)), "python-basics", 60)
    opened = log_time(open_plan(learner.on(START, 9)), "python-basics", 30)
    moments = [event.at for event in opened.events]
    assert moments == sorted(set(moments))
    assert opened.progress.logs[-1].day == START


def test_today_moves_the_learner_but_not_the_clock_of_events(learner):
    learner.begin()
    opened = open_plan(learner.on(START, 9, today=SUNDAY))
    assert opened.now.isoformat() == "2026-12-06T00:00:00+09:00"
    opened = log_time(opened, "python-basics", 60)
    assert opened.events[-1].day == SUNDAY
    assert opened.events[-1].at.date() == date(2026, 11, 30)


def test_finished_modules_that_took_longer_change_the_ratio_at_the_checkin_only(learner):
    learner.begin()
    opened = open_plan(learner.on(SUNDAY))
    for day in range(6):
        opened = log_time(opened, "python-basics", 300, START + timedelta(days=day))
    opened = mark_done(opened, "python-basics")
    assert propose_replan(opened).after.ratio == (1, 1)
    after = accept(propose_checkin(opened, CheckInAnswers()))
    assert after.progress.accepted.ratio == (2400 + 1800, 2400 + 600)
    project = next(module for module in after.plan.modules if module.id == "project")
    assert project.effort == 1200 * 4200 // 3000


def test_a_small_difference_leaves_the_ratio_alone(learner):
    learner.begin()
    opened = mark_done(log_time(open_plan(learner.on(SUNDAY)), "python-basics", 660), "python-basics")
    assert propose_checkin(opened, CheckInAnswers()).after.ratio == (1, 1)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (SUNDAY, SUNDAY),
        (date(2026, 12, 7), SUNDAY),
        (date(2026, 12, 9), SUNDAY),
        (date(2026, 12, 10), date(2026, 12, 10)),
        (date(2026, 12, 2), date(2026, 12, 2)),
    ],
)
def test_a_checkin_is_for_last_week_until_wednesday(learner, day, expected):
    learner.begin()
    assert default_day(open_plan(learner.on(day))) == expected


def test_hours_of_a_checkin_count_in_its_week_not_on_its_day(learner):
    learner.begin()
    monday = date(2026, 12, 7)
    after = accept(
        propose_checkin(open_plan(learner.on(monday, 8)), CheckInAnswers(hours={"sql-basics": 90}))
    )
    [entry] = after.progress.logs
    assert (entry.week, entry.day) == (START, None)


def test_the_checkin_asks_about_the_week_and_what_is_due(learner):
    learner.begin()
    opened = log_time(open_plan(learner.on(SUNDAY)), "extra", 45, START)
    draft = checkin_draft(opened)
    rows = {row.module: row for row in draft.rows}
    assert (draft.week, draft.day, draft.again) == (START, SUNDAY, False)
    assert rows["extra"].logged == 45
    assert sum(row.planned for row in draft.rows) == sum(
        s.minutes for s in opened.timeline if s.kind == "study" and s.day <= SUNDAY
    )


def test_a_milestone_reached_in_a_checkin_counts_with_its_evidence(learner):
    learner.begin()
    answers = CheckInAnswers(milestones={"first-tool": Evidence(url="https://example.org/tool")})
    after = accept(propose_checkin(open_plan(learner.on(SUNDAY)), answers))
    progress = after.progress.milestones["first-tool"]
    assert (progress.reached, progress.result.url) == (SUNDAY, "https://example.org/tool")


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        (CheckInAnswers(hours={"pythn-basics": 60}), "Unknown module: {id}. Did you mean {near}?"),
        (
            CheckInAnswers(milestones={"frst-tool": Evidence()}),
            "Unknown milestone: {id}. Did you mean {near}?",
        ),
        (CheckInAnswers(day=date(2026, 12, 7)), "{day} has not come yet: give today or an earlier day"),
        (
            CheckInAnswers(day=date(2026, 11, 29)),
            "{day} is before the plan's start, {start}: give a later day",
        ),
        (CheckInAnswers(hours={"project": 20_000}), "{minutes} are more than a week holds: check the hours"),
    ],
)
def test_impossible_answers_are_refused_and_nothing_is_written(learner, answers, text):
    learner.begin()
    before = learner.tree()
    with pytest.raises(DataError) as error:
        propose_checkin(open_plan(learner.on(SUNDAY)), answers)
    assert messages(error) == [text]
    assert learner.tree() == before
