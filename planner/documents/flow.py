"""Plain values as YAML on one line, in the manner of the files that the planner writes.

Invariant: what is written here reads back to the very same value.
"""

import json
import re

from planner.documents.scalars import resolve

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_/+.%-]*")
_NOT_PLAIN = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))


def flow(value: object, quote: str = "") -> str:
    """Write a value on one line; `quote` is the quotation mark that a text had before."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{flow(key)}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    if isinstance(value, str):
        return _text(value, quote)
    return _number(value) if isinstance(value, float) else json.dumps(value)


def _text(value: str, quote: str) -> str:
    """Write a text plain where every reader of YAML takes it for text, else in quotes."""
    if quote == "'" and "\n" not in value:
        return "'" + value.replace("'", "''") + "'"
    plain = _PLAIN.fullmatch(value) and value.casefold() not in _NOT_PLAIN and resolve(value) == value
    return value if plain and not quote else json.dumps(value, ensure_ascii=False)


def _number(value: float) -> str:
    return {"inf": ".inf", "-inf": "-.inf", "nan": ".nan"}.get(repr(value), repr(value))
