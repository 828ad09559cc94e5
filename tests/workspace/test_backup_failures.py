"""Whatever call of the system fails while backing up or restoring: the old state or the new one, never between."""

import errno
import os
from dataclasses import replace

import pytest

from planner.journal.store import read_journal
from planner.problems import DataError
from planner.workspace.backup.archive import read_backup
from planner.workspace.backup.making import backup_folder, keep_up, list_backups, make_backup
from planner.workspace.backup.restoring import propose_restore, restore
from tests.workspace.backup_samples import Failing, Snapshot, backed_up, damage, later
from tests.workspace.conftest import START

pytestmark = pytest.mark.ci  # `make test` leaves these to CI, for the sake of its five minutes

CODES = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES)
EACH = [CODES, *(pytest.param((code,), marks=pytest.mark.full) for code in CODES)]  # in turn; or all of one


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch):
    """Let flushing count and fail, but not wait for the disk."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


def ids(learner):
    return {event.id for event in read_journal(learner.home)[0] if event.kind in {"log", "plan"}}


def rounds(snapshot, action, codes, *, on=False):
    """Do the action once for each call of it, with that call failing, until none fails; yield how each round ended."""
    number = 0
    while True:
        number += 1
        snapshot.put_back()
        error = None
        with Failing(number, codes[number % len(codes)], on=on) as failing:
            try:
                action()
            except (DataError, OSError) as raised:
                error = raised
        yield failing.failed, error
        if not failing.failed:
            assert error is None
            assert number > 20
            return


@pytest.mark.parametrize("codes", EACH)
def test_a_backup_that_fails_anywhere_leaves_the_earlier_ones_and_no_half_of_one(learner, codes):
    _, first = backed_up(learner)
    context = later(learner.on(START, 9), hours=1)
    snapshot = Snapshot(learner.folder)
    before = learner.tree()
    for failed, error in rounds(snapshot, lambda: make_backup(context, "by-hand"), codes):
        assert learner.tree() == before
        good, damaged = list_backups(context)
        assert not damaged
        assert first.path in {each.path for each in good}
        assert all(read_backup(each.path) for each in good)
        assert error or len(good) == 3  # the day's first, the one by hand, and this one
        assert "unlink" in failed or not list(backup_folder(context).glob(".*"))


@pytest.mark.parametrize("codes", EACH)
def test_an_automatic_backup_that_fails_anywhere_never_stops_a_record(learner, codes):
    opened = learner.begin()
    said = []
    learn = replace(opened.context, warn=said.append)
    snapshot = Snapshot(learner.folder)
    for failed, error in rounds(snapshot, lambda: keep_up(learn), codes):
        assert error is None
        assert len(said) <= 1
        made = list_backups(learn)[0]
        assert made or said or failed
        assert all("backup could not be written" in problem.message.text for problem in said)
        said.clear()
    assert len(list_backups(learn)[0]) == 1


@pytest.mark.parametrize("codes", EACH)
def test_a_restore_that_fails_anywhere_changes_nothing_or_does_all(learner, codes):
    backed_up(learner)
    every = ids(learner)
    whole = {name: learner.home.joinpath(name).read_bytes() for name in ("profile.yaml", "curriculum.yaml")}
    damage(learner)
    snapshot, before = Snapshot(learner.folder), learner.tree()
    context = later(learner.on(START, 9), hours=1)
    for failed, error in rounds(snapshot, lambda: restore(propose_restore(context, "latest")), codes):
        temporary = [name for name in learner.tree() if name.endswith(".tmp")]
        assert "unlink" in failed or not temporary
        if error:
            after = {name: data for name, data in learner.tree().items() if name not in temporary}
            assert after == before, failed
            restore(propose_restore(context, "latest"))
        assert {name: learner.home.joinpath(name).read_bytes() for name in whole} == whole
        assert ids(learner) == every


def test_when_the_disk_goes_away_for_good_what_could_not_be_put_back_is_named(learner):
    """From some call on nothing works any more, putting back included."""
    backed_up(learner)
    every = ids(learner)
    damage(learner)
    snapshot, before = Snapshot(learner.folder), learner.tree()
    context = later(learner.on(START, 9), hours=1)
    named = 0
    for _, error in rounds(
        snapshot, lambda: restore(propose_restore(context, "latest")), (errno.EROFS,), on=True
    ):
        tree = {name: data for name, data in learner.tree().items() if not name.endswith(".tmp")}
        files = {problem.file for problem in error.problems} if isinstance(error, DataError) else set()
        for name in ("plan/profile.yaml", "plan/curriculum.yaml"):
            if error and tree[name] != before[name]:
                assert str(learner.folder / name) in files
                named += 1
        restore(propose_restore(context, "latest"))
        assert ids(learner) == every
    assert named


@pytest.mark.parametrize("codes", EACH)
def test_a_restore_on_a_new_machine_that_fails_anywhere_leaves_nothing_or_all(learner, tmp_path, codes):
    _, backup = backed_up(learner)
    file = tmp_path / "from-the-old-laptop.zip"
    file.write_bytes(backup.path.read_bytes())
    home = tmp_path / "new" / "plan"
    context = replace(
        learner.on(START, 10), home=home, state=tmp_path / "new" / "state", cache=tmp_path / "new" / "cache"
    )
    empty = Snapshot(tmp_path)
    for failed, error in rounds(empty, lambda: restore(propose_restore(context, str(file))), codes):
        found = [path for path in home.rglob("*") if path.is_file() and path.suffix != ".tmp"]
        if error:
            assert not found, failed
            restore(propose_restore(context, str(file)))
        again = propose_restore(context, str(file))
        assert again.is_empty
        assert len(again.known) == 5  # with the event that says that it was restored
