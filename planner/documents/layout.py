"""Where each value of a YAML text begins and ends, so that one of them can be changed and the rest left alone.

Invariant: only texts that `read_document` accepts come in here: no anchors, no tags, no deep nesting. Places are
counted in characters from 0.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Literal

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent, MappingStartEvent, ScalarEvent

from planner.documents.document import Path
from planner.documents.reading import LOADER

Kind = Literal["scalar", "list", "mapping"]
_COMMENT = re.compile(r"(?:(?<=\s)|(?<![^\n]))#[^\r\n]*")


@dataclass(slots=True)
class Node:
    """A value: text[start:end]. `style` is the quote, `|` or `>` of a scalar; `flow` means brackets."""

    kind: Kind
    start: int
    end: int
    flow: bool = False
    style: str = ""
    entries: list["Entry"] = field(default_factory=list)

    def entry(self, key: str | int) -> "Entry | None":
        """Return the entry of a key, or of a place in a list."""
        if isinstance(key, int):
            return self.entries[key] if self.kind == "list" and key < len(self.entries) else None
        return next((entry for entry in self.entries if entry.key == key), None)


@dataclass(slots=True)
class Entry:
    """A key with its value, or an item of a list; `start` is where the key or the item's value begins."""

    start: int
    value: Node
    key: str | None = None
    key_end: int = 0

    @property
    def end(self) -> int:
        """The end of the value, or of a key without one."""
        return max(self.value.end, self.key_end)


def lay_out(text: str) -> Node:
    """Return the places of all values in a text."""
    top: Node | None = None
    stack: list[Node] = []
    keys: list[tuple[str, int, int] | None] = []
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, CollectionEndEvent):
            node, _ = stack.pop(), keys.pop()
            node.end = _place(event.end_mark) if node.flow else node.entries[-1].end
        elif isinstance(event, ScalarEvent | CollectionStartEvent):
            node = _node(text, event)
            if not stack:
                top = node
            elif stack[-1].kind == "mapping" and keys[-1] is None and isinstance(event, ScalarEvent):
                keys[-1] = (event.value, node.start, node.end)
                continue
            else:
                stack[-1].entries.append(_entry(node, keys[-1]))
                keys[-1] = None
            if isinstance(event, CollectionStartEvent):
                stack.append(node)
                keys.append(None)
    return top or Node("mapping", 0, 0)


def _node(text: str, event: Any) -> Node:  # noqa: ANN401 - the events of both parsers
    start = _place(event.start_mark)
    if isinstance(event, ScalarEvent):
        end = _place(event.end_mark)
        style = event.style if event.style in {"'", '"', "|", ">"} else ""
        trailing = len(text[start:end]) - len(text[start:end].rstrip())
        return Node("scalar", start, end - trailing, style=style or "")
    kind: Kind = "mapping" if isinstance(event, MappingStartEvent) else "list"
    return Node(kind, start, start, flow=bool(event.flow_style))


def _place(mark: Any) -> int:  # noqa: ANN401 - the marks of both parsers
    """Return the place of a mark; events of a whole text always have one."""
    return int(mark.index)


def _entry(node: Node, key: tuple[str, int, int] | None) -> Entry:
    return Entry(node.start, node) if key is None else Entry(key[1], node, key[0], key[2])


def find(top: Node, path: Path) -> Node | None:
    """Return the value at a path, if there is one."""
    node: Node | None = top
    for step in path:
        entry = node.entry(step) if node else None
        node = entry.value if entry else None
    return node


def comments(text: str) -> list[tuple[int, str]]:
    """Return every comment with its place, in order: what a `#` begins outside of keys and values."""
    found = []
    gaps = [(0, 0), *sorted(_scalars(lay_out(text), text)), (len(text), len(text))]
    for (_, end), (start, _) in pairwise(gaps):
        found += [(hit.start(), hit[0].rstrip()) for hit in _COMMENT.finditer(text, end, max(start, end))]
    return found


def _scalars(top: Node, text: str) -> list[tuple[int, int]]:
    """Return the spans in which a `#` is no comment."""
    spans, waiting = [], [top]
    while waiting:
        node = waiting.pop()
        if node.kind == "scalar":
            header = text.find("\n", node.start, node.end) if node.style in {"|", ">"} else -1
            spans.append((max(header, node.start), node.end))
        spans += [(entry.start, entry.key_end) for entry in node.entries if entry.key is not None]
        waiting += [entry.value for entry in node.entries]
    return spans
