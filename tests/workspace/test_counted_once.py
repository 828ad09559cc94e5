"""What was told twice counts once: it says so where it is shown and checked, and one undo takes all of it back."""

from datetime import date

import pytest

from planner.journal.checks.clashes import TWICE
from planner.problems import DataError
from planner.workspace.mending.checking import check_journal
from planner.workspace.opening import open_plan
from planner.workspace.tracking.importing import import_file
from planner.workspace.tracking.log import amend_log, delete_log, find_log, log_time
from planner.workspace.tracking.span import Stop
from planner.workspace.tracking.timing import start_timer, stop_timer
from planner.workspace.undoing.actions import Asked, action_lines
from planner.workspace.undoing.choosing import redo_entry, undo_entry
from planner.workspace.undoing.undo import redo, undo
from tests.workspace.conftest import START
from tests.workspace.setting_samples import change
from tests.workspace.timer_clock import PYTHON, SQL, TUESDAY, Clock

TABLE = "day,module,minutes,done,note\n2026-11-28,python-basics,90,,a\n2026-11-29,sql-basics,30,yes,b\n"


@pytest.fixture
def clock(learner):
    learner.begin()
    return Clock(learner)


def told(opened):
    return [opened.t(line.text) for line in action_lines(opened)[0]]


def total(opened):
    return sum(log.minutes for log in opened.progress.logs)


def notices(learner):
    return [each for each in check_journal(learner.on(START, 23)).notices if each.key == TWICE]


def stopped_apart(clock):
    """Let two windows, opened at once, stop one timer; return what both said."""
    start_timer(clock.at("20:00"), PYTHON)
    one, other = clock.at("20:30"), clock.at("20:40")
    _ = one.events, other.events
    first, said = stop_timer(one)
    last, also = stop_timer(other)
    return last, first.t(said), last.t(also)


def test_a_timer_stopped_in_two_windows_counts_once_and_says_so(clock, learner):
    opened, said, also = stopped_apart(clock)
    assert total(opened) == 40
    assert "stopped elsewhere" not in said
    assert also.endswith("It was stopped elsewhere just now, too: this one counts, and only once.")
    last, first, _ = action_lines(opened)[0][:3]
    assert opened.t(last.text) == "Python basics: 40 m studied, by the timer"
    assert (
        opened.t(first.text) == f"counts once, in {last.id[-8:]}: Python basics: 30 m studied, by the timer"
    )
    [notice] = notices(learner)
    assert last.id[-8:] in notice.text(opened.t)


def test_one_undo_takes_both_stops_back_and_the_timer_runs_again(clock):
    opened, _, _ = stopped_apart(clock)
    after, said = undo(opened)
    assert after.t(said) == (
        "Undone: Python basics: 40 m studied, by the timer. It was recorded twice, and both are undone"
    )
    assert (total(after), [timer.module for timer in after.progress.timers]) == (0, [PYTHON])
    assert total(redo(after)[0]) == 40


def test_a_stop_is_not_brought_back_after_another_one(clock):
    start_timer(clock.at("20:00"), PYTHON)
    first = stop_timer(clock.at("21:00"))[0]
    undo(first)
    opened = stop_timer(clock.at("22:00"))[0]
    with pytest.raises(DataError) as error:
        redo_entry(opened, action_lines(first)[0][0].id)
    assert "recorded again since, as “Python basics: timer stopped”" in error.value.problems[0].text(opened.t)
    assert total(opened.reread()) == 120


def test_a_correction_of_what_was_deleted_since_is_not_brought_back(clock):
    opened = amend_log(log_time(clock.at("20:00"), PYTHON, 60), clock.at("20:00").events[-1].id, 90)
    correction = opened.events[-1].id
    undone = undo(opened)[0]
    deleted = delete_log(undone, undone.progress.logs[0].event)
    with pytest.raises(DataError, match="deleted already"):
        redo_entry(deleted, correction)


