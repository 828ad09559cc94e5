"""The first run: at most eight questions, each with a good default, then the verdict, and the plan is made.

Invariant: nothing is written before the last Enter on the verdict, and that is taken only when the plan shown is that
of the answers; Escape goes back, and from the first question out.
"""

from dataclasses import replace
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Static

from planner.curriculum.model import Curriculum
from planner.keymap.names import shown_key, writes_text
from planner.keymap.table import SETUP
from planner.schedule.model import Plan
from planner.text.messages import Message, msg
from planner.workspace.opening import PROFILE
from planner.workspace.setup.drafting import SetupAnswers, default_answers
from tui.commands import Command, bindings_of
from tui.screens.plans_ahead import PlansAhead
from tui.widgets.fields import Field
from tui.widgets.foot import Key, Sentence
from tui.widgets.options import Boxes, Labelled, Options
from tui.widgets.question import Question
from tui.widgets.rows import Rows
from tui.widgets.top import Top
from tui.wording import choosing, fitting
from tui.wording import first_run as words
from tui.wording.answers import FIELDS, picked, remark, taken, texts_of
from tui.wording.first_run import BACKGROUND, CHOICE, CURRICULUM, HOURS, LANGUAGE, STEPS, VERDICT

CHOICES = "choices"  # the boxes of a curriculum with more to choose than one option


