"""A new plan: refused over another one, all or nothing, and with the learner's own files where they are there."""

import pytest

CYCLE = """
id: circle
title: A circle
months: 1
target_hours: 10
phases:
  - id: p
    title: P
    months: [1, 1]
    modules:
      - {id: a, title: A, track: t, hours: 5, requires: [b]}
      - {id: b, title: B, track: t, hours: 5, requires: [a]}
"""


def test_init_writes_both_files_the_journal_and_how_git_merges_it(empty):
    text = empty.ok("init", "--yes", "--start", "2026-12-01")
    assert "planner today" in text
    assert {file.name for file in empty.home.iterdir()} == {
        "profile.yaml", "curriculum.yaml", "journal", ".gitattributes",
    }  # fmt: skip
    assert (empty.home / "profile.yaml").stat().st_mode & 0o077 == 0


def test_init_takes_what_the_options_say(empty):
    words = [
        "--curriculum",
        "ml-engineer-6m",
        "--goal",
        "2027-08-31",
        "--weekday",
        "1h30m",
        "--day-off",
        "5h",
    ]
    more = [
        "--background",
        "programming,science",
        "--drop",
        "stretch",
        "--hours-per-week",
        "16",
        "--lang",
        "ja",
    ]
    plan = empty.json("init", "--yes", "--start", "2026-12-01", *words, *more, "--holidays", "")
    assert (plan["curriculum"], plan["goal"]) == ("ml-engineer-6m", "2027-08-31")
    profile = (empty.home / "profile.yaml").read_text()
    for line in (
        "language: ja",
        "20:00-21:30",
        "10:00-15:00",
        "programming",
        "stretch",
        "hours_per_week: 16",
    ):
        assert line in profile


def test_init_refuses_a_folder_with_a_plan_and_leaves_it_alone(run):
    before = {file: file.read_bytes() for file in run.home.rglob("*") if file.is_file()}
    result = run("init", "--yes")
    assert result.exit_code == 1
    assert "--home" in result.stderr
    assert {file: file.read_bytes() for file in run.home.rglob("*") if file.is_file()} == before


def test_init_uses_a_profile_that_is_there(empty):
    empty.home.mkdir()
    mine = (
        "# mine\ncurriculum: ml-engineer-6m\nstart: 2026-12-01\ngoal: 2027-09-30\ntimezone: Europe/Berlin\n"
    )
    (empty.home / "profile.yaml").write_text(mine)
    plan = empty.json("init", "--yes")
    assert (plan["timezone"], plan["goal"], plan["curriculum"]) == (
        "Europe/Berlin",
        "2027-09-30",
        "ml-engineer-6m",
    )
    assert (empty.home / "profile.yaml").read_text() == mine


def test_every_problem_of_a_profile_that_is_there_is_said_with_its_line(empty):
    empty.home.mkdir()
    (empty.home / "profile.yaml").write_text(
        "curriculum: ml-engineer-12m\nstart: soon\ntimezone: 7\nnope: 1\n"
    )
    result = empty("init", "--yes")
    assert (result.exit_code, result.stdout) == (1, "")
    assert [line.split(":")[1] for line in result.stderr.splitlines()] == ["2", "3", "4"]


@pytest.mark.parametrize("text", ["", CYCLE, "[1, 2", "id: x\n", "\x00", "months: 12\n" * 3])
def test_a_curriculum_file_that_is_wrong_is_refused_and_nothing_is_made(empty, tmp_path, text):
    file = tmp_path / "curriculum.yaml"
    file.write_text(text)
    for words in (["init", "--yes", "--curriculum", file], ["curriculum", "check", file]):
        result = empty(*words)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith(str(file))
    assert not empty.home.exists()


def test_a_circle_of_prerequisites_is_named(empty, tmp_path):
    file = tmp_path / "curriculum.yaml"
    file.write_text(CYCLE)
    assert "a -> b -> a" in empty("curriculum", "check", file).stderr


def test_all_problems_of_all_files_are_said(empty, tmp_path):
    files = [tmp_path / name for name in ("one.yaml", "two.yaml", "none.yaml")]
    files[0].write_text("id: x\n")
    files[1].write_text(CYCLE)
    result = empty("curriculum", "check", *files)
    assert (result.exit_code, result.stdout) == (1, "")
    assert {line.split(":")[0] for line in result.stderr.splitlines()} == set(map(str, files))


def test_a_file_in_place_of_the_folder_is_refused(empty):
    empty.home.write_text("not a folder")
    for words in (["init", "--yes"], ["plan"], ["log", "a", "1h"]):
        result = empty(*words)
        assert (result.exit_code, result.stdout) == (1, "")
        assert len(result.stderr.splitlines()) == 1


def test_a_place_where_no_folder_can_be_made_is_refused(empty):
    empty.home = "/proc/plan"
    result = empty("init", "--yes")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("/proc")


def test_a_missing_or_empty_file_of_the_plan_is_said(run):
    (run.home / "curriculum.yaml").write_bytes(b"")
    (run.home / "profile.yaml").unlink()
    result = run("plan")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "profile.yaml" in result.stderr


def test_profiles_and_curricula_that_are_right_are_said_to_be(run, tmp_path):
    assert ": no problems" in run.ok("profile", "check")
    assert ": no problems" in run.ok("profile", "check", run.home / "profile.yaml")
    assert run.json("curriculum", "check", run.home / "curriculum.yaml")["problems"] == []
    broken = tmp_path / "profile.yaml"
    broken.write_text("start: 1\n")
    strange = tmp_path / "strange.yaml"
    strange.write_text("curriculum: ml-engineer-12m\nstart: 2026-12-01\ndrop: [nope]\ntimezone: Asia/Tokyo\n")
    result = run("profile", "check", broken, strange, tmp_path / "none.yaml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{strange}:3:" in result.stderr
    assert {line.split(":")[0] for line in result.stderr.splitlines()} == {
        str(broken), str(strange), str(tmp_path / "none.yaml"),
    }  # fmt: skip


@pytest.mark.parametrize("words", [[], ["--profile"]])
def test_the_schema_is_printed(empty, words):
    import json

    assert json.loads(empty.ok("curriculum", "schema", *words))["type"] == "object"
