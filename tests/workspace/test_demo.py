"""The demo: ten weeks lived by the same use cases, the same each time, and something to see everywhere."""

from datetime import date, timedelta

import pytest

from planner.workspace.opening import open_plan
from planner.workspace.setup.demo import demo_context
from planner.workspace.views.history import past_sessions
from planner.workspace.views.today import today_view

WEDNESDAY = date(2027, 2, 10)


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    from tests.workspace.conftest import Learner

    folder = tmp_path_factory.mktemp("demo")
    (folder / "shown").mkdir()
    return open_plan(demo_context(folder / "shown", Learner(folder).on(WEDNESDAY, 18)))


def test_it_begins_ten_weeks_ago_and_is_up_to_date(demo):
    assert demo.profile.start == date(2026, 11, 30)
    assert demo.plan.stale == ()
    assert demo.problems == ()
    assert demo.progress.checkins[-1].day == date(2027, 2, 7)


def test_it_has_good_weeks_a_bad_one_and_a_skipped_one(demo):
    weeks = [demo.profile.start + timedelta(days=7 * n) for n in range(10)]
    studied = [sum(e.minutes for e in demo.progress.logs if e.week == week) for week in weeks]
    assert min(studied) == 0
    assert max(studied) > 1080
    assert any(0 < minutes < 480 for minutes in studied)
    assert len(demo.progress.checkins) == 9
    assert len(demo.progress.plans) == 11


def test_every_screen_has_something_to_show(demo):
    view = today_view(demo)
    assert view.now is not None
    assert view.later
    assert view.done_minutes > 100 * 60
    assert {session.status for session in past_sessions(demo)} >= {"done", "missed"}
    reached = [state for state in demo.progress.milestones.values() if state.reached]
    assert reached
    assert all(state.result.url for state in reached)
    assert any(state.steps and not state.reached for state in demo.progress.milestones.values())
    assert demo.progress.time_off


def test_the_same_moment_gives_the_same_demo(demo, learner):
    again = open_plan(demo_context(learner.folder / "again", learner.on(WEDNESDAY, 18)))
    assert again.events == demo.events
    assert again.plan == demo.plan


@pytest.mark.parametrize(
    ("day", "hour"),
    [
        (date(2027, 2, 14), 23),
        *(
            pytest.param(day, hour, marks=pytest.mark.ci)
            for day, hour in [
                (date(2027, 2, 8), 0),
                (date(2027, 2, 8), 23),
                (date(2027, 2, 14), 0),
                (date(2028, 2, 29), 0),
                (date(2028, 2, 29), 23),
            ]
        ),
    ],
)
def test_it_works_on_any_day(learner, day, hour):
    opened = open_plan(demo_context(learner.folder / "demo", learner.on(day, hour)))
    assert (opened.plan.stale, opened.problems) == ((), ())
    assert today_view(opened).later
    assert not learner.home.exists()


def test_modules_take_less_or_more_than_estimated(demo):
    done = dict.fromkeys(demo.progress.done, 0)
    for entry in demo.progress.logs:
        if entry.module in done:
            done[entry.module] += entry.minutes
    estimates = {module.id: module.effort.likely for module in demo.curriculum.modules}
    ratios = [minutes / estimates[name] for name, minutes in done.items()]
    assert min(ratios) < 0.95
    assert max(ratios) > 1.05
    assert len(ratios) >= 8


def test_a_medal_was_missed_and_would_have_been_won(demo):
    from planner.curriculum.kaggle import rank_needed
    from planner.curriculum.model import Medal

    tries = [evidence for _, evidence in demo.progress.milestones["kaggle-medal"].attempts]
    assert {each.rank <= rank_needed(Medal.BRONZE, each.teams) for each in tries} == {True, False}


def test_the_hand_was_laid_on_sessions_and_no_timer_runs(demo):
    kinds = [event.kind for event in demo.events]
    assert {"pin", "move"} <= set(kinds)
    assert any(session.pinned for session in demo.plan.sessions)
    assert demo.shown.timers == ()
    assert demo.plan.verdict.status == "on-time"
