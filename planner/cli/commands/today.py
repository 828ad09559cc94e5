"""`planner today`: what now."""

from planner.cli.building import command as make_command
from planner.cli.building import json_option, pass_edge
from planner.cli.edge import Edge
from planner.cli.output import write_json, write_lines


@make_command("today")
@json_option
@pass_edge
def command(edge: Edge) -> None:
    """Show the day."""
    from planner.workspace.views.today import today_view

    opened = edge.open()
    view = today_view(opened)
    if edge.json:
        from planner.workspace.views.documents import today_document

        write_json(today_document(opened, view))
        return
    from planner.cli.views.page import make_page
    from planner.cli.views.today import today_lines

    write_lines(today_lines(make_page(opened.t), opened, view))
