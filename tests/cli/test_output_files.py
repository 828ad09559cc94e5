"""Where `-o` may write: never over the plan's own files, nor over a file that holds something else."""

import json
import os
import zipfile

import pytest

KINDS = {"ics": ["export", "ics"], "json": ["export", "json"], "backup": ["backup"]}


def files(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def refused(run, kind, file):
    """Insist on one line about the file, and on nothing written."""
    before = files(run.home)
    result = run(*KINDS[kind], "-o", file)
    assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (1, "", 1)
    assert result.stderr.startswith(f"{file}: ")
    assert files(run.home) == before
    return result.stderr


@pytest.mark.parametrize("kind", KINDS)
def test_the_plans_own_files_are_never_written_over(run, kind):
    [journal] = (run.home / "journal").iterdir()
    for file in (journal, run.home / "profile.yaml", run.home / "new.file", run.home / "journal" / "new"):
        assert "name a file somewhere else" in refused(run, kind, file)


@pytest.mark.parametrize("kind", KINDS)
def test_another_spelling_or_a_link_leads_to_no_file_of_the_plan(run, kind, tmp_path):
    (tmp_path / "link").symlink_to(run.home)
    (tmp_path / "profile").symlink_to(run.home / "profile.yaml")
    (tmp_path / "hanging").symlink_to(run.home / "journal" / "nothing.jsonl")
    (run.home / "outside").symlink_to(tmp_path / "elsewhere")
    for place in (
        tmp_path / "link" / "new",
        tmp_path / "profile",
        tmp_path / "hanging",
        run.home / "outside",
        f"{run.home}/journal/../new",
        os.path.relpath(run.home / "profile.yaml"),
    ):
        refused(run, kind, place)
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_holds_something_else_stays(run, kind, tmp_path):
    thesis, other = tmp_path / "thesis.txt", tmp_path / "thesis.zip"
    thesis.write_text("[1, 2]")
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("chapter.txt", "the first")
    for file in (thesis, other):
        before = file.read_bytes()
        assert "name another file" in refused(run, kind, file)
        assert file.read_bytes() == before


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_command_wrote_before_is_replaced_and_an_empty_file_filled(run, kind, tmp_path):
    file = tmp_path / "out.file"
    file.touch()
    for _ in range(2):
        run.ok(*KINDS[kind], "-o", file)
        assert file.stat().st_size
    for other in KINDS.keys() - {kind}:
        refused(run, other, file)


def test_a_backup_of_the_list_is_not_replaced_by_a_copy_of_a_newer_one(run):
    run.ok("backup")
    [backup] = run.json("backup", "--list")["backups"]
    assert "the planner's own folder" in refused(run, "backup", backup["file"])


def test_the_document_that_is_known_is_the_one_that_is_exported(run):
    from planner.workspace.targets import _KEYS

    assert json.loads(run.ok("export", "json")).keys() >= _KEYS
