"""What this machine remembers outside the plan folder: its name in journals, and how many events it has seen.

Invariant: the name is made once; a journal that got shorter than remembered is reported, never passed over.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from planner.journal.model import Event
from planner.problems import Problem
from planner.workspace.cache import folder_name
from planner.workspace.context import Context
from planner.workspace.files import replace_file, write_file


class HasEvents(Protocol):
    """A journal that can be read in full."""

    @property
    def events(self) -> tuple[Event, ...]:
        """Every event."""


def device_name(context: Context) -> str:
    """Return this machine's name in journals; makes one when there is none. Raises `DataError`."""
    path = context.state / "device"
    with suppress(OSError, UnicodeDecodeError):
        name = path.read_text("ascii").strip()
        if re.fullmatch(r"[a-z0-9]{8,32}", name):
            return name
    name = f"{context.random_bits(48):012x}"
    write_file(path, f"{name}\n".encode("ascii"))
    return name


def remember(context: Context, events: tuple[Event, ...], *, afresh: bool = False) -> None:
    """Note how many events of each machine were seen; `afresh` forgets what was known of this folder."""
    from planner.journal.check import count_by_device

    counts = count_by_device(events)
    known = {} if afresh else known_counts(context)
    seen = {device: max(counts.get(device, 0), known.get(device, 0)) for device in {*counts, *known}}
    if seen != known:
        with suppress(OSError):
            lines = "".join(f"{seen[name]} {name}\n" for name in sorted(seen) if name.isprintable())
            replace_file(_place(context), lines.encode("utf-8", "replace"), lasting=False)


def lost_events(context: Context, counts: Mapping[str, int], journal: HasEvents) -> tuple[Problem, ...]:
    """Report the machines of which fewer events are in the journal than were seen before."""
    known = known_counts(context)
    if all(counts.get(device, 0) >= count for device, count in known.items()):
        return ()
    from planner.journal.check import check_counts

    return check_counts(known, journal.events)


def known_counts(context: Context) -> Mapping[str, int]:
    """Return how many events of each machine were seen in this folder's journal."""
    try:
        lines = _place(context).read_text("utf-8", "replace").splitlines()
    except OSError:
        return {}
    pairs = (line.partition(" ") for line in lines)
    return {name: int(count) for count, _, name in pairs if count.isdecimal() and count.isascii()}


def _place(context: Context) -> Path:
    return context.state / "seen" / f"{folder_name(context)}.txt"
