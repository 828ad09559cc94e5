"""The table of commands (planner.keymap.table) as Textual's bindings.

Invariant: every binding has its command's id, by which a keymap rebinds it.
"""

from collections.abc import Mapping, Sequence

from textual.binding import Binding, BindingType

from planner.keymap.names import spoken_key
from planner.keymap.table import COMMANDS, PLACES, Command

__all__ = ["COMMANDS", "Command", "bindings_of", "changed_keys", "commands_of", "places_span", "spoken_keys"]


def commands_of(screen: str, commands: Sequence[Command] = COMMANDS) -> tuple[Command, ...]:
    """Return the commands of a screen, in the table's order."""
    return tuple(command for command in commands if screen in command.screens)


def bindings_of(screen: str) -> list[BindingType]:
    """Return a screen's key bindings, with the keys of the table."""
    return [
        Binding(
            command.keys,
            command.name,
            command.help.text,
            show=False,
            id=command.id,
            priority=command.priority,
        )
        for command in commands_of(screen)
    ]


def changed_keys(commands: Sequence[Command]) -> dict[str, str]:
    """Return the keymap with which Textual rebinds what is not as in the table: keys by the command's id."""
    usual = {command.id: command.keys for command in COMMANDS}
    return {command.id: command.keys for command in commands if command.keys != usual[command.id]}


def spoken_keys(commands: Sequence[Command]) -> Mapping[str, str]:
    """Return how sentences call the first key of each command, by the command's id."""
    return {command.id: spoken_key(command.keys.partition(",")[0]) for command in commands}


def places_span(commands: Sequence[Command]) -> str:
    """Return the keys of the places in short, as `1–6`; nothing where they do not follow each other."""
    keys = [command.keys.partition(",")[0] for command in commands if command.name in PLACES]
    first = keys[0] if keys else ""
    in_turn = first.isdigit() and keys == [str(int(first) + number) for number in range(len(keys))]
    return f"{keys[0]}–{keys[-1]}" if in_turn else ""
