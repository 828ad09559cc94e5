"""How a screen speaks: the sentence and the keys at its foot, in the user's language.

Invariant: what is said there goes after a while; what is waited for, and what is wrong, stands as long as it lasts.
"""

from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import on
from textual.events import ScreenResume
from textual.timer import Timer
from textual.widgets import Input

from planner.keymap.table import PLACES
from planner.text.messages import Message, Translator, msg
from tui.commands import Command, commands_of, places_span
from tui.screens.once import LeftOnce
from tui.widgets.block import Block
from tui.widgets.foot import Key, Keys, Sentence
from tui.widgets.too_small import TooSmall, say_too_small, too_small

if TYPE_CHECKING:
    from tui.app import PlannerApp
    from tui.waiting import Wait

SAID_FOR = 8.0  # seconds


class Spoken(LeftOnce):
    """A screen with a name in the table of commands, that speaks the user's language."""

    NAME: ClassVar[str] = ""
    AUTO_FOCUS = ""
    wait: "Wait[Any] | None" = None
    stale = resumed = False
    _quiet: Timer | None = None

    @property
    def planner(self) -> "PlannerApp":
        """The app."""
        return cast("PlannerApp", self.app)

    @property
    def t(self) -> Translator:
        """Says messages in the user's language."""
        return self.planner.t

    @property
    def has_parts(self) -> bool:
        """Tell whether its parts are there; a screen that is opened while the app closes never gets them."""
        return bool(self.query(Keys))

    def refresh_plan(self) -> None:
        """Show the plan anew after it changed."""

    def say(self, text: Message | str, *, wrong: bool = False) -> None:
        """Say something at the foot for a while, instead of the judgement."""
        sentence = self._sentence()
        if sentence is None:
            return
        sentence.wrong, sentence.said = wrong, text if isinstance(text, str) else self.t(text)
        if self._quiet is not None:
            self._quiet.stop()
        self._quiet = self.set_timer(SAID_FOR, self.hush)

    def make_way(self) -> None:
        """Take back what was said for news of the plan; a refusal stays, since it says what to do."""
        sentence = self._sentence()
        if sentence and not sentence.wrong:
            sentence.said = ""

    def hush(self) -> None:
        """Take back what was said."""
        if sentence := self._sentence():
            sentence.said = ""

    def show_busy(self, text: str) -> None:
        """Say what is waited for, until an empty text takes it back."""
        if sentence := self._sentence():
            sentence.busy = text or self.planner.saving

    def show_trouble(self) -> None:
        """Say which file has mistakes, as long as it has."""
        if sentence := self._sentence():
            sentence.trouble = self.planner.trouble

    def _sentence(self) -> Sentence | None:
        """Return the sentence at the foot; there is none while the screen is being made."""
        return next(iter(self.query(Sentence)), None)

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Show what changed while the screen was covered; at first all is styled as it should be already."""
        event.refresh_styles = event.refresh_styles and self.resumed
        self.resumed = True
        if self.stale:
            self.stale = False
            self.refresh_plan()

    def on_resize(self) -> None:
        """Cover the screen with a word where the terminal is too small for any."""
        small = too_small(self.app.size)
        cover = next(iter(self.query(TooSmall)), None)
        if small and cover is None:
            cover = TooSmall()
            cover.said = self.t(say_too_small())
            self.mount(cover)
        elif cover is not None and not small:
            cover.remove()

    @on(Input.Changed)
    def _corrected(self) -> None:
        """Take back a problem once something else is typed."""
        if self.query_one(Sentence).wrong:
            self.hush()

    def show_keys(self) -> None:
        """Fill glyphs, and the footer from the table of commands."""
        for block in self.query(Block):
            block.glyphs = self.planner.glyphs
        keys = [
            self._key(command)
            for command in commands_of(self.NAME, self.planner.commands)
            if command.footer and self.offers(command.name)
        ]
        self.query_one(Keys).keys = tuple(keys)
        self.show_busy("")
        self.show_trouble()

    def offers(self, command: str) -> bool:
        """Tell whether the footer shows a command now; where one is already it does not."""
        return command != self.NAME

    def lists(self, command: str) -> bool:
        """Tell whether the help lists a command now."""
        del command
        return True

    def _key(self, command: Command) -> Key:
        leads, place = command.name == "places", command.name in PLACES
        shown = places_span(self.planner.commands) if leads else ""
        rank = 0 if leads or place or command.name == "help" else command.footer
        label = self.t(command.label)
        return Key(command.name, shown or command.shown, label, command.group, rank, place=place, leads=leads)

    @on(Keys.Pressed)
    async def _pressed(self, message: Keys.Pressed) -> None:
        await self.run_action(message.command)

    def action_quit(self) -> None:
        """Leave the app."""
        self.planner.leave()

    def action_back(self) -> None:
        """Go back to the screen before."""
        self.dismiss()

    def action_jump(self) -> None:
        """Show letters on what can be focused or chosen."""
        from tui.jumping import marks_on
        from tui.screens.jump import JumpScreen

        marks = marks_on(self)
        if marks:
            self.app.push_screen(JumpScreen(marks))
        else:
            self.say(msg("There is nothing to jump to here."), wrong=True)

    def action_copy(self) -> None:
        """Copy what the cursor is on as plain text."""
        from tui.copying import copy_at_cursor

        copy_at_cursor(self)
