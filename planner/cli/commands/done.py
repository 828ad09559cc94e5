"""`planner done`: a module is finished."""

from datetime import date

from planner.cli.building import PAST_DAY, argument, json_option, option, pass_edge
from planner.cli.building import command as make_command
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.telling import confirm_recorded
from planner.text.messages import msg


@make_command("done", more=N_("What is left of the plan after it shows `planner replan`."))
@argument("module")
@option("--on", "day", type=PAST_DAY, metavar="DATE", help=N_("The day it was finished, instead of today."))
@json_option
@pass_edge
def command(edge: Edge, module: str, day: date | None) -> None:
    """Record a finished module."""
    from planner.workspace.naming import module_named
    from planner.workspace.tracking.log import mark_done

    opened = edge.open()
    module = module_named(opened, module)
    after = mark_done(opened, module, day)
    title = after.titles.get(module, module)
    text = msg("{module}: finished. See what becomes free: planner replan", module=title)
    confirm_recorded(edge, opened, after, text)
