"""`planner backup`: a backup now, and the list of those that there are."""

import sys
from pathlib import Path

from planner.cli.building import command as make_command
from planner.cli.building import json_option, option, pass_edge
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.output import write_json, write_lines
from planner.cli.telling import usage
from planner.problems import fail
from planner.text.messages import msg


@make_command(
    "backup", more=N_("One is made by itself each day on which you record something; old ones are thinned.")
)
@option("--list", "listed", is_flag=True, help=N_("Show the backups that there are, and make none."))
@option("-o", "--output", metavar="FILE", help=N_("Put a copy here too, such as on another disk."))
@json_option
@pass_edge
def command(edge: Edge, listed: bool, output: str | None) -> None:
    """Make a backup now."""
    if listed and output:
        raise usage(edge, msg("--list and -o exclude each other; give one of them"))
    if listed:
        show_list(edge)
        return
    from planner.cli.views.backups import say_events
    from planner.workspace.backup.making import BY_HAND, make_backup
    from planner.workspace.mending.openness import open_to_others
    from planner.workspace.opening import has_plan

    context = edge.context
    if not has_plan(context):
        raise fail(msg("No plan in {home}. Make one with: planner init", home=str(context.home)))
    copy = _checked(edge, output) if output else None
    made = make_backup(context, BY_HAND)
    for problem in open_to_others(context.home):
        context.warn(problem)
    if copy:
        _copy(made.path, copy)
    if edge.json:
        document = {"name": made.name, "file": str(made.path), "events": made.count, "size": made.size}
        write_json(document | {"copy": str(copy) if copy else None})
        return
    lines = [
        edge.t(msg("Backed up: {events}, in {file}", events=say_events(made.count), file=str(made.path)))
    ]
    write_lines([*lines, *([edge.t(msg("A copy is in {file}", file=str(copy)))] if copy else [])])


def show_list(edge: Edge) -> None:
    """Show the backups, the newest first; damaged ones are named on standard error."""
    from planner.workspace.backup.choosing import zone_there
    from planner.workspace.backup.making import backup_folder, list_backups

    context = edge.context
    found, problems = list_backups(context)
    zone = zone_there(context)
    for problem in problems:
        print(problem.text(edge.t), file=sys.stderr, flush=True)
    if edge.json:
        rows = [
            {
                "name": each.name,
                "file": str(each.path),
                "moment": each.at.astimezone(zone).isoformat(),
                "reason": each.reason,
                "events": each.count,
                "size": each.size,
            }
            for each in found
        ]
        damaged = [problem.file for problem in problems]
        write_json({"folder": str(backup_folder(context)), "backups": rows, "damaged": damaged})
        return
    from planner.cli.views.backups import backups_text
    from planner.cli.views.page import make_page

    write_lines(backups_text(make_page(edge.t), found, zone))


def _checked(edge: Edge, output: str) -> Path:
    from planner.workspace.targets import check_target, is_backup

    file = Path(output)
    check_target(edge.context, file, is_backup, msg("backup"))
    if file.exists() and not file.is_file():
        raise fail(msg("this is no ordinary file; name another one"), file=output)
    return file


def _copy(path: Path, copy: Path) -> None:
    from planner.workspace.files import read_file, write_file

    write_file(copy, read_file(path))
