"""Small curricula and weeks to reckon by hand: two hours on weekday evenings, four on the mornings of days off."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

from planner.curriculum.model import Curriculum, Effort, Milestone, MilestoneKind, Module
from planner.journal.model import Logged, Progress
from planner.learner.model import Availability, Profile, Study, WeekPattern
from planner.schedule import make_plan
from planner.schedule.model import Inputs
from planner.text.languages import LocalText
from tests.oracle.check_repairs import parts_of, with_parts

MONDAY = date(2026, 12, 7)
EVENING, MORNING = (1200, 1320), (600, 840)


def module(name: str, hours: float, *requires: str, not_before: date | None = None, **credit: str) -> Module:
    likely = int(Decimal(str(hours)) * 60)
    shares = tuple((background.replace("_", "-"), Fraction(share)) for background, share in credit.items())
    effort = Effort(likely, likely, likely)
    return Module(name, LocalText.of(name), "only", "only", effort, requires, not_before, credit=shares)


def milestone(name: str, *requires: str, by: date | int) -> Milestone:
    when = {"by_month": by} if isinstance(by, int) else {"by_date": by}
    return Milestone(name, LocalText.of(name), MilestoneKind.DELIVERABLE, requires, **when)


def logged(name: str, day: date, minutes: int) -> Logged:
    return Logged(f"log-{name}", name, minutes, day - timedelta(days=day.weekday()), day)


def world(
    modules, milestones=(), *, start=MONDAY, now: date | None = None, goal=None, zone="Asia/Tokyo", weekday=(EVENING,),
    day_off=(MORNING,), cap=None, holidays="", background=(), logs=(), buffer=Fraction(0), tracks=1,
):  # fmt: skip
    """Inputs at 00:00 of `now` (the start unless said)."""
    curriculum = Curriculum("case", LocalText.of("Case"), 12, 0, tuple(modules), milestones=tuple(milestones))
    availability = Availability(WeekPattern(weekday, day_off), holidays, cap)
    study = Study(buffer=buffer, tracks=tracks)
    profile = Profile(
        "case", start, goal, zone, background=background, availability=availability, study=study
    )  # fmt: skip
    moment = datetime.combine(now or start, time(), tzinfo=ZoneInfo(zone))
    return Inputs(curriculum, profile, Progress(logs=tuple(logs)), moment)


class Seen:
    """A plan, and short ways to look at it."""

    def __init__(self, inputs: Inputs):
        self.inputs, self.plan = inputs, make_plan(inputs, repairs=False)
        self.verdict = self.plan.verdict

    def milestone(self, name: str):
        return next(m for m in self.plan.milestones if m.id == name)

    def module(self, name: str):
        return next(m for m in self.plan.modules if m.id == name)

    def sessions(self) -> list[str]:
        """The study sessions as local times."""
        zone = ZoneInfo(self.inputs.profile.timezone)
        study = [s for s in self.plan.sessions if s.kind == "study"]
        times = [[datetime.fromtimestamp(60 * at, zone) for at in (s.start, s.end)] for s in study]
        return [f"{begin:%Y-%m-%d %H:%M}-{end:%H:%M}" for begin, end in times]

    def weeks(self) -> list[int]:
        """Minutes of study in each week that has any."""
        return [minutes for week in self.plan.weeks if (minutes := sum(week.minutes.values()))]


def repaired(inputs: Inputs, repair) -> Inputs:
    """The learner who follows the advice."""
    return with_parts(inputs, parts_of({"kind": repair.kind, "value": repair.value}))
