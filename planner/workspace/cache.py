"""Values remembered from run to run in the cache folder, by plan folder, so that commands start fast.

Invariant: the cache only saves time. A value comes back only in the very bytes that were written, for the very plan
folder, key, program and records that it was written with; whatever else is found there counts as nothing.
"""

import os
import pickle
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from planner import __version__, problems, records
from planner.curriculum import model as curriculum_model
from planner.journal import model as journal_model
from planner.learner import model as learner_model
from planner.schedule import model as schedule_model
from planner.text import languages, messages
from planner.workspace.context import Context
from planner.workspace.files import replace_file

_CHECKSUM = 4  # bytes, before the pickled ones
_RECORDS = (
    curriculum_model,
    journal_model,
    learner_model,
    schedule_model,
    languages,
    messages,
    problems,
    records,
)


def recall(context: Context, kind: str, key: object) -> object:
    """Return the value written with this key, or None. The cache folder is the user's own, as is the program's code."""
    try:
        content = _place(context, kind).read_bytes()
        if int.from_bytes(content[:_CHECKSUM]) != crc32(memoryview(content)[_CHECKSUM:]):
            return None
        made_for, known, value = pickle.loads(memoryview(content)[_CHECKSUM:])  # noqa: S301 - see above
    except Exception:  # noqa: BLE001 - whatever a broken or foreign cache does, it counts as nothing
        return None
    return value if (made_for, known) == (_made_for(context, kind), key) else None


def remember(context: Context, kind: str, key: object, value: object) -> None:
    """Write a value down; where that fails it is made anew next time."""
    with suppress(OSError):
        content = pickle.dumps((_made_for(context, kind), key, value), protocol=5)
        checksum = crc32(content).to_bytes(_CHECKSUM)
        replace_file(_place(context, kind), checksum + content, lasting=False)


def folder_name(context: Context) -> str:
    """Return a name for the plan folder that can name a file: its own, with a checksum of where it lies.

    It is the same however the path is spelled, and by whatever link it is reached.
    """
    home = _real_home(context)
    plain = "".join(char for char in home.name if char.isascii() and char.isalnum())[:32]
    return f"{plain or 'plan'}-{crc32(str(home).encode('utf-8', 'surrogatepass')):08x}"


def _real_home(context: Context) -> Path:
    return Path(os.path.realpath(context.home))  # `resolve` raises for a link that leads to itself


def _place(context: Context, kind: str) -> Path:
    return context.cache / kind / f"{folder_name(context)}.pickle"


def _made_for(context: Context, kind: str) -> tuple[object, ...]:
    """Return what a value belongs to besides its key: another folder's, or another kind's, is none of ours."""
    return kind, str(_real_home(context)), _program()


def _program() -> tuple[str, ...]:
    """Return what tells one state of the program's records from another."""
    moments = []
    for module in _RECORDS:
        with suppress(OSError):
            moments.append(str(Path(module.__file__ or "").stat().st_mtime_ns))
    return (__version__, *moments)
