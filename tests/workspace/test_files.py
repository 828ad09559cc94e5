"""Files are whole or not there: several threads at once, what killed programs left, and whose they are."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from planner.problems import DataError
from planner.workspace.files import replace_file, write_file


def test_threads_that_write_one_file_at_once_leave_one_of_the_contents(tmp_path):
    contents = [bytes([number]) * 200_000 for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda content: replace_file(tmp_path / "cache", content, lasting=False), contents * 5))
    assert (tmp_path / "cache").read_bytes() in contents
    assert [path.name for path in tmp_path.iterdir()] == ["cache"]


def test_what_killed_programs_left_goes_with_the_next_write_and_what_is_being_written_stays(tmp_path):
    left, fresh, other = (
        tmp_path / name for name in (".a[1].yaml.12-3.tmp", ".a[1].yaml.45-6.tmp", ".b.12-3.tmp")
    )
    for path in (left, fresh, other):
        path.write_bytes(b"half")
    for path in (left, other):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    write_file(tmp_path / "a[1].yaml", b"whole")
    assert {path.name for path in tmp_path.iterdir()} == {"a[1].yaml", fresh.name, other.name}


@pytest.mark.skipif(os.name == "nt", reason="permissions are of another kind there")
def test_a_temporary_file_that_somebody_else_put_there_is_not_written_into(tmp_path, monkeypatch):
    monkeypatch.setattr("planner.workspace.files.get_ident", lambda: 1)
    secret = tmp_path / "theirs"
    secret.write_bytes(b"untouched")
    (tmp_path / f".plan.ics.{os.getpid()}-1.tmp").symlink_to(secret)
    write_file(tmp_path / "plan.ics", b"mine")
    assert secret.read_bytes() == b"untouched"
    assert (tmp_path / "plan.ics").read_bytes() == b"mine"
    assert stat.S_IMODE((tmp_path / "plan.ics").stat().st_mode) == 0o600


def test_a_file_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(DataError) as raised:
        write_file(tmp_path / "folder", b"mine")
    assert raised.value.problems[0].file == str(tmp_path / "folder")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_what_need_not_last_waits_for_no_disk_nor_do_the_folders_made_for_it(tmp_path, monkeypatch):
    flushed = []
    monkeypatch.setattr("os.fsync", flushed.append)
    replace_file(tmp_path / "kept" / "by folder" / "value", b"1", lasting=False)
    assert (tmp_path / "kept" / "by folder" / "value").read_bytes() == b"1"
    assert flushed == []
    replace_file(tmp_path / "lasting" / "value", b"1")
    assert len(flushed) == 3, "the folder above, the file, and its folder"
