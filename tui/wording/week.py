"""A week in words: its days with strips and figures, its sessions with their states, and the sentences at the foot."""

from datetime import date, datetime, timedelta

from planner.learner.windows import monday
from planner.text.dates import say_clock, say_day, weekday_name
from planner.text.durations import say_minutes
from planner.text.languages import LocalText
from planner.text.messages import KeyOf, Message, Minutes, Translator, msg
from planner.workspace.opening import Opened
from planner.workspace.views.session_states import state_of_session
from planner.workspace.views.sessions import SessionView
from planner.workspace.views.today import over
from planner.workspace.views.week import DayView, WeekView
from tui.glyphs import Glyphs
from tui.widgets.day_strip import BUFFER, FREE, OVER, STUDY, Span
from tui.widgets.week_rows import DayRow, SessionRow
from tui.wording.days import say_days
from tui.wording.figures import hours, of_hours

_DAY = timedelta(days=1)
EARLIEST, LATEST = 6, 24


def hours_needed(week: WeekView) -> tuple[int, int]:
    """Return the hours that a week's strips have to show: 6 to 24, or more if windows or sessions need them."""
    spans = [span for day in week.days for span in _spans(day)]
    first = min([EARLIEST * 60, *(span.start for span in spans)])
    last = max([LATEST * 60, *(span.end for span in spans)])
    return first // 60, -(-last // 60)


def day_rows(
    week: WeekView, opened: Opened, glyphs: Glyphs, fresh: frozenset[str], t: Translator
) -> tuple[DayRow, ...]:
    """Say the days of a week with their sessions."""
    today, now = opened.now.date(), opened.now
    return tuple(
        DayRow(
            id=day.day.isoformat(),
            name=say_day(day.day, t.language, year=False, weekday=True),
            spans=_spans(day),
            now=_minute(day.day, now) if day.day == today else None,
            note=_note(day, today, t),
            sessions=_sessions(day, opened, glyphs, fresh, t),
            over=day.day < today,
        )
        for day in week.days
    )


def _spans(day: DayView) -> tuple[Span, ...]:
    free = [Span(_minute(day.day, start), _minute(day.day, end), FREE) for start, end in day.windows]
    held = [
        Span(_minute(day.day, view.start), _minute(day.day, view.end), _kind(view), view.session.id)
        for view in day.sessions
    ]
    return (*free, *held)


def _kind(view: SessionView) -> str:
    if view.session.kind == "buffer":
        return BUFFER
    return STUDY if view.status in {"now", "planned"} else OVER


def _minute(day: date, moment: datetime) -> int:
    """Return a moment in minutes after a day's midnight, as the clock on the wall counts them."""
    return (moment.date() - day).days * 1440 + moment.hour * 60 + moment.minute


def _note(day: DayView, today: date, t: Translator) -> str:
    """Say at a day's right how much is studied or planned, that it is free, and what makes it special."""
    planned = sum(view.session.minutes for view in day.sessions if view.session.kind != "buffer")
    said = []
    if day.day == today:
        said.append(t(msg("today")))
    if day.off:
        said.append(t(msg("time off")))
    if day.holiday:
        said.append(t(msg("public holiday")))
    if day.day < today or day.studied:
        if planned or day.studied:
            said.append(t(of_hours(day.studied, planned) if planned else _whole(day.studied)))
    elif planned:
        said.append(t(_whole(planned)))
    elif day.windows and not day.sessions:
        said.append(t(msg("free")))
    return " · ".join(said) or "·"


def _sessions(
    day: DayView, opened: Opened, glyphs: Glyphs, fresh: frozenset[str], t: Translator
) -> tuple[SessionRow, ...]:
    """Say a day's sessions, and between them the times that are kept free since theirs were skipped."""
    found = [(view.start, _session(view, opened, glyphs, fresh, t)) for view in day.sessions]
    found += [(start, _skipped(start, end, t)) for start, end in day.skipped if not day.off]
    ordered = (each for _, each in sorted(found, key=lambda pair: pair[0]))
    return (*ordered, *(_besides(title, minutes, glyphs, t) for title, minutes in day.besides))


def _besides(title: LocalText, minutes: int, glyphs: Glyphs, t: Translator) -> SessionRow:
    """Say what was studied on a day without a session of it."""
    return SessionRow(
        id="",
        clock=" " * len("20:00–22:00"),
        title=t(title),
        topics="",
        length=say_minutes(minutes, t.language),
        state=f"{glyphs.tick} {t(msg('studied'))}",
        over=True,
    )


