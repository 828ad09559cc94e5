"""Recording leaves ready what the next command shows, and never takes what others wrote meanwhile for known."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.journal import reading
from planner.journal.reading import read_journal
from planner.journal.store import append, journal_file
from planner.workspace import acting, folding
from planner.workspace.device import device_name
from planner.workspace.opening import open_plan
from planner.workspace.tracking.log import delete_log, log_time
from planner.workspace.views.today import today_view
from tests.workspace.conftest import START, Learner

pytestmark = pytest.mark.ci  # `make test` leaves these to CI, for the sake of its five minutes

EVENING = date(2026, 12, 1)


@pytest.fixture
def reads(monkeypatch):
    """Count how often the journal is read and folded."""
    calls = []

    def counted(folder):
        calls.append(folder)
        return read_journal(folder)

    monkeypatch.setattr(reading, "read_journal", counted)
    return calls


def test_after_recording_the_next_command_reads_no_journal(learner, reads):
    learner.begin()
    after = log_time(open_plan(learner.on(EVENING)), "sql-basics", 45)
    reads.clear()
    again = open_plan(learner.on(EVENING))
    assert today_view(again) == today_view(after)
    assert again.problems == ()
    assert reads == []


def test_recording_reads_the_journal_once(learner, reads):
    learner.begin()
    reads.clear()
    after = log_time(log_time(open_plan(learner.on(EVENING)), "sql-basics", 45), "sql-basics", 5)
    assert after.shown.logged("sql-basics") == 50
    assert len(reads) == 1


def test_time_studied_is_summed_by_day_and_each_entry_still_has_its_own_id(learner):
    learner.begin()
    opened = open_plan(learner.on(EVENING))
    for minutes in (10, 20, 30):
        opened = log_time(opened, "sql-basics", minutes, START, note=str(minutes))
    opened = log_time(opened, "sql-basics", 5)
    assert [(entry.day, entry.minutes) for entry in opened.shown.logs] == [(START, 60), (EVENING, 5)]
    first = opened.progress.logs[0]
    after = delete_log(opened, first.event)
    assert after.shown.logged("sql-basics") == 55
    assert len(after.progress.logs) == 3


def theirs(learner, minutes):
    """Log on another machine, in the same folder."""
    other = learner.on(EVENING, state=learner.folder / "elsewhere", cache=learner.folder / "elsewhere")
    log_time(open_plan(other), "python-basics", minutes)


def torn(learner, _minutes):
    """Leave a line that was never finished, as a killed program does."""
    file = journal_file(learner.home, device_name(learner.on(EVENING)))
    with file.open("ab") as end:
        end.write(b'{"id":"01TORN')


def same_machine(learner, minutes):
    """Log with another command on this machine."""
    log_time(open_plan(learner.on(EVENING)), "project", minutes)


def nothing(_learner, _minutes):
    """Let nobody write meanwhile."""


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from([theirs, torn, same_machine, nothing]), max_size=5), st.booleans())
def test_whatever_others_write_meanwhile_is_seen(tmp_path_factory, steps, read_first):
    learner = Learner(tmp_path_factory.mktemp("learner"))
    opened = learner.begin()
    for number, step in enumerate(steps, 1):
        if read_first:
            assert opened.events
        step(learner, number)
        opened = log_time(opened, "sql-basics", 1)
        events, _ = read_journal(learner.home)
        assert opened.events == events
        fresh = folding.Journal(learner.on(EVENING, cache=learner.folder / "none"))
        assert open_plan(learner.on(EVENING)).shown == fresh.shown.progress
        assert open_plan(learner.on(EVENING)).problems == ()


@pytest.mark.parametrize("meanwhile", [theirs, torn, same_machine])
@pytest.mark.parametrize("before", [True, False])
def test_what_is_written_in_the_very_moment_of_recording_is_seen(learner, monkeypatch, meanwhile, before):
    learner.begin()
    opened = open_plan(learner.on(EVENING))
    assert opened.events
    with monkeypatch.context() as patch:

        def at_once(*given):
            patch.setattr(acting, "append", append)
            if before:
                meanwhile(learner, 7)
            append(*given)
            if not before:
                meanwhile(learner, 7)

        patch.setattr(acting, "append", at_once)
        after = log_time(opened, "sql-basics", 45)
    assert after.events == read_journal(learner.home)[0]
    fresh = folding.Journal(learner.on(EVENING, cache=learner.folder / "none"))
    assert open_plan(learner.on(EVENING)).shown == after.shown == fresh.shown.progress


def test_what_another_program_recorded_and_noted_meanwhile_is_no_loss(learner):
    learner.begin()
    opened = open_plan(learner.on(EVENING))
    assert opened.shown.logs == ()
    log_time(open_plan(learner.on(EVENING)), "sql-basics", 30)
    assert opened.problems == ()
