"""`planner demo`: a throw-away plan with months of history."""

import importlib
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from planner.cli.building import command as make_command
from planner.cli.building import json_option, pass_edge
from planner.cli.click_words import N_
from planner.cli.edge import Edge, can_write, is_terminal, terminal_columns
from planner.cli.output import to_ascii, write_text
from planner.text.messages import Message, msg
from planner.text.width import clip, width


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
        if is_terminal() and not edge.json:
            import click

            from planner.cli.opening import open_app

            with _said(edge, msg("Making a plan that somebody has lived with for ten weeks …")):
                context = demo_context(Path(folder), edge.context)
                importlib.import_module("tui.app")  # takes a moment, too
            raise click.exceptions.Exit(open_app(edge, context))
        from planner.cli.commands.overview import show_overview

        edge.use(demo_context(Path(folder), edge.context))
        show_overview(edge)


@contextmanager
def _said(edge: Edge, message: Message) -> Iterator[None]:
    """Say on the terminal what is waited for, and wipe it away afterwards."""
    said = clip(edge.t(message), terminal_columns() - 1)
    write_text(said if can_write(sys.stdout, said) else to_ascii(said))
    try:
        yield
    finally:
        write_text(f"\r{' ' * width(said)}\r")
