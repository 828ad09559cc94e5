"""`planner curriculum update`: the offer in one line elsewhere, the difference here, taken only on yes."""

import shutil
from pathlib import Path

import pytest

from planner.curriculum import bundled
from tests.cli.conftest import template

ROOT = Path(__file__).resolve().parents[2]
ID = "ml-engineer-12m"
NOTICE = "planner curriculum update"
RENAMED = """\
      - id: python-start
        renamed_from: python-first-steps
"""


@pytest.fixture
def newer(tmp_path, tmp_path_factory, monkeypatch):
    """Let the program come with another version of the plans' curriculum; returns its file."""
    for language in ("en", "ja"):
        template(language, tmp_path_factory)  # the plans are made with the version as it is
    shutil.copytree(ROOT / "curricula", tmp_path / "curricula")
    file = tmp_path / "curricula" / f"{ID}.yaml"
    file.write_text(version(file.read_text("utf-8")), "utf-8")
    monkeypatch.setattr(bundled, "_folder", lambda: tmp_path / "curricula")
    return file


def version(text):
    """Rename the first module, and what builds on it."""
    text = text.replace("      - id: python-first-steps\n", RENAMED)
    for before in ("[", ", "):
        text = text.replace(f"{before}python-first-steps", f"{before}python-start")
    return text


@pytest.mark.parametrize("words", [["plan"], ["curriculum", "list"]])
@pytest.mark.usefixtures("newer")
def test_a_newer_version_is_mentioned_in_one_line_where_there_is_one(run, words):
    assert run.ok(*words).count(NOTICE) == 1
    run.ok("curriculum", "update", "--yes")
    assert NOTICE not in run.ok(*words)


def test_today_and_a_plan_that_has_the_newest_version_say_nothing(run, newer):
    assert NOTICE not in run.ok("today")
    shutil.copy(ROOT / "curricula" / f"{ID}.yaml", newer)
    assert NOTICE not in run.ok("plan") + run.ok("curriculum", "list")
    assert run.json("curriculum", "list")["newer"] is False
    said = run.ok("curriculum", "update", "--dry-run")
    assert said == "No newer version of this plan's curriculum comes with this planner.\n"
    assert run.json("curriculum", "update") == {"newer": False, "accepted": False}


@pytest.mark.usefixtures("newer")
def test_the_checkin_mentions_it_too(run, tmp_path):
    answers = tmp_path / "answers.yaml"
    answers.write_text("day: 2026-12-01\nhours: {python-first-steps: 1h}\n", "utf-8")
    assert run.ok("checkin", "--answers", answers, "--dry-run").count(NOTICE) == 1


@pytest.mark.usefixtures("newer")
def test_a_dry_run_and_json_show_it_and_write_nothing(run):
    before = {file: file.read_bytes() for file in run.home.rglob("*") if file.is_file()}
    text = run.ok("curriculum", "update", "--dry-run")
    assert "renamed: First steps in Python (python-first-steps → python-start)" in text
    assert "stay as they are." in text
    document = run.json("curriculum", "update")
    assert (document["newer"], document["accepted"]) == (True, False)
    assert document["differences"] == [
        {
            "kind": "module-renamed",
            "before": ["python-first-steps"],
            "after": ["python-start"],
            "text": "renamed: First steps in Python (python-first-steps → python-start)",
        }
    ]
    assert document["diff"]["removed"] == document["diff"]["added"] == []
    assert run.json("curriculum", "list")["newer"] is True
    assert {file: file.read_bytes() for file in run.home.rglob("*") if file.is_file()} == before


def test_taken_it_keeps_what_was_studied_and_undo_brings_the_old_copy_back(run, newer):
    run.ok("log", "python-first-steps", "2h")
    old = (run.home / "curriculum.yaml").read_bytes()
    text = run.ok("curriculum", "update", "--yes")
    assert text.endswith("To take it back: planner undo\n")
    assert (run.home / "curriculum.yaml").read_bytes() == newer.read_bytes()
    modules = {module["id"]: module["done_minutes"] for module in run.json("plan")["modules"]}
    assert modules["python-start"] == 120
    assert "First steps in Python: 2 h studied" in run.ok("journal", "show")
    assert "no problem" in run.ok("journal", "check")
    run.ok("undo")
    assert (run.home / "curriculum.yaml").read_bytes() == old
    assert run.ok("plan").count(NOTICE) == 1


def test_a_version_can_be_given_as_a_file(run, newer, monkeypatch):
    monkeypatch.undo()
    assert "renamed: " in run.ok("curriculum", "update", "--from", newer, "--dry-run")
    same = run.ok("curriculum", "update", "--from", run.home / "curriculum.yaml", "--dry-run")
    assert "byte for byte" in same


def test_an_edited_copy_is_said_with_the_lines_that_would_go(run, newer):
    file = run.home / "curriculum.yaml"
    file.write_text(file.read_text("utf-8") + "# my own remark\n", "utf-8")
    text = run.ok("curriculum", "update", "--from", newer, "--dry-run")
    assert "edited by hand" in text
    assert "# my own remark" in text
    assert "# my own remark" in run.json("curriculum", "update")["own_lines"]


@pytest.mark.usefixtures("newer")
def test_without_a_terminal_it_asks_for_a_word(run):
    assert run("curriculum", "update").exit_code == 2
    assert run("curriculum", "update", "--dry-run", "--yes").exit_code == 2


@pytest.mark.usefixtures("newer")
def test_it_speaks_japanese(run_ja):
    text = run_ja.ok("curriculum", "update", "--dry-run")
    assert "python-first-steps → python-start" in text
    assert "renamed" not in text
    assert "新しい版" in run_ja.ok("plan")


def test_a_choice_that_is_gone_is_told_where_it_stands_with_the_command_that_mends_it(run, newer):
    run.ok("profile", "set", "choices.speciality", "vision")
    text = newer.read_text("utf-8")
    newer.write_text(
        text.replace("      vision: {title: {en: Computer", "      sight: {title: {en: Computer"), "utf-8"
    )
    result = run("curriculum", "update", "--yes")
    assert result.exit_code == 1
    assert "profile.yaml:" in result.stderr
    command = "planner profile unset choices.speciality"
    assert result.stderr.splitlines()[-1].endswith(command)
    run.ok(*command.split()[1:])
    run.ok("curriculum", "update", "--yes")
