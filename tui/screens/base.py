"""What all screens share: the top lines, the sentence, the keys, and how they speak to the app.

Invariant: a screen shows `app.opened` and is told by `refresh_plan` when that is another one; it never writes itself.
"""

from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input

from planner.text.messages import Message, Translator
from tui.commands import MILESTONES, TODAY, Command, commands_of
from tui.glyphs import ASCII, BLOCKS
from tui.places import go
from tui.theme import DARK, LIGHT
from tui.widgets.block import Block
from tui.widgets.foot import Key, Keys, Sentence
from tui.widgets.top import Top

if TYPE_CHECKING:
    from tui.app import PlannerApp

SAID_FOR = 8.0


class Spoken(Screen[None]):
    """A screen with a name in the table of commands, that speaks the user's language."""

    NAME: ClassVar[str] = ""
    AUTO_FOCUS = ""
    _quiet: Timer | None = None

    @property
    def planner(self) -> "PlannerApp":
        """The app."""
        return cast("PlannerApp", self.app)

    @property
    def t(self) -> Translator:
        """Says messages in the user's language."""
        return self.planner.t

    def refresh_plan(self) -> None:
        """Show the plan anew after it changed."""

    def say(self, text: Message | str, *, wrong: bool = False) -> None:
        """Say something at the foot for a while, instead of the judgement."""
        sentence = self.query_one(Sentence)
        sentence.wrong, sentence.said = wrong, text if isinstance(text, str) else self.t(text)
        if self._quiet is not None:
            self._quiet.stop()
        self._quiet = self.set_timer(SAID_FOR, self.hush)

    def hush(self) -> None:
        """Take back what was said."""
        self.query_one(Sentence).said = ""

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
            for command in commands_of(self.NAME)
            if command.footer and self.offers(command.name)
        ]
        self.query_one(Keys).keys = tuple(keys)

    def offers(self, command: str) -> bool:
        """Tell whether the footer shows a command now; where one is already it does not."""
        return command != self.NAME

    def _key(self, command: Command) -> Key:
        return Key(command.name, command.shown, self.t(command.label), command.group, command.footer)

    @on(Keys.Pressed)
    async def _pressed(self, message: Keys.Pressed) -> None:
        await self.run_action(message.command)

    def action_quit(self) -> None:
        """Leave the app."""
        self.app.exit()

    def action_back(self) -> None:
        """Go back to the screen before."""
        self.dismiss()


class PlannerScreen(Spoken):
    """A whole screen: the top lines, its body, and the foot."""

    def compose(self) -> ComposeResult:
        """Put the body between the top lines and the foot, from the start in the form that the width asks for."""
        fitting = [
            name for width, name in self.app.HORIZONTAL_BREAKPOINTS or () if width <= self.app.size.width
        ]
        self.add_class(*fitting[-1:])
        yield Top()
        yield from self.body()
        yield Sentence()
        yield Keys()

    def body(self) -> ComposeResult:
        """Return the screen's own part."""
        yield from ()

    def on_mount(self) -> None:
        """Fill the screen before its first frame. Textual calls a subclass's own `on_mount` first, then this one."""
        self.show()
        self.begin()

    def begin(self) -> None:
        """Do what is done once, when the screen is filled."""

    def show(self) -> None:
        """Fill every part from the app's state; the base fills the keys."""
        self.show_keys()

    def refresh_plan(self) -> None:
        """Show the plan anew after it changed."""
        if self.is_mounted:
            self.show()

    def action_help(self) -> None:
        """Show all keys of this screen."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.NAME))

    def action_palette(self) -> None:
        """Search all commands."""
        self.app.action_command_palette()

    def action_light(self) -> None:
        """Change between the light and the dark theme."""
        self.app.theme = LIGHT if self.app.theme == DARK else DARK

    def action_plain(self) -> None:
        """Change between plain signs and blocks."""
        self.planner.glyphs = ASCII if self.planner.glyphs == BLOCKS else BLOCKS
        self.planner.refresh_screens()


class PlanScreen(PlannerScreen):
    """A screen of an open plan, with what every such screen can do."""

    def action_today(self) -> None:
        """Go to Today."""
        go(self.planner, TODAY)

    def action_milestones(self) -> None:
        """Go to Milestones."""
        go(self.planner, MILESTONES)

    def action_checkin(self) -> None:
        """Begin the weekly check-in."""
        from tui.screens.checkin import CheckInScreen

        self.app.push_screen(CheckInScreen(self.planner.plan.at(self.planner.clock())))

    def action_undo(self) -> None:
        """Take back the last action."""
        from planner.workspace.undo import undo

        self.planner.act(undo)

    def action_redo(self) -> None:
        """Bring back what was undone last."""
        from planner.workspace.undo import redo

        self.planner.act(redo)
