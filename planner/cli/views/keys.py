"""The app's keys as text and as JSON: a block for each screen, in the table's order."""

from collections.abc import Sequence
from typing import Any

from planner.cli.views.page import Page
from planner.keymap.rebinding import keys_of, shown_keys
from planner.keymap.table import SCREENS, Command
from planner.text.messages import Translator
from planner.text.width import wrap


def keys_text(page: Page, commands: Sequence[Command]) -> list[str]:
    """Return for each screen its keys, the name by which each is rebound, and what it does."""
    shown = max(len(shown_keys(command)) for command in commands)
    names = max(len(command.id) for command in commands)
    room = max(8, page.columns - shown - names - 6)
    lines: list[str] = []
    for screen, title in SCREENS.items():
        here = [command for command in commands if screen in command.screens]
        rows = [
            ["", "", line] if below else [shown_keys(each), each.id, line]
            for each in here
            for below, line in enumerate(wrap(page.t(each.help), room))
        ]
        rows = [[left.ljust(shown), name.ljust(names), said] for left, name, said in rows]
        lines += ["", page.heading(page.t(title)), *page.table(rows, "ll*", indent="  ")]
    return lines[1:]


def keys_document(commands: Sequence[Command], t: Translator) -> dict[str, Any]:
    """Return every command with its keys and the screens where it is."""
    return {
        "commands": [
            {
                "name": each.id,
                "keys": keys_of(each),
                "shown": shown_keys(each),
                "label": t(each.label),
                "help": t(each.help),
                "screens": list(each.screens),
            }
            for each in commands
        ]
    }
