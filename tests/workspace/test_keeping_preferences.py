"""A preference that the app changes is kept in config.yaml: comments stay, and nothing is written over a problem."""

import os
import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from planner.problems import DataError
from planner.workspace.context import Context
from planner.workspace.taste.keeping import keep_preference
from planner.workspace.taste.preferences import preferences_file, read_preferences


@pytest.fixture
def context(tmp_path):
    (tmp_path / "config").mkdir()
    return Context(
        tmp_path / "plan", datetime(2027, 2, 9, tzinfo=UTC), cache=tmp_path / "cache", state=tmp_path / "state",
        random_bits=random.Random(1).getrandbits, config=tmp_path / "config",
    )  # fmt: skip


@pytest.fixture
def kept(context):
    """Hand out a way to keep a preference beside what the file says, and see the file."""

    def keep(before, name="theme", value="light"):
        if before is not None:
            preferences_file(context).write_text(before, encoding="utf-8")
        keep_preference(context, name, value)
        assert read_preferences(context).problems == ()
        assert getattr(read_preferences(context), name) == value
        return preferences_file(context).read_text(encoding="utf-8")

    return keep


def test_the_file_is_made_when_it_is_missing(kept, context):
    preferences_file(context).parent.rmdir()
    assert kept(None) == "theme: light\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "theme: light\n"),
        ("# mine", "# mine\ntheme: light\n"),
        ("theme: dark # at night\n", "theme: light # at night\n"),
        ("# keys\nkeys: {log: L}  # large\n", "# keys\ntheme: light\nkeys: {log: L}  # large\n"),
        ("signs: ascii\n", "theme: light\nsigns: ascii\n"),
    ],
)
def test_the_line_changes_and_every_comment_stays(kept, before, after):
    found = kept(before)
    assert sorted(found.splitlines()) == sorted(after.splitlines())


@pytest.mark.parametrize("before", ["theme: blue\n", "keys: {undo: q}\n", "colour: red\n"])
def test_a_file_with_problems_is_left_alone(context, before):
    preferences_file(context).write_text(before, encoding="utf-8")
    with pytest.raises(DataError) as refused:
        keep_preference(context, "theme", "light")
    assert refused.value.problems[0].line == 1
    assert preferences_file(context).read_text(encoding="utf-8") == before


def test_without_a_folder_for_preferences_nothing_happens(context):
    keep_preference(replace(context, config=None), "theme", "light")
    assert not preferences_file(context).exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_named(context):
    preferences_file(context).parent.chmod(0o500)
    with pytest.raises(DataError):
        keep_preference(context, "theme", "light")
