"""`planner start`: the timer begins to run; what ran before is stopped and logged first."""

from planner.cli.building import argument, json_option, option, pass_edge
from planner.cli.building import command as make_command
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.hand_values import WHEN, Moment
from planner.cli.output import write_json, write_lines
from planner.cli.telling import confirm_recorded


@make_command(
    "start",
    more=N_(
        "Without MODULE it is that of the session of now, or of the next one today. A timer that runs already is "
        "stopped first, and its time recorded."
    ),
)
@argument("module", required=False)
@option("--at", type=WHEN, metavar="20:00", help=N_("When it began, if that was earlier."))
@json_option
@pass_edge
def command(edge: Edge, module: str | None, at: Moment | None) -> None:
    """Start the timer."""
    from planner.cli.timer_question import clock_time, length_of_doubtful
    from planner.workspace.naming import module_named
    from planner.workspace.tracking.timing import start_timer

    began = clock_time(edge, at)
    opened = edge.open()
    module = None if module is None else module_named(opened, module)
    after, said = start_timer(opened, module, began, length_of_doubtful(edge, opened, at=began))
    if after is not opened:
        confirm_recorded(edge, opened, after, said)
    elif edge.json:
        write_json({"recorded": False, "text": opened.t(said), "events": []})
    else:
        write_lines([opened.t(said)])
