"""Readers that share no code with our writer: a strict one, made from RFC 5545, and ical.js."""

import json
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path

SCRIPT = Path(__file__).with_name("read_events.mjs")


def physical_lines(data):
    """Split bytes into lines, holding them to CRLF and to the last line being closed."""
    assert data.endswith(b"\r\n")
    lines = data.split(b"\r\n")[:-1]
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    return lines


def content_lines(data):
    """Unfold, as RFC 5545 section 3.1 says, and split into (name, parameters, raw value)."""
    unfolded = b"\r\n".join(physical_lines(data)).replace(b"\r\n ", b"").replace(b"\r\n\t", b"").decode()
    for line in unfolded.split("\r\n"):
        head, value = line.split(":", 1)
        name, *parameters = head.split(";")
        yield name, parameters, value


def unescaped(value):
    """Undo TEXT's escapes from left to right; a bare comma or semicolon is an error."""
    parts = re.findall(r"\\[\\;,nN]|[^\\;,]", value)
    assert "".join(parts) == value
    return "".join({"\\n": "\n", "\\N": "\n"}.get(part, part[-1]) for part in parts)


def values(value):
    """Split a list of texts at its bare commas and undo the escapes."""
    parts = [""]
    for token in re.findall(r"\\.|[^\\]", value):
        if token == ",":
            parts.append("")
        else:
            parts[-1] += token
    return [unescaped(part) for part in parts]


def events(data):
    """Read the events as dicts of raw values by name, with the strict reader; alarms are left out."""
    found, inside = [], []
    for name, parameters, value in content_lines(data):
        if name == "BEGIN":
            inside.append(value)
            if value == "VEVENT":
                found.append({})
        elif name == "END":
            assert inside.pop() == value
        elif inside[-1] == "VEVENT":
            key = ";".join([name, *parameters])
            assert key not in found[-1]
            found[-1][key] = value
    assert not inside
    return found


def by_uid(data):
    """The strict reader's events by UID, each of which is there once."""
    found = {event["UID"]: event for event in events(data)}
    assert len(found) == len(events(data))
    return found


def moment(value):
    """Read a UTC moment."""
    return datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


def icaljs_events(data, modules):
    """Read with ical.js (Thunderbird's parser) in a node_modules folder: the calendar's name and its events."""
    library = modules / "ical.js" / "dist" / "ical.js"
    command = ["node", str(SCRIPT), library.resolve().as_uri()]
    done = subprocess.run(command, input=data, capture_output=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)
