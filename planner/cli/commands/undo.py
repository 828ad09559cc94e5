"""`planner undo` and `planner redo`: an action, whole; the last one, or any one by its id."""

from planner.cli.building import argument, json_option, pass_edge
from planner.cli.building import command as make_command
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.setting import open_to_change
from planner.cli.telling import confirm_recorded


@make_command(
    "undo",
    more=N_(
        "Without ID the last action; with the end of an id, that one. `planner journal show` has the ids."
    ),
)
@argument("entry", required=False, metavar="[ID]")
@json_option
@pass_edge
def command(edge: Edge, entry: str | None) -> None:
    """Take back an action."""
    from planner.workspace.undoing.choosing import undo_entry
    from planner.workspace.undoing.undo import undo

    opened = open_to_change(edge)
    after, text = undo(opened) if entry is None else undo_entry(opened, entry)
    confirm_recorded(edge, opened, after, text)


@make_command(
    "redo",
    more=N_("Without ID what was undone last; with the end of an id, that one, whenever it was undone."),
)
@argument("entry", required=False, metavar="[ID]")
@json_option
@pass_edge
def redo(edge: Edge, entry: str | None) -> None:
    """Bring back an action."""
    from planner.workspace.undoing.choosing import redo_entry
    from planner.workspace.undoing.undo import redo as bring_back

    opened = open_to_change(edge)
    after, text = bring_back(opened) if entry is None else redo_entry(opened, entry)
    confirm_recorded(edge, opened, after, text)
