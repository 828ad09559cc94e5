"""What now: today's sessions, the week so far, the next milestones, and the verdict in one sentence."""

from datetime import date, timedelta

from planner.journal.model import Session
from planner.learner.windows import monday
from planner.records import dataclass
from planner.text.messages import Message
from planner.workspace.checkin.days import checkin_due, next_checkin
from planner.workspace.opening import Opened
from planner.workspace.tracking.timer import Running, running
from planner.workspace.views.history import sessions_between
from planner.workspace.views.milestones import MilestoneRow, milestone_rows
from planner.workspace.views.sessions import SessionView, view_session
from planner.workspace.views.studied import Studied, studied_on

_LATER, _MILESTONES = 3, 6
Weekly = tuple[date, int, int]


@dataclass(frozen=True, slots=True)
class WeekSummary:
    """The week of today, in minutes: `days` are (studied, planned) from Monday on; buffers are not planned time.

    `studied` also counts what the week's check-in reported, which belongs to no day.
    """

    monday: date
    studied: int
    planned: int
    days: tuple[tuple[int, int], ...]
    buffer_left: int

    @property
    def studied_days(self) -> tuple[int, ...]:
        """Minutes logged on each day."""
        return tuple(studied for studied, _ in self.days)

    @property
    def planned_days(self) -> tuple[int, ...]:
        """Minutes planned on each day."""
        return tuple(planned for _, planned in self.days)


@dataclass(frozen=True, slots=True)
class TodayView:
    """The answer to "what now?". `now` is the session that runs or comes next today; lengths are minutes.

    `timers` are those that run, the one started last at the end; `studied` is what was logged today, by module.
    """

    day: date
    now: SessionView | None
    today: tuple[SessionView, ...]
    later: tuple[SessionView, ...]
    week: WeekSummary
    milestones: tuple[MilestoneRow, ...]
    sentence: Message
    done_minutes: int
    effort_minutes: int
    checkin_due: bool
    checkin_day: date
    stale: tuple[Message, ...]
    burn_up: tuple[Weekly, ...]
    timers: tuple[Running, ...] = ()
    studied: Studied = ()


def today_view(opened: Opened) -> TodayView:
    """Return what the home screen and `planner today` show."""
    day, plan = opened.now.date(), opened.plan
    today = sessions_between(opened, day, day)
    waiting = (view for view in today if _waits(opened, view))
    rows = [row for row in milestone_rows(opened) if not row.plan.reached]
    rows.sort(key=lambda row: -max(0, row.plan.lateness_days or 0))  # the latest first, else by due date
    return TodayView(
        day=day,
        now=next(waiting, None),
        today=today,
        later=_later(opened, day),
        week=week_summary(opened),
        milestones=tuple(rows[:_MILESTONES]),
        sentence=plan.verdict.sentence,
        done_minutes=plan.done,
        effort_minutes=plan.effort,
        checkin_due=checkin_due(opened),
        checkin_day=next_checkin(opened),
        stale=plan.stale,
        burn_up=burn_up(opened),
        timers=running(opened),
        studied=studied_on(opened, day),
    )


def week_summary(opened: Opened) -> WeekSummary:
    """Return the hours of today's week."""
    first = monday(opened.now.date())
    last = first + timedelta(days=6)
    now = int(opened.now.timestamp()) // 60
    studied, planned, reported, buffer = [0] * 7, [0] * 7, 0, 0
    for entry in opened.shown.logs:
        if entry.week == first and entry.day is None:
            reported += entry.minutes
        elif entry.week == first and entry.day is not None:
            studied[entry.day.weekday()] += entry.minutes
    for session in opened.timeline:
        if not first <= session.day <= last:
            continue
        if session.kind != "buffer":
            planned[session.day.weekday()] += session.minutes
        elif session.end > now:
            buffer += session.end - max(session.start, now)
    days = tuple(zip(studied, planned, strict=True))
    return WeekSummary(first, sum(studied) + reported, sum(planned), days, buffer)


def burn_up(opened: Opened) -> tuple[Weekly, ...]:
    """Return (Monday, minutes studied until its Sunday, minutes planned until then) from the first week to the last.

    Planned is what the plans in force said for the weeks that are over; from this week on it is what is studied by
    now and what is planned ahead, and never less than before. Studied stays level ahead of today.
    """
    this = monday(opened.now.date())
    now = int(opened.now.timestamp()) // 60
    studied: dict[date, int] = {}
    planned: dict[date, int] = {}
    for entry in opened.shown.logs:
        studied[entry.week] = studied.get(entry.week, 0) + entry.minutes
    for session in opened.timeline:
        week = monday(session.day)
        if session.kind == "study" and (week < this or session.end > now):
            planned[week] = planned.get(week, 0) + session.minutes
    if not studied and not planned:
        return ()
    return tuple(_running(studied, planned, this))


def _running(studied: dict[date, int], planned: dict[date, int], this: date) -> list[Weekly]:
    week, last = min([*studied, *planned]), max([*studied, *planned, this])
    done = promised = 0
    until_now = sum(minutes for monday_, minutes in studied.items() if monday_ <= this)
    ahead, points = until_now, []
    while week <= last:
        done += studied.get(week, 0)
        if week < this:
            promised += planned.get(week, 0)
        else:
            ahead += planned.get(week, 0)
            promised = max(promised, ahead)
        points.append((week, done, promised))
        week += timedelta(days=7)
    return points


def _waits(opened: Opened, view: SessionView) -> bool:
    """Tell whether a session is to be studied now or later."""
    ahead = view.session.kind != "buffer" and view.status in {"now", "planned"}
    return ahead and not over(opened, view.session)


def over(opened: Opened, session: Session) -> bool:
    """Tell whether a session of study is of a module that is finished."""
    return session.kind == "study" and session.module in opened.shown.done


def _later(opened: Opened, day: date) -> tuple[SessionView, ...]:
    ahead = [
        session
        for session in opened.timeline
        if session.day > day and session.kind != "buffer" and not over(opened, session)
    ]
    return tuple(view_session(opened, session, {}) for session in ahead[:_LATER])
