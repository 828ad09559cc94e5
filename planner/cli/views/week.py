"""A week as text: seven days with what is planned, what became of it, and days off."""

from planner.cli.views.page import GAP, Page, join
from planner.cli.views.today import span, topics
from planner.text.languages import LocalText
from planner.text.messages import Minutes, msg
from planner.text.width import pad, width
from planner.workspace.opening import Opened
from planner.workspace.views.session_states import state_of_session
from planner.workspace.views.sessions import SessionView
from planner.workspace.views.week import DayView, WeekView


def week_lines(page: Page, opened: Opened, view: WeekView, *, ids: bool = False) -> list[str]:
    """Return the week; `ids` shows what commands call the sessions."""
    today = opened.now.date()
    labels = [page.day(day.day, year=False, weekday=True) for day in view.days]
    column = max(map(width, labels))
    head = page.t(
        msg(
            "Week of {day}: {planned} planned, {studied} studied",
            day=view.first,
            planned=Minutes(view.planned),
            studied=Minutes(view.studied),
        )
    )
    indent = GAP + " " * column + GAP
    views = [each for day in view.days for each in day.sessions]
    cells = [
        row
        for day in view.days
        for row in (
            *([*_row(page, each), *([each.session.id] if ids else [])] for each in day.sessions),
            *([*_besides(page, title, minutes), *([""] if ids else [])] for title, minutes in day.besides),
        )
    ]
    rows = iter(page.table(cells, "lr*ll" if ids else "lr*l", indent=indent))
    body = []
    for label, day in zip(labels, view.days, strict=True):
        shown = page.accent(pad(label, column)) if day.day == today else pad(label, column)
        lines = [next(rows)[len(indent) :] for _ in (*day.sessions, *day.besides)]
        note = _note(page, day)
        if note and (not lines or day.off or day.holiday):
            lines.append(page.heading(note))
        first, *rest = lines or [""]
        body += [(GAP + shown + GAP + first).rstrip(), *(indent + line for line in rest)]
    return join([page.accent(head)], body, [] if views else _empty(page, opened))


def _row(page: Page, view: SessionView) -> list[str]:
    told = topics(page, view)
    title = page.t(view.title)
    found = state_of_session(view)
    state = f"{found[0]} {page.t(found[1])}" if found else ""
    return [
        span(view),
        page.minutes(view.session.minutes),
        f"{title} · {told}" if told else title,
        state,
    ]


def _besides(page: Page, title: LocalText, minutes: int) -> list[str]:
    """Say what was studied on a day without a session of it."""
    return ["", page.minutes(minutes), page.t(title), f"✓ {page.t(msg('studied'))}"]


def _note(page: Page, day: DayView) -> str:
    if day.off:
        return page.t(msg("time off"))
    if day.holiday:
        return page.t(msg("public holiday"))
    return page.t(msg("free")) if day.windows else "·"


def _empty(page: Page, opened: Opened) -> list[str]:
    if opened.now.date() < opened.profile.start:
        begins = msg("The plan begins on {day}. The whole plan: planner plan", day=opened.profile.start)
        return page.paragraph(page.t(begins))
    return page.paragraph(
        page.t(
            msg(
                "Nothing is planned this week. The whole plan: planner plan; the next week: planner week --offset 1"
            )
        )
    )
