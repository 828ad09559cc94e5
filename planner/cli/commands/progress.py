"""`planner progress`: what came of the weeks so far."""

from planner.cli.building import command as make_command
from planner.cli.building import json_option, pass_edge
from planner.cli.edge import Edge
from planner.cli.output import write_json, write_lines


@make_command("progress")
@json_option
@pass_edge
def command(edge: Edge) -> None:
    """Show the progress."""
    from planner.workspace.views.progress import progress_view

    opened = edge.open()
    view = progress_view(opened)
    if edge.json:
        from planner.workspace.views.progress_json import progress_document

        write_json(progress_document(opened, view))
        return
    from planner.cli.views.page import make_page
    from planner.cli.views.progress import progress_lines

    write_lines(progress_lines(make_page(opened.t), view))
