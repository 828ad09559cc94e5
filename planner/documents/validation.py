"""A document against a pydantic model: the model, or every problem in our own words with line and column.

Invariant: no text of pydantic reaches the user.
"""

from collections.abc import Iterator, Mapping
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from planner.documents.document import Document, first_problems, key_of
from planner.documents.wrong import Wrong, short, shown, unknown_key
from planner.problems import Problem
from planner.text.messages import Message, msg

M = TypeVar("M", bound=BaseModel)
Step = str | int

_KEY = "[key]"  # what pydantic appends to the place of a mapping's key


def validate(model: type[M], document: Document) -> tuple[M | None, tuple[Problem, ...]]:
    """Read a document as `model`; without one there is at least one problem."""
    empty = {path: _empty(document, path) for path in _nothing(document.value)}
    try:
        read = model.model_validate(document.value)
    except ValidationError as error:
        found = error.errors(include_url=False)
        problems = (p for details in found for p in _problems(model, document, details, empty))
        return None, first_problems(document, (*empty.values(), *first_problems(document, problems)))
    return (None if empty else read), tuple(empty.values())


def _nothing(value: object) -> Iterator[tuple[Step, ...]]:
    """Find keys without a value: YAML reads them as null, which means nothing in our files."""
    stack: list[tuple[tuple[Step, ...], object]] = [((), value)]
    while stack:
        path, inner = stack.pop()
        if inner is None:
            yield path
        elif isinstance(inner, dict):
            stack.extend(((*path, key), item) for key, item in inner.items() if item is None or _open(item))
        elif isinstance(inner, list):
            stack.extend(
                ((*path, index), item) for index, item in enumerate(inner) if item is None or _open(item)
            )


def _open(value: object) -> bool:
    return isinstance(value, dict | list)


def _empty(document: Document, path: tuple[Step, ...]) -> Problem:
    if isinstance(path[-1], int):
        return document.problem(msg("this item is empty; write a value, or remove the line"), path)
    message = msg("`{key}` has no value; write one, or remove the line", key=short(str(path[-1])))
    return document.problem(message, path, key=True)


def _problems(
    model: type[BaseModel],
    document: Document,
    details: ErrorDetails,
    empty: Mapping[tuple[Step, ...], Problem],
) -> Iterator[Problem]:
    path = details["loc"]
    in_key = path[-1:] == (_KEY,) and path[-2:-1] == (details["input"],)
    path = path[:-1] if in_key else path
    if path in empty:
        return
    cause = details.get("ctx", {}).get("error")
    if details["type"] == "missing":
        yield document.problem(_missing(model, path), path)
    elif details["type"] == "extra_forbidden":
        known = _keys(_at(model, path[:-1]))
        yield document.problem(unknown_key(str(path[-1]), known), path, key=True)
    elif isinstance(cause, Wrong):
        for below, message in cause.faults:
            whole = (*path, *below)
            if whole not in empty:
                at_key = in_key or ("key", short(str(whole[-1]))) in message.values
                yield document.problem(_named(whole, message), whole, key=at_key)
    else:
        yield document.problem(_named(path, _shape(details)), path)


def _named(path: tuple[Step, ...], message: Message) -> Message:
    """Put the key in front of what is wrong with its value, unless the message names a key itself."""
    last = max((index for index, step in enumerate(path) if isinstance(step, str)), default=None)
    if last is None or any(name == "key" for name, _ in message.values):
        return message
    return msg("`{key}`: {problem}", key=short(key_of(path[last:])), problem=message)


def _shape(details: ErrorDetails) -> Message:
    """Say what a value must look like, for the errors that pydantic finds by itself."""
    kind, given = details["type"], shown(details["input"])
    if kind in {"model_type", "dict_type", "model_attributes_type"}:
        return msg("{given} does not fit; write a mapping: {example}", given=given, example="{key: value, …}")
    if kind == "list_type":
        return msg("{given} does not fit; write a list: {example}", given=given, example="[one, two]")
    if kind == "too_short":
        return msg("the list is too short; write at least {count}", count=details["ctx"]["min_length"])
    if kind == "too_long":
        return msg("the list is too long; write at most {count}", count=details["ctx"]["max_length"])
    return msg("{given} does not fit here; look at the examples in the documentation", given=given)


def _missing(model: type[BaseModel], path: tuple[Step, ...]) -> Message:
    key, owner = str(path[-1]), _at(model, path[:-1])
    for name, field in (owner.model_fields if owner else {}).items():
        if key in (name, field.alias) and field.examples:
            return msg("`{key}` is missing; add {example}", key=key, example=f"`{key}: {field.examples[0]}`")
    return msg("`{key}` is missing; add it", key=key)


def _keys(model: type[BaseModel] | None) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()] if model else []


def _at(model: type[BaseModel], path: tuple[Step, ...]) -> type[BaseModel] | None:
    """Return the model that a path leads to."""
    kind: Any = model
    for step in path:
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            fields = kind.model_fields.items()
            kind = next((f.annotation for name, f in fields if step in (name, f.alias)), None)
        else:
            kind = (get_args(kind) or (None,))[-1]
        if get_origin(kind) in (Union, UnionType):
            kind = next((part for part in get_args(kind) if part is not type(None)), None)
    return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None
