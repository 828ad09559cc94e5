"""What if: levers, and what the plan becomes, at each key; applying shows the change first.

Invariant: nothing is written before a change is shown and accepted, and levers stay as they are turned until then.
"""

from collections.abc import Iterable
from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.geometry import Region

from planner.keymap.table import WHATIF
from planner.problems import DataError
from planner.schedule.model import Plan, Repair
from planner.text.messages import msg
from planner.workspace.opening import Opened
from planner.workspace.settings.changing import SettingsChange, change_settings
from planner.workspace.settings.supposed import settings_of
from planner.workspace.supposing.lever_values import levers_of
from planner.workspace.supposing.levers import DROP, Lever, change_of, with_repair
from planner.workspace.supposing.whatif import Supposed
from tui.commands import Command, bindings_of
from tui.screens.turning import Turning
from tui.screens.whatif_room import Room, pages_of, room_of
from tui.widgets.foot import Key, Sentence
from tui.widgets.outcome import OutcomeView
from tui.widgets.rows import Rows
from tui.widgets.sliders import Levers, Note
from tui.widgets.top import Top
from tui.wording.supposing import sentence
from tui.wording.today import aside
from tui.wording.whatif import outcome_of, slider_of

_FEEDBACK = 0.03  # seconds; a plan that is made by then is drawn together with the lever
REPAIR = "repair:"


