"""What the plan over time and the progress show, against the journal and the plan: nothing twice, nothing left out."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.journal.model import CheckIn, Logged, Progress
from planner.workspace.checkin.proposing import CheckInAnswers, propose_checkin
from planner.workspace.opening import open_plan
from planner.workspace.proposal import accept
from planner.workspace.tracking.log import log_time
from planner.workspace.views.module import module_page
from planner.workspace.views.plan import DONE, UNDER_WAY, plan_view
from planner.workspace.views.progress import progress_view

START = date(2026, 11, 30)
SUNDAY = date(2026, 12, 6)
MODULES = ["python-basics", "sql-basics", "project", "gone"]


class Faked:
    """An open plan of which something else happened than its journal says."""

    def __init__(self, opened, progress):
        self._opened, self.shown = opened, progress

    def __getattr__(self, name):
        return getattr(self._opened, name)


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    from tests.workspace.conftest import Learner

    learner = Learner(tmp_path_factory.mktemp("views"))
    learner.begin()
    return open_plan(learner.on(date(2027, 1, 6)))


def logs(number):
    """Return a strategy for logs of a day, or of a week as a check-in has them."""
    day = START + timedelta(days=number)
    week = day - timedelta(days=day.weekday())
    minutes = st.integers(1, 300)
    return st.builds(
        lambda module, minutes, whole: Logged(f"e{number}", module, minutes, week, None if whole else day),
        st.sampled_from(MODULES), minutes, st.booleans(),
    )  # fmt: skip


@settings(max_examples=60)
@given(st.lists(st.integers(-20, 37).flatmap(logs), max_size=25), st.sets(st.integers(0, 5)))
def test_every_minute_studied_is_in_exactly_one_week_and_there_in_one_day_and_one_track(
    opened, entries, checked
):
    mondays = [START + timedelta(weeks=number) for number in checked]
    checkins = tuple(CheckIn(f"c{day}", day, day) for day in mondays)
    view = progress_view(Faked(opened, Progress(logs=tuple(entries), checkins=checkins)))
    assert sum(week.studied for week in view.weeks) == sum(entry.minutes for entry in entries)
    for week in view.weeks:
        inside = [entry for entry in entries if entry.week == week.monday]
        assert week.studied == sum(entry.minutes for entry in inside) == sum(dict(week.tracks).values())
        for number, minutes in enumerate(week.days):
            day = week.monday + timedelta(days=number)
            assert minutes == sum(entry.minutes for entry in inside if entry.day == day)
        assert week.checked_in == (week.monday in mondays)
    steps = {after.monday - before.monday for before, after in zip(view.weeks, view.weeks[1:], strict=False)}
    assert steps <= {timedelta(days=7)}
    assert view.weeks[-1].monday == date(2027, 1, 4)
    assert view.pace[0] == sum(week.studied for week in view.weeks[:-1])


def test_the_sums_agree_with_the_plan(learner):
    learner.begin()
    log_time(open_plan(learner.on(date(2026, 12, 2))), "python-basics", 90)
    opened = open_plan(learner.on(SUNDAY))
    opened = accept(propose_checkin(opened, CheckInAnswers(day=SUNDAY, hours={"sql-basics": 120})))
    view = progress_view(opened)
    assert view.done == sum(track.studied for track in view.tracks) == 210
    assert view.effort == sum(track.effort for track in view.tracks) == opened.plan.effort
    (week,) = view.weeks
    assert (week.studied, week.days[2], week.reported, week.checked_in) == (210, 90, 120, True)
    assert dict(week.tracks) == {"code": 90, "data": 120}


def test_holidays_and_days_off_are_marked(learner):
    from planner.workspace.hand.changing import act
    from planner.workspace.hand.days import switch_day

    learner.begin(holidays="JP")
    act(switch_day(open_plan(learner.on(date(2026, 12, 1))), date(2026, 12, 3)))
    view = progress_view(open_plan(learner.on(date(2027, 1, 3))))
    off = {
        week.monday + timedelta(days=number) for week in view.weeks for number in range(7) if week.off[number]
    }
    assert off == {date(2026, 12, 3), date(2027, 1, 1)}


def test_the_first_day_has_one_week_and_no_pace(learner):
    learner.begin()
    view = progress_view(open_plan(learner.on(START, 9)))
    assert [week.monday for week in view.weeks] == [START]
    assert (view.pace, view.recent, view.ratio, view.took) == ((0, 0), (0, 0), None, ())


def test_the_plan_has_each_module_once_by_phase_and_by_track(learner):
    learner.begin()
    log_time(open_plan(learner.on(date(2026, 12, 2))), "python-basics", 90)
    opened = open_plan(learner.on(SUNDAY))
    view = plan_view(opened)
    planned = sorted(plan.id for plan in opened.plan.modules)
    for groups in (view.phases, view.by_track()):
        assert sorted(row.id for group in groups for row in group.modules) == planned
        marks = sorted(mark.id for group in groups for mark in group.milestones)
        assert marks == sorted(plan.id for plan in opened.plan.milestones)
    rows = {row.id: row for phase in view.phases for row in phase.modules}
    assert rows["python-basics"].state == UNDER_WAY
    assert sum(minutes for _, minutes in rows["python-basics"].studied) == 90
    for row in rows.values():
        assert all(day >= view.today for day, _ in row.planned)
        assert view.first <= min((day for day, _ in (*row.studied, *row.planned)), default=view.first)


def test_a_module_may_be_put_off_as_long_as_the_tightest_milestone_that_needs_it(learner):
    learner.begin()
    opened = open_plan(learner.on(START, 9))
    plans = {plan.id: plan for plan in opened.plan.milestones}
    rows = {row.id: row for phase in plan_view(opened).phases for row in phase.modules}
    tightest = min((plans["first-tool"], plans["medal"]), key=lambda plan: plan.slack)
    assert (rows["python-basics"].guard.milestone, rows["python-basics"].guard.slack) == (
        tightest.id,
        tightest.slack,
    )
    assert rows["sql-basics"].guard.milestone == "medal"
    assert rows["project"].guard.milestone == "medal"


def test_a_page_of_a_module_has_topics_done_as_far_as_the_minutes_reach(learner):
    learner.begin()
    log_time(open_plan(learner.on(date(2026, 12, 2))), "python-basics", 310)
    opened = open_plan(learner.on(SUNDAY))
    page = module_page(opened, "python-basics")
    assert [done for _, done in page.topics] == [True, False]
    assert [session.session.module for session in page.sessions] == ["python-basics"] * len(page.sessions)
    assert [title.in_language("en") for title in page.leads_to] == ["Project", "First tool"]
    assert [done for _, done in module_page(opened, "project").requires] == [False, False]
    assert module_page(opened, "nowhere") is None


def test_a_finished_module_has_no_slack_and_is_done(learner):
    learner.begin()
    opened = open_plan(learner.on(SUNDAY))
    done = replace(opened.shown, done={"python-basics": SUNDAY})
    rows = {row.id: row for phase in plan_view(Faked(opened, done)).phases for row in phase.modules}
    assert (rows["python-basics"].state, rows["python-basics"].guard) == (DONE, None)
