"""Small random worlds for the scheduler: curricula, profiles, progress, a moment, and plans that were accepted."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from planner.curriculum.model import (
    Choice,
    Curriculum,
    Effort,
    Milestone,
    MilestoneKind,
    Module,
    Option,
    Priority,
    Topic,
)
from planner.journal.model import AcceptedPlan, Logged, MilestoneProgress, Progress
from planner.learner.model import Availability, DayException, Profile, Rotation, Study, WeekPattern
from planner.schedule.model import Inputs
from planner.text.languages import LocalText

ZONES = [
    "Asia/Tokyo",
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Africa/Cairo",
]
STARTS = [
    date(2026, 12, 7),
    date(2026, 12, 1),
    date(2027, 3, 22),
    date(2027, 10, 1),
    date(2028, 2, 29),
    date(2027, 4, 28),
]
TRACKS = ["programming", "maths", "career"]
BACKGROUNDS = ["programming", "data-analysis"]
WEEK = timedelta(days=7)


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def text(value: str) -> LocalText:
    return LocalText.of(value)


# --- what is to be learned


@st.composite
def modules(draw, n: int, start: date, released: bool):
    likely = draw(st.sampled_from([15, 60, 90, 120, 198, 240, 300, 480, 600, 900, 1500]))
    not_before = None
    if released and draw(st.integers(0, 3)) == 0:
        not_before = start + timedelta(days=draw(st.integers(-5, 40)))
    topics = draw(st.integers(0, 3))
    return Module(
        f"m{n}",
        text(f"Module {n}"),
        draw(st.sampled_from(TRACKS)),
        "only",
        Effort(likely // 2, likely, likely * 2),
        tuple(f"m{k}" for k in sorted(draw(st.sets(st.integers(0, n - 1), max_size=2)) if n else ())),
        not_before,
        draw(st.sampled_from([Priority.CORE, Priority.CORE, Priority.RECOMMENDED, Priority.STRETCH])),
        topics=tuple(Topic(text(f"Topic {k}"), draw(st.sampled_from([0, 0, 60]))) for k in range(topics)),
        credit=draw(
            st.sampled_from([(), (("programming", Fraction(1, 2)), ("data-analysis", Fraction(1, 5)))])
        ),
    )


@st.composite
def milestones(draw, n: int, names: list[str], start: date):
    """Due soon (unreachable at times), later, or in a month of the nominal length."""
    by_month, by_date = None, None
    if draw(st.booleans()):
        by_month = draw(st.integers(1, 3))
    else:
        by_date = start + timedelta(days=draw(st.integers(-2, 60)))
    requires = draw(st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True))
    kind = draw(st.sampled_from(list(MilestoneKind)))
    return Milestone(f"ms{n}", text(f"Milestone {n}"), kind, tuple(requires), by_month, by_date)


@st.composite
def curricula(draw, start: date, released: bool):
    count = draw(st.integers(1, 12))
    made = [draw(modules(n, start, released)) for n in range(count)]
    choices = ()
    if count >= 4 and draw(st.booleans()):
        options = tuple(Option(f"o{n}", text(f"Option {n}"), (f"m{n}",)) for n in (1, 2))
        choices = (Choice("pick", text("Pick"), 1, options),)
        if draw(st.booleans()):
            made[3] = replace(made[3], requires=("pick",))
    names = [module.id for module in made] + [choice.id for choice in choices]
    goals = tuple(draw(milestones(n, names, start)) for n in range(draw(st.integers(0, 4))))
    months = draw(st.sampled_from([1, 2, 3, 6]))
    return Curriculum("random", text("Random"), months, 6000, tuple(made), choices=choices, milestones=goals)


# --- who learns, and when

DAY_WINDOWS = st.sampled_from(
    [
        ((1200, 1320),),
        ((600, 840),),
        ((1380, 1500),),
        ((60, 240),),
        ((420, 480), (1200, 1335)),
        ((1205, 1310),),
        ((0, 60), (1410, 1530)),
        ((150, 210),),
        (),
    ]
)


@st.composite
def patterns(draw):
    days = draw(st.dictionaries(st.integers(0, 6), DAY_WINDOWS, max_size=2))
    return WeekPattern(draw(DAY_WINDOWS), draw(DAY_WINDOWS), tuple(sorted(days.items())))


@st.composite
def availabilities(draw, start: date, capped: bool):
    usual = draw(st.booleans())
    first = start + timedelta(days=draw(st.integers(0, 20)))
    exception = DayException(first, first + timedelta(days=draw(st.integers(0, 9))), draw(DAY_WINDOWS))
    rotation = None
    if draw(st.integers(0, 4)) == 0:
        rotation = Rotation(
            start + timedelta(days=draw(st.integers(-9, 9))), (draw(patterns()), draw(patterns()))
        )
    pattern = WeekPattern() if usual else draw(patterns())
    return Availability(
        replace(pattern, days=()) if rotation else pattern,
        draw(st.sampled_from(["", "JP"])),
        draw(st.sampled_from([None, None, 300, 607, 900])) if capped else None,
        rotation,
        draw(st.sampled_from([(), (exception,)])),
    )


@st.composite
def profiles(draw, start: date, capped: bool):
    least = draw(st.sampled_from([15, 30, 45]))
    study = Study(
        least,
        draw(st.sampled_from([60, 90, 120])),
        draw(st.sampled_from([Fraction(0), Fraction(1, 10), Fraction(1, 5), Fraction(1, 3)])),
        draw(st.integers(1, 3)),
        reviews=draw(st.booleans()),
    )
    goal = draw(st.none() | st.integers(10, 120).map(lambda days: start + timedelta(days=days)))
    return Profile(
        "random",
        start,
        goal,
        draw(st.sampled_from(ZONES)),
        background=tuple(draw(st.sets(st.sampled_from(BACKGROUNDS)).map(sorted))),
        choices=draw(st.sampled_from([(), (("pick", ("o2",)),)])),
        drop=draw(st.sampled_from([(), (), (), ("m0",), ("stretch",), ("recommended",)])),
        availability=draw(availabilities(start, capped)),
        study=study,
    )


# --- what happened, and when it is


@st.composite
def moments(draw, profile: Profile):
    """Any minute from a few days before the start to some weeks after it."""
    day = profile.start + timedelta(days=draw(st.integers(-3, 30)))
    minute = draw(st.sampled_from([0, 0, 1215, 1260, 30, 700]) | st.integers(0, 1439))
    wall = datetime.combine(day, time(minute // 60, minute % 60), tzinfo=ZoneInfo(profile.timezone))
    return wall.astimezone(UTC).astimezone(ZoneInfo(profile.timezone))


@st.composite
def progresses(draw, curriculum: Curriculum, now: datetime, logged: bool):
    names, today = [module.id for module in curriculum.modules], now.date()
    logs = []
    for n in range(draw(st.integers(0, 5)) if logged else 0):
        day = today - timedelta(days=draw(st.integers(0, 10)))
        minutes = draw(st.sampled_from([15, 50, 60, 120, 400]))
        weekly = draw(st.integers(0, 4)) == 0
        module = draw(st.sampled_from(names))
        logs.append(Logged(f"log{n}", module, minutes, monday(day), None if weekly else day))
    done = dict.fromkeys(draw(st.sets(st.sampled_from(names), max_size=2)), today) if logged else {}
    reached = (
        draw(st.sets(st.sampled_from([m.id for m in curriculum.milestones]), max_size=1))
        if logged and (curriculum.milestones)
        else ()
    )
    own = (
        {draw(st.sampled_from(names)): draw(st.integers(1, 900))}
        if logged and draw(st.integers(0, 3)) == 0
        else {}
    )
    ratio = draw(st.sampled_from([(1, 1), (1, 1), (2900, 2500)]))
    return Progress(
        tuple(logs),
        done,
        own,
        begun={entry.module: ratio for entry in logs},
        milestones={name: MilestoneProgress(reached=today) for name in reached},
        time_off=frozenset(today + timedelta(days=n) for n in draw(st.sets(st.integers(0, 12), max_size=2))),
    )


@st.composite
def worlds(draw, released: bool = True, capped: bool = True, logged: bool = True):
    """Inputs without an accepted plan. `released` and `capped` allow release dates and weekly caps."""
    start = draw(st.sampled_from(STARTS))
    curriculum, profile = draw(curricula(start, released)), draw(profiles(start, capped))
    now = draw(moments(profile))
    busy = ()
    if draw(st.integers(0, 4)) == 0:
        begin = int(now.timestamp()) // 60 + draw(st.integers(0, 9000))
        busy = ((begin, begin + draw(st.integers(20, 600))),)
    return Inputs(curriculum, profile, draw(progresses(curriculum, now, logged)), now, busy)


# --- accepting


def accept(inputs: Inputs, plan) -> Inputs:
    """The same inputs after the learner accepted `plan`: uids filled where a session is new, earlier plans kept."""
    progress, at = inputs.progress, plan.now.astimezone(UTC)
    event = f"plan{len(progress.plans):04}"
    uids = {s.id: s.uid for s in (progress.accepted.sessions if progress.accepted else ())}
    sessions = tuple(
        replace(s, uid=uids.get(s.id) or s.uid or f"{s.id}.{event}@roadmap-planner") for s in plan.sessions
    )
    previous = progress.accepted.event if progress.accepted else ""
    accepted = AcceptedPlan(event, at, int(at.timestamp()) // 60, previous, sessions, {}, plan.ratio)
    return replace(inputs, progress=replace(progress, accepted=accepted, plans=(*progress.plans, accepted)))


def study_minutes(minutes: int, day: date, module: str, number: int) -> Logged:
    return Logged(f"study{number:05}", module, minutes, monday(day), day)


def later(inputs: Inputs, now: datetime, missed=()) -> Inputs:
    """The same learner at a later moment, who studied what was planned but for the days in `missed`."""
    moment = int(now.timestamp()) // 60
    past = [s for s in inputs.progress.accepted.sessions if s.kind == "study" and s.end <= moment]
    held = [s for s in past if s.day not in missed]
    base = len(inputs.progress.logs)
    logs = tuple(study_minutes(s.minutes, s.day, s.module, base + n) for n, s in enumerate(held))
    return replace(inputs, now=now, progress=replace(inputs.progress, logs=inputs.progress.logs + logs))
