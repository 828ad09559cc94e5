"""A restore that is killed at any moment: running it again brings everything back."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest

from planner.journal.disk import lock
from planner.journal.store import read_journal
from planner.workspace.backup.restoring import propose_restore, restore
from tests.workspace.backup_samples import Snapshot, backed_up, damage, later, lose_lines
from tests.workspace.conftest import START

pytestmark = pytest.mark.ci  # `make test` leaves these to CI, for the sake of its five minutes

ROOT = Path(__file__).parents[2]
NAMES = ("profile.yaml", "curriculum.yaml")

KILLED = """
import os, signal, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from tests.workspace.conftest import START, Learner
from tests.workspace.backup_samples import later
from planner.workspace.backup.restoring import propose_restore, restore
name, number, calls = sys.argv[3], int(sys.argv[4]), 0
real = getattr(os, name)

def killing(*given, **named):
    global calls
    calls += 1
    if calls == number:
        if name == "write":
            real(given[0], given[1][: len(given[1]) // 2])
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*given, **named)

context = later(Learner(Path(sys.argv[2])).on(START, 9), hours=1)
setattr(os, name, killing)
restore(propose_restore(context, "latest"))
"""


def ids(learner):
    return {event.id for event in read_journal(learner.home)[0] if event.kind in {"log", "plan"}}


@pytest.mark.skipif(os.name == "nt", reason="no such signal there")
def test_after_a_kill_at_any_moment_running_it_again_brings_everything_back(learner):
    backed_up(learner)
    every, whole = ids(learner), [learner.home.joinpath(name).read_bytes() for name in NAMES]
    damage(learner)
    left, snapshot = ids(learner), Snapshot(learner.folder)
    between = set()
    for name, number in [
        ("fsync", 1),
        ("fsync", 5),
        ("replace", 2),
        ("replace", 3),
        ("write", 1),
        ("fsync", 8),
    ]:
        snapshot.put_back()
        words = [sys.executable, "-c", KILLED, str(ROOT), str(learner.folder), name, str(number)]
        killed = subprocess.run(words, capture_output=True, check=False)
        assert killed.returncode == -signal.SIGKILL, killed.stderr
        assert left <= ids(learner) <= every
        found = propose_restore(later(learner.on(START, 9), hours=2), "latest")
        between.add((len(found.missing), len(found.changes)))
        restore(found)
        assert ids(learner) == every
        assert [learner.home.joinpath(name).read_bytes() for name in NAMES] == whole
        again = propose_restore(later(learner.on(START, 9), hours=3), "latest")
        assert again.is_empty
        assert found.is_empty or not [path for path in learner.tree() if path.endswith(".tmp")]
    assert len(between) > 2


def test_another_planners_files_on_their_way_are_left_to_it(learner):
    """While another one replaces files it holds the lock; its temporary files are swept by nobody else."""
    backed_up(learner)
    lose_lines(learner)
    context = learner.on(START, 10)
    found = propose_restore(context, "latest")
    temporary = learner.home / ".profile.yaml.4711.new.tmp"
    seen = []
    with patch("planner.workspace.backup.restoring.sweep", lambda _: seen.append(is_locked(context))):
        restore(found)
    assert seen == [True]
    temporary.write_bytes(b"left by a planner that was killed")
    lose_lines(learner)
    restore(propose_restore(context, "latest"))
    assert not temporary.exists()


def is_locked(context):
    """Tell whether the files of the folder are kept from other planners."""
    [path] = (context.state / "changing").glob("*.lock")
    descriptor = os.open(path, os.O_RDWR)
    try:
        return not lock(descriptor, attempts=1)
    finally:
        os.close(descriptor)
