"""A disk of its own, of a size that is given, or one that cannot be written: run as a program it does what follows.

`unshare -m python small_disk.py FOLDER KIND CURRICULUM` mounts memory at FOLDER, so that nobody else sees it, and
prints a line of JSON; it exits with 77 where it may not mount.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

sys.path.insert(0, str(Path(__file__).parents[2]))

from planner.cli.root import root
from planner.cli.table import COMMANDS, PARTS
from planner.journal.reading import read_journal

NOT_PERMITTED = 77
TODAY = "2026-12-02"
WRITING = [
    ["log", "python-basics", "1m"],
    ["pin", "sql-basics"],
    ["unpin", "sql-basics"],
    ["milestone", "step", "first-tool", "1"],
    ["log", "sql-basics", "1m", "--note", "学" * 900],
    ["undo"],
    ["redo"],
    ["estimate", "project", "30"],
    ["off", "2026-12-09"],
    ["checkin", "--answers", "ANSWERS", "--yes"],
    ["replan", "--yes"],
    ["backup"],
    ["start", "python-basics"],
    ["stop"],
]
MAY_CHANGE_NOTHING = {"backup", "pin", "unpin", "milestone", "off", "profile", "replan", "stop"}
READING = [["today"], ["week"], ["plan"], ["why", "python-basics"], ["milestone", "list"], ["journal", "show"],
           ["journal", "check"], ["export", "ics"], ["export", "json"], ["curriculum", "show"],
           ["whatif", "--hours-per-week", "9"], ["backup", "--list"]]  # fmt: skip


def mount(folder, *options):
    """Mount memory at a folder; leave where that is not permitted."""
    done = subprocess.run(
        ["mount", "-t", "tmpfs", *options, "none", folder], capture_output=True, check=False
    )
    if done.returncode != 0:
        print(done.stderr.decode().strip())
        sys.exit(NOT_PERMITTED)


def planner(home, *words):
    """Give a command; return its exit code, what it said, and what went wrong, line by line."""
    done = CliRunner().invoke(root, ["--home", str(home), "--today", TODAY, *words], catch_exceptions=False)
    return done.exit_code, done.stdout, done.stderr.splitlines()


def writing_commands(answers):
    """Return the commands that write, those of them that there are."""
    words = [[str(answers) if word == "ANSWERS" else word for word in each] for each in WRITING]
    if "set" in PARTS.get("profile", {}):
        words += [["profile", "set", "availability.hours_per_week", str(n)] for n in (9, 10)]
    return [each for each in words if each[0] in COMMANDS]


def picture(home):
    """Return what counts: the events, and the bytes of both files."""
    events, problems = read_journal(home)
    assert problems == ()
    files = tuple((home / name).read_bytes() for name in ("profile.yaml", "curriculum.yaml"))
    return {event.id for event in events}, files


def give(home, words):
    """Give a command that writes: it did its work, or said in one line why not and left everything as it was."""
    before = picture(home)
    code, said, wrong = planner(home, *words)
    after = picture(home)
    assert before[0] <= after[0], words
    assert not [line for line in wrong if "report to send" in line or "Traceback" in line], wrong
    assert not list(home.rglob("*.tmp")), words
    if code:
        assert (code, said, len(wrong)) == (1, "", 1), (words, said, wrong)
        assert after == before, words
    else:
        assert after != before or words[0] in MAY_CHANGE_NOTHING, words
    return code, wrong


def begin(folder, home, curriculum):
    """Make a plan; return the answers of a check-in, which lie beside the disk."""
    answers = folder / "answers.yaml"
    answers.write_text("day: 2026-12-02\nhours: {python-basics: 1h}\n", "utf-8")
    given = ["--curriculum", str(curriculum), "--start", "2026-11-30", "--timezone", "UTC", "--yes"]
    code, _, wrong = planner(home, "init", *given)
    assert code == 0, wrong
    return answers


def remember_in(folder):
    """Let what is remembered lie in a folder."""
    for kind in ("state", "cache", "config"):
        os.environ[f"XDG_{kind.upper()}_HOME"] = str(folder / kind)


def fill(folder, leave):
    """Fill the disk up to so many bytes."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        while os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize > leave:
            file.write(b"\0" * 4096)
    return ballast


def live_on_a_tiny_disk(folder, curriculum, which):
    """Fill the disk that holds the plan, or what is remembered, or all; free it, and go on."""
    disk = folder / "disk"
    disk.mkdir()
    mount(disk, "-o", "size=200k")
    home = (disk if which != "remembered" else folder) / "plan"
    remember_in(disk if which != "plan" else folder)
    answers = begin(folder, home, curriculum)
    commands, told = writing_commands(answers), {"done": 0, "refused": 0}
    reasons = set()
    for leave in (40_960, 16_384, 8_192, 4_096, 0):
        ballast = fill(disk, leave)
        for words in commands:
            code, wrong = give(home, words)
            told["refused" if code else "done"] += 1
            reasons |= {line for line in wrong if code}
        for words in READING[:6]:
            assert planner(home, *words)[0] == 0, words
        ballast.unlink()
    for words in commands:
        code, wrong = give(home, words)
        assert code == 0 or words[0] in {"pin", "unpin", "undo", "redo", "start", "stop"}, (words, wrong)
    return told | {"reasons": sorted(reasons)}


def look_at_what_cannot_be_written(folder, curriculum, _which):
    """Make a plan, make its disk read-only, and give every command."""
    disk = folder / "disk"
    disk.mkdir()
    mount(disk)
    home = disk / "plan"
    remember_in(disk)
    answers = begin(folder, home, curriculum)
    assert planner(home, "log", "python-basics", "30m")[0] == 0
    before = picture(home)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    told = {"done": 0, "refused": 0}
    for words in READING:
        code, said, wrong = planner(home, *words)
        assert (code, wrong) == (0, []), (words, wrong)
        assert said, words
        told["done"] += 1
    for words in writing_commands(answers):
        code, said, wrong = planner(home, *words)
        if code or words[0] not in {"unpin", "stop"}:
            assert (code, said, len(wrong)) == (1, "", 1), (words, code, said, wrong)
        told["refused"] += bool(code)
    assert picture(home) == before
    return told


if __name__ == "__main__":
    FOLDER, KIND, CURRICULUM = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
    DO = look_at_what_cannot_be_written if KIND == "read-only" else live_on_a_tiny_disk
    print(json.dumps(DO(FOLDER, CURRICULUM, KIND)))