class WhatIfScreen(Turning):
    """The levers and the outcome."""

    CSS_PATH = "../styles/whatif.tcss"
    NAME = WHATIF
    BINDINGS = bindings_of(WHATIF)

    def __init__(self, at: str = "") -> None:
        super().__init__()
        self.at = at
        self.supposed: Supposed | None = None
        self._looking = False
        self._shown: tuple[Lever, ...] = ()
        self.page = 0

    def body(self) -> ComposeResult:
        """Return levers and outcome."""
        with VerticalScroll(id="whatif", can_focus=False):
            yield Levers("levers")
            yield OutcomeView("outcome")

    def begin(self) -> None:
        """Put the cursor on the first lever."""
        rows = self.query_one(Levers)
        rows.cursor = self.at
        self.set_focus(rows)

    def show(self) -> None:
        """Fill the screen from the open plan; levers that were turned stay where they are."""
        super().show()
        opened, t = self.planner.plan, self.t
        self.levers = self.as_before(levers_of(opened))
        if self.forget_old():
            self.supposed = None
        top = self.query_one(Top)
        top.place, top.title, top.aside = t(msg("what if")), t(opened.curriculum.title), aside(opened)
        self._shown = tuple(lever.reset() for lever in self.levers)
        self.follow()

    @on(Resize)
    def _resized(self) -> None:
        if self.supposed is not None:
            self._fill()

    def follow(self) -> None:
        """Show the levers as they stand, and what they make."""
        if self.supposed is not None:
            self._looking = False
            self.supposed = replace(self.supposed, after=_unrepaired(self.supposed))
        self.set_timer(_FEEDBACK, self._fill_levers)
        self.suppose(change_of(self.levers))

    def taken(self, supposed: Supposed, *, looking: bool) -> None:
        """Show what a change gives."""
        self.supposed, self._looking = supposed, looking
        if supposed.change == change_of(self.levers):
            self._shown = self.levers
        self._fill()

    def refused(self, error: DataError) -> None:
        """Say why a change cannot be."""
        self.say(error.problems[0].text(self.t), wrong=True)

    def stopped(self) -> None:
        """Turn the levers back to what is shown."""
        self.levers = self._shown
        self.follow()

    @property
    def room(self) -> Room:
        """How much room there is."""
        names = [Content(self.t(lever.title)).cell_length for lever in self.levers if not lever.minutes]
        return room_of(*self.app.size, rails=len(names), name=max(names))

    def _fill(self) -> None:
        self._fill_levers()
        supposed, view = self.supposed, self.query_one(OutcomeView)
        if supposed is not None:
            room = self.room
            taken = len(self.query_one(Levers).lines(room.width))
            lines = room.outcome(taken)
            every = room.beside and len(supposed.before.milestones) + 8 <= lines
            view.room = lines
            view.outcome = outcome_of(supposed, self.t, every=every)
            self.query_one(Sentence).judgement = sentence(supposed, self.levers, self.t)

    def _fill_levers(self) -> None:
        opened, room, levers = self.planner.plan, self.room, self.query_one(Levers)
        pages = pages_of(self.levers, room)
        self.page = min(self.page, len(pages) - 1)
        level = next((lever.value for lever in self.levers if lever.kind == DROP), "")
        sliders = tuple(slider_of(lever, opened, level) for lever in pages[self.page])
        heading, single = self.t(msg("what could be different")), self.t(msg("modules one by one"))
        if len(pages) > 1:
            heading = self.t(msg("what could be different (single modules: further down)"))
        if self.page:
            heading, single = single, ""
        levers.heading = heading
        levers.fill(sliders, room.rails, () if self.page else tuple(self._repair_notes()), single)

    def _repair_notes(self) -> Iterable[Note]:
        """Yield what would make it fit, as rows that can be chosen."""
        if not (self.repairs or self._looking):
            return
        yield Note(self.t(msg("what would make it fit")), is_heading=True)
        if self._looking:
            yield Note(self.t(msg("looking for it …")))
        for number, repair in enumerate(self.repairs):
            yield Note(self.t(repair.plain), f"{REPAIR}{number}")

    @property
    def repairs(self) -> tuple[Repair, ...]:
        """What would make it fit, as far as there is room."""
        return self.supposed.after.verdict.repairs[: self.room.repairs] if self.supposed else ()

    def action_up(self) -> None:
        """Move up."""
        self.query_one(Levers).action_move(-1)

    def action_down(self) -> None:
        """Move down."""
        self.query_one(Levers).action_move(1)

    @on(Rows.Moved)
    def _moved(self, message: Rows.Moved) -> None:
        region = Region(0, message.top, 1, message.bottom - message.top + 1)
        self.query_one("#whatif").scroll_to_region(region, animate=False)
        self.show_keys()

    @on(Rows.Left)
    def _left(self, message: Rows.Left) -> None:
        """Go on to the levers that have no room below the others, or back."""
        page = self.page + message.step
        if 0 <= page < len(pages_of(self.levers, self.room)):
            self.page = page
            self._fill()
            levers = self.query_one(Levers)
            levers.cursor = levers.ids()[0 if message.step > 0 else -1]

    @on(Rows.Chosen)
    def _chosen(self, message: Rows.Chosen) -> None:
        if message.row.startswith(REPAIR):
            self.action_apply()

    def _key(self, command: Command) -> Key:
        """Say what Enter does on a repair."""
        key = super()._key(command)
        on_repair = command.name == "apply" and self.query_one(Levers).cursor.startswith(REPAIR)
        return replace(key, label=self.t(msg("try it"))) if on_repair else key

    def action_apply(self) -> None:
        """Show what applying would change, and let it be accepted; on a repair, turn the levers so."""
        cursor = self.query_one(Levers).cursor
        if cursor.startswith(REPAIR):
            chosen = int(cursor.removeprefix(REPAIR))
            for repair in self.repairs[chosen : chosen + 1]:
                self.take(with_repair(self.levers, repair))
                self.query_one(Levers).cursor = self.levers[0].id
            return
        from tui.screens.change import ChangeScreen

        change = change_of(self.levers)
        if not change.of_settings:
            self.say(
                self.t(msg("Nothing is turned yet: left and right turn what the cursor is on.")), wrong=True
            )
            return

        def propose(opened: Opened) -> SettingsChange:
            return change_settings(opened, settings_of(opened, change))

        said = msg("The settings are in profile.yaml, and the new plan is accepted")
        self.app.push_screen(ChangeScreen(propose, said, msg("what if")))


def _unrepaired(supposed: Supposed) -> Plan:
    plan = supposed.after
    return replace(plan, verdict=replace(plan.verdict, repairs=()))
