"""The same work for TaskJuggler 3 (`tj3`): its project file, and which deadlines its plan misses.

Invariant: both get the same problem: the same efforts, prerequisites, due dates, weekly hours and holidays. A due
date is a milestone with `maxend`, which is how TaskJuggler's manual writes a deadline.
"""

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from shutil import which

from benchmarks.texts import clock, hours
from planner.curriculum.model import Curriculum
from planner.learner.holidays import public_holidays
from planner.learner.model import Profile

NAME, REPORT = "project.tjp", "plan"
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_REPORTS = f"""\
icalreport "calendar"
taskreport "{REPORT}" {{
  formats csv
  columns id, end
  timeformat "%Y-%m-%d"
  hidetask ~isleaf()
}}
"""


def installed() -> bool:
    """Tell whether `tj3` can be run."""
    return which("tj3") is not None


def command(folder: Path) -> tuple[str, ...]:
    """Return the command that plans the project of a folder and writes its calendar and its report there."""
    return ("tj3", "--silent", "--output-dir", str(folder), str(folder / NAME))


def project_text(curriculum: Curriculum, profile: Profile) -> str:
    """Return a made-up curriculum as a TaskJuggler project."""
    return "\n".join([*_head(curriculum, profile), *_tasks(curriculum), _REPORTS])


def _head(curriculum: Curriculum, profile: Profile) -> Iterator[str]:
    last = (profile.goal or profile.start) + timedelta(days=365)
    yield f'project synthetic "{curriculum.id}" {profile.start} - {last} {{'
    yield f'  timezone "{profile.timezone}"\n  timingresolution 30min\n  now {profile.start}\n}}'
    holidays = public_holidays(profile.availability.holidays)
    for year in range(profile.start.year, last.year + 1):
        for day in sorted(holidays(year)):
            if profile.start <= day < last:
                yield f'leaves holiday "Holiday" {day}'
    yield 'resource me "Me" {'
    week = profile.availability.pattern
    for number, name in enumerate(_DAYS):
        windows = dict(week.days).get(number, week.weekday)
        yield f"  workinghours {name} " + ", ".join(f"{clock(a)} - {clock(b)}" for a, b in windows)
    yield "}"


def _tasks(curriculum: Curriculum) -> Iterator[str]:
    for module in curriculum.modules:
        needs = f" depends {', '.join(module.requires)}" if module.requires else ""
        effort = hours(module.effort.likely)
        yield f'task {module.id} "{module.title.in_language("en")}" {{ effort {effort}h allocate me{needs} }}'
    for milestone in curriculum.milestones:
        if milestone.by_date is not None:
            name, needs = _task_id(milestone.id), ", ".join(milestone.requires)
            after = milestone.by_date + timedelta(days=1)
            yield f'task {name} "{milestone.title.in_language("en")}" {{ milestone depends {needs} maxend {after} }}'


def lateness(curriculum: Curriculum, folder: Path) -> list[int]:
    """Return by how many days each milestone is late in the report that `tj3` wrote, negative when early."""
    with (folder / f"{REPORT}.csv").open(encoding="utf-8") as file:
        ends = {row["Id"]: date.fromisoformat(row["End"]) for row in csv.DictReader(file, delimiter=";")}
    return [
        (max(ends[name] for name in milestone.requires) - milestone.by_date).days
        for milestone in curriculum.milestones
        if milestone.by_date is not None
    ]


def _task_id(name: str) -> str:
    return name.replace("-", "_")
