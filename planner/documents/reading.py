"""YAML text to a document: one pass over the parser's events, without recursion and without trust.

Invariant: whatever the input, the result is a document or at least one problem; nothing is raised. The events
are walked instead of loaded because libyaml's loader crashes the interpreter on deep nesting.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
)

from planner.documents.decoding import decode, is_clean
from planner.documents.document import (
    MAX_PROBLEMS,
    Document,
    Places,
    Spot,
    in_order,
    line_and_column,
    spot,
)
from planner.documents.scalars import resolve
from planner.documents.syntax import CONFLICT, explain, find_conflict, is_left_open
from planner.documents.wrong import short
from planner.problems import Problem
from planner.text.messages import Message, msg

MAX_DEPTH = 40
MAX_NODES = 4_000_000
_ALIAS = object()
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_document(data: bytes | str, file: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """Read one YAML document whose top is a mapping, with all problems found.

    With duplicate keys there are both a document (the first of each counts) and problems.
    """
    text, problems = decode(data, file)
    if problems:
        return None, problems
    builder = _Builder(file)
    conflict = find_conflict(text)
    if conflict is not None:
        builder.report(CONFLICT, spot(conflict, 0))
        return builder.result()
    try:
        if "%TAG" not in text or not builder.has_directives(text):
            builder.build(text)
    except yaml.MarkedYAMLError as error:
        builder.report(*_complaint(error, text))
    except _TooMuch as error:
        builder.report(error.message, error.at)
    except (yaml.YAMLError, ValueError, OverflowError):  # the parser in Python lets some escapes through
        builder.report(explain(None), 0)
    return builder.result()


def _complaint(error: yaml.MarkedYAMLError, text: str) -> tuple[Message, Spot]:
    """Return what the parser found wrong, and where."""
    opened = error.context_mark if is_left_open(error.problem) else None
    mark = opened or error.problem_mark or error.context_mark
    at = text[mark.index : mark.index + 1] if mark else ""
    return explain(error.problem, at), _at(mark)


class _TooMuch(Exception):  # noqa: N818 - it is a limit, reported as a problem
    def __init__(self, message: Message, at: Spot) -> None:
        super().__init__()
        self.message, self.at = message, at


@dataclass(slots=True)
class _Frame:
    """An open mapping or list; `key` is the mapping's key that waits for its value."""

    value: dict[str, Any] | list[Any]
    places: Places
    key: str | None = None
    skip: bool = False


@dataclass(slots=True)
class _Builder:
    file: str
    problems: list[Problem] = field(default_factory=list)
    stack: list[_Frame] = field(default_factory=list)
    top: tuple[object, Places | Spot] | None = None
    nodes: int = 0
    unusable: bool = False

    def report(self, message: Message, at: Spot, *, unusable: bool = True) -> None:
        self.problems.append(Problem(message, self.file, *line_and_column(at)))
        self.unusable |= unusable

    def has_directives(self, text: str) -> bool:
        """Stop before the parser meets `%TAG`: it takes quadratic time over many of them."""
        number = next((n for n, line in enumerate(text.split("\n")) if line.startswith("%TAG")), None)
        if number is not None:
            self.report(explain("directive"), spot(number, 0))
        return number is not None

    def build(self, text: str) -> None:
        for event in yaml.parse(text, Loader=LOADER):
            if isinstance(event, ScalarEvent):
                self._scalar(event)
            elif isinstance(event, CollectionStartEvent):
                self._open(event, {} if isinstance(event, MappingStartEvent) else [])
            elif isinstance(event, CollectionEndEvent):
                frame = self.stack.pop()
                self._add(frame.value, frame.places)
            elif isinstance(event, AliasEvent):
                self._add(_ALIAS, self._node(event))
            elif isinstance(event, DocumentStartEvent) and self.top:
                raise _TooMuch(
                    msg("a second document begins here; keep one in a file"), _at(event.start_mark)
                )

    def result(self) -> tuple[Document | None, tuple[Problem, ...]]:
        value, places = self.top or (None, 0)
        if not self.problems and not isinstance(value, dict):
            empty = msg("this file is empty; write `key: value` lines")
            other = msg("this file must hold `key: value` lines at its top")
            self.report(
                empty if value is None else other, places.at if isinstance(places, Places) else places
            )
        if self.unusable or not isinstance(value, dict) or not isinstance(places, Places):
            return None, in_order(self.problems)
        return Document(self.file, value, places), in_order(self.problems)

    def _node(self, event: Any) -> Spot:  # noqa: ANN401 - the events of both parsers
        """Count a value, refuse what our files do not use, and return where it stands."""
        at = _at(event.start_mark)
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise _TooMuch(msg("this file holds too many values; split it, or write less"), at)
        if len(self.problems) > MAX_PROBLEMS:
            raise _TooMuch(msg("there are more problems than can be shown; mend these first"), at)
        if event.anchor is not None:
            self.report(explain("anchor"), at)
        elif type(event) is not AliasEvent and event.tag is not None:
            self.report(explain("tag"), at)
        return at

    def _open(self, event: CollectionStartEvent, value: dict[str, Any] | list[Any]) -> None:
        at = self._node(event)
        if len(self.stack) == MAX_DEPTH:
            raise _TooMuch(
                msg("this is nested more than {limit} levels deep; write it flatter", limit=MAX_DEPTH), at
            )
        self.stack.append(_Frame(value, Places(at)))

    def _scalar(self, event: ScalarEvent) -> None:
        text, at = event.value, self._node(event)
        if event.style == '"' and not is_clean(text):
            self.report(msg("an escape makes an invisible character here; delete it"), at)
        frame = self.stack[-1] if self.stack else None
        if frame and frame.key is None and type(frame.value) is dict:
            self._key(frame, text, at)
        else:
            self._add(resolve(text) if event.implicit[0] else text, at)

    def _key(self, frame: _Frame, text: str, at: Spot) -> None:
        first = frame.places.keys.setdefault(text, at)
        frame.key, frame.skip = text, first != at
        if frame.skip:
            line = line_and_column(first)[0]
            twice = msg(
                "the key `{key}` is here twice (first in line {line}); remove one", key=short(text), line=line
            )
            self.report(twice, at, unusable=False)

    def _add(self, value: object, places: Places | Spot) -> None:
        if not self.stack:
            self.top = (value, places)
            return
        frame = self.stack[-1]
        if isinstance(frame.value, list):
            frame.places.children[len(frame.value)] = places
            frame.value.append(value)
        elif frame.key is None:
            if value is not _ALIAS:
                at = places.at if isinstance(places, Places) else places
                self.report(msg("a key must be one word, not a list or a mapping; write `key: value`"), at)
            frame.key, frame.skip = "", True
        else:
            if not frame.skip:
                frame.value[frame.key] = value
                frame.places.children[frame.key] = places
            frame.key = None


def _at(mark: Any) -> Spot:  # noqa: ANN401 - the marks of both parsers
    return spot(mark.line, mark.column) if mark else 0
