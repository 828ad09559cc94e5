"""A screen of answers with the plan that follows from them, made off the UI thread each time they change.

Invariant: nothing is written before `accept`, and what `fresh_plan` returns is the plan of the answers as they are now.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from textual import work

from planner.curriculum.model import Curriculum
from planner.problems import DataError
from planner.schedule.model import Plan
from planner.workspace.context import Context
from planner.workspace.setup.drafting import SetupAnswers, curriculum_bytes, preview
from planner.workspace.taste.tour import remember_tour, tour_is_new
from tui.places import begin
from tui.screens.base import PlannerScreen
from tui.wording.fitting import KEEP, TAKE_BACK, repaired


class PlansAhead(PlannerScreen):
    """The answers, the plans there are, and the plan ahead; `unrepaired` are the answers before a repair was taken."""

    answers = SetupAnswers()
    curricula: Mapping[str, Curriculum] = MappingProxyType({})
    plan: Plan | None = None
    planned_for: SetupAnswers | None = None
    looked_at: SetupAnswers | None = None
    unrepaired: SetupAnswers | None = None
    accepting = False

    def show_ahead(self) -> None:
        """Show the plan ahead, or that it is being made; the screen's own."""

    def loaded(self) -> None:
        """Go on with what waited for the plans there are; the screen's own."""

    def fresh_plan(self) -> Plan | None:
        """Return the plan, if it is that of the answers as they are now."""
        return self.plan if self.planned_for == self.answers else None

    def context(self) -> Context:
        """Return the plan folder at this moment, in the language answered."""
        return replace(self.planner.context, now=self.planner.clock(), language=self.answers.language)

    @work(group="load", description="the curricula")
    async def load(self) -> None:
        """Read the plans that come with the program, off the UI thread."""
        self.curricula = await asyncio.to_thread(read_curricula)
        if self.living:
            self.show()
            self.look_ahead()
            self.loaded()

    def look_ahead(self) -> None:
        """Have the plan of the answers made, unless it is made or being made already."""
        if self.answers != self.looked_at:
            self.looked_at = self.answers
            self.show_ahead()
            self._look(self.answers)

    @work(group="ahead", exclusive=True, description="a plan ahead")
    async def _look(self, answers: SetupAnswers) -> None:
        """Make the plan of the answers, off the UI thread; a later call takes this one's place."""
        context = self.context()
        try:
            self.plan, self.planned_for = await asyncio.to_thread(plan_of, context, answers), answers
        except DataError as error:
            self.looked_at = self.plan = None
            self.say(error.problems[0].text(self.t), wrong=True)
        if self.living:
            self.show_ahead()

    def decide(self, cursor: str) -> None:
        """Apply a repair, take it back, or accept the plan, if it is that of the answers."""
        plan = self.fresh_plan()
        if plan is None or not cursor or self.accepting:
            return
        if cursor == KEEP:
            self.accepting = True
            self.accept()
            return
        if cursor != TAKE_BACK:
            self.unrepaired = self.unrepaired or self.answers
            self.answers = repaired(self.answers, plan.verdict.repairs[int(cursor)])
        else:
            self.take_back()
        self.look_ahead()

    def take_back(self) -> bool:
        """Forget the repairs; tells whether there were any."""
        taken = self.unrepaired is not None
        if self.unrepaired is not None:
            self.answers, self.unrepaired = self.unrepaired, None
        return taken

    @work(group="act", description="the new plan")
    async def accept(self) -> None:
        """Write the plan, off the UI thread and before anybody leaves, and go to Today."""
        from planner.workspace.setup.init import init

        context = self.context()
        try:
            async with self.planner.writing():
                opened = await asyncio.to_thread(init, context, self.answers)
        except DataError as error:
            self.accepting = False
            self.say(error.problems[0].text(self.t), wrong=True)
            return
        if not self.living:
            return
        begin(self.planner, opened)
        if tour_is_new(context):
            from tui.screens.tour import TourCard

            self.app.push_screen(TourCard())
            async with self.planner.writing():
                await asyncio.to_thread(remember_tour, context)


def read_curricula() -> dict[str, Curriculum]:
    """Read the plans that come with the program."""
    from planner.curriculum.bundled import bundled_ids
    from planner.curriculum.reading import read_curriculum

    read = {name: read_curriculum(curriculum_bytes(name), name)[0] for name in bundled_ids()}
    return {name: curriculum for name, curriculum in read.items() if curriculum is not None}


def plan_of(context: Context, answers: SetupAnswers) -> Plan:
    """Make the plan of the answers, with repairs where it is late; raises `DataError`."""
    from planner.workspace.proposal import judged_plan

    return judged_plan(preview(context, answers))
