"""A made-up curriculum and its learner as the YAML files that a person would write, for runs of the whole program."""

from collections.abc import Iterator

from planner.curriculum.model import Curriculum
from planner.learner.model import Profile, Windows
from planner.text.dates import WEEKDAYS


def curriculum_text(curriculum: Curriculum) -> str:
    """Return a curriculum of `synthetic` as YAML, one line a module."""
    return "\n".join(_curriculum_lines(curriculum)) + "\n"


def _curriculum_lines(curriculum: Curriculum) -> Iterator[str]:
    yield f"id: {curriculum.id}"
    yield f"title: {curriculum.title.in_language('en')}"
    yield f"months: {curriculum.months}"
    yield "tracks:"
    for track in curriculum.tracks:
        yield f"  - {{id: {track.id}, title: {track.title.in_language('en')}}}"
    yield "phases:"
    yield f"  - id: all\n    title: All\n    months: [1, {curriculum.months}]\n    modules:"
    for module in curriculum.modules:
        head = f"id: {module.id}, title: {module.title.in_language('en')}, track: {module.track}"
        yield f"      - {{{head}, hours: {hours(module.effort.likely)}, requires: [{', '.join(module.requires)}]}}"
    yield "milestones:"
    for milestone in curriculum.milestones:
        head = f"id: {milestone.id}, title: {milestone.title.in_language('en')}, kind: {milestone.kind}"
        yield f"  - {{{head}, requires: [{', '.join(milestone.requires)}], by: {milestone.by_date}}}"


def profile_text(profile: Profile) -> str:
    """Return a learner of `synthetic` as YAML."""
    week = profile.availability.pattern
    days = ", ".join(f"{WEEKDAYS[day]}: {_clock(windows)}" for day, windows in week.days)
    return f"""\
curriculum: {profile.curriculum}
start: {profile.start}
goal: {profile.goal}
timezone: {profile.timezone}
language: en
availability:
  weekday: {_clock(week.weekday)}
  day_off: {_clock(week.day_off)}
  days: {{{days}}}
  holidays: {profile.availability.holidays}
"""


def hours(minutes: int) -> str:
    """Return minutes as a decimal number of hours; quarters of an hour are exact."""
    return f"{minutes / 60:g}"


def clock(minute: int) -> str:
    """Return minutes after midnight as 20:00."""
    return f"{minute // 60:02}:{minute % 60:02}"


def _clock(windows: Windows) -> str:
    return "[" + ", ".join(f'"{clock(start)}-{clock(end)}"' for start, end in windows) + "]"
