"""`planner keys`: every key of the app as it is bound now; what cannot be bound is refused with its line."""

import pytest

from planner.keymap.table import COMMANDS, SCREENS


@pytest.fixture(autouse=True)
def config(tmp_path, monkeypatch):
    """Hand out where config.yaml is, in a folder of its own."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    def write(text):
        file = tmp_path / "config" / "roadmap-planner" / "config.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    return write


def test_every_command_is_shown_by_screen(run):
    text = run.ok("keys")
    assert [line for line in text.splitlines() if line and not line.startswith(" ")] == [
        title.text for title in SCREENS.values()
    ]
    whole = " ".join(text.split())
    assert all(command.help.text in whole for command in COMMANDS)
    assert "…" not in text
    assert "u" in next(line for line in text.splitlines() if "undo " in line).split()


def test_the_keys_are_shown_in_japanese(run):
    text = run.ok("keys", "--lang", "ja")
    assert text.startswith("今日\n")
    assert "チェックイン" in text


def test_the_document_has_names_keys_and_screens(run):
    commands = {each["name"]: each for each in run.json("keys")["commands"]}
    assert set(commands) == {command.id for command in COMMANDS}
    assert commands["undo"] == {
        "name": "undo", "keys": ["u"], "shown": "u", "label": "undo", "help": "Take back the last action",
        "screens": list(next(each.screens for each in COMMANDS if each.id == "undo")),
    }  # fmt: skip


def test_the_file_is_named_whether_or_not_it_is_there(run, config):
    assert run.ok("keys", "--file").endswith("config.yaml\n")
    file = config("keys: {log: L}\n")
    assert run.ok("keys", "--file") == f"{file}\n"
    assert run.json("keys", "--file") == {"file": str(file)}


def test_rebound_keys_are_shown(run, config):
    config("keys: {undo: [f9, ctrl+u]}\n")
    undo = next(each for each in run.json("keys")["commands"] if each["name"] == "undo")
    assert (undo["keys"], undo["shown"]) == (["f9", "ctrl+u"], "f9 ^u")
    assert any(line.split()[:3] == ["f9", "^u", "undo"] for line in run.ok("keys").splitlines())


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("how", [[], ["--json"]], ids=["text", "json"])
def test_a_clash_and_an_unknown_name_are_refused_with_their_lines(run, config, language, how):
    file = config("# mine\nkeys:\n  undo: q\n  undue: x\n")
    result = run("keys", "--lang", language, *how)
    assert result.exit_code == 1
    assert f"{file}:3" in result.stderr + result.stdout
    assert f"{file}:4" in result.stderr + result.stdout
