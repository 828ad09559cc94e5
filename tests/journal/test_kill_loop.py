"""Nothing acknowledged is lost when two writers are killed at any moment, on one machine's file or on two."""

import os

import pytest

from tests.journal.kill_loops import kill_loop

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the writers are forked")
WRITERS = [("append:laptop", "append:laptop"), ("append:laptop", "append:desk")]


@pytest.mark.parametrize("writers", WRITERS)
def test_two_writers_and_kills(tmp_path, writers):
    kill_loop(tmp_path / "plan", 150, writers)


@pytest.mark.full
@pytest.mark.parametrize("writers", WRITERS)
def test_two_writers_and_many_kills(tmp_path, writers):
    kill_loop(tmp_path / "plan", 600, writers)
