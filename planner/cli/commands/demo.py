"""`planner demo`: a throw-away plan with months of history."""

import tempfile
from pathlib import Path

from planner.cli.building import command as make_command
from planner.cli.building import json_option, pass_edge
from planner.cli.click_words import N_
from planner.cli.edge import Edge, is_terminal


@make_command(
    "demo",
    more=N_(
        "The plan is deleted at the end. Without a terminal it prints the plan instead of opening the app."
    ),
)
@json_option
@pass_edge
def command(edge: Edge) -> None:
    """Open the app on a demo."""
    from planner.workspace.setup.demo import demo_context

    with tempfile.TemporaryDirectory(prefix="planner-demo-") as folder:
        context = demo_context(Path(folder), edge.context)
        if is_terminal() and not edge.json:
            import click

            from planner.cli.opening import open_app

            raise click.exceptions.Exit(open_app(edge, context))
        from planner.cli.commands.overview import show_overview

        edge.use(context)
        show_overview(edge)
