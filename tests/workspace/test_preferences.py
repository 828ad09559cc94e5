"""config.yaml: what it says is followed, what is wrong is named with its place, and is by default."""

import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.keymap.table import COMMANDS
from planner.text.messages import translator
from planner.workspace.context import Context
from planner.workspace.taste.preferences import Preferences, preferences_file, read_preferences


@pytest.fixture
def context(tmp_path):
    (tmp_path / "config").mkdir()
    return Context(
        tmp_path / "plan", datetime(2027, 2, 9, tzinfo=UTC), cache=tmp_path / "cache", state=tmp_path / "state",
        random_bits=random.Random(1).getrandbits, config=tmp_path / "config",
    )  # fmt: skip


def said(context, text):
    preferences_file(context).write_text(text, encoding="utf-8")
    preferences = read_preferences(context)
    return preferences, [problem.text(translator("en")) for problem in preferences.problems]


def test_without_a_file_or_a_folder_all_is_by_default(context):
    assert read_preferences(context) == Preferences()
    assert read_preferences(replace(context, config=None)) == Preferences()
    assert preferences_file(replace(context, config=None)) is None


@pytest.mark.parametrize("text", ["", "\n", "# nothing yet\n", "keys:\n", "keys: {}\n"])
def test_a_file_that_says_nothing_changes_nothing(context, text):
    assert said(context, text) == (Preferences(), [])


def test_what_the_file_says_is_followed(context):
    preferences, problems = said(
        context, "theme: light\nsigns: ascii\nkeys:\n  log: L\n  undo: [Z, ctrl+u]\n  done: 9\n"
    )
    assert problems == []
    assert (preferences.theme, preferences.signs) == ("light", "ascii")
    keys = {command.id: command.keys for command in preferences.commands}
    assert (keys["log"], keys["undo"], keys["done"]) == ("L", "Z,ctrl+u", "9")
    assert all(keys[each.id] == each.keys for each in COMMANDS if each.id not in {"log", "undo", "done"})


def test_every_problem_is_named_with_its_place_and_is_not_followed(context):
    preferences, problems = said(context, "theme: blue\ncolour: red\nkeys:\n  log: d\n  lgo: x\n")
    file = preferences_file(context)
    assert problems == [
        f"{file}:1:8: `theme` must be one of dark, light, terminal",
        f"{file}:2:1: there is no preference `colour`; there are theme, signs, keys",
        f"{file}:4:8: the key d is that of `done` on the same screen: choose another one, or rebind both",
        f"{file}:5:8: there is no command `lgo`; did you mean `log`?",
    ]
    assert replace(preferences, problems=()) == Preferences()


@pytest.mark.parametrize(
    ("text", "wrong"), [("keys: {log: f9, lgo: x}\n", "lgo"), ("keys: {log: f9}\ncolour: red\n", "colour")]
)
def test_one_fault_costs_nothing_else_but_that_a_wrong_key_costs_all_keys(context, text, wrong):
    preferences, problems = said(context, f"theme: light\nsigns: ascii\n{text}")
    assert (preferences.theme, preferences.signs, len(problems)) == ("light", "ascii", 1)
    keys = {command.id: command.keys for command in preferences.commands}
    assert (keys["log"] == "f9") is (wrong == "colour")


def test_a_file_that_is_no_yaml_or_cannot_be_read_is_said(context):
    assert "bracket" in said(context, "keys: {log: L")[1][0]
    preferences_file(context).unlink()
    preferences_file(context).mkdir()
    assert "folder" in read_preferences(context).problems[0].text(translator("en"))


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_no_file_makes_an_error(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("config")
    (folder / "config.yaml").write_bytes(data)
    context = Context(
        folder, datetime(2027, 2, 9, tzinfo=UTC), cache=folder, state=folder,
        random_bits=random.Random(1).getrandbits, config=folder,
    )  # fmt: skip
    assert read_preferences(context).commands == COMMANDS
