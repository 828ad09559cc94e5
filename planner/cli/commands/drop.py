"""`planner drop`: a module is left out."""

from planner.cli.building import argument
from planner.cli.edge import Edge
from planner.cli.handing import hand_command, lay_hand


@hand_command("drop")
@argument("module")
def command(edge: Edge, module: str, dry_run: bool) -> None:
    """Drop a module."""
    from planner.workspace.hand.work import drop
    from planner.workspace.naming import module_named

    opened = edge.open()
    lay_hand(edge, drop(opened, module_named(opened, module)), dry_run=dry_run)
