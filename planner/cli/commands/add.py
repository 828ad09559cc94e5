"""`planner add`: a module of one's own."""

from planner.cli.building import HOURS, argument, option
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.handing import hand_command, lay_hand


@hand_command("add", more=N_("HOURS is such as 12 or 1h30m. The module comes at the end of the curriculum."))
@argument("title")
@argument("hours", type=HOURS)
@option(
    "--requires",
    multiple=True,
    metavar="MODULE",
    help=N_("What must be done before; may be given several times."),
)
@option("--track", default="", metavar="TRACK", help=N_("The track; else that of the last phase."))
@option("--id", "name", default="", metavar="ID", help=N_("The module's id; else made of the title."))
def command(
    edge: Edge, *, title: str, hours: int, requires: tuple[str, ...], track: str, name: str, dry_run: bool
) -> None:
    """Add a module."""
    from planner.workspace.hand.work import add_module
    from planner.workspace.naming import module_named

    opened = edge.open()
    before = [module_named(opened, each) for each in requires]
    done = add_module(opened, title, hours, requires=before, track=track, id_=name)
    lay_hand(edge, done, dry_run=dry_run)
