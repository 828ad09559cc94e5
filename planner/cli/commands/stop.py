"""`planner stop`: the timer stops, and its time is recorded."""

from planner.cli.building import LENGTH, json_option, option, pass_edge
from planner.cli.building import command as make_command
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.hand_values import WHEN, Moment
from planner.cli.telling import confirm_recorded, usage
from planner.text.messages import msg


@make_command(
    "stop",
    more=N_(
        "A timer that ran for too long to be true is not recorded before you say how long it really was."
    ),
)
@option("--took", type=LENGTH, metavar="1h30m", help=N_("How long it really was."))
@option("--at", type=WHEN, metavar="21:40", help=N_("When it ended, if that was earlier."))
@option("--discard", is_flag=True, help=N_("Record no time."))
@option("--note", metavar="TEXT", help=N_("A note to keep with the entry."))
@option("--done", is_flag=True, help=N_("The module is finished, too."))
@json_option
@pass_edge
def command(
    edge: Edge, *, took: int | None, at: Moment | None, discard: bool, note: str | None, done: bool
) -> None:
    """Stop the timer."""
    if took is not None and at is not None:
        raise usage(edge, msg("--took and --at exclude each other; give one of them"))
    if discard and (took is not None or at is not None or note is not None or done):
        raise usage(edge, msg("--discard takes nothing else"))
    from planner.cli.timer_question import clock_time, length_of_doubtful
    from planner.workspace.tracking.span import Stop
    from planner.workspace.tracking.timing import stop_timer

    how = Stop(took, clock_time(edge, at), discard, note or "", done)
    opened = edge.open()
    if took is None and at is None and not discard:
        how = length_of_doubtful(edge, opened, how)
    after, said = stop_timer(opened, how)
    confirm_recorded(edge, opened, after, said)
