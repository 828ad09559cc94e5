"""The core knows no screen, the commands start light, and importing does nothing but define things."""

import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import planner

ROOT = Path(__file__).resolve().parents[1]
ROOMS = sorted(
    f"planner.{room.name}"
    for room in pkgutil.iter_modules(planner.__path__)
    if room.name not in {"cli", "__main__"}
)


def run(code):
    """Run Python code in a fresh interpreter at the repository's root, and return the words it prints."""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def loaded_by(module, *unwanted):
    """Return which of the unwanted packages importing a module loads."""
    code = f"import sys, {module}; print(*sorted({set(unwanted)!r} & set(sys.modules)))"
    return run(code)


EVERY_MODULE = """
import importlib, pkgutil
def every(*packages):
    for package in packages:
        module = importlib.import_module(package)
        yield package
        for found in pkgutil.walk_packages(module.__path__, package + "."):
            if not found.name.endswith("__main__"):
                importlib.import_module(found.name)
                yield found.name
"""

WATCH = """
import sys, os, datetime, time
OURS = ({root!r} + os.sep + "planner" + os.sep, {root!r} + os.sep + "tui" + os.sep)
seen = []
def note(what):
    frame = sys._getframe(2)
    while frame and frame.f_code.co_filename in (os.__file__, "<frozen os>"):
        frame = frame.f_back
    if frame and frame.f_code.co_filename.startswith(OURS):
        seen.append(what + "@" + frame.f_code.co_filename + ":" + str(frame.f_lineno))
class Environ(type(os.environ)):
    def __getitem__(self, key):
        note("environment"); return super().__getitem__(key)
    def get(self, key, default=None):
        note("environment"); return super().get(key, default)
    def __contains__(self, key):
        note("environment"); return super().__contains__(key)
    def __iter__(self):
        note("environment"); return super().__iter__()
os.environ.__class__ = Environ
def watched(function):
    def call(*args):
        note("clock"); return function(*args)
    return call
class Day(datetime.date):
    @classmethod
    def today(cls):
        note("clock"); return cls(2000, 1, 1)
class Moment(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        note("clock"); return cls(2000, 1, 1, tzinfo=tz)
    today = utcnow = now
datetime.date, datetime.datetime = Day, Moment
for name in ("time", "time_ns", "monotonic", "localtime", "perf_counter"):
    setattr(time, name, watched(getattr(time, name)))
"""

BLOCK_POSIX = """
import builtins
POSIX = {"fcntl", "termios", "tty", "pty", "pwd", "grp", "resource", "posix", "syslog", "readline", "curses"}
real = builtins.__import__
def guarded(name, globals=None, locals=None, fromlist=(), level=0):
    importer = (globals or {}).get("__name__", "").split(".")[0]
    if level == 0 and importer in {"planner", "tui"} and name.split(".")[0] in POSIX:
        raise ModuleNotFoundError(f"No module named {name!r} on this system", name=name)
    return real(name, globals, locals, fromlist, level)
builtins.__import__ = guarded
"""


@pytest.mark.parametrize("room", ROOMS)
def test_the_core_knows_no_screen(room):
    assert loaded_by(room, "textual", "rich", "click", "tui", "planner.cli") == []


def test_the_commands_start_without_the_heavy_libraries():
    heavy = ("textual", "rich", "pydantic", "yaml", "holidays", "icalendar", "tui")
    assert loaded_by("planner.cli", *heavy) == []


def test_a_loaded_library_would_be_seen():
    assert loaded_by("click, planner.text", "textual", "click") == ["click"]


def test_importing_reads_neither_the_environment_nor_the_clock():
    watch = WATCH.format(root=str(ROOT))
    assert run(watch + EVERY_MODULE + "list(every('planner', 'tui')); print(*seen)") == []


@pytest.mark.parametrize(
    "line", ["os.environ.get('HOME')", "os.getenv('HOME')", "datetime.datetime.now()", "time.time()"]
)
def test_a_module_that_read_them_would_be_seen(line):
    module = f"exec(compile({line!r}, OURS[0] + 'x.py', 'exec'))"
    assert len(run(WATCH.format(root=str(ROOT)) + module + "\nprint(*seen)")) == 1


def test_every_module_can_be_imported_where_posix_modules_are_missing():
    names = run(BLOCK_POSIX + EVERY_MODULE + "print(*every('planner', 'tui'))")
    assert {"planner.text.messages", "planner.problems", "tui"} <= set(names)


def test_importing_makes_no_files(tmp_path):
    code = EVERY_MODULE + f"import os; os.chdir({str(tmp_path)!r}); list(every('planner', 'tui'))"
    run(f"import sys; sys.path.insert(0, {str(ROOT)!r}); sys.dont_write_bytecode = True\n" + code)
    home = Path.home()
    assert [file for folder in (tmp_path, home) if folder.exists() for file in folder.rglob("*")] == []
