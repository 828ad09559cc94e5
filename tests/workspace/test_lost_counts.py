"""A loss stays known whatever is recorded after it, until what was lost is back or given up."""

import subprocess
import sys

import pytest

from planner.journal.checks.counts import count_by_device
from planner.workspace.backup.making import make_backup
from planner.workspace.backup.restoring import propose_restore, restore, richer_backup
from planner.workspace.device import device_name, known_counts, remember
from planner.workspace.mending.checking import check_journal
from planner.workspace.mending.mending import mend
from planner.workspace.opening import open_plan
from planner.workspace.tracking.log import log_time
from planner.workspace.undoing.undo import undo
from tests.workspace.backup_samples import logged, lose_lines
from tests.workspace.conftest import START

RACER = """
import sys
from datetime import datetime, UTC
from pathlib import Path
from random import SystemRandom
from planner.workspace.context import Context
from planner.workspace.tracking.log import log_time
from planner.workspace.opening import open_plan
home, state, cache = map(Path, sys.argv[1:])
for _ in range(12):
    now = datetime(2026, 12, 1, 9, tzinfo=UTC)
    context = Context(home, now, cache=cache, state=state, random_bits=SystemRandom().getrandbits)
    log_time(open_plan(context), "python-basics", 1)
"""


@pytest.fixture
def lost(learner):
    """Hand out a plan that lost two of its entries, which nothing has."""
    logged(learner.begin(), 10, 20, 30)
    for backup in (learner.folder / "state" / "backups").rglob("*.zip"):
        backup.unlink()
    lose_lines(learner, 2)
    return learner


def gone(learner, hour=12):
    """Return how many events every command says are gone."""
    problems = open_plan(learner.on(START, hour)).problems
    return sum(problem.message.count for problem in problems if problem.key == "shorter")


def test_entries_made_since_pay_for_none_that_is_gone(lost):
    assert gone(lost) == 2
    for minutes in range(5):
        logged(open_plan(lost.on(START, 12)), 40 + minutes)
        assert gone(lost) == 2
    assert len(check_journal(lost.on(START, 12)).problems) == 1


def test_what_comes_back_is_gone_no_more_and_new_entries_count_once(learner):
    logged(learner.begin(), 10, 20, 30)
    [file] = (learner.home / "journal").iterdir()
    lines = lose_lines(learner, 2)
    logged(open_plan(learner.on(START, 12)), 40)
    with file.open("ab") as opened:
        opened.write(lines[0])
    assert gone(learner) == 1
    logged(open_plan(learner.on(START, 12)), 50)
    assert gone(learner) == 1
    with file.open("ab") as opened:
        opened.write(lines[1])
    assert gone(learner) == 0


def test_giving_up_ends_it_and_undoing_that_tells_the_same_again(lost):
    logged(open_plan(lost.on(START, 12)), 40)
    checked = check_journal(lost.on(START, 12))
    assert checked.rescue.lost == 2
    opened = mend(lost.on(START, 12), checked).opened
    assert gone(lost) == 0
    undo(opened)
    assert gone(lost) == 2
    logged(open_plan(lost.on(START, 13)), 50)
    assert gone(lost, 13) == 2
    mend(lost.on(START, 13), check_journal(lost.on(START, 13)))
    logged(open_plan(lost.on(START, 13)), 60)
    assert gone(lost, 13) == 0


def test_the_entries_of_a_restore_pay_for_none_that_the_backup_lacks(learner):
    opened = logged(learner.begin(), 10, 20)
    make_backup(learner.on(START, 9), "by-hand")
    logged(opened, 30)
    lose_lines(learner, 2)
    (learner.home / "profile.yaml").write_bytes((learner.home / "profile.yaml").read_bytes() + b"# mine\n")
    restore(propose_restore(learner.on(START, 10), "latest"))
    assert gone(learner) == 1


def test_a_saved_entry_that_was_cut_off_is_told_as_missing_after_the_next_one(learner):
    opened = logged(learner.begin(), 10, 20)
    [file] = (learner.home / "journal").iterdir()
    file.write_bytes(file.read_bytes()[:-20])
    log_time(open_plan(opened.context), "python-basics", 40)
    checked = check_journal(learner.on(START, 12))
    said = [problem.text(opened.t) for problem in checked.problems]
    assert len(said) == 1
    assert "cut off" in said[0]
    assert not any("nothing that was saved is missing" in each.text(opened.t) for each in checked.notices)


def test_another_machines_entries_are_counted_as_they_are_seen(learner):
    opened = logged(learner.begin(), 10)
    context = learner.on(START, 9)
    remember(context, opened.events, afresh=True)
    other = learner.on(START, 10, state=learner.folder / "other")
    logged(open_plan(other), 20)
    logged(open_plan(learner.on(START, 11)), 30)
    known = known_counts(context)
    assert known == count_by_device(open_plan(context).events)
    assert set(known) == {device_name(context), device_name(other)}


def test_two_programs_at_once_make_no_loss_and_hide_none(lost):
    places = [str(lost.home), str(lost.folder / "state"), str(lost.folder / "cache")]
    racers = [subprocess.Popen([sys.executable, "-c", RACER, *places]) for _ in range(2)]
    assert [racer.wait(60) for racer in racers] == [0, 0]
    assert gone(lost) == 2


def test_a_richer_backup_is_known_by_what_it_has_and_not_by_how_much(learner):
    opened = logged(learner.begin(), 10, 20)
    rich = make_backup(learner.on(START, 9), "by-hand")
    lose_lines(learner, 1)
    logged(open_plan(opened.context), 30, 40)
    newest = make_backup(learner.on(START, 10), "by-hand")
    found = propose_restore(learner.on(START, 11), newest.name)
    assert found.is_empty
    assert richer_backup(found).name == rich.name
