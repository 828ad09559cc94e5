"""Random realistic years, and what a learner loses in them; the same seed is the same learner on every machine.

Invariant: when its plan is accepted, every milestone of an instance can be reached by its due date.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from itertools import pairwise
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from planner.curriculum.model import Curriculum, Effort, Milestone, MilestoneKind, Module
from planner.journal.model import Progress
from planner.learner.model import Availability, Profile, Study, WeekPattern
from planner.schedule import make_plan
from planner.schedule.model import Inputs
from planner.text.languages import LocalText
from tests.strategies import accept, later

ZONE = "Asia/Tokyo"
DAY = timedelta(days=1)
EVENING, MORNING = (1200, 1320), (600, 840)
WEEKS = (  # 18, 18, 19, 20 and 18.5 hours
    WeekPattern(),
    WeekPattern(),
    WeekPattern((EVENING,), (), ((5, ((540, 720), (780, 900))), (6, ((600, 840),)))),
    WeekPattern(((1170, 1320),), ((570, 795),)),
    WeekPattern(((420, 480), (1260, 1365)), (), ((4, ()), (5, ((480, 930),)))),
)


Make = Callable[[Inputs], Any]


def ours(inputs: Inputs) -> Any:
    """The plan that is accepted, unless another way to make it is given."""
    return make_plan(inputs, repairs=False)


def shares(rng: Random, count: int, minutes: int) -> list[int]:
    """Split minutes into `count` efforts of whole half hours, none below two hours."""
    weights = [rng.uniform(0.4, 2.0) for _ in range(count)]
    spare = minutes - 120 * count
    efforts = [120 + int(spare * weight / sum(weights) / 30) * 30 for weight in weights]
    efforts[-1] += minutes - sum(efforts)
    return efforts


def chains(rng: Random, count: int, tracks: int) -> list[list[int]]:
    """Deal the modules, in the order of the curriculum, to the tracks."""
    dealt: list[list[int]] = [[] for _ in range(tracks)]
    for n in range(count):
        dealt[n if n < tracks else rng.randrange(tracks)].append(n)
    return dealt


def links(rng: Random, dealt: list[list[int]], count: int, wanted: int) -> set[tuple[int, int]]:
    """Prerequisites (before, after): nearly all steps along a track, and links across until there are `wanted`."""
    found = {pair for chain in dealt for pair in pairwise(chain) if rng.random() < 0.9}
    for _ in range(20 * wanted):
        if len(found) >= wanted:
            break
        before, after = sorted(rng.sample(range(count), 2))
        if after - before <= max(3, count // 3):
            found.add((before, after))
    return found


def make_modules(rng: Random, count: int, hours: int, tracks: int, wanted: int) -> tuple[Module, ...]:
    dealt = chains(rng, count, tracks)
    track = {n: f"track{t}" for t, chain in enumerate(dealt) for n in chain}
    joined = links(rng, dealt, count, wanted)
    return tuple(
        Module(
            f"m{n:02}",
            LocalText.of(f"Module {n}"),
            track[n],
            "only",
            Effort(minutes // 2, minutes, 2 * minutes),
            tuple(f"m{before:02}" for before, after in sorted(joined) if after == n),
        )
        for n, minutes in enumerate(shares(rng, count, 60 * hours))
    )


def with_milestones(
    rng: Random, inputs: Inputs, count: int, slack: tuple[float, float], make: Make
) -> Inputs:
    """Milestones due when a fresh plan reaches them, and a share of that time later; the goal in the same way."""
    start, ends = inputs.profile.start, {s.module: s.day for s in make(inputs).sessions if s.kind == "study"}
    names = [module.id for module in inputs.curriculum.modules]
    first = max(1, len(names) // 8)
    chosen = sorted(rng.sample(names[first:], min(count, len(names) - first)))
    made = []
    for n, name in enumerate(chosen):
        needs = {name, rng.choice(names[: names.index(name) + 1])}
        reached = max(ends[need] for need in needs)
        due = start + DAY * round((reached - start).days * (1 + rng.uniform(*slack)))
        title = LocalText.of(f"Milestone {n}")
        made.append(Milestone(f"ms{n}", title, MilestoneKind.DELIVERABLE, tuple(sorted(needs)), by_date=due))
    goal = start + DAY * round((max(ends.values()) - start).days * (1 + rng.uniform(*slack)))
    curriculum = replace(inputs.curriculum, milestones=tuple(made))
    return replace(inputs, curriculum=curriculum, profile=replace(inputs.profile, goal=goal))


def fresh(modules: tuple[Module, ...], start: date, availability: Availability, study: Study) -> Inputs:
    """A learner on the first day, without milestones and in no hurry."""
    curriculum = Curriculum("year", LocalText.of("Year"), 12, 0, modules)
    profile = Profile("year", start, start + 1500 * DAY, ZONE, availability=availability, study=study)
    return Inputs(curriculum, profile, Progress(), midnight(start))


def midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=ZoneInfo(ZONE))


def random_year(rng: Random, make: Make) -> Inputs:
    """8 to 60 modules in 2 to 8 tracks, 100 to 800 hours, 18 to 20 hours a week, 2 to 8 milestones."""
    count, tracks = rng.randint(8, 60), rng.randint(2, 8)
    hours = rng.randint(max(100, 4 * count), 800)
    modules = make_modules(rng, count, hours, tracks, wanted=round(count * rng.uniform(0.9, 1.6)))
    start = date(2026, 11, 23) + rng.randrange(400) * DAY
    availability = Availability(rng.choice(WEEKS), rng.choice(("", "", "JP")))
    buffer = rng.choice((Fraction(0), Fraction(1, 20), Fraction(1, 10), Fraction(1, 10), Fraction(1, 5)))
    study = Study(buffer=buffer, tracks=rng.randint(1, 3))
    inputs = fresh(modules, start, availability, study)
    return with_milestones(rng, inputs, rng.randint(2, 8), (0, 0.25), make)


def planned_days(inputs: Inputs) -> list[date]:
    """The days of the accepted plan on which something is studied."""
    return sorted({s.day for s in inputs.progress.accepted.sessions if s.kind == "study"})


def losing(rng: Random, days: int, make: Make) -> tuple[Inputs, list[date]]:
    """A year accepted on its first day, and the planned days of `days` days in a row that are over."""
    inputs = random_year(rng, make)
    inputs = accept(inputs, make(inputs))
    planned = planned_days(inputs)
    weeks = (planned[-1] - planned[0]).days // 7
    now = inputs.profile.start + DAY * (rng.randint(0, min(20, max(0, weeks - 4))) * 7 + rng.randint(1, 7))
    now += DAY * (days - 7)
    return replace(inputs, now=midnight(now)), [day for day in planned if now - days * DAY <= day < now]


def evening(seed: int, make: Make = ours) -> Inputs:
    """One planned study day of the last seven was missed; up to twenty weeks before it went as planned."""
    rng = Random(seed)
    inputs, planned = losing(rng, 7, make)
    return later(inputs, inputs.now, {rng.choice(planned)} if planned else ())


def fortnight(seed: int, make: Make = ours) -> Inputs:
    """Nothing was studied for two weeks; up to twenty weeks before them went as planned."""
    inputs, planned = losing(Random(seed), 14, make)
    return later(inputs, inputs.now, set(planned))


def big_case(make: Make = ours) -> Inputs:
    """60 modules, 800 hours, 90 prerequisites, 8 milestones, 19 hours a week, Japanese holidays, two weeks lost."""
    rng = Random(60)
    modules = make_modules(rng, 60, 800, 8, wanted=90)
    inputs = fresh(modules, date(2026, 11, 23), Availability(WEEKS[2], "JP"), Study())
    inputs = with_milestones(rng, inputs, 8, (0.04, 0.12), make)
    inputs = accept(inputs, make(inputs))
    now = inputs.profile.start + 70 * DAY
    lost = {day for day in planned_days(inputs) if now - 14 * DAY <= day < now}
    return later(inputs, midnight(now), lost)
