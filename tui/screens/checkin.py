"""The weekly check-in: hours, what is finished, evidence, days off; then the change, which Enter accepts.

Invariant: nothing is recorded before the last Enter, and Escape goes one step back, from the first one out.
"""

import asyncio
from dataclasses import replace
from datetime import date
from typing import TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, Static

from planner.journal.model import Evidence
from planner.problems import DataError
from planner.text.durations import parse_minutes
from planner.text.messages import msg
from planner.workspace.checkin import CheckInAnswers, CheckInDraft, checkin_draft, propose_checkin
from planner.workspace.opening import Opened
from planner.workspace.proposal import Proposal
from tui.commands import CHECKIN, Command, bindings_of
from tui.screens.base import PlannerScreen
from tui.screens.change import accept_shown, show_change
from tui.widgets.change_view import ChangeView
from tui.widgets.fields import Field
from tui.widgets.foot import Key
from tui.widgets.hours import HourRow
from tui.widgets.marks import Marks
from tui.widgets.question import Question
from tui.widgets.rows import Rows
from tui.widgets.top import Top
from tui.wording.checkin import (
    STEPS,
    asked,
    day_lines,
    days_ahead,
    finished_line,
    hours_figures,
    milestone_lines,
    to_go,
    turned,
    week_title,
    with_done,
)

T = TypeVar("T")


