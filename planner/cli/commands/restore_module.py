"""`planner restore-module`: a dropped module comes back."""

from planner.cli.building import argument
from planner.cli.edge import Edge
from planner.cli.handing import hand_command, lay_hand


@hand_command("restore-module")
@argument("module")
def command(edge: Edge, module: str, dry_run: bool) -> None:
    """Bring a module back."""
    from planner.workspace.hand.work import restore
    from planner.workspace.naming import module_named

    opened = edge.open()
    lay_hand(edge, restore(opened, module_named(opened, module)), dry_run=dry_run)
