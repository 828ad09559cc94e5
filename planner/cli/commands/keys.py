"""`planner keys`: every key of the app, screen by screen, as they are bound now."""

from planner.cli.building import command as make_command
from planner.cli.building import json_option, option, pass_edge
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.output import write_json, write_lines
from planner.problems import DataError


@make_command(
    "keys",
    more=N_("Rebind them by name in the file that --file names, as in: keys: {log: f8, undo: ctrl+u}"),
)
@option("--file", "only_file", is_flag=True, help=N_("Only say where the file with the keys is."))
@json_option
@pass_edge
def command(edge: Edge, *, only_file: bool) -> None:
    """Show the keys."""
    from planner.workspace.taste.preferences import preferences_file, read_preferences

    preferences = read_preferences(edge.context)
    if only_file:
        path = str(preferences_file(edge.context))
        if edge.json:
            write_json({"file": path})
        else:
            write_lines([path])
        return
    if preferences.problems:
        raise DataError(preferences.problems)
    from planner.cli.views.keys import keys_document, keys_text
    from planner.cli.views.page import make_page

    if edge.json:
        write_json(keys_document(preferences.commands, edge.t))
    else:
        write_lines(keys_text(make_page(edge.t), preferences.commands))
