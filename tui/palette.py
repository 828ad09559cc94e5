"""The command palette: Textual's own, with the table's commands, in the user's language."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.app import App, SystemCommand
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.screen import Screen
from textual.widgets.option_list import Option

from planner.keymap.table import PLACES
from planner.text.messages import msg
from tui.commands import commands_of

if TYPE_CHECKING:
    from tui.app import PlannerApp


class Palette(CommandPalette):
    """Textual's palette, which says in the user's language that it found nothing."""

    def __init__(self, placeholder: str, nothing: str, providers: list[type[Provider]] | None) -> None:
        super().__init__(providers, placeholder=placeholder, id="--command-palette")
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


class Places(Provider):
    """The places to go to."""

    async def discover(self) -> Hits:
        """Return all of them."""
        for title, said, run, _ in _commands_of(cast("PlannerApp", self.app), self.screen, PLACES):
            yield DiscoveryHit(title, run, help=said)

    async def search(self, query: str) -> Hits:
        """Return those that match."""
        matcher = self.matcher(query)
        for title, said, run, _ in _commands_of(cast("PlannerApp", self.app), self.screen, PLACES):
            if (match := matcher.match(title)) > 0:
                yield Hit(match, matcher.highlight(title), run, help=said)


def open_palette(app: "PlannerApp", *, places: bool = False) -> None:
    """Show the palette, or only the places in it, unless it is there already."""
    if CommandPalette.is_open(cast("App[object]", app)):
        return
    asked = msg("Go to …") if places else msg("Search for commands …")
    palette = Palette(app.t(asked), app.t(msg("No command matches.")), [Places] if places else None)
    app.push_screen(palette)


def palette_commands(app: "PlannerApp", screen: Screen[object]) -> Iterable[SystemCommand]:
    """Return what the palette finds: the commands of the screen."""
    names = [
        command.name for command in commands_of(getattr(screen, "NAME", ""), app.commands) if command.palette
    ]
    return _commands_of(app, screen, names)


def _commands_of(
    planner: "PlannerApp", screen: Screen[object], names: Sequence[str]
) -> Iterator[SystemCommand]:
    for command in commands_of(getattr(screen, "NAME", ""), planner.commands):
        if command.name in names:
            said = (planner.t(command.help), f"{planner.t(command.label)}  {command.shown}")
            yield SystemCommand(*said, partial(screen.run_action, command.name))
