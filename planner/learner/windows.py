"""Free windows: availability turned into intervals of time, in minutes since the epoch (UTC).

Invariant: windows of a day are [start, end), in order, without overlap, on the 15-minute granule, and lie after the
windows of the day before. A window across midnight belongs to the day on which it starts. Lengths are elapsed time:
of an ambiguous local time the first one counts, a missing one moves forward (PEP 495, fold 0).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from planner.learner.holidays import Holidays, public_holidays
from planner.learner.model import Availability, WeekPattern, Windows

GRANULE = 15
EPOCH = date(1970, 1, 1).toordinal()
Spans = tuple[tuple[int, int], ...]


def day_windows(availability: Availability, day: date, holidays: Holidays) -> Windows:
    """Return a day's windows: exception, else public holiday, else its weekday's own, else weekday or day off."""
    for exception in availability.exceptions:
        if exception.first <= day <= exception.last:
            return exception.windows
    pattern = week_pattern(availability, day)
    if day in holidays(day.year):
        return pattern.day_off
    return usual_windows(pattern, day.weekday())


def week_pattern(availability: Availability, day: date) -> WeekPattern:
    """Return the pattern of a day's week: the rotation's, if there is one."""
    rotation = availability.rotation
    if rotation is None:
        return availability.pattern
    weeks = (monday(day) - monday(rotation.start)).days // 7
    return rotation.weeks[weeks % len(rotation.weeks)]


def usual_windows(pattern: WeekPattern, weekday: int) -> Windows:
    """Return the windows that a weekday (0 is Monday) has by habit."""
    for own, windows in pattern.days:
        if own == weekday:
            return windows
    return pattern.day_off if weekday >= 5 else pattern.weekday


def monday(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def typical_week(availability: Availability) -> int:
    """Return the minutes of an ordinary week, without holidays or exceptions, under the cap; the mean of a rotation."""
    patterns = availability.rotation.weeks if availability.rotation else (availability.pattern,)
    total = sum(b - a for p in patterns for weekday in range(7) for a, b in usual_windows(p, weekday))
    usual = total // len(patterns)
    return usual if availability.cap is None else min(usual, availability.cap)


class FreeTime:
    """The learner's free windows, day by day."""

    def __init__(
        self,
        availability: Availability,
        timezone: str,
        time_off: frozenset[date] = frozenset(),
        busy: Sequence[tuple[int, int]] = (),
        extra: Sequence[tuple[date, int, int]] = (),
    ) -> None:
        self._availability = availability
        self._zone = ZoneInfo(timezone)
        self._holidays = public_holidays(availability.holidays)
        self._time_off = time_off
        self._busy = _united(busy)
        self._busy_ends = [end for _, end in self._busy]
        self._offsets: dict[int, int] = {}
        self._steady: dict[int, int | None] = {}
        self._rounded: dict[tuple[Windows, int], Spans] = {}
        self._extra: dict[date, list[tuple[int, int]]] = {}
        for day, start, end in extra:
            self._extra.setdefault(day, []).append((start, end))
        self._spills = any(end > 1440 for _, end in [*_all_windows(availability), *(e[1:] for e in extra)])

    def windows(self, ordinal: int) -> Spans:
        """Return the free windows of a day, given as a proleptic ordinal."""
        steady = self._steady_offset(ordinal)
        if steady is not None and not (self._spills or self._busy or self._extra):
            return self._on_steady_day(ordinal, steady)
        spans = self._raw(ordinal)
        if not spans:
            return ()
        before = self._raw(ordinal - 1) if self._spills else ()
        if before and before[-1][1] > spans[0][0]:
            spans = tuple((max(start, before[-1][1]), end) for start, end in spans)
        if self._busy:
            spans = without(spans, self._busy_from(spans[0][0], spans[-1][1]))
        spans = tuple((-(-start // GRANULE) * GRANULE, end // GRANULE * GRANULE) for start, end in spans)
        return tuple(span for span in spans if span[0] < span[1])

    def _on_steady_day(self, ordinal: int, offset: int) -> Spans:
        """Return the windows of a day with nothing but the habit, and no change of the clock near it."""
        day = date.fromordinal(ordinal)
        if day in self._time_off:
            return ()
        clock = day_windows(self._availability, day, self._holidays)
        rounded = self._rounded.get((clock, offset % GRANULE))
        if rounded is None:
            shift = offset % GRANULE
            united = _in_turn((start - shift, end - shift) for start, end in sorted(clock))
            rounded = tuple(
                (-(-a // GRANULE) * GRANULE + shift, b // GRANULE * GRANULE + shift) for a, b in united
            )
            rounded = tuple(span for span in rounded if span[0] < span[1])
            self._rounded[clock, shift] = rounded
        midnight = (ordinal - EPOCH) * 1440 - offset
        return tuple([(midnight + start, midnight + end) for start, end in rounded])

    def _busy_from(self, start: int, end: int) -> Spans:
        """Return the busy intervals that may touch a stretch of time, out of years of them."""
        first = bisect_right(self._busy_ends, start)
        return self._busy[first : bisect_left(self._busy, (end,), first)]

    def moment(self, ordinal: int, minute: int) -> int:
        """Return the minute since the epoch of a local clock time, given in minutes after midnight."""
        naive = (ordinal - EPOCH) * 1440 + minute
        return naive - self._offset(ordinal, minute)

    def _raw(self, ordinal: int) -> Spans:
        day = date.fromordinal(ordinal)
        clock = () if day in self._time_off else day_windows(self._availability, day, self._holidays)
        if day in self._extra:
            clock = _united((*clock, *self._extra[day]))
        return _in_turn(
            (self.moment(ordinal, start), self.moment(ordinal, end)) for start, end in sorted(clock)
        )

    def _steady_offset(self, ordinal: int) -> int | None:
        """Return the offset of a day in whose week the clock does not change; None for other days."""
        monday = ordinal - (ordinal - 1) % 7
        if monday not in self._steady:
            offset = self._midnight_offset(monday)
            self._steady[monday] = offset if offset == self._midnight_offset(monday + 9) else None
        return self._steady[monday]

    def _offset(self, ordinal: int, minute: int) -> int:
        """Return the offset from UTC in minutes; days on which the clock does not change need one look-up."""
        today = self._midnight_offset(ordinal)
        if today == self._midnight_offset(ordinal + 2) and abs(minute) < 2880:
            return today
        local = datetime.combine(date.fromordinal(ordinal), datetime.min.time()) + timedelta(minutes=minute)
        return _minutes(local.replace(tzinfo=self._zone).utcoffset())

    def _midnight_offset(self, ordinal: int) -> int:
        known = self._offsets.get(ordinal)
        if known is None:
            day = date.fromordinal(ordinal)
            known = _minutes(datetime(day.year, day.month, day.day, tzinfo=self._zone).utcoffset())
            self._offsets[ordinal] = known
        return known


def _in_turn(spans: Iterable[tuple[int, int]]) -> Spans:
    """Return spans, the later of two that overlap cut; what is left empty falls out."""
    kept: list[tuple[int, int]] = []
    last = -(10**12)
    for start, end in spans:
        begin = max(last, start)
        if begin < end:
            kept.append((begin, end))
            last = end
    return tuple(kept)


def without(spans: Spans, busy: Sequence[tuple[int, int]]) -> Spans:
    """Return the spans less the busy intervals, which are in order."""
    if not busy:
        return spans
    free = []
    for start, end in spans:
        at = start
        for busy_start, busy_end in busy:
            if busy_end <= at or busy_start >= end:
                continue
            if at < busy_start:
                free.append((at, busy_start))
            at = max(at, busy_end)
        if at < end:
            free.append((at, end))
    return tuple(free)


def _united(spans: Iterable[tuple[int, int]]) -> Spans:
    """Make one of windows or intervals that overlap or touch; return them in order."""
    united: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(united[-1][1], end))
        else:
            united.append((start, end))
    return tuple(united)


def _all_windows(availability: Availability) -> list[tuple[int, int]]:
    patterns = [availability.pattern, *(availability.rotation.weeks if availability.rotation else ())]
    habits = [w for p in patterns for w in (p.weekday, p.day_off, *(own for _, own in p.days))]
    return [span for windows in (*habits, *(e.windows for e in availability.exceptions)) for span in windows]


def _minutes(offset: timedelta | None) -> int:
    return int(offset.total_seconds()) // 60 if offset is not None else 0
