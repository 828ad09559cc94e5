"""`planner journal check`: one line for each problem, what can be saved, and mending after a question."""

import json

import pytest

from planner.journal.events import encode
from tests.journal.journal_samples import Pen


@pytest.fixture
def hurt(run):
    """Hand out a plan of which one line is damaged that a backup has, and one that nothing has."""
    run.ok("log", "python-classes", "1h")
    run.ok("backup")
    run.ok("log", "python-classes", "2h")
    [file] = [path for path in run.home.glob("journal/*.jsonl") if b":120" in path.read_bytes()]
    file.write_bytes(file.read_bytes().replace(b'"minutes":60', b'"minutes":66').replace(b":120", b":122"))
    return run


def test_problems_end_with_one_and_say_how_to_mend(hurt):
    result = hurt("journal", "check")
    assert (result.exit_code, result.stdout) == (1, "")
    one, two, hint = result.stderr.splitlines()
    assert ": this line is damaged" in one
    assert "the backup 20" in one
    assert "neither another file of the journal nor a backup has it" in two
    assert hint.endswith("planner journal check --mend")
    assert hurt("journal", "check", "--json").stdout == ""


def test_mending_says_what_it_does_and_does_it(hurt):
    before = hurt.journal()
    shown = json.loads(hurt.ok("journal", "check", "--mend", "--json"))
    assert (shown["mended"], len(shown["brought_back"]), shown["given_up_events"]) == (False, 1, 1)
    assert hurt.journal() == before
    text = hurt.ok("journal", "check", "--mend", "--yes")
    assert "· 1 event is brought back from the backup" in text
    assert "· 1 missing event is given up" in text
    assert "Mended: 1 event is back." in text
    assert all(line in hurt.journal() for line in before.splitlines())
    clean = hurt.json("journal", "check")
    assert (clean["problems"], clean["notices"], len(clean["given_up"])) == ([], [], 2)
    assert hurt("today").stderr == ""
    assert "damaged lines given up" in hurt.ok("undo")
    assert hurt("journal", "check").exit_code == 1


def test_mending_as_json(hurt):
    document = json.loads(hurt.ok("journal", "check", "--mend", "--yes", "--json"))
    assert document["mended"] is True
    assert document["backup"].endswith("before-mending")
    assert [each["kind"] for each in document["problems"]] == ["damaged", "damaged"]
    assert json.loads(hurt.ok("journal", "check", "--mend", "--yes", "--json"))["mended"] is False


def test_mending_asks_first(hurt, monkeypatch):
    monkeypatch.setattr("planner.cli.commands.journal_check.can_ask", lambda: True)
    before = hurt.journal()
    refused = hurt("journal", "check", "--mend", stdin="n\n")
    assert refused.stdout.endswith("Nothing was changed.\n")
    assert hurt.journal() == before
    assert "Mended: 1 event is back." in hurt("journal", "check", "--mend", stdin="y\n").stdout


def test_mending_needs_a_terminal_or_an_answer(hurt):
    assert hurt("journal", "check", "--mend").exit_code == 2
    assert hurt("journal", "check", "--yes").exit_code == 2


def test_nothing_to_mend_is_said(run):
    before = run.journal()
    assert run.ok("journal", "check", "--mend", "--yes") == "There is nothing to mend.\n"
    assert run.journal() == before


def test_notices_are_no_problems(run):
    run.ok("log", "python-classes", "1h")
    file = next(run.home.glob("journal/*.jsonl"))
    with file.open("ab") as journal:
        journal.write(encode(Pen()("mood")) + b'{"id":"01')
    (run.home / "profile 2.yaml").write_bytes(b"")
    text = run.ok("journal", "check")
    assert text.startswith("3 events, and no problem.\n")
    kinds = [each["kind"] for each in run.json("journal", "check")["notices"]]
    assert set(kinds) >= {"torn", "unknown", "stray"}
    assert "journal" not in run("today").stderr


def test_two_damaged_lines_have_their_places_and_many_are_one_line(run):
    [file] = run.home.glob("journal/*.jsonl")
    whole = file.read_bytes()
    file.write_bytes(whole + b"garbage}\n" * 2)
    lines = run("today").stderr.splitlines()
    assert [":2: " in lines[0], ":3: " in lines[1], len(lines)] == [True, True, 2]
    file.write_bytes(whole + b"garbage}\n" * 12)
    [line] = run("today").stderr.splitlines()
    assert line == (
        "12 lines of the journal are damaged: planner journal check says which and what can be saved"
    )


def test_a_broken_profile_is_told_with_what_is_wrong_in_the_journal(hurt):
    (hurt.home / "profile.yaml").write_bytes(b"<<<<<<< HEAD\nstart: [\n=======\n>>>>>>> desk\n")
    result = hurt("journal", "check")
    assert result.exit_code == 1
    first, *others = result.stderr.splitlines()
    assert first.startswith("profile.yaml:1:1: git left a conflict here")
    assert len(others) == 2
    assert hurt("journal", "check", "--mend", "--yes").exit_code == 1
