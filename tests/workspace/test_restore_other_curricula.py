"""What a restore says that it takes out of the totals, which other plan a backup is of, and what cannot be undone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.problems import DataError
from planner.text import translator
from planner.workspace.backup.making import list_backups, make_backup
from planner.workspace.backup.restoring import propose_restore, restore
from planner.workspace.mending.checking import check_journal
from planner.workspace.opening import open_plan
from planner.workspace.setup.init import init
from planner.workspace.tracking.log import log_time
from planner.workspace.undoing.choosing import undo_entry
from planner.workspace.undoing.undo import redo, undo
from tests.workspace.backup_samples import backed_up, lose_lines
from tests.workspace.conftest import SMALL, START
from tests.workspace.newer_small import NEXT, updated

EN = translator("en")


def total(opened):
    return opened.plan.done


def updated_and_studied(learner):
    """Study before an update and after it, under a new id and under one that stays; return the backup's name."""
    log_time(learner.begin(), "project", 30)
    log_time(open_plan(learner.on(START)), "python-basics", 60)
    updated(learner)
    opened = log_time(open_plan(learner.on(NEXT)), "python", 120)
    log_time(opened, "papers", 30)
    return next(each.name for each in list_backups(learner.on(NEXT))[0] if each.reason == "before-update")


def test_hours_that_the_older_curriculum_has_no_module_for_are_told_and_come_back(learner):
    name = updated_and_studied(learner)
    before = total(open_plan(learner.on(NEXT)))
    found = propose_restore(learner.on(NEXT), name)
    assert found.left_out == 150
    restore(found)
    opened = open_plan(learner.on(NEXT))
    assert total(opened) < before
    back, _ = undo(opened)
    assert total(back) == before
    _, said = redo(back)
    assert "2 h 30 m on modules that this curriculum does not have stay in the journal" in EN(said)
    assert "gone" in {each.key for each in check_journal(learner.on(NEXT)).notices}


def test_an_undone_update_tells_what_it_takes_out_of_the_totals(learner):
    """The curriculum went back by hand and was updated again, as when two machines update at once."""
    updated_and_studied(learner)
    (learner.home / "curriculum.yaml").write_text(SMALL, "utf-8")
    opened = updated(learner)
    before = total(opened)
    back, said = undo(opened)
    assert total(back) < before
    assert "2 h 30 m on modules that this curriculum does not have stay in the journal" in EN(said)
    again, said = redo(back)
    assert total(again) == before
    assert "stay in the journal" not in EN(said)


def test_an_equal_curriculum_leaves_nothing_out(learner):
    backed_up(learner)
    lose_lines(learner)
    (learner.home / "curriculum.yaml").write_text(SMALL + "# mine\n", "utf-8")
    assert propose_restore(learner.on(START, 10), "latest").left_out == 0


@pytest.fixture
def new(learner, tmp_path):
    """Hand out a new machine with a plan restored into an empty folder."""
    _, backup = backed_up(learner)
    context = replace(
        learner.on(START, 10), home=tmp_path / "new" / "plan", state=tmp_path / "s", cache=tmp_path / "c"
    )
    restore(propose_restore(context, str(backup.path)))
    return context


def studied(context):
    return open_plan(context).progress.logged("python-basics")


def test_undo_takes_back_no_study_for_a_restore_into_an_empty_folder(new):
    with pytest.raises(DataError, match="into an empty folder, which cannot be undone"):
        undo(open_plan(new))
    assert studied(new) == 180
    later = replace(new, now=new.now + timedelta(hours=1))
    opened, said = undo(log_time(open_plan(later), "python-basics", 15))
    assert "15 m" in EN(said)
    with pytest.raises(DataError, match="cannot be undone"):
        undo(opened)
    assert studied(later) == 180


def test_entries_from_before_such_a_restore_are_undone_by_their_ids(new):
    opened = open_plan(new)
    logs = [event for event in opened.events if event.kind == "log"]
    undo_entry(opened, logs[-1].id)
    assert studied(new) == 90
    with pytest.raises(DataError, match="cannot be undone"):
        undo_entry(open_plan(new), opened.events[-1].id)


def test_a_backup_of_another_plan_with_the_same_curriculum_is_called_that(learner, tmp_path):
    learner.begin()
    other = learner.on(START, 9, home=tmp_path / "two", state=tmp_path / "s", cache=tmp_path / "c")
    log_time(init(other, learner.answers()), "sql-basics", 45)
    foreign = make_backup(other, "by-hand")
    assert propose_restore(learner.on(START, 10), str(foreign.path)).foreign
    own = make_backup(learner.on(START, 10), "by-hand")
    log_time(open_plan(learner.on(START, 11)), "sql-basics", 30)
    lose_lines(learner, 1)
    assert not propose_restore(learner.on(START, 12), own.name).foreign
