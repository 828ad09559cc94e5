"""`planner export …`: the plan as a calendar or as JSON."""

from collections.abc import Callable
from pathlib import Path

from planner.cli.building import Whole, group, option, pass_edge
from planner.cli.building import command as make_command
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.output import json_text, write_bytes
from planner.text.messages import Message, msg

command = group("export")
to_file = option(
    "-o",
    "--output",
    metavar="FILE",
    help=N_("Write to this file, whole or not at all; else to the terminal."),
)


@make_command("ics", of="export")
@to_file
@option(
    "--alarm",
    type=Whole(0, 40_320),
    metavar="MINUTES",
    help=N_("Remind so many minutes before each session."),
)
@pass_edge
def ics(edge: Edge, output: str | None, alarm: int | None) -> None:
    """Write the calendar."""
    from planner.workspace.export import export_ics
    from planner.workspace.targets import is_calendar

    file = _checked(edge, output, is_calendar, msg("calendar"))
    opened = edge.open()
    _write(export_ics(opened, alarm=alarm), file)


@make_command("json", of="export")
@to_file
@option("--history", is_flag=True, help=N_("Add the sessions that are over, with their status."))
@pass_edge
def as_json(edge: Edge, output: str | None, history: bool) -> None:
    """Write the plan."""
    from planner.workspace.proposal import judged_plan
    from planner.workspace.targets import is_plan_document
    from planner.workspace.views.documents import plan_document

    file = _checked(edge, output, is_plan_document, msg("plan as JSON"))
    opened = edge.open()
    _write(json_text(plan_document(opened, history=history, plan=judged_plan(opened))).encode(), file)


def _checked(edge: Edge, output: str | None, is_ours: Callable[[Path], bool], wanted: Message) -> Path | None:
    """Return the file to write to, which may be replaced; None for standard output."""
    if output in {None, "-"}:
        return None
    from planner.workspace.targets import check_target

    file = Path(str(output))
    check_target(edge.context, file, is_ours, wanted)
    return file


def _write(data: bytes, file: Path | None) -> None:
    """Write to standard output or to a file."""
    if file is None:
        write_bytes(data)
        return
    from planner.workspace.export import write_export

    write_export(file, data)
