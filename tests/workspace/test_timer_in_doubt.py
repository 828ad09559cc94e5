"""A timer that cannot be true is asked about: forgotten, started by a clock that ran ahead, left on another machine."""

from dataclasses import replace
from datetime import date

import pytest

from planner.workspace.tracking.log import log_time
from planner.workspace.tracking.span import Stop
from planner.workspace.tracking.timer import latest, planned_length, running, say_running
from planner.workspace.tracking.timing import start_timer, stop_timer
from planner.workspace.undoing.undo import undo
from tests.workspace.timer_clock import MONDAY, PYTHON, SQL, TUESDAY, Clock, edit_profile, logs, refused, said


@pytest.fixture
def clock(learner):
    learner.begin()
    return Clock(learner)


def test_a_timer_that_ran_too_long_is_asked_about_and_never_logged_by_itself(clock):
    start_timer(clock.at("20:10"), PYTHON)
    assert not latest(clock.at("00:10", TUESDAY)).forgotten
    opened = clock.at("00:11", TUESDAY)
    assert latest(opened).forgotten
    told = refused(opened, stop_timer)
    assert "since Mon 30 Nov 20:10, for 4 h 1 m" in told
    assert "planner stop --took 1h30m, or planner stop --discard" in told
    assert refused(opened, start_timer, SQL) == told
    assert logs(stop_timer(opened, Stop(took=90))[0]) == [(PYTHON, MONDAY, 90)]


def test_twice_the_longest_session_may_be_more_but_never_more_than_a_day(learner, clock):
    edit_profile(learner, ("{min: 30m, max: 2h}", "{min: 30m, max: 6h}"))
    start_timer(clock.at("01:00"), PYTHON)
    assert not latest(clock.at("13:00")).forgotten
    assert latest(clock.at("13:01")).forgotten
    edit_profile(learner, ("max: 6h}", "max: 12h}"))
    assert not latest(clock.at("01:00", TUESDAY)).forgotten
    assert latest(clock.at("01:01", TUESDAY)).forgotten


def test_the_planned_length_is_proposed(clock):
    session = next(s for s in clock.at("08:00").plan.sessions if s.day == MONDAY)
    start_timer(clock.at("20:05"), session.module)
    opened = clock.at("09:00", TUESDAY)
    assert planned_length(opened, latest(opened)) == session.minutes
    undo(opened)
    start_timer(clock.at("03:00", date(2026, 12, 2)), "project")
    opened = clock.at("23:00", date(2026, 12, 2))
    assert planned_length(opened, latest(opened)) == opened.profile.study.session_max


def test_what_it_took_may_be_longer_than_it_ran_and_ends_by_now(clock):
    start_timer(clock.at("00:10", TUESDAY), PYTHON)
    after = stop_timer(clock.at("00:20", TUESDAY), Stop(took=30))[0]
    assert logs(after) == [(PYTHON, MONDAY, 10), (PYTHON, TUESDAY, 20)]
    start_timer(clock.at("00:30", TUESDAY), PYTHON)
    assert "more than a day" in refused(clock.at("01:00", TUESDAY), stop_timer, Stop(took=1441))


def test_a_clock_that_was_set_back_is_said_and_nothing_is_negative(clock):
    start_timer(clock.at("20:00"), PYTHON)
    opened = clock.at("19:30")
    timer = latest(opened)
    assert (timer.minutes, timer.ahead, timer.forgotten) == (0, True, False)
    assert "was the clock set back?" in opened.t(say_running(timer, MONDAY, "en"))
    assert "which is later than now" in refused(opened, stop_timer)
    assert logs(stop_timer(opened, Stop(took=20))[0]) == [(PYTHON, MONDAY, 20)]


def test_a_few_seconds_between_clocks_are_no_reason_to_ask(clock):
    start_timer(clock.at("20:00:30"), PYTHON)
    assert "under a minute" in said(stop_timer(clock.at("20:00:05")))


def test_started_while_the_clock_is_behind_the_journal_it_began_when_the_clock_says(clock):
    log_time(clock.at("21:00"), SQL, 5)
    start_timer(clock.at("20:00"), PYTHON)
    assert latest(clock.at("20:30")).minutes == 30


# --- two machines


def test_of_timers_of_two_machines_the_last_is_stopped_and_the_other_asked_about(learner, clock):
    start_timer(clock.at("20:00"), PYTHON)
    desk = replace(learner.on(MONDAY), state=learner.folder / "desk")
    kept = {file: file.read_bytes() for file in learner.home.glob("journal/*")}
    events = {file: b"".join(data.splitlines(keepends=True)[:-1]) for file, data in kept.items()}
    for file, data in events.items():  # the other machine has not seen the start
        file.write_bytes(data)
    start_timer(clock.at("20:05", state=desk.state), SQL)
    for file, data in kept.items():
        file.write_bytes(data)
    opened = clock.at("20:35")
    assert [(each.timer.module, each.forgotten) for each in running(opened)] == [(PYTHON, True), (SQL, False)]
    assert said(stop_timer(opened)) == "SQL basics: 30 m recorded, 30 m in all. Still running: Python basics."
    assert "Say how long it really was" in refused(clock.at("20:36"), stop_timer)
    next_one = (clock.at("20:36"), start_timer, SQL, (None, 20 * 60 + 35))  # a moment to end at is no answer
    assert "Say how long it really was" in refused(*next_one)
    assert logs(stop_timer(clock.at("20:36"), Stop(took=5))[0])[-1] == (PYTHON, MONDAY, 5)


def test_the_next_timer_may_say_when_the_one_before_ended(clock):
    start_timer(clock.at("20:00"), PYTHON)
    opened = clock.at("09:00", TUESDAY)
    assert "Say how long it really was" in refused(opened, start_timer, SQL, (None, 8 * 60))
    after = start_timer(opened, SQL, (MONDAY, 21 * 60))[0]
    assert logs(after) == [(PYTHON, MONDAY, 60)]
