"""What goes to standard output: lines, JSON or bytes, each in one write at the end, so that a failure leaves nothing.

Invariant: no text makes an encoding error; what an encoding cannot show becomes ASCII.
"""

import sys
from collections.abc import Iterable, Mapping
from typing import Any

from planner.cli.edge import can_write
from planner.text.controls import escaped

_ASCII = str.maketrans(
    {
        "█": "#", "▌": "#", "░": ".", "─": "-", "✓": "*", "☑": "x", "☐": " ", "·": ".", "…": "~", "–": "-",
        "→": ">", "“": '"', "”": '"', "×": "x", "≤": "<", "≥": ">",
    }
)  # fmt: skip


class OutputClosedError(Exception):
    """Whoever read our output went away; there is nobody left to tell."""


class OutputFailedError(Exception):
    """Standard output cannot be written; `error` says why."""

    def __init__(self, error: OSError) -> None:
        self.error = error
        super().__init__(str(error))


def prepare_streams() -> None:
    """Make the streams replace what they cannot encode instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def to_ascii(text: str) -> str:
    """Replace the glyphs that have a plain form."""
    return text.translate(_ASCII)


def write_lines(lines: Iterable[str]) -> None:
    """Write lines of text."""
    text = "".join(f"{line}\n" for line in lines)
    write_text(text if can_write(sys.stdout, text) else to_ascii(text))


def write_text(text: str) -> None:
    """Write a text as it is."""
    _write(text.encode(sys.stdout.encoding or "utf-8", "replace"))


def write_bytes(data: bytes) -> None:
    """Write bytes as they are."""
    _write(data)


def write_json(document: Mapping[str, Any]) -> None:
    """Write one JSON document: a line for each key, and in lists a line for each item."""
    plain = not can_write(sys.stdout, "日本語✓“—")
    write_text(json_text(document, plain=plain))


def json_text(document: Mapping[str, Any], *, plain: bool = False) -> str:
    """Return a document as JSON, compact but for a line of its own for each key and each item of a list."""
    parts = [f"{_compact(key, plain)}: {_value(value, plain)}" for key, value in document.items()]
    return "{" + ",\n ".join(parts) + "}\n"


def _value(value: object, plain: bool) -> str:
    if isinstance(value, list | tuple) and any(isinstance(item, dict) for item in value):
        return "[" + ",\n  ".join(_compact(item, plain) for item in value) + "]"
    return _compact(value, plain)


def _compact(value: object, plain: bool) -> str:
    import json

    return escaped(json.dumps(value, ensure_ascii=plain, allow_nan=False))


def _write(data: bytes) -> None:
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        raise OutputClosedError from error
    except OSError as error:
        raise OutputFailedError(error) from error
