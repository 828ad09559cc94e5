"""YAML text to a document: one pass over the parser's events, without recursion and without trust.

Invariant: whatever the input, the result is a document or at least one problem; nothing is raised. The events
are walked instead of loaded because libyaml's loader crashes the interpreter on deep nesting.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from planner.documents.decoding import decode, is_clean
from planner.documents.document import Document, Mark, Places, in_order
from planner.documents.scalars import resolve
from planner.documents.syntax import explain, is_left_open
from planner.problems import Problem
from planner.text.messages import Message, msg

MAX_DEPTH = 40
MAX_NODES = 4_000_000
_MAX_PROBLEMS = 1_000
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_document(data: bytes | str, file: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """Read one YAML document whose top is a mapping, with all problems found.

    With duplicate keys there are both a document (the first of each counts) and problems.
    """
    text, problems = decode(data, file)
    if problems:
        return None, problems
    builder = _Builder(file)
    try:
        if "%TAG" not in text or not builder.refuse_directives(text):
            builder.build(text)
    except yaml.MarkedYAMLError as error:
        opened = error.context_mark if is_left_open(error.problem) else None
        builder.report(explain(error.problem), opened or error.problem_mark or error.context_mark)
    except _TooMuch as error:
        builder.report(error.message, error.mark)
    except (yaml.YAMLError, ValueError, OverflowError):  # the parser in Python lets some escapes through
        builder.report(explain(None), None)
    return builder.result()


class _TooMuch(Exception):  # noqa: N818 - it is a limit, reported as a problem
    def __init__(self, message: Message, mark: Mark) -> None:
        super().__init__()
        self.message, self.mark = message, mark


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
    tops: list[tuple[object, Places]] = field(default_factory=list)
    nodes: int = 0
    unusable: bool = False

    def report(self, message: Message, mark: Mark | None, *, unusable: bool = True) -> None:
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        self.problems.append(Problem(message, self.file, line, column))
        self.unusable |= unusable

    def refuse_directives(self, text: str) -> bool:
        """Stop before the parser meets `%TAG`: it takes quadratic time over many of them."""
        for number, line in enumerate(text.split("\n")):
            if line.startswith("%TAG"):
                self.report(explain("directive"), _At(number, 0))
                break
        return self.unusable

    def build(self, text: str) -> None:
        for event in yaml.parse(text, Loader=LOADER):
            if isinstance(event, ScalarEvent | CollectionStartEvent | AliasEvent):
                self._node(event)
            elif isinstance(event, MappingEndEvent | SequenceEndEvent):
                frame = self.stack.pop()
                self._add(frame.value, frame.places)
            elif isinstance(event, DocumentStartEvent) and self.tops:
                raise _TooMuch(msg("a second document begins here; keep one in a file"), _mark(event))

    def result(self) -> tuple[Document | None, tuple[Problem, ...]]:
        value, places = self.tops[0] if self.tops else (None, Places(_START))
        if not self.problems and not isinstance(value, dict):
            empty = msg("this file is empty; write `key: value` lines")
            other = msg("this file must hold `key: value` lines at its top")
            self.report(empty if value is None else other, places.mark)
        document = (
            Document(self.file, value, places) if isinstance(value, dict) and not self.unusable else None
        )
        return document, in_order(self.problems)

    def _node(self, event: ScalarEvent | CollectionStartEvent | AliasEvent) -> None:
        mark = _mark(event)
        self.nodes += 1
        if len(self.problems) > _MAX_PROBLEMS:
            raise _TooMuch(msg("there are more problems than can be shown; mend these first"), mark)
        if self.nodes > MAX_NODES:
            raise _TooMuch(msg("this file holds too many values; split it, or write less"), mark)
        if isinstance(event, AliasEvent) or event.anchor is not None:
            self.report(explain("alias"), mark)
        elif event.tag is not None:
            self.report(explain("tag"), mark)
        if isinstance(event, ScalarEvent):
            self._scalar(event)
        elif isinstance(event, AliasEvent):
            self._add("", Places(mark))
        else:
            if len(self.stack) == MAX_DEPTH:
                limit = msg("this is nested more than {limit} levels deep; write it flatter", limit=MAX_DEPTH)
                raise _TooMuch(limit, mark)
            self.stack.append(_Frame({} if isinstance(event, MappingStartEvent) else [], Places(mark)))

    def _scalar(self, event: ScalarEvent) -> None:
        text, mark = event.value, _mark(event)
        if event.style == '"' and not is_clean(text):
            self.report(msg("an escape makes an invisible character here; delete it"), mark)
        frame = self.stack[-1] if self.stack else None
        if frame and isinstance(frame.value, dict) and frame.key is None:
            self._key(frame, text, mark)
        else:
            self._add(resolve(text) if event.implicit[0] else text, Places(mark))

    def _key(self, frame: _Frame, text: str, mark: Mark) -> None:
        frame.key, frame.skip = text, text in frame.places.keys
        if frame.skip:
            first = frame.places.keys[text].line + 1
            twice = msg(
                "the key `{key}` is here twice (first in line {line}); remove one", key=text, line=first
            )
            self.report(twice, mark, unusable=False)
        else:
            frame.places.keys[text] = mark

    def _add(self, value: object, places: Places) -> None:
        if not self.stack:
            self.tops.append((value, places))
            return
        frame = self.stack[-1]
        if isinstance(frame.value, list):
            frame.places.children[len(frame.value)] = places
            frame.value.append(value)
        elif frame.key is None:
            self.report(
                msg("a key must be one word, not a list or a mapping; write `key: value`"), places.mark
            )
            frame.key, frame.skip = "", True
        else:
            if not frame.skip:
                frame.value[frame.key] = value
                frame.places.children[frame.key] = places
            frame.key = None


@dataclass(frozen=True, slots=True)
class _At:
    line: int
    column: int


_START = _At(0, 0)


def _mark(event: Event) -> Mark:
    return event.start_mark or _START
