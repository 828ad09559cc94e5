"""Today as text: what now, what then, how the week goes, what comes next, and the verdict."""

from collections.abc import Sequence

from planner.cli.views.page import GAP, Page, join
from planner.cli.views.states import painted, state_word
from planner.cli.views.timer import timer_lines
from planner.cli.views.verdict import stale_lines
from planner.text.dates import say_clock, weekday_name
from planner.text.messages import Minutes, msg
from planner.text.width import width
from planner.workspace.opening import Opened
from planner.workspace.views.milestones import MilestoneRow
from planner.workspace.views.sessions import SessionView
from planner.workspace.views.today import TodayView, WeekSummary

SHOWN = 3


def today_lines(page: Page, opened: Opened, view: TodayView) -> list[str]:
    """Return the day."""
    t = page.t
    return join(
        _head(page, opened),
        timer_lines(page, opened),
        _now(page, view),
        _then(page, opened, view),
        _week(page, view.week),
        _milestones(page, opened, view.milestones[:SHOWN]),
        [*page.paragraph(_closing(page, view)), *stale_lines(page, opened.plan)],
        _beginning(page, opened) if not view.today and not view.later else [],
        page.paragraph(t(msg("The check-in is due: planner checkin"))) if view.checkin_due else [],
    )


def span(view: SessionView) -> str:
    """Return a session's clock times: `20:00–22:00`."""
    return f"{say_clock(view.start)}–{say_clock(view.end)}"


def topics(page: Page, view: SessionView) -> str:
    """Return a session's topics in one line."""
    return " · ".join(page.t(topic) for topic in view.topics)


def _head(page: Page, opened: Opened) -> list[str]:
    today = opened.now.date()
    return [
        page.accent(page.day(today, weekday=True)) + GAP + page.heading(page.t(opened.curriculum.title)),
    ]


def _now(page: Page, view: TodayView) -> list[str]:
    t = page.t
    if view.now is None:
        return [page.heading(t(msg("now"))), GAP + t(msg("Nothing more today.")), *_studied(page, view)]
    running = view.now.status == "now"
    label = t(msg("now")) if running else t(msg("next today"))
    row = [span(view.now), t(view.now.title), page.minutes(view.now.session.minutes)]
    [line] = page.table([row], "l*r")
    indent = GAP + " " * (width(row[0]) + len(GAP))
    told = topics(page, view.now)
    return [
        page.heading(label),
        page.accent(line),
        *(page.paragraph(told, indent) if told else []),
    ]


def _studied(page: Page, view: TodayView) -> list[str]:
    """Say what was studied today."""
    rows = [["✓", page.t(title), page.minutes(minutes)] for title, minutes in view.studied]
    return page.table(rows, "l*r") if rows else []


def _then(page: Page, opened: Opened, view: TodayView) -> list[str]:
    today = opened.now.date()
    ahead = (each for each in view.today if each.start >= opened.now and each.status != "done")
    rest = [each for each in ahead if each is not view.now]
    views = [each for each in [*rest, *view.later] if view.now is None or each.session != view.now.session]
    if not views:
        return []
    rows = []
    for each in views[: SHOWN + 1]:
        day = page.day(each.session.day, year=False, weekday=True)
        when = page.t(msg("today")) if each.session.day == today else day
        rows.append([when, span(each), page.t(each.title), page.minutes(each.session.minutes)])
    return [page.heading(page.t(msg("then"))), *page.table(rows, "ll*r")]


def _week(page: Page, week: WeekSummary) -> list[str]:
    t = page.t
    days = [
        f"{weekday_name(number, page.language)} {page.minutes(studied) if studied else '·'}"
        for number, (studied, _) in enumerate(week.days)
    ]
    lines = [
        page.heading(t(msg("this week")))
        + GAP
        + t(msg("{studied} of {planned}", studied=Minutes(week.studied), planned=Minutes(week.planned))),
        GAP + bar(page, week.studied, week.planned, 36),
        *page.paragraph(GAP.join(days), GAP),
    ]
    if week.buffer_left:
        lines.append(GAP + t(msg("{minutes} of buffer left", minutes=Minutes(week.buffer_left))))
    return lines


def bar(page: Page, part: int, whole: int, columns: int) -> str:
    """Return a bar that is filled as far as `part` of `whole`."""
    filled = min(columns, columns * part // whole) if whole > 0 else 0
    return page.paint("█" * filled, bold=True) + page.heading("░" * (columns - filled))


def _milestones(page: Page, opened: Opened, rows: Sequence[MilestoneRow]) -> list[str]:
    if not rows:
        return []
    today, t = opened.now.date(), page.t
    cells = [
        [
            t(row.milestone.title),
            page.near(row.plan.due, today),
            "" if row.plan.unrecorded else t(msg("slack")),
            "" if row.plan.unrecorded else page.minutes(row.plan.slack),
            state_word(page, row.plan),
        ]
        for row in rows
    ]
    lines = page.table(cells, "*rlrl")
    return [
        page.heading(t(msg("milestones"))),
        *(painted(page, cell[-1], line) for cell, line in zip(cells, lines, strict=True)),
    ]


def _closing(page: Page, view: TodayView) -> str:
    done = page.t(
        msg(
            "{done} of {effort} done.",
            done=Minutes(view.done_minutes),
            effort=Minutes(view.effort_minutes),
        )
    )
    return page.sentences(page.t(view.sentence), done)


def _beginning(page: Page, opened: Opened) -> list[str]:
    if opened.plan.sessions:
        return []
    return page.paragraph(page.t(msg("No session is planned. Make a new plan: planner replan")))
