"""A plan that others on the machine can read is told of, with the command that ends it; `init` closes what it uses."""

import os
import stat
import subprocess

import pytest

from planner.text import translator
from planner.workspace.mending.checking import check_journal
from planner.workspace.mending.openness import OPEN
from planner.workspace.setup.init import init
from tests.workspace.conftest import START

pytestmark = pytest.mark.skipif(os.name == "nt", reason="permissions are of another kind there")


def told(learner):
    notices = check_journal(learner.on(START)).notices
    return [each.text(translator("en")) for each in notices if each.key == OPEN]


def as_cloned(home):
    """Give everything the permissions that git gives."""
    for path in (home, *home.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


def test_a_plan_that_was_made_here_is_open_to_nobody(learner):
    learner.begin()
    assert told(learner) == []


def test_a_cloned_plan_is_told_of_and_the_command_said_ends_it(learner):
    learner.begin()
    as_cloned(learner.home)
    [line] = told(learner)
    assert line.startswith("3 files of the plan are open to others on this machine")
    subprocess.run(line.partition("yourself: ")[2], shell=True, check=True)  # as a learner would
    assert told(learner) == []


@pytest.mark.parametrize("closed", ["", "journal"])
def test_files_in_a_closed_folder_are_open_to_nobody(learner, closed):
    learner.begin()
    as_cloned(learner.home)
    (learner.home / closed).chmod(0o700)
    assert len(told(learner)) == bool(closed)  # the settings beside a closed journal are still open


def test_a_profile_that_was_there_becomes_the_owners_alone_and_the_folder_stays(learner):
    learner.begin()
    profile = (learner.home / "profile.yaml").read_bytes()
    other = learner.folder / "other"
    (other / "journal").mkdir(parents=True)
    (other / "profile.yaml").write_bytes(profile)
    as_cloned(other)
    init(learner.on(START, home=other), learner.answers())
    modes = {name: stat.S_IMODE((other / name).stat().st_mode) for name in ("", "profile.yaml", "journal")}
    assert modes == {"": 0o755, "profile.yaml": 0o600, "journal": 0o700}
    assert (other / "profile.yaml").read_bytes() == profile
