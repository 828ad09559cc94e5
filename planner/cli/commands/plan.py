"""`planner plan`: the whole plan."""

from planner.cli.building import command as make_command
from planner.cli.building import json_option, option, pass_edge
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.output import write_json, write_lines


@make_command("plan")
@json_option
@option("--history", is_flag=True, help=N_("With --json: add the sessions that are over, with their status."))
@pass_edge
def command(edge: Edge, history: bool) -> None:
    """Show the plan."""
    from planner.workspace.proposal import judged_plan

    opened = edge.open()
    plan = judged_plan(opened)
    if edge.json:
        from planner.workspace.views.documents import plan_document

        write_json(plan_document(opened, history=history, plan=plan))
        return
    from planner.cli.newer import newer_lines
    from planner.cli.views.guesses import plan_guesses
    from planner.cli.views.page import join, make_page
    from planner.cli.views.plan import plan_lines

    page = make_page(opened.t)
    newer = newer_lines(page, opened)
    write_lines(join(plan_lines(page, plan, opened.titles), plan_guesses(page, opened, plan), newer))
