"""The user's own keys put into the table: every key that cannot be is named, and then nothing is changed.

Invariant: on no screen of the result do two commands share a key.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from planner.keymap.names import key_name, shown_key, writes_text
from planner.keymap.table import COMMANDS, WRITING, Command
from planner.text.messages import Message, msg

RESERVED = frozenset(
    ("ctrl+c", "ctrl+q", "ctrl+z")
)  # help to leave, leaving, and suspending: they work everywhere
MOVING = frozenset(("up", "down"))  # rows and forms take them, whatever the screen says
EDITING = frozenset((
    "left", "right", "home", "end", "backspace", "delete", "tab", "space", "enter",
    "shift+left", "shift+right", "shift+home", "shift+end", "shift+tab",
    "ctrl+left", "ctrl+right", "ctrl+shift+left", "ctrl+shift+right", "ctrl+backspace", "alt+backspace",
    "ctrl+a", "ctrl+d", "ctrl+e", "ctrl+k", "ctrl+u", "ctrl+v", "ctrl+w", "ctrl+x", "ctrl+shift+a",
    "super+backspace", "super+c",
))  # fmt: skip  # fields and choices take them for themselves


def rebound(
    wishes: Mapping[str, Sequence[str]], commands: Sequence[Command] = COMMANDS
) -> tuple[tuple[Command, ...], tuple[tuple[str, Message], ...]]:
    """Return the commands with the keys wished for, by the commands' ids, and what is wrong, by id.

    With any problem the commands come back as they were.
    """
    known = {command.id for command in commands}
    keys: dict[str, str] = {}
    problems: list[tuple[str, Message]] = []
    for name, written in wishes.items():
        if name not in known:
            problems.append((name, _unknown(name, known)))
            continue
        named = [key_name(each) for each in written]
        wrong = [each for each, found in zip(written, named, strict=True) if found is None]
        if wrong or not named:
            problems.append((name, _no_key(wrong)))
        else:
            keys[name] = ",".join(dict.fromkeys(filter(None, named)))
    changed = tuple(
        replace(command, keys=keys[command.id]) if command.id in keys else command for command in commands
    )
    problems += _clashes(changed, keys)
    return (tuple(commands), tuple(problems)) if problems else (changed, ())


def keys_of(command: Command) -> list[str]:
    """Return Textual's names of a command's keys."""
    return command.keys.split(",")


def shown_keys(command: Command) -> str:
    """Return all keys of a command as they are shown."""
    return " ".join(map(shown_key, keys_of(command)))


def _clashes(commands: Sequence[Command], changed: Mapping[str, str]) -> Iterable[tuple[str, Message]]:
    """Return each pair of commands that share a key on a screen, and each key that a field would take, once."""
    found = {}
    usual = {command.id: keys_of(command) for command in COMMANDS}
    for screen in dict.fromkeys(screen for command in commands for screen in command.screens):
        taken: dict[str, Command] = {}
        for command in (command for command in commands if screen in command.screens):
            for key in keys_of(command):
                if command.id in changed and key in RESERVED:
                    found[command.id, "", key] = (command.id, _is_taken(key))
                if command.id in changed and key in MOVING and command.name != key:
                    found[command.id, "", key] = (command.id, _moves(key))
                other = taken.setdefault(key, command)
                if other is not command:
                    first, second = (command, other) if command.id in changed else (other, command)
                    found[first.id, second.id, key] = (first.id, _clash(key, second))
                if command.id in changed and screen in WRITING and key not in usual[command.id]:
                    if writes_text(key):
                        found[command.id, "", key] = (command.id, _types(key))
                    elif key in EDITING:
                        found[command.id, "", key] = (command.id, _edits(key))
    return found.values()


def _clash(key: str, other: Command) -> Message:
    return msg(
        "the key {key} is that of `{other}` on the same screen: choose another one, or rebind both",
        key=shown_key(key),
        other=other.id,
    )


def _is_taken(key: str) -> Message:
    return msg("the key {key} belongs to the terminal: choose another one", key=shown_key(key))


def _moves(key: str) -> Message:
    return msg("the key {key} moves the cursor: choose another one", key=shown_key(key))


def _types(key: str) -> Message:
    return msg(
        "the key {key} types a character where this command is needed: choose one such as ctrl+{example}",
        key=shown_key(key),
        example=shown_key(key).lower() if shown_key(key).isalpha() else "x",
    )


def _edits(key: str) -> Message:
    return msg(
        "a field takes the key {key} for itself where this command is needed: choose one such as f6",
        key=shown_key(key),
    )


def _unknown(name: str, known: Iterable[str]) -> Message:
    from planner.documents.wrong import nearest

    near = nearest(name, known)
    if near:
        return msg("there is no command `{name}`; did you mean `{near}`?", name=name, near=near)
    return msg("there is no command `{name}`; `planner keys` lists them", name=name)


def _no_key(wrong: Sequence[str]) -> Message:
    if not wrong:
        return msg("a command needs a key: write one, such as L or ctrl+l")
    return msg("there is no key “{key}”; write a character, or names such as ctrl+l, f2, enter", key=wrong[0])
