"""What all screens share: the top lines, the body, the foot, and what every screen of a plan can do.

Invariant: a screen shows `app.opened` and is told by `refresh_plan` when that is another one; it never writes itself.
"""

from datetime import timedelta

from textual.app import ComposeResult

from planner.keymap.table import HISTORY, MILESTONES, PLAN, PROGRESS, TODAY, WEEK, WHATIF
from tui.commands import commands_of
from tui.places import go
from tui.screens.spoken import Spoken
from tui.taste import next_theme, other_signs
from tui.widgets.foot import Keys, Sentence
from tui.widgets.top import Top

RECENT = timedelta(seconds=90)


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
        """Fill the screen before its first frame."""
        if self.has_parts:
            self.prepare()
            self.show()
            self.begin()

    def prepare(self) -> None:
        """Do what is done once, before the screen is filled."""

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

        named = (command.name for command in commands_of(self.NAME))
        hidden = frozenset(name for name in named if not self.lists(name))
        self.app.push_screen(HelpScreen(self.NAME, hidden))

    def action_palette(self) -> None:
        """Search all commands."""
        self.app.action_command_palette()

    def action_places(self) -> None:
        """Choose another screen."""
        from tui.palette import open_palette

        open_palette(self.planner, places=True)

    def action_theme(self) -> None:
        """Take the next colours: dark, light, the terminal's own."""
        next_theme(self.planner)

    def action_signs(self) -> None:
        """Change between plain signs and blocks."""
        other_signs(self.planner)


class PlanScreen(PlannerScreen):
    """A screen of an open plan, with what every such screen can do."""

    def action_today(self) -> None:
        """Go to Today."""
        go(self.planner, TODAY)

    def action_plan(self) -> None:
        """Go to the plan over time."""
        go(self.planner, PLAN)

    def action_week(self) -> None:
        """Go to the week."""
        go(self.planner, WEEK)

    def action_milestones(self) -> None:
        """Go to Milestones."""
        go(self.planner, MILESTONES)

    def action_whatif(self) -> None:
        """Go to What if."""
        go(self.planner, WHATIF)

    def action_progress(self) -> None:
        """Go to Progress."""
        go(self.planner, PROGRESS)

    def action_history(self) -> None:
        """Go to History."""
        go(self.planner, HISTORY)

    def action_calendar(self) -> None:
        """Write the plan as a calendar file into the folder that the planner was started in."""
        from planner.workspace.copies import save_calendar

        self.planner.act(save_calendar)

    def action_backup(self) -> None:
        """Make a backup."""
        from planner.workspace.copies import save_backup

        self.planner.act(save_backup)

    def action_checkin(self) -> None:
        """Begin the weekly check-in, on the plan as it was looked at last unless that was long ago."""
        from planner.problems import DataError
        from planner.workspace.checkin.days import check_begun
        from tui.screens.checkin import CheckInScreen

        opened, now = self.planner.plan, self.planner.clock()
        recent = abs(now - opened.context.now) < RECENT
        current = opened if recent else opened.at(now)
        try:
            check_begun(current)
        except DataError as error:
            self.planner.say(self.t(error.problems[0].message), wrong=True)
            return
        self.app.push_screen(CheckInScreen(current))

    def action_search(self) -> None:
        """Search modules, sessions, milestones and phases."""
        from tui.screens.search import SearchScreen

        self.app.push_screen(SearchScreen())

    def asked_about(self) -> str:
        """Return what the cursor is on, as `why` names it; nothing when there is nothing to explain."""
        return ""

    def action_why(self) -> None:
        """Explain what the cursor is on."""
        from tui.screens.why import WhyScreen

        if name := self.asked_about():
            self.app.push_screen(WhyScreen(name))

    def action_tour(self) -> None:
        """Begin the tour, on Today."""
        from tui.screens.tour import TourCard

        go(self.planner, TODAY)
        self.app.push_screen(TourCard())

    def action_undo(self) -> None:
        """Take back the last action."""
        from planner.workspace.undoing.undo import undo

        self.planner.act(undo)

    def action_redo(self) -> None:
        """Bring back what was undone last."""
        from planner.workspace.undoing.undo import redo

        self.planner.act(redo)
