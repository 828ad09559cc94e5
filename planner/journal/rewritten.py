"""Lines that another program wrote again: the same JSON, with other spaces or escapes.

Invariant: such a line counts only when the form in which the planner writes it has the checksum that the line carries.
"""

import json
from zlib import crc32

from planner.journal.events import decode
from planner.journal.model import Event
from planner.text.messages import Message


def decode_any(line: bytes) -> Event | Message:
    """Read a line as `decode` does, also when another program wrote it again; on failure return the reason."""
    found = decode(line)
    if isinstance(found, Event):
        return found
    again = as_written(line)
    return decode(again) if again else found


def as_written(line: bytes) -> bytes:
    """Return a line, without its end, as the planner writes it; empty when its checksum is not that of this form."""
    try:
        record = json.loads(line.decode())  # bytes would be taken for UTF-16, too
        checksum = record.pop("crc")
        text = json.dumps(record, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        return b""
    body = text[:-1].encode("utf-8", "replace")
    return body + b',"crc":"%08x"}' % crc32(body) if checksum == f"{crc32(body):08x}" else b""


def is_as_written(line: bytes) -> bool:
    """Tell whether a line's own bytes have the checksum that it carries."""
    body, _, tail = line.rstrip(b"\r\n").rpartition(b',"crc"')
    return tail == b':"%08x"}' % crc32(body)