def _skipped(start: datetime, end: datetime, t: Translator) -> SessionRow:
    return SessionRow(
        id="",
        clock=f"{say_clock(start)}–{say_clock(end)}",
        title=t(msg("kept free")),
        topics="",
        length=say_minutes(round((end - start).total_seconds()) // 60, t.language),
        state=f"– {t(msg('skipped'))}",
        over=True,
    )


def _session(
    view: SessionView, opened: Opened, glyphs: Glyphs, fresh: frozenset[str], t: Translator
) -> SessionRow:
    found = state_of_session(view) if view.session.kind != "buffer" else None
    finished = view.status in {"now", "planned"} and over(opened, view.session)
    if finished:
        found = ("✓", msg("finished"))
    sign, word = (found[0], t(found[1])) if found else ("", "")
    if view.status == "part" and found:
        word = f"{word} {say_minutes(view.given, t.language)}"
    return SessionRow(
        id=view.session.id,
        clock=f"{say_clock(view.start)}–{say_clock(view.end)}",
        title=t(view.title),
        topics=" · ".join(t(topic) for topic in view.topics),
        length=say_minutes(view.session.minutes, t.language),
        state=f"{glyphs.tick if sign == '✓' else sign} {word}".strip(),
        over=finished or view.session.kind == "buffer" or view.status in {"done", "part", "missed"},
        now=view.status == "now",
        fresh=f"{glyphs.fresh} {t(msg('moved'))}" if view.session.id in fresh else "",
    )


def week_title(week: WeekView, opened: Opened) -> str:
    """Say which week it is, and the hours studied of those planned: `8–14 Feb · 5 of 18 h · this week`."""
    t, last = opened.t, week.first + 6 * _DAY
    this = monday(opened.now.date())
    away = (week.first - this).days // 7
    near = {0: msg("this week"), 1: msg("next week"), -1: msg("the week before")}.get(away)
    parts = [say_days(week.first, last, t.language, year=last.year != opened.now.year)]
    if away > 0 and week.planned:
        parts.append(t(_whole(week.planned)))
    elif week.planned or week.studied:
        parts.append(t(of_hours(week.studied, week.planned)))
    if near is not None:
        parts.append(t(near))
    return " · ".join(parts)


def _whole(minutes: int) -> Message:
    """Say a length in hours, as the parts of a whole are said on other days."""
    return msg("{hours} h", hours=hours(minutes))


def week_sentence(week: WeekView, opened: Opened, t: Translator) -> str:
    """Say how much of the week's plan is studied, and what is left of its buffer; or that nothing is planned."""
    this = monday(opened.now.date())
    if not week.planned and not week.studied and week.first < monday(opened.profile.start):
        return t(msg("The plan begins on {day}.", day=opened.profile.start))
    if not week.planned and not week.studied:
        return t(
            msg(
                "Nothing is planned in this week. {after} shows the next one, {today} today's.",
                after=KeyOf("week_after"),
                today=KeyOf("this_week"),
            )
        )
    if week.first > this:
        said = msg("{planned} h are planned in this week.", planned=hours(week.planned))
    else:
        said = msg(
            "{done} of {planned} h of this week are studied.",
            done=hours(week.studied),
            planned=hours(week.planned),
        )
    kept = msg("{time} of it stay free as buffer.", time=Minutes(week.buffer)) if week.buffer else None
    return _joined([said, *([kept] if kept and week.first >= this else [])], t)


def day_sentence(day: DayView, week: WeekView, opened: Opened, t: Translator) -> str:
    """Say about a day what it is and what can be done with it, and then the week."""
    name = say_day(day.day, t.language, year=False, weekday=True)
    ahead = day.day >= opened.now.date()
    if day.off and ahead:
        said = [msg("{day} is off: {off} gives it back.", day=name, off=KeyOf("off"))]
    elif not day.windows and ahead:
        said = [msg("{day} has no time to study: {extra} adds some.", day=name, extra=KeyOf("extra"))]
    elif ahead and not day.sessions:
        said = [msg("{day} is free: {windows}.", day=name, windows=_windows(day))]
    else:
        said = []
    return _space(t).join(filter(None, (_joined(said, t), week_sentence(week, opened, t))))


def _windows(day: DayView) -> str:
    return ", ".join(f"{say_clock(start)}–{say_clock(end)}" for start, end in day.windows)


def session_sentence(view: SessionView, opened: Opened, t: Translator) -> str:
    """Say about a session what it is about, and how far its module is."""
    if view.session.kind == "buffer":
        return t(msg("Buffer: it stays free for catching up, and goes first when something takes longer."))
    topics = t(msg(", ")).join(t(topic) for topic in view.topics)
    about = (
        msg("{title}: {topics}.", title=view.title, topics=topics)
        if topics
        else msg("{title}.", title=view.title)
    )
    plan = next((each for each in opened.plan.modules if each.id == view.session.module), None)
    far = msg("{hours} studied.", hours=of_hours(plan.done, plan.effort)) if plan else None
    return _joined([about, *([far] if far else [])], t)


def usual_window(day: DayView) -> str:
    """Return the window that a form for extra time begins with."""
    if not day.windows:
        return "20:00-22:00"
    end = day.windows[-1][1]
    return f"{say_clock(end)}-{say_clock(end + timedelta(hours=1))}"


def moment_of(view: SessionView, language: str) -> str:
    """Write a session's beginning as the form for moving reads it: `Thu 20:00`."""
    return f"{weekday_name(view.start.date(), language)} {say_clock(view.start)}"


def _joined(said: list[Message], t: Translator) -> str:
    return _space(t).join(t(each) for each in said)


def _space(t: Translator) -> str:
    return "" if t.language == "ja" else " "
