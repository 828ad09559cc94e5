"""What is written is the owner's alone, whatever the umask; and nothing leaves the machine."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from planner.cli.table import COMMANDS, PARTS

pytestmark = pytest.mark.ci  # `make test` leaves these to CI, for the sake of its five minutes
PROGRAM = Path(__file__).with_name("every_command.py")


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """Run every command and the app once, in a process of its own."""
    folder = tmp_path_factory.mktemp("private")
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "PLANNER_"))
    }
    for kind in ("config", "data", "state", "cache"):
        environment[f"XDG_{kind.upper()}_HOME"] = str(folder / kind)
    environment |= {"HOME": str(folder), "TMPDIR": str(folder), "TZ": "Asia/Tokyo", "LANG": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, PROGRAM, folder],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_every_command_is_among_them_and_does_its_work(told):
    assert told["refused"] == {}
    ran = {tuple(line.split()[:2]) for line in told["ran"]}
    assert {name for name in COMMANDS if name not in {first for first, *_ in ran}} == set()
    assert {(name, part) for name, parts in PARTS.items() for part in parts} - ran == set()


@pytest.mark.skipif(os.name == "nt", reason="permissions are of another kind there")
def test_every_file_and_folder_is_the_owners_alone(told):
    assert told["written"] > 12
    assert told["loose"] == {}


def test_nothing_leaves_the_machine(told):
    assert told["asked"] == []
