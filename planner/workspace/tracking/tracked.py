"""Tracked time of other programs: entries find their modules and days, and what is new or changed is recorded.

Invariant: an entry is imported once, whatever it is called and however often it comes; entries whose module is not
known are told, never guessed.
"""

import shlex
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from planner.documents.wrong import Wrong
from planner.journal.events import Draft
from planner.journal.imports.clockify import CLOCKIFY
from planner.journal.imports.entry import Entry
from planner.journal.imports.formats import TIMEWARRIOR, TOGGL
from planner.journal.imports.keys import Stored, seconds_of, stored_logs
from planner.journal.imports.matching import Matcher, plain
from planner.journal.imports.numbering import with_keys
from planner.journal.imports.taking import Stretch, Taken, take
from planner.journal.imports.timewarrior import read_timewarrior
from planner.journal.imports.toggl import TOGGL as TOGGL_COLUMNS
from planner.journal.imports.tracked_table import read_tracked
from planner.journal.logs import week_of
from planner.learner.days_of_time import minutes_by_day
from planner.learner.values import timezone as read_zone
from planner.learner.windows import FreeTime
from planner.problems import DataError, Problem, fail
from planner.text.messages import Message, Minutes, msg
from planner.workspace.acting import record
from planner.workspace.opening import Opened
from planner.workspace.tracking.importing import Imported, Unmatched, Wishes, logged_by_day, names_before
from planner.workspace.tracking.log import DAY, future, tidy_note, too_much

Stores = Mapping[str, Mapping[date, Stored]]


@dataclass(frozen=True)
class _Found:
    """An entry with the key of its stretch, the modules that it may be for, and the journal's part of it."""

    entry: Entry
    key: str
    modules: tuple[str, ...]
    stored: Mapping[date, Stored]


def import_tracked(opened: Opened, text: str, file: str, source: str, wishes: Wishes) -> Imported:
    """Add the entries of an export; raises `DataError` with every problem."""
    entries = _read(opened, text, file, source, wishes)
    closed = [entry for entry in entries if entry.end is not None]
    lasting = [entry for entry in closed if entry.minutes]
    titles = {module.id: module.title for module in opened.curriculum.modules}
    matcher = Matcher(titles, wishes.modules, names_before(opened))
    stored = stored_logs(opened.events)
    found = [
        _Found(entry, key, matcher.modules(entry.names), stored.get(key, {}))
        for entry, key in with_keys(lasting, source, stored)
    ]
    ours = [each for each in found if len(each.modules) == 1]
    stretches = zip(ours, _stretches(opened, ours), strict=True)
    taken = [take(stretch, each.stored, again=wishes.again) for each, stretch in stretches]
    problems = (*_unclear(found), *_impossible(opened, ours, taken))
    if problems:
        raise DataError(sorted((_at(file, *problem) for problem in problems), key=lambda each: each.line))
    unmatched = _unmatched(found, matcher)
    drafts = tuple(draft for each in taken for draft in each.drafts)
    new = sum(bool(each.drafts) for each in taken)
    away = sum(each.away for each in taken)
    return Imported(
        record(opened, *drafts) if drafts and not wishes.dry else opened,
        source,
        drafts,
        known=len(lasting) - new - away - sum(group.entries for group in unmatched),
        amended=sum(any(draft.kind == "log-amended" for draft in each.drafts) for each in taken),
        unmatched=unmatched,
        away=away,
        running=len(entries) - len(closed),
        short=len(closed) - len(lasting),
        reported=_reported(opened, drafts),
        overlapping=_overlapping(found, _new_keys(ours, taken), stored, source),
    )


def _new_keys(found: Iterable[_Found], taken: Iterable[Taken]) -> frozenset[str]:
    """Return the keys of the stretches that are recorded for the first time."""
    return frozenset(
        each.key for each, result in zip(found, taken, strict=True) if result.drafts and not each.stored
    )


def _overlapping(found: Sequence[_Found], new: Collection[str], stored: Stores, source: str) -> int:
    """Count the new stretches at a time that was imported before and is not in the file any more."""
    there = {each.key for each in found}
    gone = [
        (begin, begin + 60 * sum(each.minutes for each in days.values()))
        for key, days in stored.items()
        if key.startswith(f"{source}/") and key not in there and not all(e.is_gone for e in days.values())
        for begin in (seconds_of(key),)
        if begin >= 0
    ]
    spans = [(seconds_of(each.key), each.entry.minutes * 60) for each in found if each.key in new]
    return sum(
        any(begin < last and first < begin + length for first, last in gone) for begin, length in spans
    )


