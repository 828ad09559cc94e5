"""`planner week`: one week, day by day."""

from planner.cli.building import Whole, json_option, option, pass_edge
from planner.cli.building import command as make_command
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.output import write_json, write_lines


@make_command("week")
@json_option
@option(
    "--offset",
    type=Whole(-5000, 5000),
    default=0,
    metavar="N",
    help=N_("Weeks from this one: 1 is the next, -1 the last."),
)
@option("--ids", is_flag=True, help=N_("Show the ids of the sessions, for pin, move, skip and why."))
@pass_edge
def command(edge: Edge, offset: int, ids: bool) -> None:
    """Show a week."""
    from planner.workspace.views.week import week_view

    opened = edge.open()
    view = week_view(opened, offset)
    if edge.json:
        from planner.workspace.views.documents import week_document

        write_json(week_document(opened, view))
        return
    from planner.cli.views.page import make_page
    from planner.cli.views.week import week_lines

    write_lines(week_lines(make_page(opened.t), opened, view, ids=ids))
