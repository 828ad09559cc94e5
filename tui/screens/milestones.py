"""Milestones: all of them by phase, and beside the list (or in its place) the one under the cursor with its steps."""

from dataclasses import replace
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.geometry import Region

from planner.curriculum.model import Phase
from planner.keymap.table import MILESTONES
from planner.text.messages import KeyOf, Translator, msg, msg_n
from planner.workspace.milestones import reopen, tick_step
from planner.workspace.views.milestones import MilestoneRow, milestone_rows, phase_of
from tui.commands import Command, bindings_of
from tui.glyphs import Glyphs
from tui.screens.base import PlanScreen
from tui.widgets.cells import MUTED, cell
from tui.widgets.foot import Key, Sentence
from tui.widgets.milestone_line import (
    LATE,
    REACHED,
    TIGHT,
    MilestoneLine,
    Widths,
    draw_heading,
    draw_milestone,
)
from tui.widgets.milestone_page import MilestoneHead, MilestoneTail, step_rows
from tui.widgets.rows import Row, Rows
from tui.widgets.top import Top
from tui.wording.milestone_page import detail_of
from tui.wording.milestones import milestone_line, state_of
from tui.wording.today import aside


class MilestonesScreen(PlanScreen):
    """The list and the page."""

    CSS_PATH = "../styles/milestones.tcss"
    NAME = MILESTONES
    BINDINGS = bindings_of(MILESTONES)

    def __init__(self, at: str = "") -> None:
        super().__init__()
        self.at = at
        self.found: dict[str, MilestoneRow] = {}
        self.phases: dict[str, Phase | None] = {}

    def body(self) -> ComposeResult:
        """Return the list and the page."""
        with Horizontal(id="board"):
            with VerticalScroll(id="list", can_focus=False):
                yield Rows("all")
            with VerticalScroll(id="page", can_focus=False):
                yield MilestoneHead()
                yield Rows("steps")
                yield MilestoneTail()

    def begin(self) -> None:
        """Fill the screen, with the cursor where it was asked for, else on the first that is not reached."""
        rows = self.query_one("#all", Rows)
        first = next((each.plan.id for each in self.found.values() if not each.plan.reached), "")
        rows.cursor = self.at or first
        self.set_focus(rows)
        self.show_page()
        if self.at:
            self.action_enter_steps()

    def show(self) -> None:
        """Fill list and page from the open plan."""
        super().show()
        opened, t = self.planner.plan, self.t
        phase = {each.id: number for number, each in enumerate(opened.curriculum.phases)}
        found = [(phase_of(opened.curriculum, row.milestone), row) for row in milestone_rows(opened)]
        found.sort(key=lambda pair: phase.get(pair[0].id, -1) if pair[0] else -1)
        self.found = {row.plan.id: row for _, row in found}
        self.phases = {row.plan.id: each for each, row in found}
        top = self.query_one(Top)
        top.place, top.title, top.aside = t(msg("milestones")), t(opened.curriculum.title), aside(opened)
        rows = self.query_one("#all", Rows)
        rows.rows = self._list_rows()
        self.query_one(Sentence).judgement = self._judgement()
        self.show_page()

    def _list_rows(self) -> tuple[Row, ...]:
        opened, t, glyphs = self.planner.plan, self.t, self.planner.glyphs
        today = opened.now.date()
        lines = {name: milestone_line(row, t, today) for name, row in self.found.items()}
        widths = Widths.of(tuple(lines.values()), t(msg("due")), t(msg("expected")))
        rows: list[Row] = []
        phase: Phase | None = None
        for name, line in lines.items():
            if not rows or self.phases[name] is not phase:
                phase = self.phases[name]
                title = t(phase.title if phase else opened.curriculum.title)
                rows += [_heading(title, widths if not rows else None, t)]
            rows.append(Row(partial(_line, line, widths, glyphs), name))
        return tuple(rows)

    def _judgement(self) -> str:
        if not self.found:
            none = msg(
                "This plan has no milestones: they stand in curriculum.yaml. {today} goes to Today.",
                today=KeyOf("today"),
            )
            return self.t(none)
        states = [state_of(row.plan) for row in self.found.values()]
        count = {state: states.count(state) for state in (REACHED, LATE, TIGHT)}
        reached = msg("{reached} of {all} reached", reached=count[REACHED], all=len(states))
        if count[LATE]:
            more = msg_n("{count} is late", "{count} are late", count[LATE])
        elif count[TIGHT]:
            more = msg_n("{count} is tight", "{count} are tight", count[TIGHT])
        else:
            more = msg("the others are on track")
        return self.t(msg("{reached}; {more}.", reached=reached, more=more))

    def show_page(self) -> None:
        """Fill the page of the milestone under the cursor."""
        row = self.at_cursor()
        if row is None:
            return
        detail = detail_of(row, self.planner.plan)
        head, steps, tail = (
            self.query_one(MilestoneHead),
            self.query_one("#steps", Rows),
            self.query_one(MilestoneTail),
        )
        head.needs = self.t(msg("needs"))
        head.detail, head.line = detail, milestone_line(row, self.t, self.planner.plan.now.date())
        steps.heading = self.t(msg("steps")) if detail.steps else ""
        steps.rows = step_rows(detail, self.planner.glyphs.on, self.planner.glyphs.off)
        tail.heading = self.t(msg("attempts and results")) if detail.tries or detail.medal else ""
        tail.detail = detail

    def at_cursor(self) -> MilestoneRow | None:
        """Return the milestone under the cursor."""
        return self.found.get(self.query_one("#all", Rows).cursor)

    def asked_about(self) -> str:
        """Return the milestone under the cursor."""
        row = self.at_cursor()
        return f"milestone:{row.plan.id}" if row else ""

    @on(Rows.Moved, "#all")
    def _moved(self, message: Rows.Moved) -> None:
        self.query_one("#list").scroll_to_region(_region(message), animate=False)
        self.show_page()

    @on(Rows.Moved, "#steps")
    def _step_moved(self, message: Rows.Moved) -> None:
        top = self.query_one("#steps").virtual_region.y
        self.query_one("#page").scroll_to_region(_region(message).translate((0, top)), animate=False)

    @on(Rows.Chosen, "#all")
    def _chosen(self) -> None:
        self.action_enter_steps()

    @on(Rows.Chosen, "#steps")
    def _chosen_step(self) -> None:
        self.action_step()

    def offers(self, command: str) -> bool:
        """Offer the way back only from the steps."""
        return super().offers(command) and (command != "leave" or self._in_steps())

    def _key(self, command: Command) -> Key:
        """Keep the way back in the footer."""
        key = super()._key(command)
        return replace(key, rank=0) if command.name == "leave" else key

    def _in_steps(self) -> bool:
        return self.focused is not None and self.focused.id == "steps"

    def action_enter_steps(self) -> None:
        """Go from the list to the page."""
        self.add_class("-page")
        self.set_focus(self.query_one("#steps", Rows))
        self.show_keys()

    def action_leave(self) -> None:
        """Go back from the page to the list."""
        self.remove_class("-page")
        self.set_focus(self.query_one("#all", Rows))
        self.show_keys()

    def action_detail(self) -> None:
        """Open the page; on it there is nothing more to open."""
        if not self._in_steps():
            self.action_enter_steps()

    def action_up(self) -> None:
        """Move up."""
        self.query_one("#steps" if self._in_steps() else "#all", Rows).action_move(-1)

    def action_down(self) -> None:
        """Move down."""
        self.query_one("#steps" if self._in_steps() else "#all", Rows).action_move(1)

    def action_step(self) -> None:
        """Tick the step under the cursor, or take the tick back; from the list, go to the steps first."""
        row, cursor = self.at_cursor(), self.query_one("#steps", Rows).cursor
        if not self._in_steps():
            self.action_enter_steps()
        elif row is not None and cursor:
            self.planner.act(lambda opened: tick_step(opened, row.plan.id, int(cursor)))

    def action_try_it(self) -> None:
        """Note an attempt."""
        self._ask(reached=False)

    def action_reach(self) -> None:
        """Note that it is reached."""
        self._ask(reached=True)

    def _ask(self, *, reached: bool) -> None:
        from tui.screens.evidence import EvidenceSheet

        row = self.at_cursor()
        if row is not None:
            self.app.push_screen(EvidenceSheet(row, reached=reached))

    def action_reopen(self) -> None:
        """Open a reached milestone again."""
        row = self.at_cursor()
        if row is not None:
            said = msg("{milestone} is open again", milestone=row.milestone.title)
            self.planner.act(lambda opened: reopen(opened, row.plan.id), said)


def _line(line: MilestoneLine, widths: Widths, glyphs: Glyphs, width: int) -> list[Content]:
    return [draw_milestone(line, widths, width, glyphs)]


def _heading(title: str, widths: Widths | None, t: Translator) -> Row:
    """Return a phase's heading; the first one also names the columns, the others follow a gap."""
    if widths is None:
        return Row(lambda width: [Content(), cell(title, width, MUTED)])
    due, expected = t(msg("due")), t(msg("expected"))
    return Row(lambda width: [draw_heading(title, due, expected, widths, width)])


def _region(message: Rows.Moved) -> Region:
    return Region(0, message.top, 1, message.bottom - message.top + 1)
