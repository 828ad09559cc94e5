"""One plan is one plan, however its path is spelled: its backups, and what is known of its journal, are found."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from planner.workspace.backup.making import list_backups, make_backup
from planner.workspace.backup.restoring import propose_restore
from planner.workspace.cache import folder_name, recall, remember
from planner.workspace.opening import open_plan
from tests.workspace.backup_samples import logged, lose_lines
from tests.workspace.conftest import START


@pytest.fixture(params=["a link", "a folder and back", "a link above", "a relative path"])
def other(request, learner, monkeypatch):
    """Hand out a context that names the same folder in another way."""
    home = learner.home
    if request.param == "a link":
        (learner.folder / "link").symlink_to(home)
        home = learner.folder / "link"
    elif request.param == "a folder and back":
        home = home / "journal" / ".." / ".." / "plan"
    elif request.param == "a link above":
        (learner.folder.parent / f"{learner.folder.name}-link").symlink_to(learner.folder)
        home = learner.folder.parent / f"{learner.folder.name}-link" / "plan"
    else:
        monkeypatch.chdir(learner.folder)
        home = Path(os.path.relpath(home))
    return replace(learner.on(START, 12), home=home)


def test_backups_losses_and_caches_are_those_of_the_plan(learner, other):
    logged(learner.begin(), 10, 20)
    backup = make_backup(learner.on(START, 9), "by-hand")
    lose_lines(learner, 1)
    assert folder_name(other) == folder_name(learner.on(START))
    assert list_backups(other)[0][0].name == backup.name
    assert propose_restore(other, backup.name).backup == backup.name
    assert [problem.key for problem in open_plan(other).problems] == ["shorter"]
    remember(learner.on(START), "samples", 1, "kept")
    assert recall(other, "samples", 1) == "kept"


def test_a_link_that_leads_to_itself_has_a_name_all_the_same(learner):
    (learner.folder / "loop").symlink_to("loop")
    assert folder_name(replace(learner.on(START), home=learner.folder / "loop"))
