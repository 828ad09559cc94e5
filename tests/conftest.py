"""What every test relies on: the same environment on every machine, and other programs where they are installed."""

import gc
import os
import shutil
import time
from functools import lru_cache
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from planner.curriculum import reading

# A curriculum takes 40 ms to read, and most tests read the same one: the same bytes are the same frozen records.
reading.read_curriculum = lru_cache(maxsize=64)(reading.read_curriculum)

# The same examples each time, however busy the machine is; the long runs (`full`) draw others.
settings.register_profile(
    "steady",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("steady")

IN_CI = os.environ.get("CI") == "true"
ICALJS = os.environ.get("PLANNER_ICALJS", "")

FIXED = {"LANG": "C.UTF-8", "TZ": "UTC", "COLUMNS": "100", "LINES": "40"}
ABSENT = (
    "LANGUAGE",
    "LC_ALL",
    "LC_MESSAGES",
    "NO_COLOR",
    "FORCE_COLOR",
    "COLORTERM",
    "PLANNER_HOME",
    "PLANNER_ICALJS",
)
FOLDERS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")


def pytest_collection_finish():
    """Leave what was imported out of the collections of garbage, and collect seldom: a fifth of the time went there."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)


@pytest.fixture(scope="session")
def homes(tmp_path_factory):
    """Hand out names of folders that are not there, without looking through all those that are."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def same_environment(homes, monkeypatch):
    """Give each test, and what it starts, an empty home and a fixed language, time zone and screen."""
    home = next(homes)
    home.mkdir()
    for name in ABSENT:
        monkeypatch.delenv(name, raising=False)
    for name, value in FIXED.items():
        monkeypatch.setenv(name, value)
    for name in FOLDERS:
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setenv("HOME", str(home))
    time.tzset()


def needs(program: str) -> str:
    """Return the path of another program; without it the test is skipped, or fails in CI, where it must be."""
    found = shutil.which(program)
    if found is None:
        _missing(f"{program} is not installed")
    return str(found)


def needs_icaljs() -> Path:
    """Return the node_modules folder that holds ical.js, Thunderbird's reader of calendars; .ci/run installs it."""
    needs("node")
    if not ICALJS or not (Path(ICALJS) / "ical.js").is_dir():
        _missing("PLANNER_ICALJS names no node_modules folder with ical.js")
    return Path(ICALJS)


def _missing(what: str) -> None:
    if IN_CI:
        pytest.fail(what, pytrace=False)
    pytest.skip(what)


@pytest.fixture(name="needs")
def needs_fixture():
    """Hand out `needs`, for tests that ask by argument."""
    return needs


@pytest.fixture
def icaljs():
    """Hand out the node_modules folder with ical.js."""
    return needs_icaljs()
