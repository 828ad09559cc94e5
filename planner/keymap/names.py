"""How keys are called: as people write them (`L`, `ctrl+z`, `?`), as Textual names them, as keyboards show them.

Invariant: `key_name` of what is shown for a single key gives that key again.
"""

import unicodedata
from collections.abc import Sequence

_NAMED = frozenset((
    "enter", "escape", "space", "tab", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown",
    "up", "down", "left", "right", *(f"f{number}" for number in range(1, 25)),
))  # fmt: skip
_MODIFIERS = frozenset(("ctrl", "shift", "alt", "super"))
_ALSO = {
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "pgup": "pageup",
    "pgdn": "pagedown",
}
_SHORT = {
    "solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus",
    "plus_sign": "plus", "low_line": "underscore",
}  # fmt: skip
_TAKEN = frozenset("imh[") | {"left_square_bracket"}  # with ctrl they arrive as tab, enter, backspace, escape
_ARROWS = {"up": "↑", "down": "↓", "left": "←", "right": "→"}
_SHOWN = {**_ARROWS, "escape": "esc", "delete": "del", "pageup": "pgup", "pagedown": "pgdn"}
_SPOKEN = {**_ARROWS, "pageup": "PgUp", "pagedown": "PgDn"}


def key_name(written: str) -> str | None:
    """Return Textual's name of a key as a person writes it; None when no terminal sends such a key."""
    if len(written) == 1 and written.isprintable() and written != " ":
        return _of_character(written)
    *modifiers, last = (part.strip() for part in written.strip().split("+"))
    named = _ALSO.get(last.lower(), last.lower())
    if modifiers == ["shift"] and len(last) == 1 and last.isalpha():
        return last.upper()
    known = set(modifiers) <= _MODIFIERS and len(set(modifiers)) == len(modifiers)
    if not known or _never_sent(modifiers, named):
        return None
    if len(last) == 1 and modifiers:
        return "+".join((*modifiers, _of_character(last.lower())))
    if named in _NAMED or _character_of(named):
        return "+".join((*modifiers, named))
    return None


def shown_key(name: str) -> str:
    """Return how a key is shown: `^p` for `ctrl+p`, `?` for `question_mark`, `esc` for `escape`."""
    *modifiers, last = name.split("+")
    shown = _SHOWN.get(last) or _character_of(last) or last
    if modifiers == ["ctrl"]:
        return f"^{shown}"
    return "+".join((*modifiers, shown))


def spoken_key(name: str) -> str:
    """Return how a sentence calls a key: `u`, `Enter`, `Ctrl+Q`."""
    *modifiers, last = name.split("+")
    character = _character_of(last)
    spoken = (character.upper() if modifiers else character) or _SPOKEN.get(last) or last.capitalize()
    return "+".join((*(each.capitalize() for each in modifiers), spoken))


def writes_text(name: str) -> bool:
    """Tell whether the key types a character, which a field would take for itself."""
    return name == "space" or len(name) == 1 or ("+" not in name and bool(_character_of(name)))


def _never_sent(modifiers: Sequence[str], last: str) -> bool:
    """Tell whether terminals send another key instead: a capital or another sign for shift, tab for ctrl+i."""
    if modifiers == ["ctrl"]:
        return last in _TAKEN
    return modifiers == ["shift"] and bool(_character_of(last))


def _of_character(character: str) -> str:
    """Name a character as Textual does: by its Unicode name, unless it is a letter or a digit."""
    if character.isalnum():
        return character
    name = unicodedata.name(character, character).lower().replace("-", "_").replace(" ", "_")
    return _SHORT.get(name, name)


_CHARACTERS = {_of_character(chr(code)): chr(code) for code in range(33, 127)}


def _character_of(name: str) -> str:
    """Return the character that a key types, or nothing."""
    return name if len(name) == 1 else _CHARACTERS.get(name, "")