class FirstRunScreen(PlansAhead):
    """The questions."""

    CSS_PATH = "../styles/forms.tcss"
    NAME = SETUP
    BINDINGS = [*bindings_of(SETUP), ("up", "app.focus_previous"), ("down", "app.focus_next")]  # noqa: RUF012
    step = LANGUAGE
    going_on = False  # once the plans there are have been read

    def body(self) -> ComposeResult:
        """Return all steps; one is shown at a time."""
        yield Question()
        for step in STEPS:
            with VerticalScroll(id=f"step-{step}", classes="step", can_focus=False):
                yield from _parts(step)

    def prepare(self) -> None:
        """Take the defaults before anything is shown; a profile.yaml that is there answers all but the verdict."""
        self.answers = default_answers(self.planner.context)
        self.today = self.answers.start or date.min
        self.planner.language = self.answers.language
        for name, text in texts_of(self.answers).items():
            self.query_one(f"#{name}", Field).value = text
        if self._has_profile():
            self.step = VERDICT

    def begin(self) -> None:
        """Begin with the first question, and read the plans meanwhile."""
        self._focus_step()
        self.load()

    def loaded(self) -> None:
        """Go on where that was asked for too early."""
        if self.going_on:
            self.action_forward()

    def steps(self) -> list[str]:
        """Return the questions that there are for this plan."""
        if self._has_profile():
            return [VERDICT]
        known = self.known()
        return [step for step in STEPS if step != CHOICE or known is None or known.choices]

    def _has_profile(self) -> bool:
        return (self.planner.context.home / PROFILE).exists()

    def known(self) -> Curriculum | None:
        """Return the plan that is chosen, once it is read."""
        return self.curricula.get(self.answers.curriculum)

    def offers(self, command: str) -> bool:
        """Offer marking only where there is something to mark."""
        return command != "mark" or self._boxes() is not None

    def _boxes(self) -> Boxes | None:
        """Return the rows to mark of this step, if it has such."""
        name = CHOICES if self.step == CHOICE else self.step
        boxes = self.query_one(f"#{name}", Boxes) if name in {CHOICES, BACKGROUND} else None
        return boxes if boxes is not None and boxes.display else None

    def show(self) -> None:
        """Show the step in the language chosen."""
        t, steps = self.t, self.steps()
        top = self.query_one(Top)
        top.place, top.title = "planner", t(msg("a new plan"))
        top.aside = t(msg("{step} of {steps}", step=steps.index(self.step) + 1, steps=len(steps)))
        for step in STEPS:
            self.query_one(f"#step-{step}").display = step == self.step
            for name, label in FIELDS.get(step, ()):
                self.query_one(f"#label-{name}", Static).update(t(label))
        self._fill_options()
        self._ask()
        self.remark()
        self.show_ahead()
        super().show()

    def _ask(self) -> None:
        question, known, t = self.query_one(Question), self.known(), self.t
        choosing_one = self.step == CHOICE and known is not None and bool(known.choices)
        question.asked = (
            choosing.choice_asked(known, t) if known and choosing_one else words.question(self.step, t)
        )
        question.reason = words.reason(self.step, t)
        marks = self.step == CHOICE and self._boxes() is not None
        question.hint = words.hint(self.step, t, marks=marks)

    def _fill_options(self) -> None:
        self._take_cursor()
        t, answers, glyphs = self.t, self.answers, self.planner.glyphs
        languages = tuple(words.Option(code, name) for code, name in words.LANGUAGE_NAMES)
        self.query_one(f"#{LANGUAGE}", Options).fill(languages, answers.language)
        curricula = words.curriculum_options(self.curricula, t)
        self.query_one(f"#{CURRICULUM}", Options).fill(curricula, answers.curriculum)
        known = self.known()
        if known is not None:
            boxes = words.background_options(known, t)
            self.query_one(f"#{BACKGROUND}", Boxes).fill(boxes, answers.background, glyphs)
        if known is not None and known.choices:
            plain, several = self.query_one(f"#{CHOICE}", Options), self.query_one(f"#{CHOICES}", Boxes)
            plain.display, several.display = choosing.is_plain(known), not choosing.is_plain(known)
            first = choosing.all_picks(known, answers)[known.choices[0].id]
            plain.fill(choosing.plain_options(known, t), first[0])
            several.fill(choosing.option_rows(known, t), choosing.taken_rows(known, answers), glyphs)

    def show_ahead(self) -> None:
        """Show the plan that follows from the answers: in one sentence, and on the last step as a whole."""
        labelled, plan = self.query_one(Labelled), self.fresh_plan()
        repaired = self.unrepaired is not None
        said = fitting.verdict_options(plan, self.t, repaired=repaired) if plan else ()
        self.query_one(f"#{VERDICT}", Options).fill(said)
        labelled.quiet, labelled.pairs = True, fitting.verdict_lines(plan, self.t) if plan else ()
        self.query_one(Sentence).judgement = self._so_far(plan)

    def _so_far(self, plan: Plan | None) -> str:
        """Say the plan once it is known when to begin and how many hours there are, unless a field is wrong."""
        wrong = self.step in FIELDS and isinstance(self._read(), Message)
        if wrong or STEPS.index(self.step) <= STEPS.index(HOURS):
            return ""
        if plan is None:
            return self.t(msg("Making the plan …")) if self.looked_at else ""
        said = msg("So far: {verdict}", verdict=plan.verdict.sentence)
        return self.t(plan.verdict.sentence if self.step == VERDICT else said)

    def _key(self, command: Command) -> Key:
        """Show the key of the help that no field takes for itself."""
        key, fields = super()._key(command), self.step in FIELDS
        keys = [shown_key(name) for name in command.keys.split(",") if not writes_text(name)]
        return replace(key, shown=keys[0]) if command.name == "help" and fields and keys else key

    @on(Input.Changed)
    def remark(self) -> None:
        """Say what was typed, understood."""
        for step in FIELDS:
            said = remark(step, self._texts(), self.today, self.t)
            self.query_one(f"#remark-{step}", Static).update(said)
        self.query_one(Sentence).judgement = self._so_far(self.fresh_plan())

    def _texts(self) -> dict[str, str]:
        return {field.id or "": field.value.strip() for field in self.query(Field)}

    def _focus_step(self) -> None:
        step = self.query_one(f"#step-{self.step}")
        fields = (each for each in step.query("Field, Rows") if each.focusable and each.display)
        self.set_focus(next(fields, None))

    def _go(self, step: str) -> None:
        if step == VERDICT:
            self.query_one(f"#{VERDICT}", Options).fill(())
        self.step, self.going_on = step, False
        self.hush()
        self.show()
        self._focus_step()
        self.look_ahead()

    def action_forward(self) -> None:
        """Take the answer and go on; on the verdict, repair or accept."""
        if self.step == VERDICT:
            self.decide(self.query_one(f"#{VERDICT}", Options).cursor)
            return
        if self.step == CURRICULUM and not self.curricula:
            self.going_on = True
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
            found = self._read()
            if isinstance(found, Message):
                return found
            self.answers = found
        self._take_cursor()
        return None

    def _read(self) -> SetupAnswers | Message:
        """Return the answers with what is typed, or what is wrong with it."""
        return taken(self.step, self._texts(), self.answers, self.today)

    def _take_cursor(self) -> None:
        """Take what the cursor is on where it alone chooses: its message may come later than the next key."""
        if self.step in {LANGUAGE, CURRICULUM}:
            self.answers = picked(self.step, self.query_one(f"#{self.step}", Options).cursor, self.answers)
            self.planner.language = self.answers.language
        known, cursor = self.known(), self.query_one(f"#{CHOICE}", Options).cursor
        if self.step == CHOICE and known is not None and choosing.is_plain(known) and cursor:
            self.answers = replace(self.answers, choices={known.choices[0].id: (cursor,)})

    @on(Input.Submitted)
    def _entered(self) -> None:
        """Go on at Enter in a field: after every key typed before it, however fast they came."""
        self.action_forward()

    def action_back(self) -> None:
        """Go one question back, from the first one out; a repair that was taken stays behind."""
        steps = self.steps()
        place, repaired = steps.index(self.step), self.take_back()
        if place:
            self._go(steps[place - 1])
        elif repaired:
            self.look_ahead()
        else:
            self.planner.leave()

    def action_mark(self) -> None:
        """Mark or unmark what the cursor is on."""
        boxes = self._boxes()
        if boxes is None or not boxes.cursor:
            return
        known = self.known()
        if self.step == CHOICE and known is not None:
            self.answers = choosing.with_pick(known, self.answers, boxes.cursor)
        else:
            marked = set(self.answers.background) ^ {boxes.cursor}
            self.answers = replace(self.answers, background=tuple(i for i in boxes.ids() if i in marked))
        self._fill_options()
        self.look_ahead()

    @on(Rows.Moved)
    def _moved(self, message: Rows.Moved) -> None:
        """Take what the cursor is on at once."""
        before = self.answers
        if message.rows.id == self.step:
            self._take_cursor()
        if self.answers != before:
            self.show()
            self.look_ahead()
        message.rows.refresh()

    @on(Rows.Chosen)
    def _chosen(self, message: Rows.Chosen) -> None:
        self.action_mark() if isinstance(message.rows, Boxes) else self.action_forward()


def _parts(step: str) -> ComposeResult:
    """Return the parts of a step."""
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
    if step == CHOICE:
        yield Boxes(CHOICES)
    if step == VERDICT:
        yield Labelled("verdict-lines")
