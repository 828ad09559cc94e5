"""A rebound key works on every screen and is the one that footer, help, palette and sentences name."""

import ast
import re
from dataclasses import replace
from pathlib import Path

import pytest
from textual.app import App
from textual.binding import Binding
from textual.command import CommandPalette
from textual.screen import Screen

from planner.keymap.rebinding import RESERVED
from planner.keymap.table import COMMANDS
from tui.app import PlannerApp
from tui.commands import spoken_keys

TUI = Path(__file__).resolve().parents[2] / "tui"
NAMED = re.compile(
    r"\b(Enter|Escape|Space|Ctrl[+-]\w|[a-zA-Z0-9] (takes|shows|asks|logs|begins|brings|marks|goes|leaves|opens))\b"
)


@pytest.fixture
def with_keys(context, tmp_path):
    """Hand out a way to write config.yaml: the context with it."""

    def write(text):
        (tmp_path / "config").mkdir(exist_ok=True)
        (tmp_path / "config" / "config.yaml").write_text(text, encoding="utf-8")
        return replace(context, config=tmp_path / "config")

    return write


async def test_footer_help_palette_and_sentence_name_the_bound_key(with_keys, sit_down):
    async with sit_down(with_keys("keys: {undo: f9, log: f8}"), size=(120, 40)) as hand:
        assert "f8 log" in hand.text().splitlines()[-1]
        titles = {each.title: each.help for each in hand.app.get_system_commands(hand.app.screen)}
        assert titles["Take back the last action"] == "undo  f9"
        await hand.press("f8", "enter")
        assert "F9 takes it back." in hand.text()
        await hand.press("f9")
        assert "Undone" in hand.text()
        await hand.press("question_mark")
        assert hand.line("Take back the last action").split()[0] == "f9"


@pytest.mark.parametrize(
    ("keys", "pressed", "said"),
    [
        ("accept: f6", ["r"], "F6 accepts"),
        ("forward: f6", ["c"], "F6 goes on"),
        ("mark: f5", ["c", "enter"], "F5 marks as finished"),
        ("undo_entry: f5", ["y"], "F5 takes back the one under the cursor"),
    ],
)
async def test_each_sentence_names_the_bound_key(with_keys, sit_down, keys, pressed, said):
    async with sit_down(with_keys(f"keys: {{{keys}}}"), size=(120, 36)) as hand:
        await hand.press(*pressed)
        assert said in hand.text()


async def test_a_sheet_is_left_by_the_bound_key(with_keys, sit_down):
    async with sit_down(with_keys("keys: {back: f4, save: f6}")) as hand:
        await hand.press("l", "f4")
        assert hand.name == "today"
        await hand.press("l", "f6")
        assert hand.name == "today"
        assert "logged" in hand.text()


async def test_the_palette_has_no_other_key_than_the_table_s(with_keys, sit_down):
    async with sit_down(with_keys("keys: {palette: f3}")) as hand:
        await hand.press("ctrl+p")
        assert hand.name == "today"
        assert not CommandPalette.is_open(hand.app)
        await hand.press("f3")
        assert CommandPalette.is_open(hand.app)


async def test_a_key_that_the_palette_gave_up_is_free_for_another_command(with_keys, sit_down):
    async with sit_down(with_keys("keys: {palette: f3, log: ctrl+p}")) as hand:
        await hand.press("ctrl+p")
        assert hand.name == "log"


def test_what_textual_binds_by_itself_is_known():
    """Every key of an app of Textual that is not the table's is kept from the table, or moves through a form."""
    keys = {key for keys in (PlannerApp.BINDINGS, App.BINDINGS, Screen.BINDINGS) for key in _keys(keys)}
    assert keys - RESERVED == {"tab", "shift+tab", "super+c", "escape"}
    assert not PlannerApp.ENABLE_COMMAND_PALETTE


@pytest.mark.parametrize("key", ["tab", "f1"])
async def test_a_key_of_textual_s_own_is_had_by_the_command_it_is_bound_to(with_keys, sit_down, key):
    async with sit_down(with_keys(f"keys: {{across: f7, help: f8, log: {key}}}")) as hand:
        await hand.press(key)
        assert hand.name == "log"


def _keys(bindings):
    return {key for each in Binding.make_bindings(bindings) for key in each.key.split(",")}


@pytest.mark.parametrize(("text", "said"), [("keys: {undo: q}", "quit"), ("keys: {undue: x}", "undo")])
@pytest.mark.parametrize("language", ["en", "ja"])
async def test_what_cannot_be_bound_is_said_at_the_foot_with_its_place(
    with_keys, sit_down, text, said, language
):
    context = replace(with_keys(text), language=language)
    async with sit_down(context, size=(200, 40)) as hand:
        assert said in hand.line("config.yaml:1")
        await hand.press("4", "q")
        assert hand.app.keys == spoken_keys(COMMANDS)


async def test_the_places_in_short_are_shown_by_their_keys(with_keys, sit_down):
    async with sit_down(with_keys("keys: {}")) as hand:
        assert "1–6 screens" in hand.text().splitlines()[-1]
    async with sit_down(with_keys("keys: {plan: f7}")) as hand:
        assert "g screens" in hand.text().splitlines()[-1]


def test_every_key_named_in_a_message_is_asked_for_by_an_id_that_there_is():
    known = {command.id for command in COMMANDS}
    named = re.compile(r'KeyOf\("(\w+)"\)')
    asked = {name for file in TUI.rglob("*.py") for name in named.findall(file.read_text(encoding="utf-8"))}
    assert asked
    assert asked <= known


def test_no_message_of_the_app_names_a_key_by_itself():
    """Ctrl+Q leaves and Escape gives up waiting whatever is bound: these two are the app's own."""
    found = [
        text
        for file in TUI.rglob("*.py")
        if file.name != "waiting.py"
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"msg", "msg_n"}
        for text in (each.value for each in node.args if isinstance(each, ast.Constant))
        if isinstance(text, str) and NAMED.search(text.replace("Ctrl+Q", ""))
    ]
    assert found == []
