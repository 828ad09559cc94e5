"""Learners in the middle of a plan: the bundled year, and a long plan of which some time was lost."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from benchmarks.learners import ZONE, inputs
from benchmarks.synthetic import build
from planner.curriculum.bundled import bundled_text
from planner.curriculum.reading import read_curriculum
from planner.journal.model import AcceptedPlan, Logged, Progress, Session
from planner.learner.model import Availability, Profile
from planner.schedule import make_plan
from planner.schedule.model import Inputs, Plan

BEGIN = date(2026, 12, 1)
LATE_GOAL = date(2027, 5, 31)  # half of the year that the curriculum has


def bundled_year(goal: date | None = None) -> Inputs:
    """Return a first plan's inputs: the bundled twelve months and the articles' week, in Japan."""
    curriculum, problems = read_curriculum(bundled_text("ml-engineer-12m"), "ml-engineer-12m.yaml")
    if curriculum is None:
        raise SystemExit(problems)
    profile = Profile(curriculum.id, BEGIN, goal, ZONE, availability=Availability(holidays="JP"))
    moment = datetime.combine(BEGIN, time(), tzinfo=ZoneInfo(ZONE))
    return Inputs(curriculum, profile, Progress(), moment)


def two_long_years() -> Inputs:
    """Return a first plan's inputs: 150 modules that fill 104 weeks."""
    return inputs(build(1, per=150, hours=1720, due_dates=24))


def later(first: Inputs, days: int, lost: int) -> tuple[Plan, Inputs]:
    """Return the plan accepted at first, and the inputs so many days later, nothing studied on the last `lost`."""
    plan = make_plan(first, repairs=False)
    now = first.now + timedelta(days=days)
    last = now.date() - timedelta(days=lost)
    logs = tuple(_logged(each) for each in plan.sessions if each.kind == "study" and each.day < last)
    accepted = AcceptedPlan("first", first.now, int(first.now.timestamp()) // 60, "", plan.sessions)
    progress = Progress(logs=logs, accepted=accepted, plans=(accepted,))
    return plan, replace(first, progress=progress, now=now)


def _logged(session: Session) -> Logged:
    week = session.day - timedelta(days=session.day.weekday())
    return Logged(f"log-{session.id}", session.module or "", session.minutes, week, session.day)
