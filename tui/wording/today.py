"""Today's view in words: the sessions, the week, the way towards the target, and the sentence at the foot."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from planner.learner.windows import monday
from planner.problems import Problem
from planner.text.dates import month_name, say_clock, say_day, weekday_name
from planner.text.durations import say_minutes
from planner.text.languages import LocalText, joined
from planner.text.messages import KeyOf, Message, Minutes, Translator, msg
from planner.workspace.opening import Opened
from planner.workspace.views.sessions import SessionView
from planner.workspace.views.today import TodayView, WeekSummary

if TYPE_CHECKING:
    from planner.workspace.views.week import WeekView
from tui.widgets.agenda import AgendaDay, AgendaSession
from tui.widgets.burn_up import Towards
from tui.widgets.session_line import SessionLine
from tui.widgets.week_strip import Day, Week
from tui.wording.figures import hours, of_hours

EXACT = 10 * 60  # below that, every minute studied is seen


def aside(opened: Opened) -> tuple[str, ...]:
    """Say the day and the week of the plan: `Tue 9 Feb 2027 · week 11 of 52`; then the same without the year."""
    return tuple(_aside(opened, year=year) for year in (True, False))


def _aside(opened: Opened, *, year: bool) -> str:
    t, today = opened.t, opened.now.date()
    first = monday(opened.plan.start)
    week, weeks = ((monday(day) - first).days // 7 + 1 for day in (today, opened.plan.goal))
    said = say_day(today, t.language, year=year, weekday=True)
    if today < opened.plan.start:
        return t(msg("{day} · starts on {start}", day=said, start=opened.plan.start))
    if week > weeks:
        return said
    return t(msg("{day} · week {week} of {weeks}", day=said, week=week, weeks=weeks))


def session_line(
    view: SessionView,
    t: Translator,
    today: date,
    *,
    strong: bool = False,
    finished: bool = False,
    fresh: str = "",
) -> SessionLine:
    """Say one session; the strong one with its topics. `fresh` is the sign of one just moved."""
    near = (view.session.day - today).days < 7
    day = view.session.day
    named = weekday_name(day, t.language) if near else say_day(day, t.language, year=False)
    length = f"✓ {t(msg('finished'))}" if finished else _length(view, t)
    return SessionLine(
        id=view.session.id,
        when=f"{named} {say_clock(view.start)}",
        title=t(view.title),
        length=f"{fresh} {t(msg('moved'))}  {length}" if fresh else length,
        topics=_topics(view.topics, t),
        strong=strong,
        quiet=finished or view.status in {"done", "missed", "part"},
    )


def nothing_today(opened: Opened) -> Message:
    """Say why nothing is planned today, and the next key."""
    plan, today = opened.plan, opened.now.date()
    log = KeyOf("log")
    if not any(module.remaining for module in plan.modules):
        return msg("Nothing is left to study. {log} logs time all the same.", log=log)
    if today < plan.start:
        return msg("The plan begins on {day}. {log} logs time before, too.", day=plan.start, log=log)
    if today > plan.goal:
        return msg(
            "The plan ended on {day}. {replan} shows a new one.", day=plan.goal, replan=KeyOf("replan")
        )
    from planner.workspace.hand.days import is_off
    from planner.workspace.views.studied import studied_on

    studied = studied_on(opened, today)
    if studied:
        return msg(
            "{time} studied today: {modules}. Nothing more is planned; {log} logs more.",
            time=Minutes(sum(minutes for _, minutes in studied)),
            modules=joined([title for title, _ in studied]),
            log=log,
        )
    if is_off(opened, today):
        return msg("Today is off. {log} logs time all the same.", log=log)
    return msg("Nothing planned today. {log} logs time all the same.", log=log)


def _length(view: SessionView, t: Translator) -> str:
    length = say_minutes(view.session.minutes, t.language)
    if view.status == "done" and view.session.module is not None:
        return f"✓ {length}"
    if view.given:
        return t(of_hours(view.given, view.session.minutes))
    return length


def _topics(topics: Sequence[LocalText], t: Translator) -> str:
    return " · ".join(t(topic) for topic in topics)


def agenda_of(week: "WeekView", t: Translator, today: date) -> tuple[AgendaDay, ...]:
    """Say a week's days with their sessions."""
    return tuple(
        AgendaDay(
            name=say_day(each.day, t.language, year=False, weekday=True),
            sessions=tuple(
                AgendaSession(
                    say_clock(view.start),
                    t(view.title),
                    say_minutes(view.session.minutes, t.language),
                    done=view.status == "done" and view.session.module is not None,
                )
                for view in each.sessions
            )
            + tuple(
                AgendaSession("     ", t(title), say_minutes(minutes, t.language), done=True)
                for title, minutes in each.besides
            ),
            today=each.day == today,
            over=each.day < today,
            nothing=t(msg("off")) if each.off else "·",
        )
        for each in week.days
    )


