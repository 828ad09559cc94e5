"""The app: opens the plan, looks after time, colours and the palette; acting.py holds the plan, leaving.py leaves.

Invariant: `opened` is the only state; whatever reads or writes the plan folder runs in a thread, one at a time.
"""

import gc
import importlib
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from textual.app import SystemCommand
from textual.screen import Screen

from planner.text.messages import msg
from tui.acting import ActingApp, UseCase
from tui.commands import COMMANDS, Command, spoken_keys
from tui.glyphs import BLOCKS, Glyphs
from tui.places import first_screen
from tui.taste import take_preferences
from tui.theme import DARK, THEMES
from tui.watching import EVERY

if TYPE_CHECKING:
    from textual.filter import LineFilter

    from planner.workspace.context import Context

__all__ = ["Clock", "PlannerApp", "UseCase", "make_app", "run_app", "run_to_the_end"]

Clock = Callable[[], datetime]


class PlannerApp(ActingApp):
    """The planner on the screen. `clock` gives the moment (UTC); without one it stands still at the context's."""

    CSS_PATH = "styles/planner.tcss"
    TITLE = "planner"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (104, "-wide"), (164, "-broad")]  # noqa: RUF012 - Textual's own form

    def __init__(self, context: "Context", *, clock: Clock | None = None) -> None:
        gc.disable()  # a collection among what is only being loaded costs a fifth of the first frame
        super().__init__(ansi_color="NO_COLOR" in os.environ or None)  # only so are there no greys either
        self.hold(context, clock or (lambda: context.now))
        self.glyphs: Glyphs = BLOCKS
        self.commands: tuple[Command, ...] = COMMANDS
        self.keys = dict(spoken_keys(COMMANDS))
        self.plain = False
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK

    def on_mount(self) -> None:
        """Collect garbage again once the first frame is on the screen; from then on time goes by."""
        self.call_after_refresh(gc.enable)
        self.set_interval(60, self.tick)
        self.set_interval(EVERY, self.keep_looking)
        self.heed_signals()
        take_preferences(self)

    def tick(self) -> None:
        """Show the plan as it is now: another minute, and what other programs recorded meanwhile."""
        if self.opened is not None and self.clock() != self.opened.context.now:
            self.act(lambda opened: opened)

    def on_unmount(self) -> None:
        """Leave the process as it was, however early the app is left."""
        gc.enable()

    def draw_plain(self) -> None:
        """Draw in ASCII, whatever the preferences say."""
        self.plain = True

    def get_line_filters(self) -> "Sequence[LineFilter]":
        """Return what every line goes through before it is shown."""
        filters = super().get_line_filters()
        if not self.plain and self.glyphs.dots:
            return filters
        from tui.plain import ASCII_ONLY, LETTERS_AND_ASCII

        return [*filters, ASCII_ONLY if self.plain else LETTERS_AND_ASCII]

    def get_default_screen(self) -> Screen[None]:
        """Return the screen to open with."""
        return first_screen(self)

    def action_help_quit(self) -> None:
        """Say how to leave, to who presses Ctrl+C."""
        self.say(self.t(msg("Ctrl+Q leaves.")))

    def action_command_palette(self) -> None:
        """Search all commands."""
        from tui.palette import open_palette

        open_palette(self)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Return what the palette finds."""
        from tui.palette import palette_commands

        return palette_commands(self, screen)


def run_app(context: "Context") -> int:
    """Run the app in the terminal until it is left; returns the exit code. After a fault of ours one line says so."""
    from tui.terminal import shows_ascii_only, shows_no_colour

    without = shows_no_colour(os.environ)
    os.environ.pop("NO_COLOR", None)  # Textual takes an empty one as set
    if without:
        os.environ["NO_COLOR"] = "1"
    plain = shows_ascii_only(context.locale, os.environ)
    if plain and context.language is None:
        context = replace(context, language="en")
    ahead = context.now - datetime.now(UTC)
    app = PlannerApp(context, clock=lambda: datetime.now(UTC) + ahead)
    if plain:
        app.draw_plain()
    return run_to_the_end(app)


def run_to_the_end(app: PlannerApp) -> int:
    """Run the app; a fault of ours is reported in a file and one line, once the terminal is as it was."""
    try:
        app.run()
    except Exception as error:  # noqa: BLE001 - the last line of defence
        from tui.leaving import Crash

        app.crash = app.crash or Crash(error)
    from tui.crash import say_line, tell_crash

    if app.crash is None:
        from planner.workspace.tracking.timer import say_left_running

        running = say_left_running(app.opened) if app.opened is not None else None
        if running is not None:
            say_line(app.t(running))
        return app.return_code or 0
    say_line(tell_crash(app.crash, app.context, app.t, app.clock()))
    return 1


def make_app() -> PlannerApp:
    """Return the app on the plan folder that the environment names; for benchmarks and tools."""
    edge = importlib.import_module(
        "planner.cli.edge"
    )  # by name: the app and the commands do not know each other
    return PlannerApp(edge.Edge().context)
