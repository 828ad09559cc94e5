"""When the learner can study, as sets of quarters of an hour: the text of DESIGN.md, word by word.

Invariant: a slot is the epoch minute at which a quarter begins; each slot belongs to one day at most.
"""

from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from functools import cache
from zoneinfo import ZoneInfo

from planner.journal.model import Progress
from planner.learner.model import Profile

QUARTER = 15
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def up(minutes) -> int:
    """Round up to the granule."""
    return -(-Fraction(minutes) // QUARTER) * QUARTER


def down(minutes) -> int:
    """Round down to the granule."""
    return int(Fraction(minutes) // QUARTER * QUARTER)


def epoch_minutes(moment: datetime) -> Fraction:
    return Fraction((moment - EPOCH) / timedelta(microseconds=1)) / 60_000_000


def at_local(day: date, minute: int, zone: ZoneInfo) -> int:
    """The epoch minute of a clock time: the first of two, and a missing one with the offset before the jump."""
    wall = datetime.combine(day + timedelta(days=minute // 1440), time(minute // 60 % 24, minute % 60))
    offset = wall.replace(tzinfo=zone, fold=0).utcoffset()
    return int(epoch_minutes((wall - offset).replace(tzinfo=UTC)))


@cache
def public_holidays(country: str, year: int) -> frozenset[date]:
    import holidays

    return frozenset(holidays.country_holidays(country, years=[year])) if country else frozenset()


def united(windows):
    """Windows that overlap or touch are one, when time was added to a day."""
    minutes = {minute for begin, end in windows for minute in range(begin, end)}
    begins = sorted(minute for minute in minutes if minute - 1 not in minutes)
    ends = sorted(minute + 1 for minute in minutes if minute + 1 not in minutes)
    return list(zip(begins, ends, strict=True))


class Calendar:
    """Free time of one learner from `now` on (from the start, if that is later)."""

    def __init__(self, profile: Profile, progress: Progress, now: datetime, busy=()):
        self.profile, self.progress, self.busy = profile, progress, busy
        self.zone = ZoneInfo(profile.timezone)
        self.now = epoch_minutes(now)
        self.today = now.astimezone(self.zone).date()
        self.first = max(profile.start, self.today - timedelta(days=1))
        self._slots: dict[date, tuple[int, ...]] = {}
        self._before = {monday(self.first): 0}
        self._reached = monday(self.first)

    def windows(self, day: date):
        """The clock windows of a day, before anything is taken away."""
        habits = self.profile.availability
        for exception in habits.exceptions:
            if exception.first <= day <= exception.last:
                return exception.windows
        pattern = habits.pattern
        if habits.rotation:
            turns = (monday(day) - monday(habits.rotation.start)).days // 7
            pattern = habits.rotation.weeks[turns % len(habits.rotation.weeks)]
        if day in public_holidays(habits.holidays, day.year):
            return pattern.day_off
        own = dict(habits.pattern.days) | dict(pattern.days)
        if day.weekday() in own:
            return own[day.weekday()]
        return pattern.day_off if day.weekday() >= 5 else pattern.weekday

    @cache  # noqa: B019 - a calendar lives as long as one check
    def opened(self, day: date) -> list[int]:
        """All quarters inside the day's windows, past ones included."""
        usual = () if day in self.progress.time_off else self.windows(day)
        extra = [(each.start, each.end) for each in self.progress.extra if each.day == day]
        found: set[int] = set()
        whole = united([*usual, *extra]) if extra else usual
        for begin, end in whole:
            start, stop = at_local(day, begin, self.zone), at_local(day, end, self.zone)
            found |= {slot for slot in range(up(start), stop, QUARTER) if slot + QUARTER <= stop}
        return sorted(found)

    def slots(self, day: date) -> tuple[int, ...]:
        """The quarters of a day that are free now: not last night's, not busy or skipped, not studied, not past."""
        if day < self.profile.start:
            return ()
        if day not in self._slots:
            night = set(self.opened(day - timedelta(days=1)))
            mine = [slot for slot in self.opened(day) if slot not in night and not self.is_busy(slot)]
            studied = sum(entry.minutes for entry in self.progress.logs if entry.day == day)
            mine = mine[up(studied) // QUARTER :]
            self._slots[day] = tuple(slot for slot in mine if slot >= self.now)
        return self._slots[day]

    def is_busy(self, slot: int) -> bool:
        return any(
            begin < slot + QUARTER and slot < end for begin, end in (*self.busy, *self.progress.skipped)
        )

    def day_capacity(self, day: date) -> int:
        return len(self.slots(day)) * QUARTER

    def cap_left(self, week: date) -> int | None:
        """What the weekly cap leaves, in whole quarters; None without a cap."""
        cap = self.profile.availability.cap
        if cap is None:
            return None
        return max(0, down(cap - sum(entry.minutes for entry in self.progress.logs if entry.week == week)))

    def week_capacity(self, week: date, until: date | None = None) -> int:
        """Minutes of a week's remaining windows (to the day `until`), under the cap, buffer included."""
        days = [week + timedelta(days=n) for n in range(7)]
        total = sum(self.day_capacity(day) for day in days if until is None or day <= until)
        cap = self.cap_left(week)
        return total if cap is None else min(total, cap)

    def capacity(self, until: date) -> int:
        """Minutes from now to the end of a day."""
        if until < self.first:
            return 0
        while self._reached < monday(until):
            week, self._reached = self._reached, self._reached + timedelta(days=7)
            self._before[self._reached] = self._before[week] + self.week_capacity(week)
        return self._before[monday(until)] + self.week_capacity(monday(until), until)
