"""The command `planner`: the global options, and what it does when no command is named."""

import os
import sys
from collections.abc import Sequence
from typing import Any

import click

import planner
from planner.cli.building import json_option
from planner.cli.click_words import N_, speak
from planner.cli.edge import Edge, early_edge, is_terminal
from planner.cli.running import run
from planner.cli.table import COMMANDS
from planner.cli.words import Group, Option, global_options


class Root(Group):
    """The outermost command: it turns whatever goes wrong into one line and an exit code."""

    def main(  # type: ignore[override]  # click's overloads tell its standalone modes apart; here is only one
        self,
        args: Sequence[str] | None = None,
        *rest: Any,  # noqa: ANN401  # click's own
        **extra: Any,  # noqa: ANN401  # click's own
    ) -> None:
        """Run the command line and exit."""
        words = list(sys.argv[1:] if args is None else args)
        edge = early_edge(words)
        speak(edge.t.language)
        if "_PLANNER_COMPLETE" in os.environ:
            super().main(words, *rest, **{"prog_name": "planner", **extra})

        def action() -> None:
            with self.make_context("planner", words, obj=edge) as context:
                self.invoke(context)

        sys.exit(run(action, edge))


def _print_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        click.echo(f"planner {planner.__version__}")
        ctx.exit()


def _without_command(edge: Edge) -> None:
    """Open the app; without a terminal, print the plan."""
    if is_terminal() and not edge.json:
        from planner.cli.opening import open_app

        raise click.exceptions.Exit(open_app(edge))
    from planner.cli.commands.overview import show_overview

    show_overview(edge)


@click.pass_context
def _root(ctx: click.Context) -> None:
    edge = ctx.ensure_object(Edge)
    speak(edge.t.language)
    if ctx.invoked_subcommand is None:
        _without_command(edge)


root = Root(
    "planner",
    callback=_root,
    help=N_("A learning planner: a curriculum in, a week on screen and a calendar out."),
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    lazy=COMMANDS,
    params=[
        *global_options(hidden=False),
        Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_print_version,
            help=N_("Show the version and exit."),
        ),
    ],
)
json_option(root)
