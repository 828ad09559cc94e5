"""What is worth asking of each kind of thing: changes a learner could make or meet, and the figure to look at."""

from collections.abc import Iterator
from datetime import date, timedelta

from planner.curriculum.model import Priority
from planner.journal.model import Session
from planner.learner.windows import monday, typical_week
from planner.schedule.supposing import Change
from planner.schedule.why.ifs import LATER, Wish
from planner.schedule.why.model import Slack
from planner.schedule.why.scene import Scene

_HOUR, _WEEK = 60, 7 * 24 * 60
_LATER_GOAL = 28
_LEAST_MORE, _MOST_MORE = 60, 20 * 60


def of_session(scene: Scene, session: Session) -> Iterator[Wish]:
    """Ask what keeping its time free, more hours, a longer module and an earlier begin would do."""
    name = session.module or ""
    yield Change(skip=((session.start, session.end),)), "module-finish", name
    yield Change(off=(session.day,)), LATER, ""
    yield from of_module(scene, name)


def of_buffer(scene: Scene, session: Session) -> Iterator[Wish]:
    """Ask what losing the buffer, its day, or an hour a week would do."""
    yield Change(skip=((session.start, session.end),)), LATER, ""
    yield Change(off=(session.day,)), "finish", ""
    yield from more_hours(scene, "finish", "")


def of_module(scene: Scene, name: str) -> Iterator[Wish]:
    """Ask what more hours, a longer module, what it requires, its end and its absence would do."""
    waits, unlocks = scene.unfinished(name), scene.unlocked(name)
    yield from more_hours(scene, "module-finish", name)
    needed = scene.needed_by(name)
    if needed:
        yield _longer(scene, name), "milestone-expected", needed[0]
    else:
        yield _longer(scene, name), "finish", ""
    for before in waits[:1]:
        yield Change(done=(before,)), "module-start", name
    for after in unlocks[:1]:
        yield Change(done=(name,)), "module-start", after
    if len(scene.frame.work.index) > 1:
        yield Change(drop=(name,)), "finish", ""


def of_milestone(scene: Scene, name: str, slack: Slack | None) -> Iterator[Wish]:
    """Ask what more hours, its longest module, the time it can spare, another goal and fewer modules would do."""
    needed = [each for each in scene.modules if each in scene.needs(name)]
    yield from more_hours(scene, "milestone-expected", name)
    longest = max(needed, key=lambda each: scene.modules[each].remaining, default="")
    if longest and scene.modules[longest].remaining:
        yield _longer(scene, longest), "milestone-expected", name
    if slack is not None and slack.minutes:
        week = typical_week(scene.inputs.profile.availability)
        yield Change(lost=min(slack.minutes, week // 15 * 15 or slack.minutes)), "milestone-expected", name
    yield Change(goal=scene.plan.goal + timedelta(days=_LATER_GOAL)), "milestone-due", name
    if any(module.priority is Priority.STRETCH for module in scene.frame.work.selection.modules):
        yield Change(drop=(Priority.STRETCH.value,)), "milestone-expected", name


def of_week(scene: Scene, first: date) -> Iterator[Wish]:
    """Ask what a week away and more hours would do."""
    days = tuple(
        day for n in range(7) if (day := first + timedelta(days=n)) >= scene.today and _open(scene, day)
    )
    if days:
        yield Change(off=days), LATER, ""
        yield Change(off=days), "finish", ""
    yield from more_hours(scene, "week-minutes", first.isoformat())


def of_day(scene: Scene, day: date, studied: list[str]) -> Iterator[Wish]:
    """Ask what the day off would do, to what is studied on it and to the milestones."""
    if day >= scene.today and _open(scene, day):
        for name in studied[:2]:
            yield Change(off=(day,)), "module-finish", name
        yield Change(off=(day,)), LATER, ""
        yield Change(off=(day,)), "week-minutes", monday(day).isoformat()
    yield from more_hours(scene, "finish", "")


def more_hours(scene: Scene, quantity: str, name: str) -> Iterator[Wish]:
    """Ask what one hour a week more would do."""
    now = typical_week(scene.inputs.profile.availability)
    if 0 < now <= _WEEK - _HOUR:
        yield Change(hours_per_week=now + _HOUR), quantity, name


def _longer(scene: Scene, name: str) -> Change:
    """Return a change that makes a module take a quarter longer than is left of it, in whole hours."""
    module = scene.modules[name]
    more = min(max(module.remaining // 4 // _HOUR * _HOUR, _LEAST_MORE), _MOST_MORE)
    return Change(estimates={name: module.remaining + more})


def _open(scene: Scene, day: date) -> bool:
    capacity = scene.frame.capacity
    if day.toordinal() < capacity.monday:
        return False
    week = capacity.week(capacity.index(day.toordinal()))
    return bool(week.days[day.weekday()])
