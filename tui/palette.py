"""The command palette: Textual's own, with the table's commands, in the user's language."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.app import App, SystemCommand
from textual.command import CommandList, CommandPalette
from textual.screen import Screen
from textual.widgets.option_list import Option

from planner.text.messages import msg
from tui.commands import commands_of

if TYPE_CHECKING:
    from tui.app import PlannerApp


class Palette(CommandPalette):
    """Textual's palette, which says in the user's language that it found nothing."""

    def __init__(self, placeholder: str, nothing: str) -> None:
        super().__init__(placeholder=placeholder, id="--command-palette")
        self._nothing = nothing

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Say it after a while. Textual has its words in this method only, so that it is replaced as a whole."""
        self._stop_no_matches_countdown()

        def show() -> None:
            if search_value:
                said = Option(f"  {self._nothing}", disabled=True, id=self._NO_MATCHES)
                self.query_one(CommandList).add_option(said)
            self._list_visible = bool(search_value)

        self._no_matches_timer = self.set_timer(self._NO_MATCHES_COUNTDOWN, show)


def open_palette(app: "PlannerApp") -> None:
    """Show the palette, unless it is there already."""
    if not CommandPalette.is_open(cast("App[object]", app)):
        app.push_screen(Palette(app.t(msg("Search for commands …")), app.t(msg("No command matches."))))


def palette_commands(app: "PlannerApp", screen: Screen[object]) -> Iterable[SystemCommand]:
    """Return what the palette finds: the commands of the screen."""
    for command in commands_of(getattr(screen, "NAME", "")):
        if command.palette:
            said = (app.t(command.help), f"{app.t(command.label)}  {command.shown}")
            yield SystemCommand(*said, partial(screen.run_action, command.name))
