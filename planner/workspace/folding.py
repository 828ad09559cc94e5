"""The journal as far as a view needs it, remembered from run to run, and in full when something is to be recorded.

Invariant: what is remembered is keyed by the names, sizes and moments of the journal's files, taken before they are
read, so that what is written meanwhile is never missed.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property

from planner.journal.folder import journal_files
from planner.journal.model import Event, Progress, Session
from planner.problems import Problem
from planner.records import dataclass
from planner.workspace.cache import recall, remember
from planner.workspace.context import Context


@dataclass(frozen=True, slots=True)
class Shown:
    """What views need: progress without the plans of the past, every session as it was in force, problems, counts."""

    progress: Progress
    timeline: tuple[Session, ...]
    problems: tuple[Problem, ...]
    counts: Mapping[str, int]


class Journal:
    """A plan folder's journal, read as far as it is asked for; `events` given are taken instead of the files."""

    def __init__(self, context: Context, events: Sequence[Event] | None = None) -> None:
        self._context = context
        self._given = events

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Every event, in the order in which they count."""
        return self._read[0]

    @cached_property
    def progress(self) -> Progress:
        """Everything that happened, with all plans ever accepted."""
        from planner.journal.fold import fold

        return fold(self.events)

    @cached_property
    def shown(self) -> Shown:
        """What views need, from the cache when the files are still those that it was made from."""
        if self._given is not None:
            return self._compute()
        known = recall(self._context, "journals", self._stamp)
        if isinstance(known, Shown):
            return known
        shown = self._compute()
        remember(self._context, "journals", self._stamp, shown)
        return shown

    @cached_property
    def _stamp(self) -> tuple[object, ...]:
        return _stamp(self._context)

    @cached_property
    def _read(self) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
        if self._given is not None:
            return tuple(self._given), ()
        from planner.journal.reading import read_journal

        _ = self._stamp  # what is written from here on is not part of what was read
        return read_journal(self._context.home)

    def _compute(self) -> Shown:
        from planner.journal.check import count_by_device
        from planner.workspace.timeline import timeline

        light = replace(self.progress, plans=(), undone_plans=frozenset())
        return Shown(light, timeline(self.progress), self._read[1], count_by_device(self.events))


def _stamp(context: Context) -> tuple[object, ...]:
    files = []
    for path in journal_files(context.home):
        with suppress(OSError):
            status = path.stat()
            files.append((path.name, status.st_size, status.st_mtime_ns, status.st_ino))
    return tuple(files)
