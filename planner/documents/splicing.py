"""Changes of one value inside a YAML text: what is not part of it keeps every character.

Invariant: each function cuts or puts in one piece of the text; comments that stood in a piece that goes stay behind
on lines of their own. Whether the outcome means what was wanted is for `editing` to check.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from planner.documents.document import Path
from planner.documents.flow import flow
from planner.documents.items import between, has_own_comments, is_tangled, stretches
from planner.documents.layout import Entry, Node, comments, find, lay_out

_COMMA = re.compile(r"[ \t]*,")


def put(text: str, path: Path, value: object, old: object, order: Sequence[str] = ()) -> str:
    """Write a value at a path; `old` is what the text says there, if it does. `order` is that of new keys."""
    top = lay_out(text)
    if find(top, path):
        return _become(text, path, old, value)
    depth = next(n for n in range(len(path) - 1, -1, -1) if find(top, path[:n]))
    parent = find(top, path[:depth])
    for step in reversed(path[depth + 1 :]):
        value = {step: value}
    if parent is None or parent.kind != "mapping":
        return _replace(text, path[:depth], {path[depth]: value})
    return _add_key(text, parent, str(path[depth]), value, order)


def cut(text: str, path: Path) -> str:
    """Take the key or the item at a path out; where it was the only one, empty brackets stay."""
    parent = find(lay_out(text), path[:-1])
    entry = parent.entry(path[-1]) if parent else None
    if parent is None or entry is None:
        return text
    if len(parent.entries) == 1:
        return _replace(text, path[:-1], {} if parent.kind == "mapping" else [])
    return _cut_flow(text, parent, entry) if parent.flow else _cut_lines(text, parent, entry)


def _become(text: str, path: Path, old: object, new: object) -> str:
    """Let one value become another, and leave alone the parts that both have."""
    if isinstance(old, dict) and isinstance(new, dict) and old and new:
        return _become_mapping(text, path, old, new)
    if isinstance(old, list) and isinstance(new, list) and old and new:
        return _become_list(text, path, old, new)
    return text if type(old) is type(new) and old == new else _replace(text, path, new)


def _become_mapping(text: str, path: Path, old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    for key, value in new.items():
        text = put(text, (*path, key), value, old.get(key))
    for key in old:
        text = text if key in new else cut(text, (*path, key))
    return text


def _become_list(text: str, path: Path, old: list[Any], new: list[Any]) -> str:
    if has_own_comments(text, path):
        if is_tangled(old, new):
            raise ValueError("a comment would stand at another value")
        pieces = stretches(old, new)
    else:
        pieces = [between(old, new)]
    for (first, last), (begin, end) in reversed(pieces):
        most = min(last - first, end - begin)
        for n in range(most):
            text = _become(text, (*path, first + n), old[first + n], new[begin + n])
        for n in range(begin + most, end):
            text = _add_item(text, path, first + n - begin, new[n])
        for n in reversed(range(first + most, last)):
            text = cut(text, (*path, n))
    return text


def _replace(text: str, path: Path, value: object) -> str:
    """Write a whole value anew, on one line."""
    top = lay_out(text)
    node, parent = find(top, path), find(top, path[:-1])
    entry = parent.entry(path[-1]) if parent else None
    if node is None or entry is None:
        return text
    words = flow(value, node.style if node.style in {"'", '"'} else "")
    if node.start == node.end:
        gap = "" if text[node.start - 1 : node.start].isspace() else " "
        return text[: node.start] + gap + words + text[node.start :]
    line = _line_start(text, node.start)
    if node.kind == "scalar" or node.flow or entry.key is None or line <= entry.start:
        return text[: node.start] + words + text[node.end :]
    colon = text.index(":", entry.key_end) + 1
    end = _line_end(text, node.end)
    kept = _comment_lines(text, line, end, node.start - line)
    return _with_old_end(text, f"{text[:colon]} {words}{text[colon:line]}{kept}{text[end:]}")


def _add_key(text: str, node: Node, key: str, value: object, order: Sequence[str]) -> str:
    piece = f"{flow(key)}: {flow(value)}"
    if node.flow:
        return _into_brackets(text, node, len(node.entries), piece)
    if not node.entries:
        return text + piece + _newline(text)
    before = order[: order.index(key)] if key in order else ()
    after = next((each for each in reversed(node.entries) if each.key in before), node.entries[-1])
    indent = node.entries[0].start - _line_start(text, node.entries[0].start)
    return _add_line(text, _line_end(text, after.end), " " * indent + piece)


def _add_item(text: str, path: Path, place: int, value: object) -> str:
    node = find(lay_out(text), path)
    if node is None or node.flow:
        return text if node is None else _into_brackets(text, node, place, flow(value))
    column = node.start - _line_start(text, node.start)
    at = _line_end(text, node.entries[place - 1].end) if place else _line_start(text, node.start)
    return _add_line(text, at, f"{' ' * column}- {flow(value)}")


def _into_brackets(text: str, node: Node, place: int, piece: str) -> str:
    if place == 0:
        at = node.start + 1
        return text[:at] + piece + (", " if node.entries else "") + text[at:]
    at = node.entries[place - 1].end
    return f"{text[:at]}, {piece}{text[at:]}"


def _cut_flow(text: str, node: Node, entry: Entry) -> str:
    place = node.entries.index(entry)
    last = place == len(node.entries) - 1
    start = node.entries[place - 1].end if last else entry.start
    end = entry.end if last else node.entries[place + 1].start
    if any(start <= at < end for at, _ in comments(text)):
        comma = _COMMA.match(text, entry.end)
        start, end = entry.start, comma.end() if comma else entry.end
    return text[:start] + text[end:]


def _cut_lines(text: str, node: Node, entry: Entry) -> str:
    begin = _beginning(text, node, entry)
    line, end = _line_start(text, begin), _line_end(text, entry.end)
    if text[line:begin].strip():  # the first one, on the line of a dash
        return text[:begin] + text[_beginning(text, node, node.entries[1]) :]
    kept = _comment_lines(text, line, end, begin - line)
    return _with_old_end(text, text[:line] + kept + text[end:])


def _beginning(text: str, node: Node, entry: Entry) -> int:
    """Return where an entry of a block begins: at its key, or at its dash."""
    if node.kind == "mapping" or entry is node.entries[0]:
        return entry.start if node.kind == "mapping" else node.start
    column = node.start - _line_start(text, node.start)
    at = _line_start(text, entry.start) + column
    while text[at : at + 1] != "-" or text[at - column : at].strip():
        at = _line_start(text, at - column - 1) + column
    return at


def _comment_lines(text: str, start: int, end: int, indent: int) -> str:
    """Return the comments between two places, each on a line of its own."""
    lines = ""
    for at, comment in comments(text):
        if start <= at < end:
            line = _line_start(text, at)
            own = line >= start and not text[line:at].strip()
            lines += (text[line:at] if own else " " * indent) + comment + _newline(text)
    return lines


def _add_line(text: str, at: int, line: str) -> str:
    if at == len(text) and not text.endswith("\n"):
        return text + _newline(text) + line
    return text[:at] + line + _newline(text) + text[at:]


def _with_old_end(old: str, new: str) -> str:
    """End a text without a newline when it did so before."""
    return new if old.endswith("\n") else new.removesuffix("\n").removesuffix("\r")


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    """Return where the next line begins."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1
