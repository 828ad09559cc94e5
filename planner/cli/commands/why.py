"""`planner why`: why a session, module, milestone, week or date is as it is, and what would change it."""

from planner.cli.building import argument, json_option, pass_edge
from planner.cli.building import command as make_command
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.output import write_json, write_lines
from planner.problems import DataError


@make_command(
    "why",
    more=N_(
        "ID is a session (python-basics.3), a module, a milestone, a week (2027-W05, or its Monday) or a date. "
        "Where several would do, say which: week:2027-02-01, date:2027-02-01, module:ID, milestone:ID."
    ),
)
@argument("name", metavar="ID")
@json_option
@pass_edge
def command(edge: Edge, name: str) -> None:
    """Explain a thing of the plan."""
    from planner.workspace.naming import thing_named
    from planner.workspace.why.explaining import explain

    opened = edge.open()
    try:
        explained = explain(opened, name)
    except DataError:
        meant = thing_named(opened, name)
        if meant == name:
            raise
        explained = explain(opened, meant)
    if edge.json:
        from planner.workspace.why.json import why_document

        write_json(why_document(opened, explained))
        return
    from planner.cli.views.page import make_page
    from planner.cli.views.why import why_lines

    write_lines(why_lines(make_page(opened.t), opened, explained))
