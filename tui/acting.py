"""What the app holds and does: the open plan, use cases run on it off the UI thread, and what others did to it.

Invariant: whatever writes into the plan folder runs in a thread, one at a time, to its end; leaving waits for it.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from textual import work

from planner.text.languages import choose_language
from planner.text.messages import KeyOf, Message, Translator, msg, translator
from tui.fresh import mark_fresh
from tui.leaving import LeavingApp

if TYPE_CHECKING:
    from planner.problems import Problem
    from planner.workspace.context import Context
    from planner.workspace.opening import Opened
    from tui.screens.spoken import Spoken
    from tui.watching import Seen

UseCase = Callable[["Opened"], "Opened | tuple[Opened, Message]"]
Settled = Callable[[bool], None]
SAVING_AFTER = 0.3  # seconds


class ActingApp(LeavingApp):
    """The part of the app that holds the plan; `trouble` and `saving` are what every screen says at its foot."""

    def hold(self, context: "Context", clock: Callable[[], datetime]) -> None:
        """Take the plan folder; what goes wrong beside an action is said after it."""
        self.beside: list[Problem] = []
        self.context = replace(context, warn=self.beside.append)
        self.clock = clock
        self.opened: Opened | None = None
        self.seen: Seen | None = None
        self.language = choose_language(context.language, context.locale)
        self.keys: dict[str, str] = {}
        self.fresh: frozenset[str] = frozenset()
        self.trouble = self.saving = ""
        self.one_at_a_time, self.one_look = asyncio.Lock(), asyncio.Lock()

    @property
    def t(self) -> Translator:
        """Says messages in the user's language."""
        return translator(self.language).with_keys(self.keys)

    @property
    def plan(self) -> "Opened":
        """The open plan; only screens that need one ask for it."""
        assert self.opened is not None  # noqa: S101 - such screens are opened with a plan only
        return self.opened

    def take(self, opened: "Opened") -> None:
        """Take another state of the plan without telling the screens."""
        self.opened, self.language = opened, opened.language

    def show_plan(self, opened: "Opened") -> None:
        """Take another state of the plan, and tell the screens."""
        before = self.opened
        self.take(opened)
        if before is not None and before.journal is not opened.journal:
            mark_fresh(self, before, opened)
        self.refresh_screens()

    def refresh_screens(self) -> None:
        """Have what is seen drawn anew from what the app holds; a covered screen follows when it is seen again."""
        seen = True
        for screen in reversed(self.screen_stack):
            if spoken := _spoken(screen):
                if seen:
                    spoken.refresh_plan()
                else:
                    spoken.stale = True
            seen = seen and screen.is_modal

    @work(group="act", description="a use case")
    async def act(
        self, use_case: UseCase, said: Message | None = None, settled: Settled | None = None
    ) -> None:
        """Run a use case on the plan as it is now on disk, off the UI thread; then show and say what came of it.

        `settled` is told before that whether it is done, for the screen that waits for it.
        """
        from planner.problems import DataError

        def do() -> "tuple[Opened, Message | None]":
            done = use_case(self.plan.at(self.clock()).reread())
            opened, message = done if isinstance(done, tuple) else (done, said)
            _ = opened.plan  # what every screen asks for
            return opened, message

        try:
            async with self.writing():
                opened, message = await asyncio.to_thread(do)
        except DataError as error:
            if settled and self.is_running:
                settled(False)
            self.say(error.problems[0].text(self.t), wrong=True)
            return
        if not self.is_running:
            return
        if settled:
            settled(True)
        self.show_plan(opened)
        back = msg("{what}. {undo} takes it back.", what=message or "", undo=KeyOf("undo"))
        texts = [self.t(back if message is said else message)] if message is not None else []
        if texts or self.beside:
            self.say(" ".join([*texts, *(problem.text(self.t) for problem in self.beside)]))
            self.beside.clear()

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[None]:
        """Have the turn to write, and say so at the foot where it takes long."""
        async with self.one_at_a_time:
            sign = asyncio.get_running_loop().call_later(SAVING_AFTER, self._say_still_saving)
            try:
                yield
            finally:
                sign.cancel()
                self._say_saving(None)

    def _say_still_saving(self) -> None:
        if not self.saving:  # else it is said already that the planner closes then
            self._say_saving(msg("Saving …"))

    def _say_saving(self, text: Message | None) -> None:
        self.saving = self.t(text) if text else ""
        for screen in self._spoken():
            screen.show_busy("")

    @work(group="leave", description="leaving")
    async def leave(self, code: int = 0) -> None:
        """Leave the app once all that was asked for is written."""
        if self.one_at_a_time.locked():
            self._say_saving(msg("Saving; then the planner closes."))
        async with self.one_at_a_time:
            self.exit(return_code=code)

    def leave_with(self, code: int) -> None:
        """Leave the app with an exit code."""
        self.leave(code)

    async def action_quit(self) -> None:
        """Leave the app, on Ctrl+Q wherever it is."""
        self.leave()

    def keep_looking(self) -> None:
        """Look around again, unless a look is still under way: on a slow disk one may take long."""
        if not self.one_look.locked():
            self.look_around()

    @work(group="watch", description="a look at the disk")
    async def look_around(self) -> None:
        """Look whether somebody else changed the plan, and show it; what the app writes itself it shows by itself.

        What is found while the app writes is left for the next look: it may be older than what is written.
        """
        from tui.watching import Seen, look

        async with self.one_look:
            opened = self.opened
            if opened is None or self.one_at_a_time.locked():
                return
            found = await asyncio.to_thread(look, opened, self.seen or Seen(), self.clock())
        if found is None or self.opened is not opened or self.one_at_a_time.locked() or not self.is_running:
            return
        after, self.seen = found
        self.trouble = self.seen.problems[0].text(self.t) if self.seen.problems else ""
        if after is not opened:
            self.show_plan(after)
            for screen in self._spoken():
                screen.make_way()
        for screen in self._spoken():
            screen.show_trouble()

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Say something at the foot of the screen."""
        for screen in self._spoken()[-1:]:
            screen.say(text, wrong=wrong)

    def language_now(self) -> str:
        """Return the language that the app speaks."""
        return self.language

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let Escape give up what is waited for; where nothing is, it is the screen's own."""
        if action == "give_up":
            spoken = _spoken(self.screen)
            return spoken is not None and spoken.wait is not None
        return super().check_action(action, parameters)

    def action_give_up(self) -> None:
        """Give up what the screen waits for."""
        spoken = _spoken(self.screen)
        if spoken is not None and spoken.wait is not None:
            spoken.wait.give_up()

    def _spoken(self) -> "list[Spoken]":
        return [spoken for screen in self.screen_stack if (spoken := _spoken(screen))]


def _spoken(screen: object) -> "Spoken | None":
    from tui.screens.spoken import Spoken

    return screen if isinstance(screen, Spoken) and screen.living else None
