"""What an explanation looks at: the inputs, the plan that is shown, and the plan that changes are compared with.

Invariant: nothing here changes the inputs or the plan; `lived` is the learner who studies as planned until a moment.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from planner.journal.model import Logged, Session
from planner.learner.windows import monday
from planner.schedule.frame import Frame, make_frame
from planner.schedule.model import Inputs, MilestonePlan, ModulePlan, Plan
from planner.schedule.work import closure
from planner.text.dates import say_clock
from planner.text.languages import LocalText


class Scene:
    """A plan to be explained. `base` is what changes are compared with: the plan itself, or a replan of a stale one.

    `pull` tells that a replan would draw work forward, because the settings have changed.
    """

    def __init__(self, inputs: Inputs, plan: Plan, base: Plan | None = None, *, pull: bool = False) -> None:
        self.inputs, self.plan, self.base, self.pull = inputs, plan, base or plan, pull
        self.zone = ZoneInfo(inputs.profile.timezone)
        self.now = int(inputs.now.timestamp()) // 60
        self.today = max(inputs.now.date(), inputs.profile.start)

    @cached_property
    def frame(self) -> Frame:
        """Steps 1 to 3 for the inputs as they are."""
        return make_frame(self.inputs, self.plan.ratio)

    @cached_property
    def modules(self) -> dict[str, ModulePlan]:
        """The plan's modules by id."""
        return {module.id: module for module in self.plan.modules}

    @cached_property
    def milestones(self) -> dict[str, MilestonePlan]:
        """The plan's milestones by id, in the order of their due dates."""
        return {milestone.id: milestone for milestone in self.plan.milestones}

    @cached_property
    def titles(self) -> dict[str, LocalText]:
        """The titles of modules and milestones by id; where both have one, the module's."""
        known = {milestone.id: milestone.title for milestone in self.inputs.curriculum.milestones}
        return known | {module.id: module.title for module in self.inputs.curriculum.modules}

    def title(self, name: str) -> LocalText:
        """Return what a module is called, or else a milestone."""
        return self.titles.get(name, LocalText.of(name))

    def milestone_title(self, name: str) -> LocalText:
        """Return what a milestone is called."""
        found = self.inputs.curriculum.milestone(name)
        return found.title if found else LocalText.of(name)

    def study(self, module: str | None = None) -> list[Session]:
        """Return the study ahead in order of time, of one module or of all."""
        return [
            s
            for s in self.plan.sessions
            if s.kind == "study" and s.end > self.now and module in {None, s.module}
        ]

    def needs(self, milestone: str) -> set[str]:
        """Return the modules of a milestone and all they require."""
        work = self.frame.work
        _, needed = work.milestones[milestone]
        return {work.selection.modules[i].id for i in closure(work, needed)}

    def needed_by(self, module: str) -> list[str]:
        """Return the milestones not reached that need a module, the one due first in front."""
        return [
            name for name, plan in self.milestones.items() if not plan.reached and module in self.needs(name)
        ]

    def unfinished(self, module: str) -> list[str]:
        """Return what a module requires itself and is not finished."""
        work = self.frame.work
        return [
            work.selection.modules[j].id for j in work.requires[work.index[module]] if work.remaining[j] > 0
        ]

    def unlocked(self, module: str) -> list[str]:
        """Return the modules that require a module themselves and are not finished."""
        work = self.frame.work
        return [
            work.selection.modules[j].id for j in work.unlocks[work.index[module]] if work.remaining[j] > 0
        ]

    def moment(self, minute: int) -> datetime:
        """Return the learner's local time of a minute since the epoch."""
        return datetime.fromtimestamp(60 * minute, self.zone)

    def clock(self, minute: int) -> str:
        """Say the local clock time of a minute since the epoch."""
        return say_clock(self.moment(minute))

    def midnight(self, day: date) -> int:
        """Return the minute since the epoch at which a day begins."""
        return int(datetime(day.year, day.month, day.day, tzinfo=self.zone).timestamp()) // 60

    def week_of(self, day: date) -> list[Session]:
        """Return the sessions ahead in a day's week, reviews and buffers included."""
        first = monday(day)
        last = first + timedelta(days=6)
        return [s for s in self.plan.sessions if first <= s.day <= last and s.end > self.now]

    def lived(self, moment: int) -> Inputs:
        """Return the inputs at a later moment (epoch minutes) when all was studied as planned until then."""
        past = [s for s in self.study() if s.end <= moment]
        logs = tuple(
            Logged(f"lived-{n}", s.module or "", s.end - max(s.start, self.now), monday(s.day), s.day)
            for n, s in enumerate(past)
        )
        progress = self.inputs.progress
        begun = {s.module: self.plan.ratio for s in past if s.module} | dict(progress.begun)
        return replace(
            self.inputs,
            now=self.moment(max(moment, self.now)),
            progress=replace(progress, logs=(*progress.logs, *logs), begun=begun),
        )