def imported_apart(clock, second=TABLE):
    """Import a table on two machines, which then meet."""
    one, other = clock.at("20:00"), clock.at("21:00")
    _ = one.events, other.events
    import_file(one, TABLE.encode(), "a.csv")
    return import_file(other, second.encode(), "a.csv").opened.reread()


def test_a_table_imported_on_two_machines_counts_once_and_one_undo_is_enough(clock, learner):
    opened = imported_apart(clock)
    assert total(opened) == 120
    later, first = action_lines(opened)[0][:2]
    assert opened.t(later.text).startswith(
        f"counts once, in {first.id[-8:]}: Python basics: 1 h 30 m studied"
    )
    assert "2 entries were imported twice" in notices(learner)[0].text(opened.t)
    after, said = undo(opened)
    assert after.t(said).endswith("It was recorded twice, and both are undone")
    assert (total(after), after.progress.done) == (0, {})
    assert total(redo(after)[0]) == 120


def test_what_else_another_import_brought_stays_and_is_said(clock):
    more = TABLE + "2026-11-29,sql-basics,7,,c\n"
    opened = imported_apart(clock, more)
    first = action_lines(opened)[0][1]
    after, said = undo_entry(opened, first.id)
    assert "says the same and counts now; to take that back, too: planner undo" in after.t(said)
    assert 7 in [log.minutes for log in after.progress.logs]


def test_the_id_of_a_stop_stands_for_its_time(clock):
    start_timer(clock.at("20:00"), PYTHON)
    opened = stop_timer(clock.at("20:30"))[0]
    stop = action_lines(opened)[0][0].id
    amended = amend_log(opened, stop[-8:], 45)
    assert total(amended) == 45
    assert find_log(amended, stop).minutes == 45


def test_a_stop_with_time_on_two_days_names_both_entries(clock):
    start_timer(clock.at("12:00"), PYTHON)
    opened = stop_timer(clock.at("10:00", TUESDAY), Stop(took=1300))[0]
    logs = [log.event for log in opened.progress.logs]
    stop = action_lines(opened)[0][0].id
    with pytest.raises(DataError) as error:
        find_log(opened, stop)
    assert len(set(logs)) == 2
    assert all(each[-8:] in error.value.problems[0].text(opened.t) for each in logs)


def test_more_than_the_timer_ran_is_said(clock):
    start_timer(clock.at("20:00"), PYTHON)
    after, said = stop_timer(clock.at("21:40"), Stop(took=300))
    assert after.t(said).endswith("That is longer than the timer ran (1 h 40 m), so it was begun at 16:40.")


def test_corrections_are_told_one_after_the_other_and_for_every_module(clock):
    day = date(2026, 11, 19)
    opened = log_time(clock.at("20:00"), PYTHON, 30)
    entry = opened.events[-1].id
    opened = amend_log(opened, entry, 45)
    opened = amend_log(opened, entry, module=SQL)
    opened = amend_log(opened, entry, day=day, note="hi")
    assert told(opened)[0] == "corrected: for 19 Nov 2026: SQL basics: 45 m studied (hi)"
    assert told(opened)[1] == "corrected: SQL basics: 45 m studied"
    every = [line.id for line in action_lines(opened)[0][:4]]
    for module in (PYTHON, SQL):
        assert [line.id for line in action_lines(opened, Asked(module))[0]] == every
    back = undo(undo(opened)[0])[0]
    assert told(back)[0].startswith("took back: corrected: SQL basics")
    assert open_plan(back.context).progress.logs[0].module == PYTHON


def test_an_undo_says_the_settings_the_time_and_the_entry(clock, learner):
    opened = change(clock.at("08:00"), goal="2027-01-24", study__buffer="15%")
    said = undo(opened)[1]
    assert opened.t(said).startswith("Undone: setting goal: – → 2027-01-24; setting study.buffer: 10% → 15%")
    opened = log_time(open_plan(learner.on(START, 9)), PYTHON, 30)
    opened = amend_log(opened, opened.events[-1].id, 45)
    assert opened.t(undo(opened)[1]) == "Undone: corrected: Python basics: 45 m studied"
