"""`planner backup` and `planner restore`, as a person uses them, in both languages."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import TODAY


def lose_last_line(run):
    file = max(run.home.glob("journal/*.jsonl"), key=lambda path: path.stat().st_mtime_ns)
    file.write_bytes(b"".join(file.read_bytes().splitlines(keepends=True)[:-1]))


def logged(run):
    return [event for event in run.json("journal", "show")["events"] if event["kind"] == "log"]


def test_a_backup_is_made_and_listed(run, tmp_path):
    copy = tmp_path / "stick" / "plan.zip"
    copy.parent.mkdir()
    assert "There is no backup yet" in run.ok("backup", "--list")
    said = run.ok("backup", "-o", copy)
    made = run.json("backup", "--list")
    (only,) = made["backups"]
    assert said.startswith("Backed up: 1 event, in ")
    assert only["file"] in said
    assert f"A copy is in {copy}" in said
    assert copy.read_bytes() == Path(only["file"]).read_bytes()
    assert (only["reason"], only["events"]) == ("by-hand", 1)
    assert made["damaged"] == []
    text = run.ok("restore", "--list")
    assert only["name"] in text
    assert "by hand" in text
    assert run.json("restore", "--list") == made


def test_the_first_record_of_a_day_makes_a_backup_and_reading_none(run):
    run.ok("today")
    run.ok("week")
    assert run.json("backup", "--list")["backups"] == []
    run.ok("log", "python-classes", "1h")
    (only,) = run.json("backup", "--list")["backups"]
    assert (only["reason"], only["events"]) == ("daily", 2)


def test_lost_records_are_shown_restored_undone_and_redone(run):
    run.ok("log", "python-classes", "1h")
    run.ok("backup")
    lose_last_line(run)
    before = run.journal()
    shown = run.ok("restore", "--dry-run")
    assert "1 event comes back" in shown
    assert "A dry run: nothing is restored." in shown
    assert run.journal() == before
    said = run.ok("restore", "--yes")
    assert "Restored from" in said
    assert "planner undo" in said
    assert [event["undone"] for event in logged(run)] == [False]
    assert "Undone: brought back from the backup" in run.ok("undo")
    assert [event["undone"] for event in logged(run)] == [True]
    assert "An earlier restore was undone; to bring it back: planner redo " in run.ok("restore", "--yes")
    run.ok("redo")
    assert [event["undone"] for event in logged(run)] == [False]
    assert "Nothing to restore" in run.ok("restore", "--yes")


def test_an_edited_file_is_shown_in_lines_and_its_undo_gives_it_back(run):
    run.ok("backup")
    profile = run.home / "profile.yaml"
    good = profile.read_text("utf-8")
    edited = good.replace("tracks: 2", "tracks: 1").replace("language: en\n", "")
    profile.write_text(edited, "utf-8")
    shown = run.ok("restore", "--dry-run")
    assert "profile.yaml becomes what it was in the backup:" in shown
    assert "+language: en" in shown
    assert "-  tracks: 1" in shown
    run.ok("restore", "--yes")
    assert profile.read_text("utf-8") == good
    run.ok("undo")
    assert profile.read_text("utf-8") == edited
    run.ok("redo")
    assert profile.read_text("utf-8") == good


def test_a_plan_that_does_not_open_any_more_is_restored(run):
    run.ok("backup")
    (run.home / "profile.yaml").unlink()
    (run.home / "curriculum.yaml").write_text("\x1b[31mid: [")
    assert run("today").exit_code == 1
    shown = run.ok("restore", "--dry-run")
    assert "profile.yaml is missing, and comes back" in shown
    assert "\x1b" not in shown
    run.ok("restore", "--yes")
    run.ok("today")


def test_a_new_machine_takes_one_file(run, tmp_path, monkeypatch):
    run.ok("log", "python-classes", "1h")
    copy = tmp_path / "copy.zip"
    run.ok("backup", "-o", copy)
    for name in ("STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / f"new {name}"))
    new = type(run)(tmp_path / "new" / "plan")
    said = new.ok("restore", copy, "--yes")
    assert "2 events" in said
    assert "planner undo" not in said
    assert logged(new) == logged(run)


def test_json_shows_and_with_yes_restores(run):
    run.ok("log", "python-classes", "1h")
    run.ok("backup")
    lose_last_line(run)
    shown = run.json("restore")
    assert (shown["restored"], len(shown["events"]), shown["files"]) == (False, 1, [])
    done = run.json("restore", "--yes")
    assert done == {**shown, "restored": True}
    assert run.json("restore", "--yes")["restored"] is False
    assert run.json("backup").keys() >= {"name", "file", "events", "size"}


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["restore"], 1, "There is no backup of"),
        (["restore", "nobody"], 1, "There is no backup nobody"),
        (["restore", "--dry-run", "--yes"], 2, "exclude each other"),
        (["backup", "--list", "-o", "x"], 2, "exclude each other"),
        (["restore", "--yes"], 1, "There is no backup of"),
        (["restore", "nobody", "--yes"], 1, "There is no backup nobody"),
        (["restore", "profile.yaml", "--yes"], 1, "There is no backup profile.yaml"),
        (["backup", "-o", "/nowhere/at/all.zip"], 1, "there is no folder"),
        (["backup", "-o", "/"], 1, "this is a folder"),
    ],
)
def test_what_cannot_be_is_one_line_and_changes_nothing(run, words, code, said):
    before = run.journal()
    result = run(*words)
    assert result.exit_code == code
    assert said in result.stderr
    assert result.stdout == ""
    assert run.journal() == before
    assert code == 2 or result.stderr.count("\n") == 1


def test_without_a_terminal_to_ask_on_what_there_is_to_restore_waits_for_a_word(run):
    run.ok("backup")
    assert "Nothing to restore" in run.ok("restore")
    run.ok("log", "python-classes", "1h")
    run.ok("backup")
    lose_last_line(run)
    result = run("restore")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "add --yes to restore, or --dry-run to look" in result.stderr


def test_a_device_is_never_replaced(run):
    result = run("backup", "-o", "/dev/null")
    assert result.exit_code == 1
    assert not Path("/dev/null").is_file()


def test_without_a_plan_there_is_nothing_to_back_up(empty):
    result = empty("backup")
    assert result.exit_code == 1
    assert "planner init" in result.stderr


def test_a_damaged_backup_is_one_line_that_names_another(run):
    run.ok("backup")
    run.ok("log", "python-classes", "1h")
    run.ok("backup")
    newest, *_, oldest = run.json("backup", "--list")["backups"]
    Path(newest["file"]).write_bytes(b"PK")
    result = run("restore", newest["name"], "--yes")
    assert result.exit_code == 1
    assert "this backup is damaged: try planner restore 20" in result.stderr
    listed = run("backup", "--list", "--json")
    assert json.loads(listed.stdout)["damaged"] == [newest["file"]]
    assert "damaged" in listed.stderr
    assert oldest["name"] in run.ok("restore", "--list")


def test_a_backup_that_fails_is_said_once_and_the_record_stands(run, monkeypatch, tmp_path):
    state = tmp_path / "state"
    monkeypatch.setenv("XDG_STATE_HOME", str(state))
    (state / "roadmap-planner").mkdir(parents=True)
    (state / "roadmap-planner" / "backups").write_text("in the way")
    first = run("log", "python-classes", "1h")
    assert first.exit_code == 0
    assert first.stderr.count("the backup could not be written") == 1
    second = run("log", "python-classes", "2h")
    assert (second.exit_code, second.stderr) == (0, "")
    assert len(logged(run)) == 2


def test_in_japanese(run_ja, tmp_path):
    assert "バックアップはまだありません" in run_ja.ok("backup", "--list")
    run_ja.ok("log", "python-classes", "1h")
    assert "バックアップしました" in run_ja.ok("backup")
    lose_last_line(run_ja)
    (run_ja.home / "profile.yaml").write_text("language: ja\n", "utf-8")
    shown = run_ja.ok("restore", "--dry-run")
    assert "記録1件が戻ります" in shown
    assert "profile.yamlがバックアップの内容に戻ります" in shown
    assert "試しに表示しただけで、何も復元していません" in shown
    assert "復元しました" in run_ja.ok("restore", "--yes")
    assert "手動" in run_ja.ok("backup", "--list")
    result = run_ja("restore", tmp_path / "nowhere.zip", "--yes")
    assert "というバックアップはありません" in result.stderr
    assert TODAY in str(run_ja.json("journal", "show"))


def test_on_a_terminal_the_answer_decides(run, monkeypatch):
    monkeypatch.setattr("planner.cli.commands.restore.can_ask", lambda: True)
    run.ok("log", "python-classes", "1h")
    run.ok("backup")
    lose_last_line(run)
    before = run.journal()
    declined = run("restore", stdin="\n")
    assert "1 event comes back" in declined.stdout
    assert "Restore this? (y/n)" in declined.stderr
    assert declined.stdout.endswith("Nothing was changed.\n")
    assert run.journal() == before
    agreed = run("restore", stdin="y\n")
    assert "Restored from" in agreed.stdout
    assert len(logged(run)) == 1
