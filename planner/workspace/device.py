"""What this machine remembers outside the plan folder: its name in journals, and how many events it has seen.

Invariant: the name is made once; a journal that got shorter than remembered is reported, never passed over, and no
event that is added makes up for one that is gone.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from planner.journal.disk import lock, make_folder
from planner.journal.model import Event
from planner.problems import DataError, Problem
from planner.workspace.cache import folder_name
from planner.workspace.context import Context
from planner.workspace.files import replace_file, write_file


class Shown(Protocol):
    """What is known of a journal without reading it again."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Lines that are set aside."""

    @property
    def counts(self) -> Mapping[str, int]:
        """How many events of each machine there are."""

    @property
    def owed(self) -> Mapping[str, int]:
        """How many are missing that acceptances of damage gave up which were undone."""


def device_name(context: Context) -> str:
    """Return this machine's name in journals; makes one when there is none. Raises `DataError`."""
    name = known_name(context)
    if not name:
        name = f"{context.random_bits(48):012x}"
        write_file(_name_file(context), f"{name}\n".encode("ascii"))
    return name


def known_name(context: Context) -> str:
    """Return this machine's name in journals; empty when it has none yet."""
    with suppress(OSError, UnicodeDecodeError):
        name = _name_file(context).read_text("ascii").strip()
        if re.fullmatch(r"[a-z0-9]{8,32}", name):
            return name
    return ""


def _name_file(context: Context) -> Path:
    return context.state / "device"


@contextmanager
def counting(context: Context) -> Iterator[None]:
    """Let no other planner of this machine add and remember events meanwhile; where that cannot be, go on."""
    path = _place(context).with_suffix(".lock")
    descriptor = -1
    with suppress(OSError):
        make_folder(path.parent)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        lock(descriptor)
    try:
        yield
    finally:
        if descriptor >= 0:
            os.close(descriptor)


def remember(
    context: Context, events: Iterable[Event], *, added: Iterable[Event] = (), afresh: bool = False
) -> None:
    """Note how many events of each machine were seen; `afresh` forgets what was known of this folder.

    `events` are all, `added` those of them that are new, appended while `counting`: they come on top of what was known.
    """
    from planner.journal.checks.counts import count_by_device

    counts, new = count_by_device(events), count_by_device(added)
    known = {} if afresh else known_counts(context)
    seen = {
        device: max(counts.get(device, 0), known.get(device, 0) + new.get(device, 0))
        for device in {*counts, *known}
    }
    if seen != known:
        _keep(context, seen)


def is_news(context: Context, counts: Mapping[str, int]) -> bool:
    """Tell whether there are more events of some machine than were seen so far."""
    known = known_counts(context)
    return any(count > known.get(device, 0) for device, count in counts.items())


def note(context: Context, counts: Mapping[str, int]) -> None:
    """Note how many events of each machine were read, while `counting`; what is known besides stays."""
    known = known_counts(context)
    _keep(context, {each: max(counts.get(each, 0), known.get(each, 0)) for each in {*counts, *known}})


def _keep(context: Context, seen: Mapping[str, int]) -> None:
    with suppress(OSError):
        lines = "".join(f"{seen[name]} {name}\n" for name in sorted(seen) if name.isprintable())
        replace_file(_place(context), lines.encode("utf-8", "replace"), lasting=False)


def troubles(context: Context, shown: Shown, look: Callable[[], Shown]) -> tuple[Problem, ...]:
    """Return what every command says: damaged lines, and machines of which fewer events are there than were seen.

    A line that was never finished was never acknowledged: it is not told where no event is missing that it may be.
    When something seems to be missing the journal is looked at again: another program may have recorded and noted
    more after `shown` was read.
    """
    known = remembered_counts(context, shown.counts, shown.owed)
    if not _holds(shown, known):
        shown = look()
    if not shown.problems and _holds(shown, known):
        return ()
    from planner.journal.checks.counts import apart, say_gone, shortage

    short = shortage(known, shown.counts)
    idle = _explaining_none(context) if short and shown.problems else frozenset()
    left, problems = apart(short, shown.problems, known, idle)
    return (*problems, *say_gone(left))


def _explaining_none(context: Context) -> frozenset[tuple[str, int]]:
    from planner.journal.checks.explaining import explaining_none, look_through

    with suppress(DataError):
        return explaining_none(*look_through(context.home))
    return frozenset()


def _holds(shown: Shown, known: Mapping[str, int]) -> bool:
    return all(shown.counts.get(device, 0) >= count for device, count in known.items())


def remembered_counts(
    context: Context, counts: Mapping[str, int], owed: Mapping[str, int]
) -> Mapping[str, int]:
    """Return how many events of each machine there should be; what an undone acceptance gave up is `owed` again."""
    known = known_counts(context)
    expected = {device: counts.get(device, 0) + missing for device, missing in owed.items()}
    return {device: max(known.get(device, 0), expected.get(device, 0)) for device in {*known, *owed}}


def known_counts(context: Context) -> Mapping[str, int]:
    """Return how many events of each machine were seen in this folder's journal."""
    try:
        lines = _place(context).read_text("utf-8", "replace").splitlines()
    except OSError:
        return {}
    pairs = (line.partition(" ") for line in lines)
    return {
        name: int(count)
        for count, _, name in pairs
        if count.isdecimal() and count.isascii() and len(count) < 10
    }


def _place(context: Context) -> Path:
    return context.state / "seen" / f"{folder_name(context)}.txt"
