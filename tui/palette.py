"""The command palette: Textual's own, with the table's commands, in the user's language."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.app import App, SystemCommand
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.screen import Screen
from textual.types import IgnoreReturnCallbackType
from textual.widgets.option_list import Option

from planner.keymap.table import PLACES, Command
from planner.text.messages import msg
from tui.commands import commands_of

if TYPE_CHECKING:
    from tui.app import PlannerApp


LESS = 0.9  # than the words that are seen


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


class Commands(Provider):
    """The commands of the screen, its own first; they are found by their English words, too, and by their ids."""

    def found(self) -> Sequence[Command]:
        """Return the commands, in the table's order."""
        return _in_palette(cast("PlannerApp", self.app), self.screen)

    async def discover(self) -> Hits:
        """Return all of them."""
        for command in self.found():
            title, said, run = _entry(cast("PlannerApp", self.app), self.screen, command)
            yield DiscoveryHit(title, run, help=said)

    async def search(self, query: str) -> Hits:
        """Return those that match."""
        matcher = self.matcher(query)
        for command in self.found():
            title, said, run = _entry(cast("PlannerApp", self.app), self.screen, command)
            also = (said, command.id, command.label.text, command.help.text)
            score = matcher.match(title) or max(map(matcher.match, also)) * LESS
            if score > 0:
                yield Hit(score, matcher.highlight(title), run, help=said)


class Places(Commands):
    """The places to go to."""

    def found(self) -> Sequence[Command]:
        """Return their commands."""
        every = commands_of(getattr(self.screen, "NAME", ""), cast("PlannerApp", self.app).commands)
        return [command for command in every if command.name in PLACES]


def open_palette(app: "PlannerApp", *, places: bool = False) -> None:
    """Show the palette, or only the places in it, unless it is there already."""
    if CommandPalette.is_open(cast("App[object]", app)):
        return
    asked = msg("Go to …") if places else msg("Search for commands …")
    palette = Palette(app.t(asked), app.t(msg("No command matches.")), [Places if places else Commands])
    app.push_screen(palette)


def palette_commands(app: "PlannerApp", screen: Screen[object]) -> Iterable[SystemCommand]:
    """Return what the palette finds: the commands of the screen."""
    return [SystemCommand(*_entry(app, screen, command)) for command in _in_palette(app, screen)]


def _in_palette(app: "PlannerApp", screen: Screen[object]) -> list[Command]:
    return [each for each in commands_of(getattr(screen, "NAME", ""), app.commands) if each.palette]


def _entry(
    app: "PlannerApp", screen: Screen[object], command: Command
) -> tuple[str, str, IgnoreReturnCallbackType]:
    """Return what the palette says of a command, and how it runs."""
    said = f"{app.t(command.label)}  {command.shown}"
    return app.t(command.help), said, partial(screen.run_action, command.name)
