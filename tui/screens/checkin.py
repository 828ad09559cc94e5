"""The weekly check-in: hours, what is finished, evidence, days off; then the change, which Enter accepts.

Invariant: nothing is recorded before the last Enter, and Escape goes one step back, from the first one out; then the
answers are kept until the app is left.
"""

from dataclasses import replace
from datetime import date
from typing import TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.events import DescendantFocus
from textual.widgets import Input, Static

from planner.journal.model import Evidence
from planner.keymap.names import shown_key
from planner.keymap.table import CHECKIN
from planner.problems import DataError
from planner.text.messages import KeyOf, msg
from planner.workspace.accepting import as_shown
from planner.workspace.checkin.proposing import propose_checkin
from planner.workspace.proposal import Proposal, accept
from tui.commands import Command, bindings_of
from tui.drafts import kept_answers
from tui.screens.change import show_change
from tui.screens.checkin_hours import HoursOfWeek
from tui.waiting import waited
from tui.widgets.change_view import ChangeView
from tui.widgets.fields import Field, Picker
from tui.widgets.foot import Key, Sentence
from tui.widgets.marks import Marks
from tui.widgets.question import Question
from tui.widgets.rows import Rows
from tui.widgets.top import Top
from tui.wording.checkin import (
    AHEAD,
    CHANGE,
    EVIDENCE,
    FINISHED,
    HOURS,
    STEPS,
    asked,
    choosing,
    day_lines,
    days_ahead,
    finished_line,
    is_answered,
    milestone_lines,
    missed_said,
    place_of,
    turned,
    week_title,
    with_done,
)

T = TypeVar("T")


