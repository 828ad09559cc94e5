"""`planner drop`: a module is left out."""

from planner.cli.building import argument
from planner.cli.edge import Edge
from planner.cli.handing import hand_command, lay_hand


@hand_command("drop")
@argument("module")
def command(edge: Edge, module: str, dry_run: bool) -> None:
    """Drop a module."""
    from planner.workspace.hand.work import drop

    lay_hand(edge, drop(edge.open(), module), dry_run=dry_run)
