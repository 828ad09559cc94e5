"""A small curriculum, plans accepted of it, and the progress that they make."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from planner.calendars.exporting import export_ics
from planner.curriculum.model import (
    Curriculum,
    Effort,
    Milestone,
    MilestoneKind,
    Module,
    Named,
    Resource,
    Topic,
)
from planner.journal.model import AcceptedPlan, Progress, Session
from planner.learner.model import Profile
from planner.schedule.model import MilestonePlan, Plan, Verdict
from planner.text import LocalText, msg, translator

DAY = date(2026, 12, 7)
EVENING = datetime(2026, 12, 7, 11, 0, tzinfo=UTC)
BIRTH = "01kb0000000000000000000001"


def text(english, japanese):
    return LocalText.of({"en": english, "ja": japanese})


PYTHON = Module(
    id="python-basics",
    title=text("Python basics", "Pythonの基礎"),
    track="programming",
    phase="foundations",
    effort=Effort(1800, 2400, 3600),
    topics=(
        Topic(text("variables; types, operators", "変数、型、演算子")),
        Topic(text("functions", "関数")),
    ),
    resources=("book", "notes"),
)
SQL = Module(
    id="sql-basics",
    title=text("SQL basics", "SQLの基礎"),
    track="data",
    phase="foundations",
    effort=Effort(600, 600, 600),
)
CURRICULUM = Curriculum(
    id="small",
    title=text("Machine learning, in small", "小さな機械学習コース"),
    months=12,
    target_minutes=3000,
    modules=(PYTHON, SQL),
    milestones=(
        Milestone(
            id="first-notebook",
            title=text("A first notebook, published", "最初のノートブックを公開"),
            kind=MilestoneKind.DELIVERABLE,
            requires=("python-basics",),
            by_month=1,
            steps=(text("Pick a data set", "データを選ぶ"), text("Publish it", "公開する")),
        ),
    ),
    resources=(
        Resource(
            "book", text("A Python book", "Pythonの本"), "book", "paid", "https://example.org/book?a=1,2;3"
        ),
        Resource("notes", text("My notes", "自分のノート"), "notes", "free"),
    ),
    tracks=(
        Named("programming", text("Programming", "プログラミング")),
        Named("data", text("Data", "データ")),
    ),
)
PROFILE = Profile(curriculum="small", start=DAY)


def minutes(moment):
    return int(moment.timestamp()) // 60


def session(number, *, module="python-basics", kind="study", at=None, length=120, topics=(0,), birth=BIRTH):
    """Session `number` of a module, by default on the evening `number - 1` days after the first."""
    start = minutes(at or EVENING + timedelta(days=number - 1))
    name = f"{module or 'buffer'}.{number}"
    return Session(
        id=name,
        module=module,
        kind=kind,
        day=DAY + timedelta(days=number - 1),
        start=start,
        end=start + length,
        topics=topics,
        uid=f"{name}.{birth}@roadmap-planner",
    )


def accepted(number, sessions, *, previous="", now=None, inputs=None):
    """The `number`th acceptance, made at noon UTC on the `number`th day of November."""
    return AcceptedPlan(
        event=f"01KB{number:022}",
        at=datetime(2026, 11, number, 12, tzinfo=UTC),
        now=minutes(now) if now else minutes(EVENING) - 600,
        previous=previous,
        sessions=tuple(sessions),
        inputs=inputs or {"profile.yaml": "a"},
    )


def progress(*plans, undone=()):
    """What the journal folds to: in force is the last plan that was not undone."""
    standing = [plan for plan in plans if plan.event not in undone]
    return Progress(
        plans=tuple(plans), accepted=standing[-1] if standing else None, undone_plans=frozenset(undone)
    )


def plan(due=date(2027, 1, 6)):
    """A plan's outer shell: the calendar takes only its milestones."""
    milestone = MilestonePlan("first-notebook", "deliverable", due, due, due, 0, 600, reached=False)
    verdict = Verdict("on-time", 0, 0, 10.0, msg("On time."))
    return Plan(
        start=DAY,
        goal=date(2027, 12, 6),
        now=EVENING,
        effort=3000,
        done=0,
        capacity_to_goal=4000,
        finish=DAY,
        verdict=verdict,
        weeks=(),
        sessions=(),
        modules=(),
        milestones=(milestone,),
    )


def small_week():
    """Three sessions of study, a review and a buffer."""
    return [
        session(1, topics=(0, 1)),
        session(2, topics=(1,)),
        session(3, module="sql-basics", topics=()),
        session(4, kind="review", length=30, topics=()),
        session(5, module=None, kind="buffer", topics=()),
    ]


def small_history():
    """A first plan, and a second one that moves its second session and drops its third."""
    first = accepted(1, small_week())
    kept = small_week()
    kept[1] = replace(kept[1], start=kept[1].start + 30, end=kept[1].end + 30)
    del kept[2]
    return first, accepted(2, kept, previous=first.event)


def export(progress, *, language="en", alarm=None, due=date(2027, 1, 6), curriculum=CURRICULUM):
    return export_ics(plan(due), curriculum, PROFILE, progress, translator(language), alarm=alarm)
