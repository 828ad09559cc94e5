"""One week: its days with their windows, sessions, time off and holidays."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from planner.learner.holidays import public_holidays
from planner.learner.windows import FreeTime, monday
from planner.problems import fail
from planner.text.messages import msg
from planner.workspace.opening import Opened
from planner.workspace.views.history import sessions_between
from planner.workspace.views.sessions import SessionView, local
from planner.workspace.views.studied import Studied, studied_besides

_FARTHEST = 52 * 20


@dataclass(frozen=True)
class DayView:
    """A day: free windows as local times, sessions in order, `off` on time off, `holiday` on a public holiday.

    `studied` is the minutes logged on the day, `besides` those of modules that have no session on it, by their titles;
    `skipped` are the local times of sessions that were skipped.
    """

    day: date
    windows: tuple[tuple[datetime, datetime], ...]
    sessions: tuple[SessionView, ...]
    off: bool
    holiday: bool
    studied: int = 0
    skipped: tuple[tuple[datetime, datetime], ...] = ()
    besides: Studied = ()


@dataclass(frozen=True)
class WeekView:
    """Seven days from a Monday; minutes of capacity, planned study, buffer, and studied (with the check-in's hours)."""

    first: date
    days: tuple[DayView, ...]
    capacity: int
    planned: int
    buffer: int
    studied: int


def week_view(opened: Opened, offset: int = 0) -> WeekView:
    """Return a week, counted from the present one."""
    if abs(offset) > _FARTHEST:
        raise fail(msg("{count} weeks away is too far: give at most {most}", count=offset, most=_FARTHEST))
    first = monday(opened.now.date()) + timedelta(days=7 * offset)
    profile = opened.profile
    extra = [(each.day, each.start, each.end) for each in opened.shown.extra]
    free = FreeTime(
        profile.availability, profile.timezone, opened.shown.time_off, opened.shown.skipped, extra
    )
    sessions = sessions_between(opened, first, first + timedelta(days=6))
    days = tuple(_day(opened, free, first + timedelta(days=n), sessions) for n in range(7))
    minutes = dict.fromkeys(("study", "review", "buffer"), 0)
    for view in sessions:
        minutes[view.session.kind] = minutes.get(view.session.kind, 0) + view.session.minutes
    cap = profile.availability.cap
    open_time = sum(int((end - start).total_seconds()) // 60 for day in days for start, end in day.windows)
    return WeekView(
        first=first,
        days=days,
        capacity=open_time if cap is None else min(open_time, cap),
        planned=minutes["study"] + minutes["review"],
        buffer=minutes["buffer"],
        studied=sum(entry.minutes for entry in opened.shown.logs if entry.week == first),
    )


def _day(opened: Opened, free: FreeTime, day: date, sessions: tuple[SessionView, ...]) -> DayView:
    availability = opened.profile.availability
    spans = free.windows(day.toordinal()) if day >= opened.profile.start else ()
    excepted = any(each.first <= day <= each.last and not each.windows for each in availability.exceptions)
    return DayView(
        day=day,
        windows=tuple((local(opened, start), local(opened, end)) for start, end in spans),
        sessions=tuple(view for view in sessions if view.session.day == day),
        off=day in opened.shown.time_off or excepted,
        holiday=day in public_holidays(availability.holidays)(day.year),
        studied=sum(entry.minutes for entry in opened.shown.logs if entry.day == day),
        skipped=_skipped(opened, day),
        besides=studied_besides(opened, day, (view.session for view in sessions)),
    )


def _skipped(opened: Opened, day: date) -> tuple[tuple[datetime, datetime], ...]:
    spans = ((local(opened, start), local(opened, end)) for start, end in sorted(set(opened.shown.skipped)))
    return tuple((start, end) for start, end in spans if start.date() == day)
