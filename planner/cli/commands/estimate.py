"""`planner estimate`: how much of a module remains, as the learner sees it."""

from planner.cli.building import HOURS, argument
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.handing import hand_command, lay_hand


@hand_command(
    "estimate", more=N_("HOURS is what you think remains, such as 12 or 1h30m; what is logged is kept.")
)
@argument("module")
@argument("hours", type=HOURS)
def command(edge: Edge, module: str, hours: int, dry_run: bool) -> None:
    """Record an estimate."""
    from planner.workspace.hand.work import estimate
    from planner.workspace.naming import module_named

    opened = edge.open()
    lay_hand(edge, estimate(opened, module_named(opened, module), hours), dry_run=dry_run)
