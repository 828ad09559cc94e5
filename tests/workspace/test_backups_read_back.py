"""A backup counts only as it reads back from the disk, and holds files that were there at one moment."""

import pytest

from planner.problems import DataError
from planner.text import translator
from planner.workspace.backup import making as backups
from planner.workspace.backup import picture as backup_picture
from planner.workspace.backup.making import list_backups, make_backup
from planner.workspace.backup.picture import take_picture
from tests.workspace.backup_samples import backed_up, logged
from tests.workspace.conftest import START

EN = translator("en")


def test_a_backup_whose_bytes_change_on_the_way_to_the_disk_is_none(learner, monkeypatch):
    """The manifest is whole, one of the files is not."""
    backed_up(learner)
    before = list_backups(learner.on(START, 10))
    write = backups.replace_file

    def by_a_bad_cable(path, data):
        middle = data.index(b"profile.yaml") + 40  # among its packed bytes
        write(path, data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :])

    monkeypatch.setattr(backups, "replace_file", by_a_bad_cable)
    with pytest.raises(DataError) as raised:
        make_backup(learner.on(START, 10), "by-hand")
    assert "reads back differently" in raised.value.problems[0].text(EN)
    assert list_backups(learner.on(START, 10)) == before


def test_files_edited_while_the_picture_is_taken_are_read_again(learner, monkeypatch):
    """The profile never stands beside a journal that is younger than it."""
    opened = logged(learner.begin(), 10)
    file, read, number = learner.home / "profile.yaml", backup_picture._read_journal, []

    def while_the_learner_edits(home):
        found = read(home)
        if len(number) < 2:
            number.append(True)
            file.write_bytes(file.read_bytes() + b"# mine\n")
            logged(opened.reread(), 20)
        return found

    monkeypatch.setattr(backup_picture, "_read_journal", while_the_learner_edits)
    picture = take_picture(learner.home)
    assert len(number) == 2
    on_disk = {path.name: path.read_bytes() for path in learner.home.glob("journal/*")}
    assert picture["profile.yaml"] == file.read_bytes()
    assert {name.removeprefix("journal/"): data for name, data in picture.items() if "/" in name} == on_disk
