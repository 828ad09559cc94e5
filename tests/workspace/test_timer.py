"""The timer: what it logs, on which day, what it refuses, and what it asks about."""

from datetime import date

import pytest

from planner.workspace.tracking.log import log_time
from planner.workspace.tracking.span import Stop
from planner.workspace.tracking.timer import latest, running
from planner.workspace.tracking.timing import start_timer, stop_timer
from planner.workspace.undoing.undo import redo, undo
from tests.workspace.timer_clock import MONDAY, PYTHON, SQL, TUESDAY, Clock, edit_profile, logs, refused


@pytest.fixture
def clock(learner):
    learner.begin()
    return Clock(learner)


def action(opened, before):
    """Return the kinds of the events since, and whether they are one action."""
    new = opened.events[len(before.events) :]
    assert all(event.data["part_of"] == new[0].id for event in new[1:])
    return [event.kind for event in new]


# --- starting and stopping


def test_time_is_measured_to_the_second_and_logged_in_whole_minutes(clock):
    start_timer(clock.at("20:00:40"), PYTHON)
    after, message = stop_timer(clock.at("21:30:20"), Stop(note=" loops  at last "))
    assert after.t(message) == "Python basics: 1 h 30 m recorded, 1 h 30 m in all."
    assert logs(after) == [(PYTHON, MONDAY, 90)]
    assert after.progress.logs[0].note == "loops at last"
    assert after.progress.timers == ()


@pytest.mark.parametrize(("end", "minutes"), [("20:01:29", 1), ("20:01:30", 2), ("20:02:29", 2)])
def test_minutes_are_rounded_to_the_nearest(clock, end, minutes):
    start_timer(clock.at("20:00"), PYTHON)
    assert logs(stop_timer(clock.at(end))[0]) == [(PYTHON, MONDAY, minutes)]


def test_less_than_a_minute_logs_nothing_and_says_so(clock):
    start_timer(clock.at("20:00:40"), PYTHON)
    after, message = stop_timer(clock.at("20:01:39"))
    assert "under a minute" in after.t(message)
    assert (after.progress.logs, after.progress.timers) == ((), ())


def test_without_a_module_it_is_that_of_the_session_of_now_or_the_next_one_today(clock):
    session = next(s for s in clock.at("08:00").plan.sessions if s.day == MONDAY)
    for moment in ("08:00", "20:10"):
        opened = start_timer(clock.at(moment))[0]
        assert opened.progress.timers[-1].module == session.module
        undo(opened)
    assert "Nothing more is planned today" in refused(clock.at("23:00"), start_timer)


def test_an_unknown_module_and_nothing_to_stop_are_refused(clock):
    assert "Did you mean python-basics?" in refused(clock.at("20:00"), start_timer, "python-basic")
    assert refused(clock.at("20:00"), stop_timer) == "No timer is running: planner start begins one."


def test_what_runs_is_stopped_and_logged_first_in_the_same_action(clock):
    before = start_timer(clock.at("20:00"), PYTHON)[0]
    after, message = start_timer(clock.at("20:45"), SQL)
    assert action(after, before) == ["stopped", "log", "started"]
    assert (
        after.t(message) == "Python basics: 45 m recorded, 45 m in all. SQL basics: timer started at 20:45."
    )
    assert [timer.module for timer in after.progress.timers] == [SQL]
    back = undo(after)[0]
    assert [timer.module for timer in back.progress.timers] == [PYTHON]
    assert back.progress.logs == ()
    assert [timer.module for timer in redo(back)[0].progress.timers] == [SQL]


def test_starting_what_runs_already_changes_nothing(clock):
    start_timer(clock.at("20:00"), PYTHON)
    opened = clock.at("20:45")
    after, message = start_timer(opened, PYTHON)
    assert after is opened
    assert opened.t(message) == "Python basics: the timer runs already, since 20:00."


def test_one_undo_takes_back_the_stop_and_all_that_it_logged(clock):
    started = start_timer(clock.at("23:00"), PYTHON)[0]
    stopped = stop_timer(clock.at("00:30", TUESDAY), Stop(done=True))[0]
    assert action(stopped, started) == ["stopped", "log", "log", "done"]
    assert stopped.progress.done == {PYTHON: TUESDAY}
    back = undo(stopped)[0]
    assert (back.progress.logs, back.progress.done) == ((), {})
    assert latest(back).minutes == 90
    assert undo(back)[0].progress.timers == ()


def test_a_start_and_an_end_can_be_earlier_than_now(clock):
    start_timer(clock.at("21:00"), PYTHON, (None, 20 * 60))
    assert logs(stop_timer(clock.at("23:00"), Stop(at=(None, 21 * 60 + 40)))[0]) == [(PYTHON, MONDAY, 100)]


