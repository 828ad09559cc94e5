"""`planner unpin`: a session may move again."""

from planner.cli.building import argument
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.handing import hand_command, lay_hand


@hand_command(
    "unpin",
    more=N_("SESSION is a session's id (`planner week --ids` has them), or a module's: its next session."),
)
@argument("session")
def command(edge: Edge, session: str, dry_run: bool) -> None:
    """Let a session move again."""
    from planner.workspace.hand.time import unpin
    from planner.workspace.naming import session_named

    opened = edge.open()
    lay_hand(edge, unpin(opened, session_named(opened, session)), dry_run=dry_run)
