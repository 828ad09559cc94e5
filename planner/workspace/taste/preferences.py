"""The user's preferences for the app: config.yaml in the platform's folder for configuration; colours, signs, keys.

Invariant: whatever the file holds, there are preferences: what is wrong is named and is by default; one wrong key
leaves all keys as they are by default.
"""

from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from planner.keymap.table import COMMANDS, Command
from planner.problems import DataError, Problem
from planner.records import dataclass
from planner.text.messages import msg
from planner.workspace.context import Context
from planner.workspace.files import exists, read_file

if TYPE_CHECKING:
    from planner.documents.document import Document

FILE = "config.yaml"
CHOICES: Mapping[str, tuple[str, ...]] = {
    "theme": ("dark", "light", "terminal"),
    "signs": ("blocks", "ascii"),
}


@dataclass(frozen=True, slots=True)
class Preferences:
    """How the app looks and which keys it has; `theme` and `signs` are empty where nothing is said."""

    theme: str = ""
    signs: str = ""
    commands: tuple[Command, ...] = COMMANDS
    problems: tuple[Problem, ...] = field(default_factory=tuple)


def read_preferences(context: Context) -> Preferences:
    """Read the preferences; without a file all is by default."""
    path = preferences_file(context)
    if path is None or not exists(path):
        return Preferences()
    from planner.documents.reading import read_document

    try:
        data = read_file(path)
    except DataError as error:
        return Preferences(problems=error.problems)
    document, problems = read_document(data, str(path))
    if document is None or problems:
        nothing = not b"".join(line.partition(b"#")[0] for line in data.splitlines()).strip()
        return Preferences(problems=() if nothing else problems)
    return _preferences(document)


def preferences_file(context: Context) -> Path | None:
    """Return where the preferences are, or would be; None where there is no such folder."""
    return context.config / FILE if context.config else None


def _preferences(document: "Document") -> Preferences:
    problems = [*_unknown_keys(document)]
    chosen = {}
    for name, allowed in CHOICES.items():
        value = document.value.get(name, "")
        if value == "" or value in allowed:
            chosen[name] = str(value)
        else:
            said = msg("`{key}` must be one of {values}", key=name, values=", ".join(allowed))
            problems.append(document.problem(said, (name,)))
    wishes = document.value.get("keys") or {}
    commands = COMMANDS
    if isinstance(wishes, dict) and wishes:
        from planner.keymap.rebinding import rebound

        commands, wrong = rebound({name: _as_keys(value) for name, value in wishes.items()})
        problems += [document.problem(message, ("keys", name)) for name, message in wrong]
    elif not isinstance(wishes, dict):
        said = msg("`keys` must be a mapping such as {example}", example="{log: f8}")
        problems.append(document.problem(said, ("keys",)))
    if problems:
        from planner.documents.document import in_order

        problems = [*in_order(problems)]
    return Preferences(chosen.get("theme", ""), chosen.get("signs", ""), commands, tuple(problems))


def _as_keys(value: object) -> tuple[str, ...]:
    """Take one key or a list of keys; digits are keys too."""
    values = value if isinstance(value, list) else [] if value is None else [value]
    return tuple(str(each) for each in values)


def _unknown_keys(document: "Document") -> Iterable[Problem]:
    known = (*CHOICES, "keys")
    for name in document.value:
        if name not in known:
            said = msg(
                "there is no preference `{key}`; there are {values}", key=name, values=", ".join(known)
            )
            yield document.problem(said, (name,), key=True)