def _read(opened: Opened, text: str, file: str, source: str, wishes: Wishes) -> Sequence[Entry]:
    """Read an export; raises `DataError` with every problem, also when it is of several people."""
    if source == TIMEWARRIOR:
        entries, problems = read_timewarrior(text, file)
    else:
        columns = TOGGL_COLUMNS if source == TOGGL else CLOCKIFY
        zone = ZoneInfo(_zone(wishes.timezone) if wishes.timezone else opened.settings.timezone)
        entries, problems = read_tracked(text, file, columns, zone=zone, order=wishes.dates)
    if problems:
        raise DataError(problems)
    people = list(dict.fromkeys(entry.person for entry in entries if entry.person))
    if len(people) > 1:
        raise fail(
            msg(
                "these are entries of several people ({one}, {other} …): export your own only",
                one=people[0],
                other=people[1],
            ),
            file=file,
        )
    return entries


def _zone(name: str) -> str:
    try:
        return read_zone(name)
    except Wrong as error:
        raise fail(error.faults[0][1]) from error


def _stretches(opened: Opened, found: Iterable[_Found]) -> list[Stretch]:
    extra = [(each.day, each.start, each.end) for each in opened.progress.extra]
    free = FreeTime(opened.profile.availability, opened.profile.timezone, extra=extra)
    stretches = []
    for each in found:
        start = each.entry.start // 60
        days = minutes_by_day(free, start, start + min(each.entry.minutes, 2 * DAY))
        before = opened.modules[each.modules[0]].renamed_from if each.modules[0] in opened.modules else ()
        stretches.append(Stretch(each.key, each.modules[0], days, tidy_note(each.entry.note), before))
    return stretches


_Fault = tuple[Entry, Message]


def _at(file: str, entry: Entry, message: Message) -> Problem:
    return Problem(message, file, entry.line, entry.column)


def _unclear(found: Iterable[_Found]) -> Iterable[_Fault]:
    """Give one problem for each name that stands for several modules, unless it was imported before."""
    told: set[str] = set()
    for each in found:
        name = each.entry.names[0]
        if len(each.modules) > 1 and not each.stored and plain(name) not in told:
            told.add(plain(name))
            message = msg(
                "“{name}” could be {one} or {other}: say which, as in --map {mapping}",
                name=name,
                one=each.modules[0],
                other=each.modules[1],
                mapping=shlex.quote(f"{name}={each.modules[0]}"),
            )
            yield each.entry, message


def _impossible(opened: Opened, found: Iterable[_Found], taken: Iterable[Taken]) -> Iterable[_Fault]:
    """Give the problems of what is to be recorded: days that have not come, and more than a day holds."""
    today, logged = opened.now.date(), logged_by_day(opened)
    for each, result in zip(found, taken, strict=True):
        if result.drafts and each.entry.minutes > DAY:
            lasts = Minutes(each.entry.minutes)
            yield each.entry, msg("this entry lasts {time}: correct it where it was tracked", time=lasts)
            continue
        for day, old, new in _changes(each, result):
            if day > today:
                yield each.entry, future(day)
            elif new > old and logged[day] - old + new > DAY:
                yield each.entry, too_much(new, day, logged[day] - old)
            logged[day] += new - old


def _changes(found: _Found, taken: Taken) -> Iterable[tuple[date, int, int]]:
    """Give the days that events change, with the minutes that an entry has on them before and after."""
    logs = {each.event: each for each in found.stored.values()}
    for draft in taken.drafts:
        if draft.kind == "log" and draft.day is not None:
            yield draft.day, 0, draft.data["minutes"]
        elif "minutes" in draft.data:
            log = logs[draft.data["event"]]
            yield log.day, log.minutes, draft.data["minutes"]


def _unmatched(found: Iterable[_Found], matcher: Matcher) -> tuple[Unmatched, ...]:
    """Group the entries that stand for no module by their names, those with most time first."""
    names: dict[str, str] = {}
    entries: Counter[str] = Counter()
    minutes: Counter[str] = Counter()
    for each in found:
        if not each.modules and not each.stored:
            name = names.setdefault(plain(each.entry.names[0]), each.entry.names[0])
            entries[name] += 1
            minutes[name] += each.entry.minutes
    return tuple(Unmatched(n, entries[n], total, matcher.near(n)) for n, total in minutes.most_common())


def _reported(opened: Opened, drafts: Iterable[Draft]) -> tuple[date, ...]:
    """Return the weeks of new logs whose check-in told hours of the same module already."""
    told = {(log.week, log.module) for log in opened.progress.logs if log.day is None}
    new = {(week_of(d.day), d.data["module"]) for d in drafts if d.kind == "log" and d.day is not None}
    return tuple(sorted({week for week, _ in told & new}))
