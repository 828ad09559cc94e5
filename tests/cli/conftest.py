"""Running the commands: in this process through click's runner, or as real processes."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from planner.cli.root import root
from tests.planned_once import plan_once

ROOT = Path(__file__).resolve().parents[2]
TODAY = "2026-12-01"
MADE = ["--start", TODAY, "--timezone", "Asia/Tokyo", "--holidays", "JP", "--yes"]
_templates = {}


class Runner:
    """Runs commands on one plan folder, at one day; `ok` and `json` insist that all is well."""

    def __init__(self, home):
        self.home = home

    def __call__(self, *args, today=TODAY, stdin=None):
        words = ["--home", str(self.home), *(["--today", today] if today else []), *map(str, args)]
        return CliRunner().invoke(root, words, input=stdin, catch_exceptions=False)

    def ok(self, *args, **more):
        result = self(*args, **more)
        assert result.exit_code == 0, result.stderr
        return result.stdout

    def json(self, *args, **more):
        return json.loads(self.ok(*args, "--json", **more))

    def process(self, *args, env=None, home=True, **more):
        """Run a real process; standard output and error are bytes."""
        words = [*(["--home", str(self.home)] if home else []), *map(str, args)]
        settings = {"capture_output": True, "stdin": subprocess.DEVNULL, "timeout": 60, "check": False}
        return subprocess.run(  # noqa: PLW1510  # `settings` has it
            [sys.executable, "-m", "planner", *words],
            cwd=ROOT,
            env={**os.environ, **(env or {})},
            **{**settings, **more},
        )

    def journal(self):
        return b"".join(file.read_bytes() for file in sorted(self.home.glob("journal/*.jsonl")))


@pytest.fixture(autouse=True, scope="module")
def planned_once():
    yield from plan_once()


def template(language, factory):
    """Make a plan once for all tests of this process."""
    if language not in _templates:
        home = factory.mktemp("template") / "plan"
        Runner(home).ok("init", *MADE, "--lang", language)
        _templates[language] = home
    return _templates[language]


@pytest.fixture
def empty(tmp_path):
    """Hand out a runner on a folder that is not there."""
    return Runner(tmp_path / "plan")


@pytest.fixture
def still(tmp_path_factory, monkeypatch):
    """Hand out a runner on one plan that many tests share, with one cache: for what writes nothing into it."""
    home = template("en", tmp_path_factory)
    monkeypatch.setenv("XDG_CACHE_HOME", str(home.parent / "cache"))
    return Runner(home)


@pytest.fixture
def run(tmp_path, tmp_path_factory):
    """Hand out a runner on a fresh plan, in English."""
    shutil.copytree(template("en", tmp_path_factory), tmp_path / "plan")
    return Runner(tmp_path / "plan")


@pytest.fixture
def run_ja(tmp_path, tmp_path_factory):
    """Hand out a runner on a fresh plan, in Japanese."""
    shutil.copytree(template("ja", tmp_path_factory), tmp_path / "plan")
    return Runner(tmp_path / "plan")
