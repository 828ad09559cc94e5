"""When a file cannot be put back, what is said of it is true of its bytes."""

from pathlib import Path

import pytest

from planner.problems import DataError, fail
from planner.text.messages import msg
from planner.workspace.replacing import Change, replace_files


def fails():
    raise fail(msg("no"))


@pytest.mark.parametrize(("new", "told"), [(b"new", 2), (b"old", 1)])
def test_a_file_is_called_new_only_when_it_is(tmp_path, monkeypatch, new, told):
    file = tmp_path / "profile.yaml"
    file.write_bytes(b"old")
    replace = Path.replace

    def fragile(self, target):
        if self.name.endswith(".old.tmp"):
            raise OSError(5, "the disk is gone")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fragile)
    with pytest.raises(DataError) as caught:
        replace_files([Change(file, b"old", new)], fails)
    texts = [problem.message.text for problem in caught.value.problems]
    assert len(texts) == told
    assert file.read_bytes() == new
    assert all("backup" not in text for text in texts)
    assert told == 1 or texts[-1].startswith("this file is the new one")
