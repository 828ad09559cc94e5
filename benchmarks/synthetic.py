"""Made-up curricula of any size, with due dates that can all be kept by the learner of `learners`.

Invariant: everything follows from the arguments, so the same call gives the same curriculum on every machine; a due
date is never before the day on which one order of study, drawn at random, completes the module that it waits for.
"""

from collections.abc import Sequence
from random import Random

from benchmarks.learners import START, days_of
from benchmarks.shapes import Requires, any_order, chain, split, year
from planner.curriculum.model import Curriculum, Effort, Milestone, MilestoneKind, Module, Named, Phase
from planner.text.languages import LocalText

TRACKS = ("maths", "python", "data", "ml", "dl", "ops", "kaggle", "portfolio")
ROOM = 115  # 800 h fill a year, as the articles have it
DELIVERABLE = MilestoneKind.DELIVERABLE


def build(
    blocks: int,
    per: int = 60,
    hours: int = 800,
    seed: int = 7,
    *,
    unit: int = 30,
    due_dates: int | None = None,
    room: int = ROOM,
) -> Curriculum:
    """Return `blocks` years in a chain, each of `per` modules in 8 tracks, 90 prerequisites per 60, and `hours`.

    Efforts are multiples of `unit` minutes. There are 8 milestones a year, or `due_dates` in all, due when an order
    that keeps them all would be done if everything took `room` percent of its effort: 100 leaves no slack at all.
    """
    rng = Random(seed)
    requires: Requires = []
    minutes: list[int] = []
    order: list[int] = []
    for block in range(blocks):
        base, needs = block * per, year(per, rng)
        requires += [[base + i for i in needed] for needed in needs]
        if block:
            chain(requires, base, per)
        minutes += split(hours * 60, per, unit, rng)
        order += [base + i for i in any_order(needs, rng)]
    count = 8 * blocks if due_dates is None else due_dates
    tracks = [TRACKS[i % per * len(TRACKS) // per] for i in range(blocks * per)]
    return _curriculum(f"synthetic-{blocks * per}", tracks, minutes, requires, order, count=count, room=room)


def dense(modules: int = 149, edges: int = 934, hours: int = 1500, seed: int = 7) -> Curriculum:
    """Return a curriculum in which nearly everything needs something else: 149 modules, 934 prerequisites."""
    rng = Random(seed)
    requires: Requires = [[] for _ in range(modules)]
    pairs = [(i, j) for j in range(modules) for i in range(j)]
    for i, j in sorted(rng.sample(pairs, edges)):
        requires[j].append(i)
    tracks = [TRACKS[i * len(TRACKS) // modules] for i in range(modules)]
    minutes = split(hours * 60, modules, 30, rng)
    return _curriculum(
        f"dense-{modules}", tracks, minutes, requires, any_order(requires, rng), count=24, room=ROOM
    )


def growing(modules: int, due_dates: int = 80, hours: int = 15_000) -> Curriculum:
    """Return a curriculum of so many modules (a multiple of 60) that takes the same hours at every size."""
    blocks = modules // 60
    return build(blocks, hours=hours // blocks, unit=15, due_dates=due_dates)


def _curriculum(
    name: str,
    tracks: Sequence[str],
    minutes: Sequence[int],
    requires: Requires,
    order: Sequence[int],
    *,
    count: int,
    room: int,
) -> Curriculum:
    """Put the parts together; `count` milestones stand evenly along the order, at its end the last."""
    ids = [f"m{i:05}" for i in range(len(minutes))]
    ends = [-(-(k + 1) * len(order) // count) - 1 for k in range(count)]
    days = days_of([minutes[i] for i in order], ends, room)
    months = max(1, -(-(days[-1] - START).days * 12 // 365))
    waits = [(ids[order[end]], day) for end, day in zip(ends, days, strict=True)]
    return Curriculum(
        id=name,
        title=LocalText.of(name),
        months=months,
        target_minutes=sum(minutes),
        modules=tuple(
            _module(ids[i], f"{track} {i + 1}", track, minutes[i], [ids[j] for j in sorted(requires[i])])
            for i, track in enumerate(tracks)
        ),
        phases=(Phase("all", LocalText.of("All"), (1, months), tuple(ids)),),
        milestones=tuple(
            Milestone(f"due-{wait}", LocalText.of(f"Due {k + 1}"), DELIVERABLE, (wait,), None, day)
            for k, (wait, day) in enumerate(waits)
        ),
        tracks=tuple(Named(track, LocalText.of(track)) for track in dict.fromkeys(tracks)),
    )


def _module(name: str, title: str, track: str, minutes: int, requires: Sequence[str]) -> Module:
    effort = Effort(minutes, minutes, minutes)
    return Module(name, LocalText.of(title), track, "all", effort, tuple(requires))
