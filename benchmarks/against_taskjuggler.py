"""The whole program against TaskJuggler on the same curricula, and how many reachable deadlines each misses."""

import shutil
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks import taskjuggler
from benchmarks.clock import PYTHON, Cost, environment, medians, run
from benchmarks.learners import START, inputs, learner
from benchmarks.synthetic import build
from benchmarks.table import Row, milliseconds
from benchmarks.texts import curriculum_text, profile_text
from planner.curriculum.model import Curriculum
from planner.schedule import make_plan

BARS = {60: 2.5, 6000: 30.0}
INSTANCES = 20


def measure(home: Path, rounds: int, *, full: bool) -> Iterator[Row]:
    """Measure `init`, `plan` and `export ics` against one `tj3`; 6,000 modules only when `full`."""
    if not taskjuggler.installed():
        print("tj3 is not installed: nothing to compare with (Debian: apt install tj3)", file=sys.stderr)
        return
    yield from _speed(home, build(1), rounds)
    yield from _speed(home, build(10), max(1, rounds // 3))
    if full:
        yield from _speed(home, build(100, hours=80), 0)
    for room in (100, 115):
        yield _missed(home, room)


def _speed(home: Path, curriculum: Curriculum, rounds: int) -> Iterator[Row]:
    """Compare on one curriculum; with no rounds tj3 runs once, and cold, which costs it little in so long a time."""
    folder, new, size = home / curriculum.id, home / "new" / curriculum.id, len(curriculum.modules)
    place = environment(home)
    for each in (folder, new):
        write_files(curriculum, each)
        _init(each, place)
    planner = _planner(folder)
    export = (*planner, "export", "ics", "-o", str(home / "plan.ics"))
    names = ("init", "plan", "export ics")
    sides = [partial(_init, new, place), partial(run, (*planner, "plan"), place), partial(run, export, place)]
    theirs = partial(run, taskjuggler.command(folder), place)
    if rounds:
        *ours, other = medians([*sides, theirs], rounds)
    else:
        ours, other = medians(sides, 3), theirs()
    for name, mine in zip(names, ours, strict=True):
        bar = BARS.get(size) if name == "plan" else None
        what = f"`planner {name}`, {size:,} modules, whole process: times faster"
        against = f"tj3, {milliseconds(other.wall)}"
        yield Row(what, milliseconds(mine.wall), against, other.wall / mine.wall, bar, at_least=True)


def _planner(folder: Path) -> tuple[str, ...]:
    return PYTHON, "-m", "planner", "--home", str(folder), "--today", START.isoformat()


def write_files(curriculum: Curriculum, folder: Path) -> None:
    """Write what both programs read: a plan's profile and a project into the folder, the curriculum beside it."""
    folder.mkdir(parents=True)
    profile = learner(curriculum)
    beside = folder.with_name(f"{curriculum.id}.yaml")
    beside.write_text(curriculum_text(curriculum), encoding="utf-8")
    (folder / "profile.yaml").write_text(profile_text(profile), encoding="utf-8")
    project = taskjuggler.project_text(curriculum, profile)
    (folder / taskjuggler.NAME).write_text(project, encoding="utf-8")


def _init(folder: Path, place: dict[str, str]) -> Cost:
    """Run `init` on a folder from which the plan before, if there was one, is taken away."""
    (folder / "curriculum.yaml").unlink(missing_ok=True)
    shutil.rmtree(folder / "journal", ignore_errors=True)
    given = ("init", "--curriculum", str(folder.with_name(f"{folder.name}.yaml")), "--yes")
    return run((*_planner(folder), *given), place)


def _missed(home: Path, room: int) -> Row:
    """Count the deadlines missed on random years of 60 modules, of which every deadline can be kept."""
    ours, theirs, worst = 0, 0, 0
    for seed in range(1, INSTANCES + 1):
        curriculum = build(1, seed=seed, room=room)
        folder = home / f"room-{room}-{seed}"
        write_files(curriculum, folder)
        run(taskjuggler.command(folder), environment(home))
        late = [days for days in taskjuggler.lateness(curriculum, folder) if days > 0]
        theirs, worst = theirs + len(late), max([worst, *late])
        plan = make_plan(inputs(curriculum), repairs=False)
        ours += sum(1 for each in plan.milestones if each.lateness_days is None or each.lateness_days > 0)
    what = f"reachable deadlines missed, {INSTANCES} random years, {room - 100} % more time than work"
    against = f"tj3 {theirs} of {8 * INSTANCES}, by up to {worst} days"
    return Row(what, f"{ours}", against, ours, 0)