def week_of(view: TodayView, t: Translator, today: date) -> Week:
    """Say this week."""
    week = view.week
    first = monday(today)
    days = tuple(
        Day(
            weekday_name(number, t.language),
            hours(studied) if studied else "·",
            today=number == (today - first).days,
            studied=studied > 0,
        )
        for number, (studied, _planned) in enumerate(week.days)
    )
    buffer = msg("{time} of buffer left", time=Minutes(week.buffer_left)) if week.buffer_left else None
    share = week.studied / week.planned if week.planned else float(week.studied > 0)
    return Week(share, _hours_of(week, t), days, t(buffer) if buffer else "")


def _hours_of(week: WeekSummary, t: Translator) -> str:
    if week.planned:
        return t(of_hours(week.studied, week.planned))
    return say_minutes(week.studied, t.language) if week.studied else t(msg("nothing planned"))


def towards_of(view: TodayView, t: Translator, today: date) -> Towards:
    """Say how far the work is."""
    effort = max(1, view.effort_minutes)
    percent = 100 * view.done_minutes // effort
    done = view.done_minutes if view.done_minutes < EXACT else view.done_minutes // 30 * 30
    figures = msg("{done}  {percent} %", done=Minutes(done), percent=percent)
    months = tuple(month_name(month, t.language) for month in range(1, 13))
    total = max([view.effort_minutes, *(planned for _, _, planned in view.burn_up)])
    share, points = view.done_minutes / effort, _points(view.burn_up, today)
    legend = (
        t(msg("studied")),
        t(msg("planned")),
        say_minutes(_whole_hours(view.effort_minutes), t.language),
    )
    return Towards(share, t(figures), points, today, total, months, view.effort_minutes, legend)


def _whole_hours(minutes: int) -> int:
    return round(minutes / 60) * 60


def _points(weeks: Sequence[tuple[date, int, int]], today: date) -> tuple[tuple[date, int, int], ...]:
    """Return the running totals at the beginning, at each week's end, and at today."""
    points: list[tuple[date, int, int]] = [(first, 0, 0) for first, _, _ in weeks[:1]]
    for week, studied, planned in weeks:
        end = week + timedelta(days=7)
        if week < today < end:
            before = points[-1][2]
            points.append((today, studied, before + (planned - before) * (today - week).days // 7))
        points.append((end, studied, planned))
    return tuple(points)


def target(view: TodayView) -> Message:
    """Say the heading of the way: `towards 800 h`."""
    return msg("towards {effort}", effort=Minutes(_whole_hours(view.effort_minutes)))


def judgement(view: TodayView, t: Translator, today: date, damage: Sequence[Problem] = ()) -> str:
    """Say the verdict as a friend would, and what is to be done about it; `damage` of the journal comes first."""
    said = [t(view.sentence)]
    if damage:
        from planner.workspace.mending.damage import in_brief

        said.insert(0, "\n".join(problem.text(t) for problem in in_brief(damage)) + "\n")
    if view.stale:
        said.append(t(msg("{why} {replan} shows a new plan.", why=view.stale[0], replan=KeyOf("replan"))))
    elif any((row.plan.lateness_days or 0) > 0 and not row.plan.overdue_record for row in view.milestones):
        keys = msg(
            "{replan} looks for a new plan, {whatif} shows what would help.",
            replan=KeyOf("replan"),
            whatif=KeyOf("whatif"),
        )
        said.append(t(keys))
    if view.checkin_due:
        said.append(t(msg("The check-in is due: {checkin}.", checkin=KeyOf("checkin"))))
    elif view.checkin_day is not None:
        said.append(t(msg("Check-in on {day}.", day=_near_day(view.checkin_day, today, t.language))))
    return (" " if t.language != "ja" else "").join(said)


def _near_day(day: date, today: date, language: str) -> str:
    if 0 < (day - today).days < 7:
        return say_day(day, language, year=False, weekday=True)
    return say_day(day, language, year=False)
