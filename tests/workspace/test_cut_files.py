"""A YAML file that was cut off or emptied is told as that, with the backup that brings it back."""

import pytest

from planner.problems import DataError
from planner.text import translator
from planner.workspace.backup.making import make_backup
from planner.workspace.backup.restoring import propose_restore, restore
from planner.workspace.opening import open_plan
from tests.workspace.conftest import START

NAMES = ("profile.yaml", "curriculum.yaml")


@pytest.fixture
def name(learner):
    """Hand out the name of a backup; the newest one has the files as they are broken."""
    learner.begin()
    made = make_backup(learner.on(START, 9), "by-hand")
    return made.name


def said(learner):
    with pytest.raises(DataError) as raised:
        open_plan(learner.on(START))
    return [problem.text(translator("en")) for problem in raised.value.problems]


@pytest.mark.parametrize("file", NAMES)
@pytest.mark.parametrize("left", [0, 1, 40, 200])
def test_it_is_one_line_that_names_the_command_and_that_command_works(learner, name, file, left):
    path = learner.home / file
    whole = path.read_bytes()
    path.write_bytes(whole[:left])
    make_backup(learner.on(START, 10), "by-hand")
    what = "cut off" if whole[:left].strip() else "empty"
    assert said(learner) == [f"{file}: this file is {what}; a backup has it whole: planner restore {name}"]
    restore(propose_restore(learner.on(START, 11), name))
    assert path.read_bytes() == whole
    open_plan(learner.on(START))


@pytest.mark.parametrize("file", NAMES)
def test_a_file_of_zeros_after_a_power_cut_is_empty(learner, name, file):
    (learner.home / file).write_bytes(bytes(300))
    assert said(learner) == [f"{file}: this file is empty; a backup has it whole: planner restore {name}"]


def test_a_mistake_in_editing_is_told_as_what_it_is(learner, name):
    path = learner.home / "profile.yaml"
    path.write_bytes(path.read_bytes() + b"hours: [1, 2\n")
    [line] = said(learner)
    assert name not in line
    assert "bracket" in line


def test_without_a_backup_nothing_is_promised(learner):
    learner.begin()
    path = learner.home / "curriculum.yaml"
    path.write_bytes(path.read_bytes()[:40])
    assert not any("restore" in line for line in said(learner))
