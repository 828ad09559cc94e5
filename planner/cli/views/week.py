"""A week as text: seven days with what is planned, what became of it, and days off."""

from planner.cli.views.page import GAP, Page, join
from planner.cli.views.today import span, topics
from planner.text.messages import Message, Minutes, msg
from planner.text.width import pad, width
from planner.workspace.opening import Opened
from planner.workspace.sessions import SessionView
from planner.workspace.week import DayView, WeekView

_STATUS: dict[str, tuple[str, Message]] = {
    "done": ("✓", msg("done")),
    "part": ("~", msg("in part")),
    "missed": ("x", msg("missed")),
    "now": (">", msg("now")),
    "planned": ("", msg("planned")),
}


def week_lines(page: Page, opened: Opened, view: WeekView) -> list[str]:
    """Return the week."""
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
    body = []
    for label, day in zip(labels, view.days, strict=True):
        body += _day(page, pad(label, column), day, is_today=day.day == today)
    empty = [] if any(day.sessions for day in view.days) else _empty(page)
    return join([page.accent(head)], body, empty)


def _day(page: Page, label: str, day: DayView, *, is_today: bool) -> list[str]:
    note = _note(page, day)
    shown = page.accent(label) if is_today else label
    if not day.sessions:
        return [(GAP + shown + GAP + page.heading(note)).rstrip()]
    cells = [_row(page, each) for each in day.sessions]
    indent = GAP + " " * width(label) + GAP
    rows = page.table(cells, "lr*l", indent=indent)
    first = GAP + shown + GAP + rows[0][len(indent) :]
    lines = [first, *rows[1:]]
    return [*lines, *([indent + page.heading(note)] if day.off or day.holiday else [])]


def _row(page: Page, view: SessionView) -> list[str]:
    told = topics(page, view)
    title = page.t(view.title)
    sign, word = _STATUS[view.status]
    state = f"{sign} {page.t(word)}" if sign else ""
    return [
        span(view),
        page.minutes(view.session.minutes),
        f"{title} · {told}" if told else title,
        state,
    ]


def _note(page: Page, day: DayView) -> str:
    if day.off:
        return page.t(msg("time off"))
    if day.holiday:
        return page.t(msg("public holiday"))
    return page.t(msg("free")) if day.windows else "·"


def _empty(page: Page) -> list[str]:
    return page.paragraph(
        page.t(
            msg(
                "Nothing is planned this week. The whole plan: planner plan; the next week: planner week --offset 1"
            )
        )
    )