def test_an_end_without_a_day_is_the_first_such_time_after_the_start(clock):
    start_timer(clock.at("23:00"), PYTHON)
    opened = clock.at("09:00", TUESDAY)
    assert logs(stop_timer(opened, Stop(at=(None, 23 * 60 + 40)))[0]) == [(PYTHON, MONDAY, 40)]
    undo(clock.at("09:01", TUESDAY))
    assert logs(stop_timer(clock.at("09:02", TUESDAY), Stop(at=(None, 20)))[0]) == [
        (PYTHON, MONDAY, 60),
        (PYTHON, TUESDAY, 20),
    ]


def test_what_has_not_come_and_what_was_before_the_start_is_refused(clock):
    opened = start_timer(clock.at("20:00"), PYTHON)[0]
    now = clock.at("21:00")
    assert "22:00 has not come yet" in refused(now, start_timer, SQL, (None, 22 * 60))
    assert "22:00 has not come yet" in refused(now, stop_timer, Stop(at=(None, 22 * 60)))
    assert "started later than that, at 20:00" in refused(now, stop_timer, Stop(at=(None, 19 * 60)))
    assert "started later than that, at 20:00" in refused(now, start_timer, SQL, (None, 19 * 60))
    assert running(opened)


def test_discarding_logs_nothing(clock):
    start_timer(clock.at("20:00"), PYTHON)
    after, message = stop_timer(clock.at("22:00"), Stop(discard=True))
    assert after.t(message) == "Python basics: timer stopped, nothing recorded."
    assert (after.progress.logs, after.progress.timers) == ((), ())


# --- days


def test_a_run_across_midnight_is_split_where_no_window_is(clock):
    start_timer(clock.at("23:00"), PYTHON)
    after, message = stop_timer(clock.at("00:40", TUESDAY))
    assert logs(after) == [(PYTHON, MONDAY, 60), (PYTHON, TUESDAY, 40)]
    assert (
        after.t(message) == "Python basics: 1 h on Mon 30 Nov, 40 m on Tue 1 Dec recorded, 1 h 40 m in all."
    )


def test_a_window_across_midnight_keeps_its_minutes_on_the_day_it_began(learner, clock):
    edit_profile(learner, ('weekday: ["20:00-22:00"]', 'weekday: ["22:00-01:00"]'))
    start_timer(clock.at("22:30"), PYTHON)
    assert logs(stop_timer(clock.at("01:20", TUESDAY))[0]) == [(PYTHON, MONDAY, 150), (PYTHON, TUESDAY, 20)]


@pytest.mark.parametrize(("day", "minutes"), [(date(2027, 3, 28), 60), (date(2027, 10, 31), 180)])
def test_where_the_clock_changes_the_time_that_went_by_counts(learner, day, minutes):
    learner.begin()
    edit_profile(learner, ("timezone: Asia/Tokyo", "timezone: Europe/Berlin"))
    berlin = Clock(learner, "Europe/Berlin")
    start_timer(berlin.at("01:30", day), PYTHON)
    assert logs(stop_timer(berlin.at("03:30", day))[0]) == [(PYTHON, day, minutes)]


def test_more_than_a_day_holds_is_refused_with_what_to_do(clock):
    log_time(clock.at("20:00"), PYTHON, 23 * 60)
    start_timer(clock.at("20:00"), SQL)
    told = refused(clock.at("22:00"), stop_timer)
    assert "2 h on 2026-11-30 is more than a day holds" in told
    assert "planner stop --took 1h30m" in told
    assert logs(stop_timer(clock.at("22:00"), Stop(took=45))[0])[-1] == (SQL, MONDAY, 45)


# --- another day


def test_another_today_is_as_if_it_were_the_beginning_of_that_day(clock):
    there = clock.at("09:00", today=TUESDAY)
    start_timer(there, PYTHON, (None, 20 * 60))
    assert "planner stop --took" in refused(there.reread(), stop_timer)
    assert logs(stop_timer(there.reread(), Stop(at=(None, 21 * 60)))[0]) == [(PYTHON, TUESDAY, 60)]
    start_timer(clock.at("09:00", today=TUESDAY), SQL)
    assert logs(stop_timer(clock.at("09:01", today=TUESDAY), Stop(took=60))[0])[-1] == (SQL, TUESDAY, 60)
    assert "has not come yet" in refused(
        clock.at("09:02", today=TUESDAY), start_timer, SQL, (date(2026, 12, 2), 1)
    )
