"""Commands and the app, killed at any moment: nothing acknowledged is lost, and what is remembered stays true."""

import os
from datetime import date

import pytest

from planner.journal.reading import TORN
from planner.workspace.opening import open_plan
from tests.journal.kill_loops import kill_loop

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the writers are forked")
WRITERS = [
    ("command:laptop", "command:laptop"),
    ("app:laptop", "command:laptop"),
    ("app:laptop", "command:desk"),
]


def run(learner, kills, writers):
    """Let two writers be killed on a plan; each machine then shows what the whole journal says."""
    learner.begin()
    kill_loop(learner.home, kills, writers)
    for device in {writer.partition(":")[2] for writer in writers}:
        own = {kind: learner.folder / device / kind / "roadmap-planner" for kind in ("cache", "state")}
        opened = open_plan(learner.on(date(2026, 12, 1), **own))
        assert {problem.key for problem in opened.problems} <= {TORN}
        assert opened.shown.logged("python-basics") == opened.progress.logged("python-basics") > 0
    assert {path.suffix for path in learner.home.iterdir() if path.name.startswith(".")} == {""}


@pytest.mark.parametrize("writers", [pytest.param(WRITERS[0], marks=pytest.mark.ci), *WRITERS[1:]])
def test_commands_and_the_app_and_kills(learner, writers):
    run(learner, 30, writers)


@pytest.mark.full
@pytest.mark.parametrize("writers", WRITERS)
def test_commands_and_the_app_and_many_kills(learner, writers):
    run(learner, 300, writers)
