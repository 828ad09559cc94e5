"""`planner first`: a module before others."""

from planner.cli.building import argument
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.handing import hand_command, lay_hand


@hand_command("first", more=N_("What it requires comes before it, and no milestone becomes late for it."))
@argument("module")
def command(edge: Edge, module: str, dry_run: bool) -> None:
    """Put a module first."""
    from planner.workspace.hand.work import put_first
    from planner.workspace.naming import module_named

    opened = edge.open()
    lay_hand(edge, put_first(opened, module_named(opened, module)), dry_run=dry_run)
