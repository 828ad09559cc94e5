"""`planner journal …`: what happened."""

from pathlib import Path

import click

from planner.cli.building import argument, group, json_option, option, pass_edge
from planner.cli.building import command as make_command
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.output import write_json, write_lines
from planner.problems import DataError
from planner.text.messages import msg, msg_n

command = group("journal")


@make_command("show", of="journal")
@option("--all", "everything", is_flag=True, help=N_("Everything, instead of the last 20."))
@json_option
@pass_edge
def show(edge: Edge, everything: bool) -> None:
    """Show what happened."""
    from planner.workspace.journal import journal_lines

    opened = edge.open()
    lines = journal_lines(opened)[::-1]
    shown = lines if everything or edge.json else lines[:20]
    if edge.json:
        from planner.workspace.documents import journal_document

        write_json(journal_document(opened, shown))
        return
    from planner.cli.views.journal import journal_text
    from planner.cli.views.page import make_page

    write_lines(journal_text(make_page(opened.t), shown, len(lines) - len(shown)))


@make_command("check", of="journal")
@json_option
@pass_edge
def check(edge: Edge) -> None:
    """Check the journal."""
    from planner.workspace.journal import check_journal

    report, problems = check_journal(edge.context)
    if problems:
        raise DataError(problems)
    if edge.json:
        write_json({"lines": sum(report.lines.values()), "events": report.events, "problems": []})
        return
    text = msg_n("{count} event, and no problem.", "{count} events, and no problem.", report.events)
    write_lines([edge.t(text)])


@make_command(
    "import",
    of="journal",
    more=N_("The header is day,module,minutes,done,note; a second import adds nothing."),
)
@argument("file", type=click.Path(path_type=Path))
@json_option
@pass_edge
def import_file(edge: Edge, file: Path) -> None:
    """Import a CSV file."""
    from planner.workspace.journal import import_csv

    opened = edge.open()
    added = import_csv(opened, file)
    if edge.json:
        write_json({"logs": added.logs, "done": added.done, "known": added.known})
        return
    text = msg(
        "Imported: {logs} of study, {done} finished; {known} known already.",
        logs=msg_n("{count} entry", "{count} entries", added.logs),
        done=msg_n("{count} module", "{count} modules", added.done),
        known=msg_n("{count} row was", "{count} rows were", added.known),
    )
    write_lines([opened.t(text)])
