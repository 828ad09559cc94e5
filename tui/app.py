"""The app: opens the plan, holds it, runs use cases off the UI thread, and tells the screens.

Invariant: `opened` is the only state; whatever reads or writes the plan folder runs in a thread, one at a time.
"""

import asyncio
import gc
import importlib
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from textual import work
from textual.app import App, SystemCommand
from textual.screen import Screen

from planner.text.languages import choose_language
from planner.text.messages import Message, Translator, msg, translator
from tui.glyphs import BLOCKS, Glyphs
from tui.places import first_screen
from tui.theme import DARK, THEMES

if TYPE_CHECKING:
    from planner.workspace.context import Context
    from planner.workspace.opening import Opened
    from tui.screens.base import Spoken

Clock = Callable[[], datetime]
UseCase = Callable[["Opened"], "Opened | tuple[Opened, Message]"]


class PlannerApp(App[None]):
    """The planner on the screen. `clock` gives the moment (UTC); without one it stands still at the context's."""

    CSS_PATH = "styles/planner.tcss"
    TITLE = "planner"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (104, "-wide"), (164, "-broad")]  # noqa: RUF012 - Textual's own form

    def __init__(self, context: "Context", *, clock: Clock | None = None) -> None:
        gc.disable()  # a collection among what is only being loaded costs a fifth of the first frame
        super().__init__()
        self.context = context
        self.clock = clock or (lambda: context.now)
        self.opened: Opened | None = None
        self.language = choose_language(context.language, context.locale)
        self.glyphs: Glyphs = BLOCKS
        self._one_at_a_time = asyncio.Lock()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK

    @property
    def t(self) -> Translator:
        """Says messages in the user's language."""
        return translator(self.language)

    def on_mount(self) -> None:
        """Collect garbage again once the first frame is on the screen; from then on time goes by."""
        self.call_after_refresh(gc.enable)
        self.set_interval(60, self.tick)

    def tick(self) -> None:
        """Show the plan as it is now: another minute, and what other programs recorded meanwhile."""
        if self.opened is not None and self.clock() != self.opened.context.now:
            self.act(lambda opened: opened)

    def on_unmount(self) -> None:
        """Leave the process as it was, however early the app is left."""
        gc.enable()

    @property
    def plan(self) -> "Opened":
        """The open plan; only screens that need one ask for it."""
        assert self.opened is not None  # noqa: S101 - such screens are opened with a plan only
        return self.opened

    def get_default_screen(self) -> Screen[None]:
        """Return the screen to open with."""
        return first_screen(self)

    def take(self, opened: "Opened") -> None:
        """Take another state of the plan without telling the screens."""
        self.opened, self.language = opened, opened.language

    def show_plan(self, opened: "Opened") -> None:
        """Take another state of the plan, and tell the screens."""
        self.take(opened)
        self.refresh_screens()

    def refresh_screens(self) -> None:
        """Have every screen drawn anew from what the app holds."""
        for screen in self._spoken():
            screen.refresh_plan()

    def _spoken(self) -> "list[Spoken]":
        from tui.screens.base import Spoken

        return [screen for screen in self.screen_stack if isinstance(screen, Spoken)]

    @work(group="act")
    async def act(self, use_case: UseCase, said: Message | None = None) -> None:
        """Run a use case on the plan as it is now on disk, off the UI thread; then show and say what came of it."""
        from planner.problems import DataError

        async with self._one_at_a_time:
            try:
                done = await asyncio.to_thread(lambda: use_case(self.plan.at(self.clock()).reread()))
            except DataError as error:
                self.say(error.problems[0].text(self.t), wrong=True)
                return
        opened, message = done if isinstance(done, tuple) else (done, said)
        self.show_plan(opened)
        if message is not None:
            self.say(self.t(msg("{what}. u takes it back.", what=message) if message is said else message))

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Say something at the foot of the screen."""
        for screen in self._spoken()[-1:]:
            screen.say(text, wrong=wrong)

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
    """Run the app in the terminal until it is left; returns the exit code."""
    ahead = context.now - datetime.now(UTC)
    app = PlannerApp(context, clock=lambda: datetime.now(UTC) + ahead)
    app.run()
    return app.return_code or 0


def make_app() -> PlannerApp:
    """Return the app on the plan folder that the environment names; for benchmarks and tools."""
    edge = importlib.import_module(
        "planner.cli.edge"
    )  # by name: the app and the commands do not know each other
    return PlannerApp(edge.Edge().context)
