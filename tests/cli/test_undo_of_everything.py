"""Every command that records is undone and redone exactly, at once and by its id after something else was recorded."""

import shutil
from dataclasses import dataclass, replace

import pytest

from planner.cli.table import COMMANDS, PARTS
from planner.journal.fold import fold
from planner.journal.reading import read_journal
from planner.journal.restored import ids_to_void
from planner.journal.words.history import actions
from tests.cli.conftest import Runner

MODULE, OTHER, MILESTONE = "python", "sql", "tool"
SMALL = """
id: small
title: Small
months: 2
phases:
  - id: one
    title: One
    months: [1, 2]
    modules:
      - {id: python, title: Python, track: code, hours: 10, topics: [variables, loops]}
      - {id: sql, title: SQL, track: data, hours: 10, topics: [select, join]}
      - {id: project, title: Project, track: code, hours: 20, requires: [python]}
milestones:
  - {id: tool, title: Tool, kind: deliverable, requires: [python], by: {month: 1}, steps: [a, b], evidence: [url]}
"""


@dataclass(frozen=True)
class Case:
    """Words that record one action, and the commands before them. `{session}` is the plan's second session."""

    words: tuple[str, ...]
    before: tuple[tuple[str, ...], ...] = ()


def case(words, *before):
    return Case(tuple(words.split()), tuple(tuple(each.split()) for each in before))


RECORDS = {
    "log": [case(f"log {MODULE} 1h")],
    "done": [case(f"done {MODULE}")],
    "estimate": [case(f"estimate {MODULE} 30h")],
    "pin": [case("pin {session}")],
    "unpin": [case("unpin {session}", "pin {session}")],
    "move": [case("move {session} 2026-12-20T10:00")],
    "skip": [case("skip {session}")],
    "off": [case("off 2026-12-05 2026-12-06")],
    "extra": [case("extra 2026-12-04 06:00-07:00")],
    "add": [case("add Papers 12")],
    "drop": [case(f"drop {OTHER}")],
    "restore-module": [case(f"restore-module {OTHER}", f"drop {OTHER}")],
    "first": [case(f"first {OTHER}")],
    "milestone step": [case(f"milestone step {MILESTONE} 1")],
    "milestone try": [case(f"milestone try {MILESTONE} --metric 0.5")],
    "milestone reach": [case(f"milestone reach {MILESTONE} --url https://e.org/x")],
    "milestone reopen": [case(f"milestone reopen {MILESTONE}", f"milestone reach {MILESTONE} --metric 1")],
    "checkin": [
        case("checkin --answers {answers} --yes"),
        case("checkin --answers {answers} --yes", "checkin --answers {earlier} --yes"),
    ],
    "replan": [case("replan --yes", f"log {MODULE} 1h", f"done {OTHER}")],
    "journal import": [case("journal import {table}")],
    "start": [case(f"start {MODULE}"), case(f"start {OTHER}", f"start {MODULE}")],
    "stop": [case("stop --took 45m --done", f"start {MODULE}")],
    "profile set": [case("profile set availability.hours_per_week 9")],
    "profile unset": [
        case("profile unset availability.hours_per_week", "profile set availability.hours_per_week 9")
    ],
    "whatif": [case("whatif --hours-per-week 9 --apply")],
    "curriculum update": [case("curriculum update --from {newer} --yes")],
    "restore": [case("restore --yes", f"log {MODULE} 1h", "backup", "!lose")],
}
CORRECTIONS = {
    "log --amend": [case("log --amend {log} 2h --on 2026-11-30 --note other", f"log {MODULE} 1h")],
    "log --delete": [case("log --delete {log}", f"log {MODULE} 1h")],
}
READS = {
    "demo", "today", "week", "plan", "progress", "why", "keys", "backup", "profile show", "export ics", "export json",
    "milestone list", "curriculum list", "curriculum show", "curriculum check", "curriculum schema", "profile check",
    "journal show", "journal check",
}  # fmt: skip
REVERSALS = {"undo", "redo"}
BEGINS = {"init"}
CASES = [
    pytest.param(each, id=f"{name} {number}" if number else name)
    for name, cases in {**RECORDS, **CORRECTIONS}.items()
    for number, each in enumerate(cases)
]


