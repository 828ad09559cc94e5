"""`planner export …`: the plan as a calendar or as JSON."""

from pathlib import Path

import click

from planner.cli.building import command as make_command
from planner.cli.building import group, option, pass_edge
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.output import json_text, write_bytes
from planner.problems import fail
from planner.text.messages import msg

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
    type=click.IntRange(0, 40_320),
    metavar="MINUTES",
    help=N_("Remind so many minutes before each session."),
)
@pass_edge
def ics(edge: Edge, output: str | None, alarm: int | None) -> None:
    """Write the calendar."""
    from planner.workspace.export import export_ics

    opened = edge.open()
    _write(export_ics(opened, alarm=alarm), output)


@make_command("json", of="export")
@to_file
@option("--history", is_flag=True, help=N_("Add the sessions that are over, with their status."))
@pass_edge
def as_json(edge: Edge, output: str | None, history: bool) -> None:
    """Write the plan."""
    from planner.workspace.documents import plan_document
    from planner.workspace.proposal import judged_plan

    opened = edge.open()
    _write(json_text(plan_document(opened, history=history, plan=judged_plan(opened))).encode(), output)


def _write(data: bytes, output: str | None) -> None:
    """Write to standard output or to a file; a pipe or a device is written to, never replaced."""
    if output in {None, "-"}:
        write_bytes(data)
        return
    file = Path(str(output))
    if file.is_dir():
        raise fail(msg("this is a folder; name a file in it"), file=str(file))
    if not file.parent.is_dir():
        raise fail(msg("there is no folder {folder}; make it first", folder=str(file.parent)), file=str(file))
    from planner.problems import write_failed
    from planner.workspace.files import write_file

    if file.exists() and not file.is_file():
        try:
            file.write_bytes(data)
        except OSError as error:
            raise fail(write_failed(error), file=str(file)) from error
    else:
        write_file(file, data)
