"""The command palette: Textual's own, with the table's commands, in the user's language."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.app import App, SystemCommand
from textual.command import CommandPalette
from textual.screen import Screen

from planner.text.messages import msg
from tui.commands import commands_of

if TYPE_CHECKING:
    from tui.app import PlannerApp


def open_palette(app: "PlannerApp") -> None:
    """Show the palette, unless it is there already."""
    if not CommandPalette.is_open(cast("App[object]", app)):
        said = app.t(msg("Search for commands …"))
        app.push_screen(CommandPalette(placeholder=said, id="--command-palette"))


def palette_commands(app: "PlannerApp", screen: Screen[object]) -> Iterable[SystemCommand]:
    """Return what the palette finds: the commands of the screen."""
    for command in commands_of(getattr(screen, "NAME", "")):
        if command.palette:
            said = (app.t(command.help), f"{app.t(command.label)}  {command.shown}")
            yield SystemCommand(*said, partial(screen.run_action, command.name))
