"""A preference written into config.yaml: its line changes or is added, and the file is made when it is missing.

Invariant: a file with problems is never written over, and every comment in it stays.
"""

from planner.documents.editing import edit
from planner.problems import DataError
from planner.workspace.context import Context
from planner.workspace.files import exists, read_file, write_file
from planner.workspace.taste.preferences import CHOICES, preferences_file, read_preferences

_ORDER = (*CHOICES, "keys")


def keep_preference(context: Context, name: str, value: str) -> None:
    """Write one of `CHOICES`; without a folder for preferences nothing is kept. Raises `DataError`."""
    path = preferences_file(context)
    if path is None:
        return
    problems = read_preferences(context).problems
    if problems:
        raise DataError(problems)
    before = read_file(path) if exists(path) else b""
    after = (
        edit(before, str(path), (name,), value, _ORDER)
        if _says_something(before)
        else _added(before, name, value)
    )
    if after != before:
        write_file(path, after)


def _says_something(data: bytes) -> bool:
    """Tell whether a text holds more than comments."""
    return any(line.partition(b"#")[0].strip() for line in data.splitlines())


def _added(before: bytes, name: str, value: str) -> bytes:
    """Return a text of comments, or an empty one, with the preference below."""
    gap = b"" if not before or before.endswith(b"\n") else b"\n"
    return before + gap + f"{name}: {value}\n".encode()
