"""The journal as far as a view needs it, remembered from run to run, and in full when something is to be recorded.

Invariant: what is remembered is keyed by the names, sizes and moments of the journal's files, taken before they are
read, so that what is written meanwhile is never missed. Whatever is read for the first time is noted as seen.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from planner.curriculum.model import Curriculum
from planner.journal.folder import journal_files
from planner.journal.model import Event, Logged, Progress, Session
from planner.problems import Problem
from planner.records import dataclass
from planner.workspace.cache import recall, remember
from planner.workspace.context import Context
from planner.workspace.device import counting, is_news, note

if TYPE_CHECKING:
    from planner.journal.renames.renaming import Renaming

Stamp = tuple[tuple[str, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What views need: progress without the plans of the past, every session as it was in force, problems, counts.

    Time studied is summed up: a module has one entry a day, and one a week for what check-ins reported.
    """

    progress: Progress
    timeline: tuple[Session, ...]
    problems: tuple[Problem, ...]
    counts: Mapping[str, int]
    owed: Mapping[str, int]


class Journal:
    """A plan folder's journal, read as far as it is asked for; `events` given are taken instead of the files.

    `renaming` is what the curriculum has renamed: progress is told in the names of now, events as they were written.
    """

    def __init__(
        self, context: Context, events: Sequence[Event] | None = None, renaming: "Renaming | None" = None
    ) -> None:
        self._context = context
        self._given = events
        self.renaming = renaming

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Every event, in the order in which they count."""
        return self._read[0]

    @cached_property
    def progress(self) -> Progress:
        """Everything that happened, with all plans ever accepted."""
        from planner.journal.fold import fold

        return fold(self.events, self.renaming)

    @cached_property
    def shown(self) -> Shown:
        """What views need, from the cache when the files are still those that it was made from."""
        if self._given is not None:
            return self._compute()
        known = recall(self._context, "journals", self._key)
        if isinstance(known, Shown):
            return known
        shown = self._compute()
        if not shown.problems:  # else fewer than there were would count as all
            self._note(shown.counts)
        remember(self._context, "journals", self._key, shown)
        return shown

    def anew(self) -> "Journal":
        """Return the journal as the files have it, whatever is known of it."""
        return Journal(self._context, renaming=self.renaming)

    def now(self) -> "Journal":
        """Return the journal as it is on disk now: this one when nobody wrote since."""
        unchanged = self._given is None and self._stamp == _stamp(self._context)
        return self if unchanged else self.anew()

    def grown_by(self, events: Sequence[Event], size: int) -> "Journal":
        """Return the journal after so many bytes of events were appended; it is read again if anything else changed."""
        after = Journal(self._context, renaming=self.renaming)
        if self._given is None and "_read" in vars(self) and _grown(self._stamp, after._stamp, size):
            from planner.journal.checks.damage import GIVING_UP
            from planner.journal.events import in_order

            ordered = tuple(in_order([*self.events, *events]))
            if not self._read[1] and all(event.kind != GIVING_UP for event in ordered):
                vars(after)["_read"] = ordered, ()
        return after

    @cached_property
    def _stamp(self) -> Stamp:
        return _stamp(self._context)

    @property
    def key(self) -> tuple[object, ...] | None:
        """What tells one state of the journal from another; None for events that were given."""
        return None if self._given is not None else self._key

    @property
    def _key(self) -> tuple[object, ...]:
        return (self._stamp, self.renaming) if self.renaming else self._stamp

    @cached_property
    def _read(self) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
        if self._given is not None:
            return tuple(self._given), ()
        from planner.journal.reading import read_journal

        _ = self._stamp  # what is written from here on is not part of what was read
        return read_journal(self._context.home)

    def _note(self, counts: Mapping[str, int]) -> None:
        """Note what was read, unless it changed meanwhile: what is taken back while it is recorded was never there."""
        if is_news(self._context, counts):
            with counting(self._context):
                if self._stamp == _stamp(self._context):
                    note(self._context, counts)

    def _compute(self) -> Shown:
        from planner.journal.checks.counts import count_by_device
        from planner.journal.checks.damage import given_up
        from planner.workspace.views.timeline import timeline

        light = replace(self.progress, logs=_summed(self.progress.logs), plans=(), undone_plans=frozenset())
        counts, owed = count_by_device(self.events), given_up(self.events).owed
        return Shown(light, timeline(self.progress), self._read[1], counts, owed)


def renaming_in(curriculum: Curriculum) -> "Renaming | None":
    """Return what a curriculum has renamed; mostly that is nothing, and then nothing is loaded for it."""
    modules = any(module.renamed_from for module in curriculum.modules)
    if not modules and not any(milestone.renamed_from for milestone in curriculum.milestones):
        return None
    from planner.journal.renames.renaming import renaming_of

    return renaming_of(curriculum)


def _summed(logs: Iterable[Logged]) -> tuple[Logged, ...]:
    """Return one entry for what was studied of a module on a day, or in a week of which no day is known."""
    minutes: dict[tuple[str, date, date | None], int] = {}
    first: dict[tuple[str, date, date | None], Logged] = {}
    for entry in logs:
        place = entry.module, entry.week, entry.day
        if place in first:
            minutes[place] += entry.minutes
        else:
            first[place], minutes[place] = entry, entry.minutes
    return tuple(
        entry if entry.minutes == minutes[place] else replace(entry, minutes=minutes[place], note="")
        for place, entry in first.items()
    )


def _stamp(context: Context) -> Stamp:
    files: list[tuple[str, int, int, int]] = []
    for path in journal_files(context.home):
        with suppress(OSError):
            status = path.stat()
            files.append((path.name, status.st_size, status.st_mtime_ns, status.st_ino))
    return tuple(files)


def _grown(before: Stamp, after: Stamp, size: int) -> bool:
    """Tell whether one file has so many bytes more, or is there with them, and all else is as it was."""
    old, new = ({name: rest for name, *rest in stamp} for stamp in (before, after))
    changed = [name for name, rest in new.items() if old.get(name) != rest]
    if old.keys() - new.keys() or len(changed) != 1:
        return False
    length, _, inode = old.get(changed[0], (0, 0, new[changed[0]][2]))
    return new[changed[0]][::2] == [length + size, inode]
