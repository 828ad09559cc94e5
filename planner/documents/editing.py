"""Settings changed in a YAML text by program: the lines of that key change, and nothing else does.

Invariant: what comes out of `edit` reads to the very value wanted and to all else unchanged, has every comment in the
order in which it was, and every other line byte by byte; where that cannot be, `DataError` says what to write by hand.
"""

from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final

import yaml

from planner.documents.document import Document, Path, key_of
from planner.documents.flow import flow
from planner.documents.hunks import Hunk, put_back
from planner.documents.layout import comments
from planner.documents.reading import read_document
from planner.documents.splicing import cut, put
from planner.problems import DataError, Problem
from planner.text.messages import msg

_MOST_TRIED = 8


class Removed:
    """The value of a key that is not there."""

    def __repr__(self) -> str:
        """Say it in messages of tests."""
        return "REMOVED"


REMOVED: Final = Removed()


def edit(data: bytes, file: str, path: Path, value: object, order: Sequence[str] = ()) -> bytes:
    """Return a text with one value changed, added or (`REMOVED`) taken out; raises `DataError` with what to do.

    `order` names the keys that stand beside a new one as they usually follow each other.
    """
    document = _read(data, file)
    wanted = with_value(document.value, path, value)
    if is_same(document.value, wanted):
        return data
    text = data.decode("utf-8-sig")
    try:
        if isinstance(value, Removed):
            after = cut(text, path)
        else:
            after = put(text, path, value, value_at(document.value, path), order)
    except (IndexError, ValueError, yaml.YAMLError):
        after = ""
    if not _is_right(text, after, wanted, file) or text.endswith("\n") != after.endswith("\n"):
        raise DataError([_by_hand(document, path, value)])
    return _like(data, after)


def turn_back(data: bytes, file: str, path: Path, value: object, hunk: Hunk) -> bytes:
    """Do what `edit` does, with the very lines that the key had before, if those after it are still there."""
    document = _read(data, file)
    text, wanted = data.decode("utf-8-sig"), list(_with_or_without(document.value, path, value))
    for after in islice(put_back(text, hunk), _MOST_TRIED):
        if any(_is_right(text, after, each, file) for each in wanted):
            return _like(data, after)
    return edit(data, file, path, value)


def _like(data: bytes, text: str) -> bytes:
    """Return a text's bytes, with a byte order mark where there was one."""
    return (BOM_UTF8 if data.startswith(BOM_UTF8) else b"") + text.encode()


def value_at(value: object, path: Path) -> object:
    """Return the value at a path, or `REMOVED`."""
    for step in path:
        if not isinstance(value, Mapping) or step not in value:
            return REMOVED
        value = value[step]
    return value


def with_value(value: Mapping[str, Any], path: Path, new: object) -> dict[str, Any]:
    """Return a mapping with another value at a path; what stands in the way and is no mapping goes."""
    first, *rest = path
    inner = value.get(str(first))
    if rest and not (isinstance(new, Removed) and not isinstance(inner, Mapping)):
        new = with_value(inner if isinstance(inner, Mapping) else {}, rest, new)
    changed = dict(value)
    if not isinstance(new, Removed):
        changed[str(first)] = new
    elif not rest:
        changed.pop(str(first), None)
    return changed


def _with_or_without(value: Mapping[str, Any], path: Path, new: object) -> Iterator[Mapping[str, Any]]:
    """Return a mapping with another value; then, when a key goes, without the mappings that hold nothing any more."""
    changed = with_value(value, path, new)
    yield changed
    while isinstance(new, Removed) and len(path) > 1 and value_at(changed, path[:-1]) == {}:
        path = path[:-1]
        changed = with_value(changed, path, REMOVED)
        yield changed


def is_same(one: object, other: object) -> bool:
    """Tell whether two plain values are the same, types included; the order of keys is none of it."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(is_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    return type(one) is type(other) and repr(one) == repr(other)


def _read(data: bytes, file: str) -> Document:
    document, problems = read_document(data, file)
    if document is None or problems:
        raise DataError(problems)
    return document


def _is_right(before: str, after: str, wanted: object, file: str) -> bool:
    """Tell whether a text reads to what is wanted and has the comments that it had."""
    document, problems = read_document(after, file)
    if document is None or problems or not is_same(document.value, wanted):
        return False
    return [comment for _, comment in comments(before)] == [comment for _, comment in comments(after)]


def _by_hand(document: Document, path: Path, value: object) -> Problem:
    if isinstance(value, Removed):
        out = msg("this is too tangled to change by program: take `{key}` out by hand", key=key_of(path))
        return document.problem(out, path, key=True)
    line = f"{path[-1]}: {flow(value)}"
    in_ = msg("this is too tangled to change by program: write `{line}` by hand", line=line)
    return document.problem(in_, path, key=True)
