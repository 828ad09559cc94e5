"""What a reader of values raises and collects: faults with their places below the value that it was given.

Invariant: a `Wrong` holds at least one fault. It is a ValueError so that pydantic collects it; it never leaves
`validate`.
"""

import difflib
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from planner.text.messages import Message, Value, msg

T = TypeVar("T")
Fault = tuple[tuple[str | int, ...], Message]
Reader = Callable[[object], T]

_LONGEST_SHOWN = 40
_MOST_COMPARED = 3_000


class Wrong(ValueError):  # noqa: N818 - it is a finding about the user's data
    """A value does not mean what it should: faults as (path below the value, message)."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__()
        self.faults = faults


def wrong(message: Message, *path: str | int) -> Wrong:
    """Make a `Wrong` of one fault."""
    return Wrong((path, message))


class Faults:
    """Collects the faults of several values, so that all of them are reported at once."""

    def __init__(self) -> None:
        self.found: list[Fault] = []

    def read(self, reader: Reader[T], value: object, *path: str | int) -> T | None:
        """Return what `reader` makes of a value, or None and its faults noted."""
        try:
            return reader(value)
        except Wrong as error:
            self.found += [((*path, *below), message) for below, message in error.faults]
            return None

    def add(self, message: Message, *path: str | int) -> None:
        """Note a fault."""
        self.found.append((path, message))

    def stop(self) -> None:
        """Raise what was found, if anything."""
        if self.found:
            raise Wrong(*self.found)


def read_keys(
    value: Mapping[str, object], readers: Mapping[str, Reader[object]], *, optional: Iterable[str] = ()
) -> dict[str, object]:
    """Read a small mapping key by key; refuse unknown keys and missing ones."""
    faults, read = Faults(), {}
    for key, item in value.items():
        if key in readers:
            read[key] = faults.read(readers[key], item, key)
        else:
            faults.add(unknown_key(key, readers), key)
    for key in readers:
        if key not in value and key not in optional:
            faults.add(msg("`{key}` is missing; add it", key=key))
    faults.stop()
    return read


def unknown_key(key: str, known: Iterable[str]) -> Message:
    """Say that a key is not known, with the nearest one that is."""
    shown, names = short(key), list(known)
    if near := nearest(key, names):
        return msg("`{key}` is not known here; did you mean `{near}`?", key=shown, near=near)
    return msg("`{key}` is not known here; write one of: {keys}", key=shown, keys=", ".join(names))


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that is most like `word`, or an empty text."""
    names = [name for name in known if abs(len(name) - len(word)) <= max(3, len(word) // 2)]
    if len(names) > _MOST_COMPARED:
        names = [name for name in names if name[:2] == word[:2]][:_MOST_COMPARED]
    folded = {name.casefold(): name for name in reversed(names)}
    matches = difflib.get_close_matches(word[:100].casefold(), folded, 1, 0.6)
    return folded[matches[0]] if matches else ""


def shown(value: object) -> Value:
    """Say a value in a few words."""
    if isinstance(value, str):
        return msg("“{value}”", value=short(value)) if value else msg("an empty text")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return short(str(value).replace("inf", ".inf").replace("nan", ".nan"))
    if isinstance(value, dict):
        return msg("a mapping")
    return msg("a list") if isinstance(value, list) else msg("nothing")


def short(text: str) -> str:
    """Cut a text that is too long for a message."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
