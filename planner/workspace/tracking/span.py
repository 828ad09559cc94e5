"""How long it was: when a timer's study began and ended, and the days to which its minutes belong.

Invariant: it never ends in a time that has not come, and a stretch that cannot be true is refused with what to do.
"""

from datetime import date

from planner.learner.days_of_time import minutes_by_day
from planner.learner.windows import FreeTime
from planner.problems import fail
from planner.records import dataclass
from planner.text.messages import KeyOf, Message, Minutes, either, msg
from planner.workspace.opening import Opened
from planner.workspace.tracking.log import DAY
from planner.workspace.tracking.timer import Running, is_too_long, say_start

MINUTE = 60
_DISCARD = KeyOf("discard")
At = tuple[date | None, int]


@dataclass(frozen=True, slots=True)
class Stop:
    """How a timer is stopped: `took` is how many minutes it really was, `at` when it ended, as a clock time in minutes.

    With neither it ends now. `discard` logs nothing; `done` says that the module is finished.
    """

    took: int | None = None
    at: At | None = None
    discard: bool = False
    note: str = ""
    done: bool = False


NOW = Stop()


def refusal(opened: Opened, each: Running) -> Message:
    """Say why a timer is not stopped without an answer, and what to do."""
    when = say_start(each, opened.now.date(), opened.language)
    if each.ahead:
        return either(
            msg(
                "{module}: the timer was started at {when}, which is later than now. Say how long it was: "
                "planner stop --took 1h30m, or planner stop --discard",
                module=each.title,
                when=when,
            ),
            msg(
                "{module}: the timer was started at {when}, which is later than now. Say how long it was, "
                "or {discard} discards it",
                module=each.title,
                when=when,
                discard=_DISCARD,
            ),
        )
    return either(
        msg(
            "{module}: the timer has been running since {when}, for {time}. Say how long it really was: "
            "planner stop --took 1h30m, or planner stop --discard",
            module=each.title,
            when=when,
            time=Minutes(each.minutes),
        ),
        msg(
            "{module}: the timer has been running since {when}, for {time}. Say how long it really was, "
            "or {discard} discards it",
            module=each.title,
            when=when,
            time=Minutes(each.minutes),
            discard=_DISCARD,
        ),
    )


def in_doubt(opened: Opened, each: Running, end: int | None = None) -> bool:
    """Tell whether only the learner knows how long a timer really was that ended now, or then."""
    if end is None:
        return each.doubtful
    return each.timer.left or is_too_long(opened, (end - each.timer.began) // MINUTE)


def span(opened: Opened, each: Running, how: Stop, then: int | None = None) -> tuple[int, int]:
    """Return when the study began and ended, in seconds since the epoch: now, `then`, or as `how` says.

    Raises `DataError` where that is in doubt or cannot be.
    """
    began = each.timer.began
    if how.discard:
        return began, began
    if how.took is not None:
        if how.took > DAY:
            raise fail(msg("{time} is more than a day: give a shorter length", time=Minutes(how.took)))
        end = min(began + how.took * MINUTE, _horizon(opened))
        return end - how.took * MINUTE, end
    if how.at is not None:
        end = _end_at(opened, each, how.at)
    elif in_doubt(opened, each, then):
        raise fail(refusal(opened, each))
    else:
        end = now_of(opened) if then is None else then
    if end < began - MINUTE:
        raise fail(
            msg(
                "{module}: its timer was started later than that, at {when}: give a later time",
                module=each.title,
                when=say_start(each, opened.now.date(), opened.language),
            )
        )
    if end - began > DAY * MINUTE:
        raise fail(refusal(opened, each))
    return began, max(began, end)


def days_of(opened: Opened, begin: int, minutes: int) -> tuple[tuple[date, int], ...]:
    """Return the days of a stretch of so many minutes; refuses what a day does not hold."""
    first = (begin + MINUTE // 2) // MINUTE
    days = minutes_by_day(_free_time(opened), first, first + minutes)
    for day, part in days:
        logged = sum(entry.minutes for entry in opened.shown.logs if entry.day == day)
        if part + logged > DAY:
            raise fail(_more_than_a_day(day, Minutes(part), Minutes(logged)))
    return days


def _more_than_a_day(day: date, minutes: Minutes, logged: Minutes) -> Message:
    return either(
        msg(
            "{minutes} on {day} is more than a day holds; {logged} are logged there already. "
            "Say how long it was: planner stop --took 1h30m, or planner stop --discard",
            minutes=minutes,
            day=day.isoformat(),
            logged=logged,
        ),
        msg(
            "{minutes} on {day} is more than a day holds; {logged} are logged there already. "
            "Say how long it was, or {discard} discards it",
            minutes=minutes,
            day=day.isoformat(),
            logged=logged,
            discard=_DISCARD,
        ),
    )


def check_stop(opened: Opened, each: Running, how: Stop) -> None:
    """Raise what stopping a timer so would raise."""
    begin, end = span(opened, each, how)
    days_of(opened, begin, whole_minutes(begin, end))


def whole_minutes(begin: int, end: int) -> int:
    """Return a length in whole minutes, halves rounded up; nothing for less than one."""
    return (end - begin + MINUTE // 2) // MINUTE if end - begin >= MINUTE else 0


def now_of(opened: Opened) -> int:
    """Return now, in seconds since the epoch."""
    return int(opened.now.timestamp())


def moment(opened: Opened, at: At) -> int:
    """Return the moment of a clock time, today unless it names a day; refuses what has not come."""
    day = at[0] or opened.now.date()
    found = _free_time(opened).moment(day.toordinal(), at[1]) * MINUTE
    if found > _horizon(opened):
        raise fail(
            msg(
                "{clock} has not come yet: give an earlier time, with its day where that is not today, as in {example}",
                clock=f"{at[1] // 60:02}:{at[1] % 60:02}",
                example="2026-12-01T20:00",
            )
        )
    return max(0, found)


def _end_at(opened: Opened, each: Running, at: At) -> int:
    """Return when a timer ended: without a day, the first such clock time after it was started."""
    if at[0] is not None or each.ahead:
        return moment(opened, at)
    first, free = each.started.date(), _free_time(opened)
    next_day = free.moment(first.toordinal() + 1, at[1]) * MINUTE
    same_day = free.moment(first.toordinal(), at[1]) * MINUTE
    later = same_day < each.timer.began - MINUTE and next_day <= _horizon(opened)
    return next_day if later else moment(opened, (first, at[1]))


def _horizon(opened: Opened) -> int:
    """Return the last moment that has come: now; with `--today`, whose clock stands still, the end of that day."""
    if opened.context.today is None:
        return now_of(opened)
    return _free_time(opened).moment(opened.context.today.toordinal() + 1, 0) * MINUTE


def _free_time(opened: Opened) -> FreeTime:
    """Return the windows, those of skipped sessions included: a night still belongs to its evening."""
    profile, shown = opened.profile, opened.shown
    extra = [(each.day, each.start, each.end) for each in shown.extra]
    return FreeTime(profile.availability, profile.timezone, shown.time_off, extra=extra)
