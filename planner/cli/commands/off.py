"""`planner off`: days without study."""

from datetime import date

from planner.cli.building import COMING_DAY, argument
from planner.cli.edge import Edge
from planner.cli.handing import hand_command, lay_hand


@hand_command("off")
@argument("first", metavar="FROM", type=COMING_DAY)
@argument("last", metavar="[TO]", type=COMING_DAY, required=False)
def command(edge: Edge, first: date, last: date | None, dry_run: bool) -> None:
    """Take days off."""
    from planner.workspace.hand.time import take_off

    lay_hand(edge, take_off(edge.open(), first, last or first), dry_run=dry_run)
