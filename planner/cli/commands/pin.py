"""`planner pin`: a session stays where it is."""

from planner.cli.building import argument
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.handing import hand_command, lay_hand


@hand_command(
    "pin",
    more=N_("SESSION is a session's id (`planner week --ids` has them), or a module's: its next session."),
)
@argument("session")
def command(edge: Edge, session: str, dry_run: bool) -> None:
    """Pin a session."""
    from planner.workspace.hand.time import pin
    from planner.workspace.naming import session_named

    opened = edge.open()
    lay_hand(edge, pin(opened, session_named(opened, session)), dry_run=dry_run)
