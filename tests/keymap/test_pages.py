"""docs/keys.md and its Japanese page are what the table says now, and their example can be used as it stands."""

import pytest
import yaml

from planner.keymap.rebinding import rebound
from planner.keymap.table import COMMANDS, SCREENS
from planner.text.languages import LANGUAGES
from tools.keys_page import EXAMPLE, page, page_file


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_are_in_step_with_the_table(language):
    assert page_file(language).read_text(encoding="utf-8") == page(language), "make keys"


def test_every_command_and_screen_is_on_the_page():
    text = page("en")
    assert all(f"`{command.id}`" in text and command.help.text in text for command in COMMANDS)
    assert text.count("\n## ") == len(SCREENS)


def test_the_example_of_the_page_is_valid():
    wishes = yaml.safe_load(EXAMPLE.strip("`").removeprefix("yaml"))["keys"]
    written = {name: keys if isinstance(keys, list) else [keys] for name, keys in wishes.items()}
    commands, problems = rebound(written)
    assert problems == ()
    assert next(each.keys for each in commands if each.id == "undo") == "ctrl+u,U"
