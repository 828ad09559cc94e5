"""`planner replan`: a new plan, its difference, and the question whether to accept it."""

from planner.cli.building import command as make_command
from planner.cli.building import json_option, option, pass_edge
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.proposing import check_can_settle, settle


@make_command("replan")
@option("--dry-run", is_flag=True, help=N_("Only show what would change."))
@option("--yes", is_flag=True, help=N_("Accept without asking."))
@json_option
@pass_edge
def command(edge: Edge, dry_run: bool, yes: bool) -> None:
    """Propose a new plan."""
    check_can_settle(edge, dry_run=dry_run, yes=yes)
    from planner.workspace.proposal import propose_replan

    settle(edge, propose_replan(edge.open()), dry_run=dry_run, yes=yes)