class CheckInScreen(HoursOfWeek):
    """Four short steps and the change; where no milestone is due, three."""

    CSS_PATH = "../styles/forms.tcss"
    NAME = CHECKIN
    BINDINGS = [*bindings_of(CHECKIN), ("up", "app.focus_previous"), ("down", "app.focus_next")]  # noqa: RUF012
    step = HOURS
    proposal: Proposal | None = None
    accepting = False

    def body(self) -> ComposeResult:
        """Return all steps; one is shown at a time."""
        yield Question()
        yield from self.hours()
        with VerticalScroll(id="finished", classes="step", can_focus=False):
            yield Marks("finished-rows")
        with VerticalScroll(id="evidence", classes="step", can_focus=False):
            yield Marks("evidence-rows")
        with Vertical(id="ahead", classes="step"):
            yield Marks("ahead-rows")
            yield Static(self.t(msg("note")), classes="label", id="note-label", markup=False)
            yield Field(self.answers.note, name="note")
        with VerticalScroll(id="change", classes="step"):
            yield ChangeView()

    def steps(self) -> list[str]:
        """Return the steps that there are to take."""
        open_rows = any(not row.done for row in self.draft.rows) or self.adds_open()
        there = {FINISHED: open_rows, EVIDENCE: bool(self.draft.milestones)}
        return [step for step in STEPS if there.get(step, True)]

    def show(self) -> None:
        """Show the step."""
        super().show()
        top = self.query_one(Top)
        top.place, top.title = self.t(msg("check-in")), week_title(self.draft, self.opened)
        self.show_place()
        self.show_hint()
        missed = missed_said(self.draft, self.week_beside(-1), self.week_beside(1), self.opened, self.t)
        self.query_one(Sentence).judgement = missed if self.step == HOURS else ""
        for each in self.query(".step"):
            each.display = each.id == self.step
        self.show_total()
        self._fill()

    @on(Input.Changed)
    @on(Picker.Picked)
    def show_place(self) -> None:
        """Say which step it is, of as many as there are with what is typed."""
        self.query_one(Top).aside = place_of(self.step, self.steps(), self.t)

    @on(DescendantFocus)
    def show_hint(self) -> None:
        """Ask, and say what the keys do on what has the focus."""
        question, (said, hint) = self.query_one(Question), asked(self.step, empty=not self.draft.rows)
        question.asked = self.t(said)
        question.hint = self.t(choosing() if isinstance(self.focused, Picker) else hint)

    def offers(self, command: str) -> bool:
        """Offer marking only where there is something to mark, and another week only where one waits."""
        if command in {"missed_before", "missed_after"}:
            return (
                self.step == HOURS and self.week_beside(-1 if command == "missed_before" else 1) is not None
            )
        return command != "mark" or self.step in {FINISHED, EVIDENCE, AHEAD}

    def _key(self, command: Command) -> Key:
        """Say what Enter does on the last step, and of the keys for help one that fields do not take for themselves."""
        key = super()._key(command)
        if command.name == "help":
            keys = [shown_key(each) for each in command.keys.split(",")]
            return replace(key, shown=next((each for each in keys if len(each) > 1), key.shown))
        last = command.name == "forward" and self.step == CHANGE
        return replace(key, label=self.t(msg("accept"))) if last else key

    def begin(self) -> None:
        """Begin with the hours."""
        self._focus_step()

    def _fill(self) -> None:
        """Fill the rows to mark from the answers."""
        glyphs = self.planner.glyphs
        rows = [row for row in self.draft.rows if not row.done]
        finished = tuple(finished_line(row, self.answers, self.opened) for row in rows)
        self.query_one("#finished-rows", Marks).fill(finished, glyphs, figures_last=True)
        self.query_one("#evidence-rows", Marks).fill(
            milestone_lines(self.draft, self.answers, self.t), glyphs
        )
        days = days_ahead(self.draft, self.opened.now.date())
        self.query_one("#ahead-rows", Marks).fill(day_lines(days, self.answers, self.opened), glyphs)

    def _focus_step(self) -> None:
        step = self.query_one(f"#{self.step}")
        first = next((each for each in step.query("Field, Marks, Picker") if each.focusable), None)
        self.set_focus(first)

    def _go(self, by: int) -> None:
        steps = self.steps()
        self.step = steps[steps.index(self.step) + by]
        self.hush()
        self.show()
        self._focus_step()

    def action_forward(self) -> None:
        """Go on; on the last step accept."""
        if self.step == CHANGE:
            self._accept()
            return
        if self.step == HOURS and not self.read_hours():
            return
        if self.step == AHEAD:
            self.answers = replace(self.answers, note=self.query_one("#note", Field).value)
            self._look()
        self._go(1)

    @on(Input.Submitted)
    def _entered(self) -> None:
        """Go on at Enter in a field: after every key typed before it, however fast they came."""
        self.action_forward()

    def action_back(self) -> None:
        """Go one step back; from the first one leave, and keep the answers."""
        if self.step != HOURS:
            self._go(-1)
            return
        self.keep()
        self.dismiss()
        if is_answered(self.draft, self.answers):
            kept = msg("Not checked in yet: {checkin} goes on with the answers.", checkin=KeyOf("checkin"))
            self.planner.say(self.t(kept))

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

    def _look(self) -> None:
        self.proposal = None
        self.query_one(ChangeView).change = None
        self.propose()

    @work(group="propose", exclusive=True, description="the change of a check-in")
    async def propose(self) -> None:
        """Make the proposal off the UI thread, on the plan as it is on disk by now; then show it."""
        opened, answers = self.planner.plan.at(self.planner.clock()), self.answers
        looking = msg("Looking for the plan that moves the least …")
        try:
            proposal = await waited(self, lambda: propose_checkin(opened.reread(), answers), looking)
        except DataError as error:
            self._go(-1)
            self.say(error.problems[0].text(self.t), wrong=True)
            return
        if proposal is None:
            self._go(-1)
        else:
            self.proposal, self.opened = proposal, proposal.opened
            show_change(self.query_one(ChangeView), proposal, self.t)

    def _accept(self) -> None:
        proposal = self.proposal
        if proposal is not None and not self.accepting:
            self.accepting = True
            said = msg("The check-in is accepted")
            self.planner.act(lambda opened: accept(as_shown(opened, proposal)), said, self._settled)

    def _settled(self, done: bool) -> None:
        """Forget the answers once they are recorded; what did not hold any more is made anew from the same answers."""
        self.accepting = False
        if done:
            kept_answers(self.planner).pop(self.draft.week, None)
            self.dismiss()
        elif self.step == CHANGE and not self.left:
            self._look()


def _switched(chosen: tuple[T, ...], one: T) -> tuple[T, ...]:
    return tuple(each for each in chosen if each != one) if one in chosen else (*chosen, one)
