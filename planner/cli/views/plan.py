"""The plan as text: the verdict, the weeks with their modules, the milestones."""

from collections.abc import Mapping, Sequence
from datetime import date

from planner.cli.views.page import GAP, Page, join
from planner.cli.views.states import painted, state_word
from planner.cli.views.verdict import verdict_lines
from planner.learner.windows import monday
from planner.schedule.model import MilestonePlan, Plan, WeekPlan
from planner.text.languages import LocalText
from planner.text.messages import msg, msg_n
from planner.text.width import pad, width

Titles = Mapping[str, LocalText]
_NONE: Mapping[date, int] = {}


def plan_lines(page: Page, plan: Plan, titles: Titles) -> list[str]:
    """Return the whole plan."""
    return join(
        verdict_lines(page, plan),
        weeks_lines(page, plan.weeks, titles, _reviews(plan)),
        milestone_lines(page, plan.milestones, titles),
    )


def _reviews(plan: Plan) -> Mapping[date, int]:
    """Return the minutes of reviews by their week's Monday."""
    minutes: dict[date, int] = {}
    for session in plan.sessions:
        if session.kind == "review":
            week = monday(session.day)
            minutes[week] = minutes.get(week, 0) + session.minutes
    return minutes


def weeks_lines(
    page: Page, weeks: Sequence[WeekPlan], titles: Titles, reviews: Mapping[date, int] = _NONE
) -> list[str]:
    """Return a line for each week: its Monday, hours of study, modules and reviews with theirs; the year when new."""
    if not weeks:
        return page.paragraph(page.t(msg("Nothing left to plan.")))
    days = [page.day(week.start, year=False) for week in weeks]
    years = [week.start.year for week in weeks]
    sums = [page.minutes(sum(week.minutes.values())) for week in weeks]
    day_width, sum_width = max(map(width, days)), max(map(width, sums))
    head = page.t(msg_n("{count} week", "{count} weeks", len(weeks)))
    lines = []
    for number, week in enumerate(weeks):
        if number == 0 or years[number] != years[number - 1]:
            year = f"{years[number]}年" if page.language == "ja" else str(years[number])
            lines.append(page.heading(page.t(msg(", ")).join([head, year] if number == 0 else [year])))
        label = GAP + pad(days[number], day_width, right=True) + GAP
        label += pad(sums[number], sum_width, right=True) + GAP
        lines += page.packed(label, _modules(page, week, titles, reviews.get(week.start, 0)))
    return lines


def _modules(page: Page, week: WeekPlan, titles: Titles, reviews: int) -> list[str]:
    parts = [
        f"{page.t(titles[name]) if name in titles else name} {page.minutes(minutes)}"
        for name, minutes in week.minutes.items()
    ]
    if reviews:
        parts.append(f"{page.t(msg('reviews'))} {page.minutes(reviews)}")
    return parts or [page.t(msg("free"))]


def milestone_lines(page: Page, milestones: Sequence[MilestonePlan], titles: Titles) -> list[str]:
    """Return the milestones by due date, with due, expected, slack and state."""
    t = page.t
    if not milestones:
        return []
    rows = [[t(msg("milestones")), t(msg("due")), t(msg("expected")), t(msg("slack")), ""]]
    ordered = sorted(milestones, key=lambda each: (each.due, each.id))
    rows += [
        [
            t(titles[each.id]) if each.id in titles else each.id,
            page.day(each.due),
            page.day(each.expected) if each.expected else "–",
            "" if each.reached or each.unrecorded else page.minutes(each.slack),
            state_word(page, each),
        ]
        for each in ordered
    ]
    head, *lines = page.table(rows, "*rrrl")
    return [
        page.heading(rows[0][0] + GAP + head[len(GAP) + len(rows[0][0]) :]),
        *(painted(page, row[4], line) for row, line in zip(rows[1:], lines, strict=True)),
    ]
