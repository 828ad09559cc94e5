"""Which entry of an export is which stretch of the journal, when several began in the same second.

Invariant: entries of one export get different keys, and one that began alone always gets the same.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from planner.journal.imports.entry import Entry
from planner.journal.imports.keys import Stored, beginning, stretch_key


def with_keys(
    entries: Iterable[Entry], source: str, stored: Mapping[str, Mapping[date, Stored]]
) -> list[tuple[Entry, str]]:
    """Return entries, none of them twice, with the keys of their stretches, in the order of the file."""
    once = {(entry.start, entry.end, entry.names): entry for entry in reversed(list(entries))}
    starts: dict[str, list[Entry]] = {}
    for entry in sorted(once.values(), key=lambda entry: (entry.line, entry.column)):
        starts.setdefault(beginning(entry), []).append(entry)
    lengths: dict[str, dict[int, int]] = {}
    for key, days in stored.items():
        begun, _, number = key.rpartition("/")
        if number.isdecimal():
            total = sum(each.minutes for each in days.values())
            lengths.setdefault(begun, {})[int(number)] = total
    keyed = []
    for start, together in starts.items():
        begun = stretch_key(source, start, 0).rpartition("/")[0]
        numbers = _numbers([entry.minutes for entry in together], lengths.get(begun, {}))
        keyed += [(e, stretch_key(source, start, n)) for e, n in zip(together, numbers, strict=True)]
    return sorted(keyed, key=lambda pair: (pair[0].line, pair[0].column))


def _numbers(minutes: Sequence[int], stored: Mapping[int, int]) -> list[int]:
    """Give each length a number: that of the journal's one as long, else one of the journal's, else a new one."""
    given: dict[int, int] = {}
    for place, length in enumerate(minutes):
        same = [n for n, other in sorted(stored.items()) if other == length and n not in given.values()]
        if same:
            given[place] = same[0]
    spare = [number for number in sorted(stored) if number not in given.values()]
    new = (n for n in range(1, len(minutes) + len(stored) + 1) if n not in stored)
    for place in range(len(minutes)):
        if place not in given:
            given[place] = spare.pop(0) if spare else next(new)
    return [given[place] for place in range(len(minutes))]
