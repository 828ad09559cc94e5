"""`planner undo` and `planner redo`: the last action, whole."""

from planner.cli.building import command as make_command
from planner.cli.building import json_option, pass_edge
from planner.cli.edge import Edge
from planner.cli.telling import confirm_recorded


@make_command("undo")
@json_option
@pass_edge
def command(edge: Edge) -> None:
    """Take back the last action."""
    from planner.workspace.undo import undo

    opened = edge.open()
    after, text = undo(opened)
    confirm_recorded(edge, opened, after, text)


@make_command("redo")
@json_option
@pass_edge
def redo(edge: Edge) -> None:
    """Bring back what was undone last."""
    from planner.workspace.undo import redo as bring_back

    opened = edge.open()
    after, text = bring_back(opened)
    confirm_recorded(edge, opened, after, text)
