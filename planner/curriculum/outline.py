"""What a curriculum's plain values refer to, read without trust, so that references are checked in a faulty file too.

Invariant: nothing is raised and nothing reported here; what does not have the right shape is passed over.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from planner.records import dataclass
from planner.text.messages import Message

Path = tuple[str | int, ...]
Found = tuple[Path, Message]  # what is wrong, and where


@dataclass(frozen=True, slots=True)
class Name:
    """A name, and the path of the place where it stands."""

    text: str
    path: Path


@dataclass(frozen=True, slots=True)
class Item:
    """A mapping in a list: a module, a milestone …, with its path."""

    value: Mapping[str, Any]
    path: Path

    @property
    def id(self) -> Name | None:
        """Its id, if it has one."""
        return self.name("id")

    def name(self, key: str) -> Name | None:
        """Return the text at a key."""
        text = self.value.get(key)
        return Name(text, (*self.path, key)) if isinstance(text, str) else None

    def names(self, key: str) -> list[Name]:
        """Return the texts in the list at a key."""
        found = self.value.get(key)
        texts = enumerate(found if isinstance(found, list) else ())
        return [Name(text, (*self.path, key, index)) for index, text in texts if isinstance(text, str)]

    def one_or_more(self, key: str) -> list[Name]:
        """Return the text at a key, or the texts in the list there."""
        one = self.name(key)
        return [one] if one else self.names(key)

    def keys(self, key: str) -> list[Name]:
        """Return the keys of the mapping at a key."""
        found = self.value.get(key)
        return [Name(text, (*self.path, key, text)) for text in (found if isinstance(found, dict) else ())]

    def items(self, key: str) -> Iterator["Item"]:
        """Return the mappings in the list at a key."""
        found = self.value.get(key)
        for index, value in enumerate(found if isinstance(found, list) else ()):
            if isinstance(value, dict):
                yield Item(value, (*self.path, key, index))

    def inner(self, key: str) -> Iterator["Item"]:
        """Return the mappings in the mapping at a key."""
        found = self.value.get(key)
        for name, value in (found if isinstance(found, dict) else {}).items():
            if isinstance(value, dict):
                yield Item(value, (*self.path, key, name))


@dataclass(frozen=True, slots=True)
class Outline:
    """The parts of a curriculum that have ids or name them."""

    top: Item
    phases: tuple[Item, ...]
    modules: tuple[Item, ...]
    choices: tuple[Item, ...]
    milestones: tuple[Item, ...]

    @classmethod
    def of(cls, value: Mapping[str, Any]) -> "Outline":
        """Take the outline of a curriculum's plain values."""
        top = Item(value, ())
        phases = tuple(top.items("phases"))
        return cls(
            top=top,
            phases=phases,
            modules=tuple(module for phase in phases for module in phase.items("modules")),
            choices=tuple(top.items("choices")),
            milestones=tuple(top.items("milestones")),
        )


def ids(items: tuple[Item, ...]) -> list[Name]:
    """Return the ids of items, without those that have none."""
    return [item.id for item in items if item.id]
