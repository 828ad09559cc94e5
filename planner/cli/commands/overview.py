"""`planner` without a command and without a terminal: the plan, the verdict and the next week."""

from planner.cli.edge import Edge
from planner.cli.output import write_json, write_lines
from planner.cli.views.guesses import plan_guesses
from planner.cli.views.page import join, make_page
from planner.cli.views.plan import plan_lines
from planner.cli.views.timer import timer_lines
from planner.cli.views.week import week_lines
from planner.text.messages import msg
from planner.workspace.opening import Opened, has_plan
from planner.workspace.proposal import judged_plan
from planner.workspace.views.documents import plan_document
from planner.workspace.views.week import week_view


def show_overview(edge: Edge) -> None:
    """Print the plan; without one, that of the default answers, marked, with nothing written."""
    if has_plan(edge.context):
        opened, mark = edge.open(), []
    else:
        opened = _preview(edge)
        mark = [msg("Preview: there is no plan yet, and nothing is written. Make one with: planner init")]
    plan = judged_plan(opened)
    if edge.json:
        write_json({**plan_document(opened, plan=plan), **({"preview": True} if mark else {})})
        return
    page = make_page(opened.t)
    week = week_view(opened, _next_week(opened))
    write_lines(
        join(
            [line for message in mark for line in page.paragraph(page.t(message))],
            timer_lines(page, opened),
            plan_lines(page, plan, opened.titles),
            plan_guesses(page, opened, plan),
            week_lines(page, opened, week),
        )
    )


def _preview(edge: Edge) -> Opened:
    from planner.workspace.setup.drafting import default_answers, preview

    return preview(edge.context, default_answers(edge.context))


def _next_week(opened: Opened) -> int:
    """Return how many weeks away the first week with a session is."""
    first = min((session.day for session in opened.plan.sessions), default=None)
    if first is None:
        return 0
    today = opened.now.date()
    return ((first.toordinal() - first.weekday()) - (today.toordinal() - today.weekday())) // 7
