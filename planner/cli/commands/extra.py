"""`planner extra`: time to study besides the usual windows."""

from datetime import date

from planner.cli.building import COMING_DAY, argument
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.hand_values import WINDOW
from planner.cli.handing import hand_command, lay_hand


@hand_command(
    "extra", more=N_("WINDOW is such as 20:00-22:00; one such as 23:00-01:00 goes across midnight.")
)
@argument("day", metavar="DATE", type=COMING_DAY)
@argument("window", type=WINDOW)
def command(edge: Edge, day: date, window: tuple[int, int], dry_run: bool) -> None:
    """Add time to a day."""
    from planner.workspace.hand.time import add_time

    lay_hand(edge, add_time(edge.open(), day, *window), dry_run=dry_run)
