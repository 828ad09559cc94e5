"""`planner move`: a session at another time, pinned there."""

from planner.cli.building import argument
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.hand_values import WHEN, Moment
from planner.cli.handing import hand_command, lay_hand


@hand_command(
    "move",
    more=N_(
        "SESSION is a session's id (`planner week --ids` has them), or a module's: its next session. "
        "WHEN is 2026-12-04T20:00, 20:00 on the same day, or 2026-12-04 at the same time."
    ),
)
@argument("session")
@argument("when", type=WHEN)
def command(edge: Edge, session: str, when: Moment, dry_run: bool) -> None:
    """Move a session."""
    from planner.workspace.hand.move import When, move
    from planner.workspace.naming import session_named

    opened = edge.open()
    done = move(opened, session_named(opened, session), When(*when))
    lay_hand(edge, done, dry_run=dry_run)
