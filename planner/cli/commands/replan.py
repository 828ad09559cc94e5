"""`planner replan`: a new plan, its difference, and the question whether to accept it."""

import click

from planner.cli.building import command as make_command
from planner.cli.building import json_option, option, pass_edge
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.proposing import check_can_settle, settle, show_extension

WAYS = ("catch-up", "rebalance", "extend")


@make_command(
    "replan",
    more=N_(
        "catch-up moves as little as it can; rebalance places everything anew but what is pinned; extend shows the "
        "earliest goal that makes all on time."
    ),
)
@option("--dry-run", is_flag=True, help=N_("Only show what would change."))
@option("--yes", is_flag=True, help=N_("Accept without asking."))
@option("--how", type=click.Choice(WAYS), default="catch-up", help=N_("The way to go on after missed time."))
@json_option
@pass_edge
def command(edge: Edge, dry_run: bool, yes: bool, how: str) -> None:
    """Propose a new plan."""
    check_can_settle(edge, dry_run=dry_run or (how == "extend" and not yes), yes=yes)
    from planner.workspace.supposing.offers import offers, propose_way

    opened = edge.open()
    way = propose_way(opened, how)
    quiet = not edge.json and (yes or (how == "extend" and way.goal is None))
    ways = () if quiet else offers(opened, way)
    if how == "extend":
        show_extension(edge, way, ways)
        return
    settle(edge, way.proposal, dry_run=dry_run, yes=yes, offers=ways)
