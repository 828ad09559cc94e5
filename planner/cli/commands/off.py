"""`planner off`: days without study."""

from datetime import date

from planner.cli.building import DAY, argument
from planner.cli.edge import Edge
from planner.cli.handing import hand_command, lay_hand


@hand_command("off")
@argument("first", metavar="FROM", type=DAY)
@argument("last", metavar="[TO]", type=DAY, required=False)
def command(edge: Edge, first: date, last: date | None, dry_run: bool) -> None:
    """Take days off."""
    from planner.workspace.hand.time import take_off

    lay_hand(edge, take_off(edge.open(), first, last or first), dry_run=dry_run)
