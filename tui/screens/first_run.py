"""The first run: at most eight questions, each with a good default, then the verdict, and the plan is made.

Invariant: nothing is written before the last Enter on the verdict, and that is taken only when the plan shown is that
of the answers; Escape goes back, Ctrl+Q leaves at any time.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Static

from planner.curriculum.model import Curriculum
from planner.problems import DataError
from planner.schedule.model import Plan
from planner.text.messages import Message, msg
from planner.workspace.opening import PROFILE
from planner.workspace.setup import SetupAnswers, default_answers
from tui.commands import SETUP, bindings_of
from tui.places import begin
from tui.screens.base import PlannerScreen
from tui.screens.plans_ahead import plan_of, read_curricula
from tui.widgets.fields import Field
from tui.widgets.foot import Sentence
from tui.widgets.options import Boxes, Labelled, Options
from tui.widgets.question import Question
from tui.widgets.rows import Rows
from tui.widgets.top import Top
from tui.wording import first_run as words
from tui.wording.answers import FIELDS, picked, remark, taken, texts_of
from tui.wording.first_run import BACKGROUND, CHOICE, CURRICULUM, LANGUAGE, STEPS, VERDICT


class FirstRunScreen(PlannerScreen):
    """The questions."""

    CSS_PATH = "../styles/forms.tcss"
    NAME = SETUP
    BINDINGS = [*bindings_of(SETUP), ("up", "app.focus_previous"), ("down", "app.focus_next")]  # noqa: RUF012
    step = LANGUAGE
    answers = defaults = SetupAnswers()
    curricula: Mapping[str, Curriculum] = MappingProxyType({})
    plan: Plan | None = None
    planned_for: SetupAnswers | None = None
    looked_at: SetupAnswers | None = None
    unrepaired: SetupAnswers | None = None

    def body(self) -> ComposeResult:
        """Return all steps; one is shown at a time."""
        yield Question()
        for step in STEPS:
            with VerticalScroll(id=f"step-{step}", classes="step", can_focus=False):
                if step in FIELDS:
                    for name, _ in FIELDS[step]:
                        with Horizontal(classes="field"):
                            yield Static(classes="label", id=f"label-{name}", markup=False)
                            yield Field(name=name)
                    yield Static(classes="remark", id=f"remark-{step}", markup=False)
                elif step == BACKGROUND:
                    yield Boxes(step)
                else:
                    yield Options(step)
                if step == VERDICT:
                    yield Labelled("verdict-lines")

    def on_mount(self) -> None:
        """Take the defaults before anything is shown; a profile.yaml that is there answers all but the verdict."""
        self.answers = self.defaults = default_answers(self.planner.context)
        self.planner.language = self.answers.language
        for name, text in texts_of(self.answers).items():
            self.query_one(f"#{name}", Field).value = text
        if (self.planner.context.home / PROFILE).exists():
            self.step = VERDICT

    def begin(self) -> None:
        """Begin with the first question, and read the plans meanwhile."""
        self._focus_step()
        self.load()

    def steps(self) -> list[str]:
        """Return the questions that there are for this plan."""
        if (self.planner.context.home / PROFILE).exists():
            return [VERDICT]
        known = self.curricula.get(self.answers.curriculum)
        return [step for step in STEPS if step != CHOICE or known is None or known.choices]

    def offers(self, command: str) -> bool:
        """Offer marking only where there is something to mark."""
        return command != "mark" or self.step == BACKGROUND

    def show(self) -> None:
        """Show the step in the language chosen."""
        super().show()
        t, steps = self.t, self.steps()
        top = self.query_one(Top)
        top.place, top.title = "planner", t(msg("a new plan"))
        top.aside = t(msg("{step} of {steps}", step=steps.index(self.step) + 1, steps=len(steps)))
        question = self.query_one(Question)
        question.asked, question.hint = words.question(self.step, t), words.hint(self.step, t)
        for step in STEPS:
            self.query_one(f"#step-{step}").display = step == self.step
            for name, label in FIELDS.get(step, ()):
                self.query_one(f"#label-{name}", Static).update(t(label))
        self._fill_options()
        self.remark()
        self._show_verdict()

    def fresh_plan(self) -> Plan | None:
        """Return the plan, if it is that of the answers as they are now."""
        return self.plan if self.planned_for == self.answers else None

    def _fill_options(self) -> None:
        self._take_cursor()
        t, answers = self.t, self.answers
        languages = tuple(words.Option(code, name) for code, name in words.LANGUAGE_NAMES)
        self.query_one(f"#{LANGUAGE}", Options).fill(languages, answers.language)
        self.query_one(f"#{CURRICULUM}", Options).fill(
            words.curriculum_options(self.curricula, t), answers.curriculum
        )
        known = self.curricula.get(answers.curriculum)
        if known is not None:
            boxes = words.background_options(known, t)
            self.query_one(f"#{BACKGROUND}", Boxes).fill(boxes, answers.background, self.planner.glyphs)
            if known.choices:
                chosen = next(iter(answers.choices.get(known.choices[0].id, ())), "")
                self.query_one(f"#{CHOICE}", Options).fill(words.choice_options(known, t), chosen)

    def _show_verdict(self) -> None:
        """Show the plan that follows from the answers: in one sentence, and on the last step as a whole."""
        sentence, labelled = self.query_one(Sentence), self.query_one(Labelled)
        options, plan = self.query_one(f"#{VERDICT}", Options), self.fresh_plan()
        if plan is None:
            making = self.t(msg("Making the plan …")) if self.looked_at else ""
            sentence.judgement, labelled.pairs = making, ()
            options.fill(())
            return
        options.fill(words.verdict_options(plan, self.t, repaired=self.unrepaired is not None))
        said = msg("So far: {verdict}", verdict=plan.verdict.sentence)
        sentence.judgement = self.t(plan.verdict.sentence if self.step == VERDICT else said)
        labelled.quiet, labelled.pairs = True, words.verdict_lines(plan, self.t)

    @on(Input.Changed)
    def remark(self) -> None:
        """Say what was typed, understood."""
        for step in FIELDS:
            said = remark(step, self._texts(), self.defaults.start or date.min, self.t)
            self.query_one(f"#remark-{step}", Static).update(said)

    def _texts(self) -> dict[str, str]:
        return {field.id or "": field.value.strip() for field in self.query(Field)}

    def _focus_step(self) -> None:
        step = self.query_one(f"#step-{self.step}")
        self.set_focus(next((each for each in step.query("Field, Rows") if each.focusable), None))

    def _go(self, step: str) -> None:
        if step == VERDICT:
            self.query_one(f"#{VERDICT}", Options).fill(())
        self.step = step
        self.hush()
        self.show()
        self._focus_step()
        self.look_ahead()

    def action_forward(self) -> None:
        """Take the answer and go on; on the verdict, repair or accept."""
        if self.step == VERDICT:
            self._decide()
            return
        if self.step == CURRICULUM and not self.curricula:
            return
        problem = self._take()
        if problem is not None:
            self.say(problem, wrong=True)
            return
        steps = self.steps()
        self._go(steps[steps.index(self.step) + 1])

    def _take(self) -> Message | None:
        """Take the step's answer; returns what is wrong with it."""
        if self.step in FIELDS:
            found = taken(self.step, self._texts(), self.answers)
            if isinstance(found, Message):
                return found
            self.answers = found
        self._take_cursor()
        if self.step == CHOICE and (known := self.curricula.get(self.answers.curriculum)):
            cursor = self.query_one(f"#{CHOICE}", Options).cursor
            self.answers = replace(self.answers, choices={known.choices[0].id: (cursor,)})
        return None

    def _take_cursor(self) -> None:
        """Take the language or the plan under the cursor: its message may come later than the next key."""
        if self.step in {LANGUAGE, CURRICULUM}:
            self.answers = picked(self.step, self.query_one(f"#{self.step}", Options).cursor, self.answers)
            self.planner.language = self.answers.language

    @on(Input.Submitted)
    def _entered(self) -> None:
        """Go on at Enter in a field: after every key typed before it, however fast they came."""
        self.action_forward()

    def action_back(self) -> None:
        """Go one question back; a repair that was taken stays behind."""
        if self.unrepaired is not None:
            self.answers, self.unrepaired = self.unrepaired, None
        steps = self.steps()
        place = steps.index(self.step)
        if place:
            self._go(steps[place - 1])
        else:
            self.look_ahead()
            self.say(msg("Ctrl+Q leaves; nothing has been written."))

    def action_mark(self) -> None:
        """Mark or unmark a background."""
        boxes = self.query_one(f"#{BACKGROUND}", Boxes)
        if self.step == BACKGROUND and boxes.cursor:
            marked = set(self.answers.background) ^ {boxes.cursor}
            self.answers = replace(self.answers, background=tuple(i for i in boxes.ids() if i in marked))
            self._fill_options()
            self.look_ahead()

    @on(Rows.Moved)
    def _moved(self, message: Rows.Moved) -> None:
        """Take the language or the plan at once."""
        before = self.answers
        if message.rows.id == self.step:
            self._take_cursor()
        if self.answers != before:
            self.show()
            self.look_ahead()
        message.rows.refresh()

    @on(Rows.Chosen)
    def _chosen(self, message: Rows.Chosen) -> None:
        self.action_mark() if message.rows.id == BACKGROUND else self.action_forward()

    @work(group="load")
    async def load(self) -> None:
        """Read the plans that come with the program, off the UI thread."""
        self.curricula = await asyncio.to_thread(read_curricula)
        self.show()
        self.look_ahead()

    def look_ahead(self) -> None:
        """Have the plan of the answers made, unless it is made or being made already."""
        if self.answers != self.looked_at:
            self.looked_at = self.answers
            self._show_verdict()
            self._look(self.answers)

    @work(group="ahead", exclusive=True)
    async def _look(self, answers: SetupAnswers) -> None:
        """Make the plan of the answers, off the UI thread; a later call takes this one's place."""
        context = replace(self.planner.context, now=self.planner.clock(), language=answers.language)
        try:
            plan = await asyncio.to_thread(plan_of, context, answers)
        except DataError as error:
            self.looked_at = self.plan = None
            self._show_verdict()
            self.say(error.problems[0].text(self.t), wrong=True)
            return
        self.plan, self.planned_for = plan, answers
        self._show_verdict()

    def _decide(self) -> None:
        """Apply the repair under the cursor, take it back, or accept the plan, if it is that of the answers."""
        cursor, plan = self.query_one(f"#{VERDICT}", Options).cursor, self.fresh_plan()
        if plan is None or not cursor:
            return
        if cursor == words.KEEP:
            self.accept()
            return
        if cursor == words.TAKE_BACK and self.unrepaired is not None:
            self.answers, self.unrepaired = self.unrepaired, None
        else:
            self.unrepaired = self.unrepaired or self.answers
            self.answers = words.repaired(self.answers, plan.verdict.repairs[int(cursor)])
        self.look_ahead()

    @work(group="act")
    async def accept(self) -> None:
        """Write the plan, off the UI thread, and go to Today."""
        from planner.workspace.init import init

        context = replace(self.planner.context, now=self.planner.clock(), language=self.answers.language)
        try:
            opened = await asyncio.to_thread(init, context, self.answers)
        except DataError as error:
            self.say(error.problems[0].text(self.t), wrong=True)
            return
        begin(self.planner, opened)