def test_every_command_is_known_to_record_or_to_read():
    every = {f"{name} {part}" if part else name for name in COMMANDS for part in PARTS.get(name, [""])}
    known = [set(RECORDS), READS, REVERSALS, BEGINS]
    assert every == set().union(*known)
    assert sum(map(len, known)) == len(every)


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """Make a small plan once."""
    folder = tmp_path_factory.mktemp("small")
    (folder / "small.yaml").write_text(SMALL, "utf-8")
    words = ["--start", "2026-12-01", "--timezone", "Asia/Tokyo", "--lang", "en", "--yes"]
    Runner(folder / "plan").ok("init", "--curriculum", folder / "small.yaml", *words)
    return folder / "plan"


@pytest.fixture
def desk(small, tmp_path):
    """Hand out a plan with the files that the commands read."""
    shutil.copytree(small, tmp_path / "plan")
    run = Runner(tmp_path / "plan")
    week = "day: 2026-12-01\nhours: {python: 2h}\ndone: [sql]\ntime_off: [2026-12-09]\n"
    (tmp_path / "answers.yaml").write_text(week, "utf-8")
    (tmp_path / "earlier.yaml").write_text("day: 2026-11-30\nhours: {python: 1h}\n", "utf-8")
    rows = f"2026-12-01,{MODULE},90,,\n2026-12-01,{OTHER},,yes,a note\n"
    (tmp_path / "newer.yaml").write_text(SMALL.replace("hours: 20", "hours: 25"), "utf-8")
    (tmp_path / "table.csv").write_text(f"day,module,minutes,done,note\n{rows}", "utf-8")
    return Desk(run, tmp_path)


class Desk:
    """Runs cases on a plan, and looks at it."""

    def __init__(self, run, folder):
        self.run, self.folder = run, folder
        session = run.json("plan")["sessions"][1]["id"]
        files = {
            name: str(folder / name) for name in ("answers.yaml", "earlier.yaml", "table.csv", "newer.yaml")
        }
        self.places = {name.partition(".")[0]: file for name, file in files.items()} | {"session": session}

    def do(self, words):
        if words == ("!lose",):
            [file] = [file for file in self.run.home.glob("journal/*.jsonl") if b'"log"' in file.read_bytes()]
            file.write_bytes(b"".join(file.read_bytes().splitlines(keepends=True)[:-1]))
            return
        logs = [event.id for event in self.events() if event.kind == "log"]
        places = {**self.places, "log": logs[-1] if logs else ""}
        self.run.ok(*(word.format_map(places) for word in words))

    def events(self):
        return read_journal(self.run.home)[0]

    def progress(self, events=None):
        """Fold what happened, without what only tells how one came there."""
        progress = fold(self.events() if events is None else events)
        return replace(progress, latest=None, plans=(), undone_plans=frozenset())

    def state(self):
        files = {path.name: path.read_bytes() for path in self.run.home.glob("*.yaml")}
        return self.run.json("plan"), self.progress(), files


@pytest.mark.parametrize("each", CASES)
def test_undo_and_redo_are_exact(desk, each):
    for words in each.before:
        desk.do(words)
    before = desk.state()
    desk.do(each.words)
    after = desk.state()
    assert after[1:] != before[1:]
    desk.run.ok("undo")
    assert desk.state() == before
    desk.run.ok("redo")
    assert desk.state() == after


@pytest.mark.parametrize("each", CASES)
def test_an_old_action_is_undone_by_its_id_as_if_it_had_never_been(desk, each):
    for words in each.before:
        desk.do(words)
    desk.do(each.words)
    action = actions(desk.events())[-1]
    desk.do(["log", "project", "25m"])
    after = desk.state()
    desk.run.ok("undo", action.events[-1].id[-10:])
    own = set(ids_to_void(action.events))
    assert desk.progress() == desk.progress(
        [e for e in desk.events() if e.id not in own and e.kind != "undo"]
    )
    desk.run.ok("redo", action.id[-10:])
    assert desk.state() == after


@pytest.mark.parametrize("each", CASES)
def test_under_a_later_plan_the_old_action_goes_and_the_plan_stays_until_a_replan(desk, each):
    for words in each.before:
        desk.do(words)
    desk.do(each.words)
    action = actions(desk.events())[-1]
    desk.run.ok("off", "2026-12-12")
    accepted = desk.progress().accepted
    result = desk.run("undo", action.id[-10:])
    if result.exit_code == 1:
        assert "A later plan" in result.stderr
        assert each.words[0] in {"pin", "unpin", "move"}
        return
    assert desk.progress().accepted == accepted
    if desk.progress().overtaken:
        assert "planner replan" in result.stdout
        assert desk.run.json("plan")["stale"]
        desk.run.ok("replan", "--yes")
    assert not desk.progress().overtaken
