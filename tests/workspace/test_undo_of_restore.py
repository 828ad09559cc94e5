"""Undoing a restore puts back the files that it replaced and makes void what came back; redoing it, the reverse."""

from planner.workspace.backup.making import make_backup
from planner.workspace.backup.restoring import propose_restore, restore
from planner.workspace.opening import open_plan
from planner.workspace.settings.changing import act_settings, change_settings
from planner.workspace.undoing.undo import redo, undo
from tests.workspace.backup_samples import backed_up, logs, lose_lines
from tests.workspace.conftest import START


def test_files_and_events_go_back_and_come_again(learner):
    backed_up(learner)
    file = learner.home / "profile.yaml"
    whole = file.read_bytes()
    mine = whole.replace(b"tracks: 2", b"tracks: 3") + b"# mine\n"
    file.write_bytes(mine)
    lose_lines(learner)
    restore(propose_restore(learner.on(START, 10), "latest"))
    assert (file.read_bytes(), logs(learner)) == (whole, [30, 60, 90])
    undo(open_plan(learner.on(START, 11)))
    assert (file.read_bytes(), logs(learner)) == (mine, [30])
    redo(open_plan(learner.on(START, 12)))
    assert (file.read_bytes(), logs(learner)) == (whole, [30, 60, 90])


def test_how_many_events_come_and_go_is_said(learner):
    backed_up(learner)
    lose_lines(learner)
    restore(propose_restore(learner.on(START, 10), "latest"))
    opened, said = undo(open_plan(learner.on(START, 11)))
    assert opened.t(said).endswith(
        ". 2 events that it brought back count no more, whichever copy of the journal has them"
    )
    _, said = redo(opened)
    assert opened.t(said).endswith(". 2 events that it brought back count again")


def test_settings_that_came_back_as_events_leave_the_file_alone(learner):
    """The restore brought back the journal's line; it is not the restore that changed the setting."""
    opened = learner.begin()
    act_settings(change_settings(opened, {"study.tracks": 3}))
    file = learner.home / "profile.yaml"
    mine = file.read_bytes()
    make_backup(learner.on(START, 9), "by-hand")
    lose_lines(learner)
    restore(propose_restore(learner.on(START, 10), "latest"))
    for act in (undo, redo, undo):
        act(open_plan(learner.on(START, 11)))
        assert file.read_bytes() == mine


def test_a_file_edited_since_the_restore_stays(learner):
    backed_up(learner)
    file = learner.home / "profile.yaml"
    file.write_bytes(file.read_bytes() + b"# mine\n")
    restore(propose_restore(learner.on(START, 10), "latest"))
    later = file.read_bytes() + b"# later\n"
    file.write_bytes(later)
    undo(open_plan(learner.on(START, 11)))
    assert file.read_bytes() == later
