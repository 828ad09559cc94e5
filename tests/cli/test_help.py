"""Every command and every option says what it is for, in the user's language, within the terminal."""

import ast
import gettext
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from click.testing import CliRunner

from planner.cli.click_words import COUNTED, WORDS
from planner.cli.root import root
from planner.cli.table import COMMANDS, PARTS
from planner.text.width import width


def every():
    """Return every command with the words that call it."""
    found = [([], root)]
    with click.Context(root) as context:
        for name in COMMANDS:
            command = root.get_command(context, name)
            found.append(([name], command))
            found += [([name, part], command.get_command(context, part)) for part in PARTS.get(name, ())]
    return found


EVERY = every()


@pytest.mark.parametrize(
    ("words", "command"), EVERY, ids=lambda value: " ".join(value) if isinstance(value, list) else ""
)
def test_each_command_and_option_has_help(words, command):
    assert command.help
    assert not words or command.name == words[-1]
    options = [param for param in command.params if isinstance(param, click.Option)]
    assert [option.name for option in options if not option.help] == []
    text = CliRunner().invoke(root, [*words, "--help"]).stdout
    for option in options:
        assert option.opts[-1] in text
    assert max(map(width, text.splitlines())) <= 80


def test_the_table_lists_exactly_the_commands():
    text = CliRunner().invoke(root, ["--help"]).stdout
    for name, (_, line) in COMMANDS.items():
        assert f"  {name} " in text
        assert line.split()[0] in text
    groups = {words[0] for words, command in EVERY if len(words) == 1 and isinstance(command, click.Group)}
    assert groups == set(PARTS)


def test_the_words_of_click_that_are_listed_are_what_it_says():
    """Versions of click differ in a few; a change of many would leave the Japanese help half English."""
    literals = {
        node.value
        for file in Path(click.__file__).parent.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    listed = {*WORDS, *(each for pair in COUNTED for each in pair)}
    assert len(listed - literals) <= 4, listed - literals


@pytest.fixture
def catalogue(tmp_path, monkeypatch):
    """Make a Japanese catalogue with a few words."""
    folder = tmp_path / "ja" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    words = Catalog(locale="ja")
    for text, said in {
        "Usage:": "使い方:", "Options": "オプション", "Commands": "コマンド", "Error: {message}": "エラー: {message}",
        "No such option {name!r}.": "{name!r} というオプションはありません。",
        "Show the whole plan: verdict, weeks and milestones.": (
            "計画の全体を表示します：判定、週ごとの内訳、マイルストーンを順に示す画面です。"
        ),
        "Print one JSON document and nothing else.": "JSONだけを出力します。",
        "Show this message and exit.": "この説明を表示します。",
        "“{value}” is not a day; write it as 2026-12-01": (
            "“{value}”は日付ではありません。2026-12-01のように書いてください"
        ),
    }.items():  # fmt: skip
        words.add(text, said)
    with (folder / "planner.mo").open("wb") as file:
        write_mo(file, words)
    monkeypatch.setattr("planner.cli.click_words.LOCALE", tmp_path)
    monkeypatch.setattr("planner.cli.words.LOCALE", tmp_path)
    yield
    gettext.textdomain("messages")


@pytest.mark.usefixtures("catalogue")
def test_click_speaks_the_language_that_is_chosen():
    text = CliRunner().invoke(root, ["--lang", "ja", "plan", "--help"]).stdout
    for word in ("使い方: planner plan", "オプション:", "JSONだけを出力します。", "この説明を表示します。"):
        assert word in text
    assert "マイルストーンを順に示す画面です。" in text.replace("\n", "").replace(" ", "")
    assert "Usage:" in CliRunner().invoke(root, ["--lang", "en", "plan", "--help"]).stdout


@pytest.mark.usefixtures("catalogue")
def test_usage_errors_speak_it_too_wherever_the_language_is_named():
    for words in (["--lang", "ja", "plan", "--nope"], ["plan", "--lang=ja", "--nope"]):
        told = CliRunner().invoke(root, words).stderr
        assert "使い方: planner plan" in told
        assert "エラー: " in told
    told = CliRunner().invoke(root, ["--lang", "ja", "--today", "x", "plan"]).stderr
    assert "“x”は日付ではありません。" in told


@pytest.mark.usefixtures("catalogue")
def test_the_language_of_the_profile_and_of_the_locale_count(tmp_path, monkeypatch):
    (tmp_path / "profile.yaml").write_text("language: ja\n")
    assert "使い方:" in CliRunner().invoke(root, ["--home", str(tmp_path), "--help"]).stdout
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    assert "使い方:" in CliRunner().invoke(root, ["--home", str(tmp_path / "none"), "--help"]).stdout
    assert "Usage:" in CliRunner().invoke(root, ["--lang", "en", "--help"]).stdout
