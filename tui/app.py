"""The app: opens the plan, holds it, runs use cases off the UI thread, and tells the screens.

Invariant: `opened` is the only state; whatever reads or writes the plan folder runs in a thread, one at a time.
"""

import asyncio
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import partial
from typing import cast

from textual import work
from textual.app import App, SystemCommand
from textual.command import CommandPalette
from textual.screen import Screen

from planner.problems import DataError, Problem
from planner.text.languages import choose_language
from planner.text.messages import Message, Translator, msg, translator
from planner.workspace.context import Context
from planner.workspace.opening import Opened, has_plan, open_plan
from tui.commands import MILESTONES, commands_of
from tui.glyphs import ASCII, BLOCKS, Glyphs
from tui.screens.base import PlannerScreen, Spoken
from tui.theme import DARK, LIGHT, THEMES

Clock = Callable[[], datetime]
UseCase = Callable[[Opened], Opened | tuple[Opened, Message]]


class PlannerApp(App[None]):
    """The planner on the screen. `clock` gives the moment (UTC); without one it stands still at the context's."""

    CSS_PATH = "styles/planner.tcss"
    TITLE = "planner"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (104, "-wide"), (164, "-broad")]  # noqa: RUF012 - Textual's own form

    def __init__(self, context: Context, *, clock: Clock | None = None) -> None:
        super().__init__()
        self.context = context
        self.clock = clock or (lambda: context.now)
        self.opened: Opened | None = None
        self.trouble: tuple[Problem, ...] = ()
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

    @property
    def plan(self) -> Opened:
        """The open plan; only screens that need one ask for it."""
        if self.opened is None:
            raise RuntimeError("no plan is open")
        return self.opened

    def get_default_screen(self) -> Screen[None]:
        """Open Today when there is a plan, else the first-run steps; a plan that cannot be read is explained."""
        try:
            if not has_plan(self.context):
                from tui.screens.first_run import FirstRunScreen

                return FirstRunScreen()
            self._take(open_plan(self.context))
        except DataError as error:
            from tui.screens.trouble import TroubleScreen

            return TroubleScreen(error.problems)
        from tui.screens.today import TodayScreen

        return TodayScreen()

    def _take(self, opened: Opened) -> None:
        self.opened, self.language = opened, opened.language

    def show_plan(self, opened: Opened) -> None:
        """Take another state of the plan, and tell the screens."""
        self._take(opened)
        for screen in self.screen_stack:
            if isinstance(screen, PlannerScreen):
                screen.refresh_plan()

    def go(self, name: str, at: str = "") -> None:
        """Go to one of the places: Today lies at the bottom, the others on top of it."""
        if getattr(self.screen, "NAME", "") == name:
            return
        if name == MILESTONES:
            from tui.screens.milestones import MilestonesScreen

            self.push_screen(MilestonesScreen(at))
        else:
            self.pop_screen()

    def begin(self, opened: Opened) -> None:
        """Show a plan that was just made."""
        from tui.screens.today import TodayScreen

        self._take(opened)
        self.push_screen(TodayScreen())

    @work(group="act")
    async def act(self, use_case: UseCase, said: Message | None = None) -> None:
        """Run a use case on the plan as it is now on disk, off the UI thread; then show and say what came of it."""
        async with self._one_at_a_time:
            try:
                done = await asyncio.to_thread(partial(self._run, use_case))
            except DataError as error:
                self.say(error.problems[0].text(self.t), wrong=True)
                return
        opened, message = done if isinstance(done, tuple) else (done, said)
        self.show_plan(opened)
        if message is not None:
            self.say(self.t(msg("{what}. u takes it back.", what=message) if message is said else message))

    def _run(self, use_case: UseCase) -> Opened | tuple[Opened, Message]:
        return use_case(self.plan.at(self.clock()).reread())

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Say something at the foot of the screen."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, Spoken):
                screen.say(text, wrong=wrong)
                return

    def change_theme(self) -> None:
        """Change between dark and light."""
        self.theme = LIGHT if self.theme == DARK else DARK

    def change_glyphs(self) -> None:
        """Change between blocks and plain ASCII."""
        self.glyphs = ASCII if self.glyphs == BLOCKS else BLOCKS
        for screen in self.screen_stack:
            if isinstance(screen, PlannerScreen):
                screen.refresh_plan()

    def action_command_palette(self) -> None:
        """Search all commands."""
        if not CommandPalette.is_open(cast("App[object]", self)):
            said = self.t(msg("Search for commands …"))
            self.push_screen(CommandPalette(placeholder=said, id="--command-palette"))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Return what the palette finds: the commands of the screen."""
        for command in commands_of(getattr(screen, "NAME", "")):
            if command.palette:
                said = (self.t(command.help), f"{self.t(command.label)}  {command.shown}")
                yield SystemCommand(*said, partial(screen.run_action, command.name))


def run_app(context: Context) -> int:
    """Run the app in the terminal until it is left; returns the exit code."""
    ahead = context.now - datetime.now(UTC)
    app = PlannerApp(context, clock=lambda: datetime.now(UTC) + ahead)
    app.run()
    return app.return_code or 0
