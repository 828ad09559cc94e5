"""`planner whatif`: what another week, goal or choice would change; nothing is recorded."""

from datetime import date

from planner.cli.building import DAY, HOURS, PAIR, json_option, option, pass_edge
from planner.cli.building import command as make_command
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.output import write_json, write_lines
from planner.cli.telling import usage
from planner.text.messages import msg


@make_command("whatif")
@option("--hours-per-week", "hours", type=HOURS, metavar="N", help=N_("Another number of hours a week."))
@option("--goal", type=DAY, metavar="DATE", help=N_("Another goal."))
@option("--drop", multiple=True, metavar="ID", help=N_("Drop a module, or a priority such as stretch."))
@option(
    "--choice", "choices", multiple=True, type=PAIR, metavar="ID=OPTION", help=N_("Choose another option.")
)
@json_option
@pass_edge
def command(
    edge: Edge,
    hours: int | None,
    goal: date | None,
    drop: tuple[str, ...],
    choices: tuple[tuple[str, tuple[str, ...]], ...],
) -> None:
    """Suppose a change."""
    if hours is None and goal is None and not drop and not choices:
        raise usage(edge, msg("Say what would be different, as in: planner whatif --hours-per-week 20"))
    from planner.workspace.whatif import WhatIf, what_if

    opened = edge.open()
    supposed = what_if(opened, WhatIf(hours, goal, drop, dict(choices)))
    if edge.json:
        from planner.workspace.documents import proposal_document

        write_json(proposal_document(supposed))
        return
    from planner.cli.views.page import make_page
    from planner.cli.views.whatif import whatif_lines

    write_lines(whatif_lines(make_page(opened.t), supposed, opened.titles))
