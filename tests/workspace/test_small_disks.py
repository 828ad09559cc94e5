"""A disk that is full, and one that cannot be written, for real: done and there, or one line and the old state."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import IN_CI, needs
from tests.workspace.small_disk import NOT_PERMITTED

pytestmark = pytest.mark.ci  # `make test` leaves these to CI, for the sake of its five minutes

FORBIDDEN = re.compile("not permitted|denied|must be superuser", re.IGNORECASE)
PROGRAM = Path(__file__).with_name("small_disk.py")


def on_small_disk(learner, kind):
    """Run the commands on a disk of its own; return what they said. In CI only a system that forbids it is excused."""
    unshare, _ = needs("unshare"), needs("mount")
    apart = [unshare, "-m"] if os.geteuid() == 0 else [unshare, "-r", "-m"]
    words = [*apart, sys.executable, PROGRAM, learner.folder, kind, learner.folder / "small.yaml"]
    done = subprocess.run(
        [str(word) for word in words], capture_output=True, text=True, timeout=120, check=False
    )
    if done.returncode == NOT_PERMITTED or "unshare" in done.stderr.partition(":")[0]:
        reason = f"a disk cannot be mounted here: {(done.stdout or done.stderr).strip()}"
        if IN_CI and not FORBIDDEN.search(reason):
            pytest.fail(reason)
        pytest.skip(reason)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


CLEAR = (
    "the disk is full, so nothing was saved: free some space",
    "the disk is full; free some space",
    "No timer is running",
    "There is nothing to",
)


@pytest.mark.parametrize("full", ["plan", "remembered", "all"])
def test_a_full_disk_costs_nothing_that_was_acknowledged(learner, full):
    told = on_small_disk(learner, full)
    assert told["done"] > 20
    assert all(any(words in line for words in CLEAR) for line in told["reasons"]), told["reasons"]
    if full != "remembered":
        assert told["refused"] > 5
        assert any("the disk is full" in line for line in told["reasons"])


def test_a_disk_that_cannot_be_written_is_read_all_the_same(learner):
    told = on_small_disk(learner, "read-only")
    assert told["done"] >= 10
    assert told["refused"] >= 10