class CheckInScreen(PlannerScreen):
    """Four short steps and the change."""

    CSS_PATH = "../styles/forms.tcss"
    NAME = CHECKIN
    BINDINGS = [*bindings_of(CHECKIN), ("up", "app.focus_previous"), ("down", "app.focus_next")]  # noqa: RUF012

    def __init__(self, opened: Opened) -> None:
        super().__init__()
        self.step = 0
        self.opened = opened
        self.draft: CheckInDraft = checkin_draft(opened)
        self.answers = CheckInAnswers(day=self.draft.day)
        self.proposal: Proposal | None = None

    def body(self) -> ComposeResult:
        """Return all steps; one is shown at a time."""
        yield Question()
        with VerticalScroll(id="hours", classes="step", can_focus=False):
            for row in self.draft.rows:
                yield HourRow(row.module, self.t(row.title), hours_figures(row, self.t), row.reported)
        with VerticalScroll(id="finished", classes="step", can_focus=False):
            yield Marks("finished-rows")
        with VerticalScroll(id="evidence", classes="step", can_focus=False):
            yield Marks("evidence-rows")
        with Vertical(id="ahead", classes="step"):
            yield Marks("ahead-rows")
            yield Static(self.t(msg("note")), classes="label", id="note-label", markup=False)
            yield Field(name="note")
        with VerticalScroll(id="change", classes="step"):
            yield ChangeView()

    def show(self) -> None:
        """Show the step."""
        super().show()
        name = STEPS[self.step]
        top = self.query_one(Top)
        top.place, top.title = self.t(msg("check-in")), week_title(self.draft, self.opened)
        if self.step < len(STEPS) - 1:
            top.aside = self.t(msg("{step} of {steps}", step=self.step + 1, steps=len(STEPS) - 1))
        else:
            top.aside = self.t(msg("the change"))
        question, (said, hint) = self.query_one(Question), asked(name, empty=self._is_empty(name))
        question.asked, question.hint = self.t(said), self.t(hint)
        for each in self.query(".step"):
            each.display = each.id == name
        self._fill()

    def offers(self, command: str) -> bool:
        """Offer marking only where there is something to mark."""
        rows = {
            "finished": any(not row.done for row in self.draft.rows),
            "evidence": bool(self.draft.milestones),
            "ahead": True,
        }
        return command != "mark" or rows.get(STEPS[self.step], False)

    def _key(self, command: Command) -> Key:
        """Say what Enter does on the last step."""
        key = super()._key(command)
        last = command.name == "forward" and self.step == len(STEPS) - 1
        return replace(key, label=self.t(msg("accept"))) if last else key

    def _is_empty(self, name: str) -> bool:
        return (name == "evidence" and not self.draft.milestones) or (name == "hours" and not self.draft.rows)

    def begin(self) -> None:
        """Begin with the hours."""
        self._focus_step()

    def _fill(self) -> None:
        """Fill the rows to mark from the answers."""
        glyphs = self.planner.glyphs
        rows = [row for row in self.draft.rows if not row.done]
        finished = tuple(finished_line(row, self.answers, self.opened) for row in rows)
        self.query_one("#finished-rows", Marks).fill(finished, glyphs)
        self.query_one("#evidence-rows", Marks).fill(
            milestone_lines(self.draft, self.answers, self.t), glyphs
        )
        days = days_ahead(self.draft, self.opened.now.date())
        self.query_one("#ahead-rows", Marks).fill(day_lines(days, self.answers, self.opened), glyphs)

    def _focus_step(self) -> None:
        step = self.query_one(f"#{STEPS[self.step]}")
        first = next((each for each in step.query("Field, Marks") if each.focusable), None)
        self.set_focus(first)

    def _go(self, step: int) -> None:
        self.step = step
        self.hush()
        self.show()
        self._focus_step()

    def action_forward(self) -> None:
        """Go on; on the last step accept."""
        name = STEPS[self.step]
        if name == "change":
            self._accept()
            return
        if name == "hours" and not self._read_hours():
            return
        if name == "ahead":
            self.answers = replace(self.answers, note=self.query_one("#note", Field).value)
            self.proposal = None
            self.query_one(ChangeView).change = None
            self.propose()
        self._go(self.step + 1)

    @on(Input.Submitted)
    def _entered(self) -> None:
        """Go on at Enter in a field: after every key typed before it, however fast they came."""
        self.action_forward()

    def action_back(self) -> None:
        """Go one step back; from the first one leave."""
        if self.step:
            self._go(self.step - 1)
        else:
            self.dismiss()

    def _read_hours(self) -> bool:
        """Take the hours that were typed; say what cannot be read."""
        hours: dict[str, int] = {}
        for row in self.query(HourRow):
            text = row.field.value.strip()
            minutes = parse_minutes(text) if text not in {"", "0"} else 0
            if minutes is None:
                wrong = msg("“{given}” is no length of time: write 45m, 2h or 1h30m", given=text)
                self.say(wrong, wrong=True)
                row.field.focus()
                return False
            hours[row.module] = minutes
        changed = hours != dict(self.answers.hours)
        self.answers = replace(self.answers, hours=hours)
        if changed:
            over = (row.module for row in self.draft.rows if not row.done and to_go(row, self.answers) == 0)
            self.answers = with_done(self.answers, over)
        return True

    def action_mark(self) -> None:
        """Mark or unmark the row under the cursor."""
        rows = self.focused if isinstance(self.focused, Marks) else None
        if rows is None or not rows.cursor:
            return
        if rows.id == "finished-rows":
            self.answers = with_done(self.answers, _switched(self.answers.done, rows.cursor))
        elif rows.id == "ahead-rows":
            off = _switched(self.answers.time_off, date.fromisoformat(rows.cursor))
            self.answers = replace(self.answers, time_off=off)
        else:
            self._toggle_milestone(rows.cursor)
        self._fill()

    def _toggle_milestone(self, name: str) -> None:
        """Unmark a milestone, or ask what shows that it is reached."""
        if name in self.answers.milestones:
            kept = {key: value for key, value in self.answers.milestones.items() if key != name}
            self.answers = replace(self.answers, milestones=kept)
            return
        from tui.screens.evidence import EvidenceSheet

        row = next(each for each in self.draft.milestones if each.plan.id == name)
        self.app.push_screen(EvidenceSheet(row, reached=True, collect=self._collected))

    def _collected(self, name: str, evidence: Evidence) -> None:
        self.answers = replace(self.answers, milestones={**self.answers.milestones, name: evidence})
        self._fill()

    @on(Rows.Chosen)
    def _chosen(self) -> None:
        self.action_mark()

    @on(Marks.Turned, "#finished-rows")
    def _turned(self, message: Marks.Turned) -> None:
        row = next(each for each in self.draft.rows if each.module == message.row)
        self.answers = turned(row, self.answers, message.step)
        self._fill()

    @work(group="propose", exclusive=True)
    async def propose(self) -> None:
        """Make the proposal off the UI thread, then show it."""
        try:
            self.proposal = await asyncio.to_thread(propose_checkin, self.opened, self.answers)
        except DataError as error:
            self._go(len(STEPS) - 2)
            self.say(error.problems[0].text(self.t), wrong=True)
            return
        show_change(self.query_one(ChangeView), self.proposal)

    def _accept(self) -> None:
        proposal = self.proposal
        if proposal is not None:
            self.dismiss()
            self.planner.act(lambda opened: accept_shown(opened, proposal), msg("The check-in is accepted"))


def _switched(chosen: tuple[T, ...], one: T) -> tuple[T, ...]:
    return tuple(each for each in chosen if each != one) if one in chosen else (*chosen, one)
