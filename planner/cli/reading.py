"""What a command reads: a file, or standard input."""

import sys
from pathlib import Path


def read_input(file: str) -> tuple[bytes, str]:
    """Return the bytes of a file (`-` is standard input) and its name; raises `DataError` when it cannot be read."""
    from planner.workspace.files import read_file

    if file == "-":
        return sys.stdin.buffer.read(), "<stdin>"
    return read_file(Path(file)), file
