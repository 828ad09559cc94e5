"""Texts that would command the terminal are told without their commands, old ones and new ones."""

import json
from datetime import UTC, datetime

from planner.journal.events import Draft, new_action
from planner.journal.store import append

MARKS = ("\x1b", "\x07", "\x9b", "\u202e")
EVIL = "x\x1b[2J\x9b31m\u202ey"


def test_a_note_a_title_and_a_table_are_recorded_without_commands(run):
    run.ok("log", "python-first-steps", "1h", "--note", EVIL)
    run.ok("add", f"Evil{EVIL}\x1b]0;t\x07", "3h")
    table = run.home.parent / "table.csv"
    table.write_text(f"day,module,minutes,done,note\n2026-11-30,python-first-steps,5,,{EVIL}\n", "utf-8")
    run.ok("journal", "import", table)
    for line in run.journal().splitlines():
        data = json.loads(line)["data"]
        assert not any(mark in str(data.get(key, "")) for key in ("note", "title") for mark in MARKS)


def test_what_an_older_version_recorded_is_shown_without_commands(run):
    device = next(run.home.glob("journal/*.jsonl")).stem
    at = datetime(2026, 12, 1, 9, tzinfo=UTC)
    drafts = [
        Draft("log", {"module": "python-first-steps", "minutes": 5, "note": EVIL}),
        Draft("module-added", {"module": "evil", "title": EVIL, "minutes": 60}),
    ]
    append(run.home, device, new_action(drafts, at=at, day=at.date(), device=device, bits=7))
    for words in (["journal", "show", "--parts"], ["journal", "show", "--json"], ["progress"], ["week"]):
        shown = run.ok(*words, today="2026-12-02")
        assert not any(mark in shown for mark in MARKS), words
