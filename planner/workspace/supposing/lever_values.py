"""What can be turned in a plan, and from where to where: hours, goal, what is kept, choices, what is known, the buffer.

Invariant: the first lever is always the hours, and each has at least two values, the present one among them.
"""

from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations, islice

from planner.curriculum.model import Choice, Priority
from planner.curriculum.selection import picked_options
from planner.learner.windows import typical_week
from planner.text.messages import msg
from planner.workspace.opening import Opened
from planner.workspace.supposing.levers import BUFFER, CHOICE, CREDIT, DROP, GOAL, HOURS, MODULE, Lever, Value

_STEP = 60
_USUAL_HOURS, _MOST_HOURS = 40, 80
_EARLIER, _LATER = 26, 52  # weeks
_MOST_WAYS = 20
_MOST_PERCENT = 30
_LONGEST = timedelta(days=3653)
_LEVELS = (Priority.STRETCH, Priority.RECOMMENDED)


def levers_of(opened: Opened) -> tuple[Lever, ...]:
    """Return what can be turned in a plan; the modules that could be left out come last, the largest first."""
    choices = [each for each in opened.curriculum.choices if len(each.options) > each.pick]
    found = (
        _hours(opened),
        _goal(opened),
        _drop(opened),
        *(_choice(opened, choice) for choice in choices),
        _credit(opened),
        _buffer(opened),
        *_modules(opened),
    )
    return tuple(lever for lever in found if lever is not None)


def _hours(opened: Opened) -> Lever:
    """Return whole hours from 1 to 40, or to twice the present week, which stands between them."""
    now = typical_week(opened.profile.availability)
    most = min(_MOST_HOURS, max(_USUAL_HOURS, 2 * now // _STEP))
    values = sorted({*range(_STEP, most * _STEP + 1, _STEP), now})
    at = values.index(now)
    return Lever(HOURS, HOURS, msg("hours a week"), tuple(values), at, at)


def _goal(opened: Opened) -> Lever:
    """Return the goal and the days weeks before and after it, not before tomorrow."""
    goal, today = opened.plan.goal, opened.now.date()
    first = max(today, opened.plan.start)
    before = [day for n in range(1, _EARLIER + 1) if (day := goal - timedelta(weeks=n)) > first]
    after = [day for n in range(1, _LATER + 1) if (day := goal + timedelta(weeks=n)) < today + _LONGEST]
    values: tuple[date, ...] = (*reversed(before), goal, *after)
    return Lever(GOAL, GOAL, msg("goal"), values, len(before), len(before))


def _drop(opened: Opened) -> Lever | None:
    """Return how much of the modules is kept; None where there is only core left."""
    selected = {module.id for module in opened.plan.modules}
    present = {module.priority for module in opened.curriculum.modules if module.id in selected}
    levels = [level.value for level in _LEVELS if level in present]
    return Lever(DROP, DROP, msg("modules"), ("", *levels), 0, 0) if levels else None


def _choice(opened: Opened, choice: Choice) -> Lever:
    """Return every way to choose, the present one first."""
    wished = dict(opened.profile.choices).get(choice.id, ())
    now = picked_options(choice, wished)
    ids = [option.id for option in choice.options]
    ways = (way for way in combinations(ids, choice.pick) if set(way) != set(now))
    return Lever(f"{CHOICE}:{choice.id}", CHOICE, choice.title, (now, *islice(ways, _MOST_WAYS)), 0, 0)


def _credit(opened: Opened) -> Lever | None:
    """Return each background that would save time yet, and all of them; None where none would."""
    left = {module.id for module in opened.plan.modules if module.remaining}
    credited = {
        name
        for module in opened.curriculum.modules
        if module.id in left
        for name, credit in module.credit
        if credit
    }
    names = [each.id for each in opened.curriculum.backgrounds if each.id in credited]
    more = [name for name in names if name not in opened.profile.background]
    ways: list[Value] = [(), *((name,) for name in more)]
    if len(more) > 1:
        ways.append(tuple(more))
    return Lever(CREDIT, CREDIT, msg("known already"), tuple(ways), 0, 0) if more else None


def _buffer(opened: Opened) -> Lever:
    """Return the shares of the week that can be kept free, in steps of 5 %."""
    now = opened.profile.study.buffer
    shares = sorted({*(Fraction(percent, 100) for percent in range(0, _MOST_PERCENT + 1, 5)), now})
    at = shares.index(now)
    return Lever(BUFFER, BUFFER, msg("buffer"), tuple(shares), at, at)


def _modules(opened: Opened) -> list[Lever]:
    """Return what is not core and not done, one by one."""
    optional = {module.id: module for module in opened.curriculum.modules if module.priority in _LEVELS}
    left = [each for each in opened.plan.modules if each.id in optional and each.remaining]
    left.sort(key=lambda each: -each.remaining)
    return [
        Lever(f"{MODULE}:{each.id}", MODULE, optional[each.id].title, ("", each.id), 0, 0, each.remaining)
        for each in left
    ]
