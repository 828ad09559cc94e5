"""What would change it: statements that come from making the changed plan.

Invariant: a statement says nothing that its `Result` does not hold, and its `Result` is read off the plan that
`supposed_plan` makes for its `Change`.
"""

from collections.abc import Iterable
from datetime import date

from planner.learner.windows import monday
from planner.schedule.model import Plan
from planner.schedule.supposing import Change, supposed_plan
from planner.schedule.why.model import Figure, If, Result
from planner.schedule.why.saying import say_change, say_result
from planner.schedule.why.scene import Scene
from planner.text.messages import msg

Wish = tuple[Change, str, str]  # a change, and the quantity and the id that it is asked for
MOST, LEAST = 4, 2
LATER = "milestones-later"


def make_ifs(scene: Scene, wishes: Iterable[Wish]) -> tuple[If, ...]:
    """Return statements for the wishes, at most four: those in which something changes before those in which it stays.

    A wish for what has no figure in the plan as it is makes no statement, and one that comes out against expectation
    (time lost, and something is done sooner) is told only where little else can be said.
    """
    told: list[If] = []
    still: list[If] = []
    odd: list[If] = []
    for change, quantity, name in wishes:
        if len(told) >= MOST or figure(scene.base, quantity, name) is None:
            continue
        statement = state(scene, change, quantity, name)
        result = statement.result
        changes = result.value != result.before or result.quantity == LATER
        (odd if _is_odd(statement) else told if changes else still).append(statement)
    best = [*told, *still]
    return tuple((best if len(best) >= LEAST else [*best, *odd])[:MOST])


def _is_odd(statement: If) -> bool:
    """Tell whether less time brings something forward, or more time puts it off."""
    change, value, before = statement.change, statement.result.value, statement.result.before
    if not isinstance(value, date) or not isinstance(before, date) or change.goal is not None:
        return False
    less = bool(change.off or change.skip or change.lost or change.estimates)
    return value < before if less else value > before


def state(scene: Scene, change: Change, quantity: str, name: str) -> If:
    """Make the changed plan, and say what it gives; of milestones that come later, it is the one most delayed."""
    after = supposed_plan(scene.inputs, change, pull=scene.pull)
    result = measure(scene.base, after, quantity, name)
    if quantity == LATER and result.value:
        result = measure(scene.base, after, "milestone-expected", _worst(scene.base, after))
    text = msg(
        "If {condition}, {outcome}.", condition=say_change(scene, change), outcome=say_result(scene, result)
    )
    return If(change, result, text)


def measure(base: Plan, after: Plan, quantity: str, name: str) -> Result:
    """Return a figure of a changed plan, beside the one of the plan as it is."""
    if quantity == LATER:
        return Result(quantity, name, later(base, after), ())
    value = figure(after, quantity, name)
    on_time = None
    if quantity == "milestone-expected" and value is not None:
        on_time = next(m.lateness_days or 0 for m in after.milestones if m.id == name) <= 0
    return Result(quantity, name, value, figure(base, quantity, name), on_time)


def figure(plan: Plan, quantity: str, name: str) -> Figure:
    """Read one figure off a plan; None where the plan has none."""
    kind, _, part = quantity.partition("-")
    if kind == "module":
        module = next((m for m in plan.modules if m.id == name), None)
        return None if module is None else module.start if part == "start" else module.finish
    if kind == "milestone":
        milestone = next((m for m in plan.milestones if m.id == name), None)
        return None if milestone is None else milestone.due if part == "due" else milestone.expected
    if quantity == "finish":
        return plan.finish
    if quantity == LATER:
        return ()
    first = date.fromisoformat(name)
    return sum(s.minutes for s in plan.sessions if s.kind == "study" and monday(s.day) == first)


def later(before: Plan, after: Plan) -> tuple[str, ...]:
    """Return the milestones not reached that are expected later, or no longer, by their ids."""
    new = {m.id: m.expected or date.max for m in after.milestones}
    waiting = [m for m in before.milestones if not m.reached and m.expected is not None]
    return tuple(sorted(m.id for m in waiting if new.get(m.id, date.max) > (m.expected or date.max)))


def _worst(before: Plan, after: Plan) -> str:
    """Return the milestone that a change delays most, of equals the one that is expected first."""
    new = {m.id: m.expected for m in after.milestones}
    slips = set(later(before, after))
    delays = [
        (((new.get(m.id) or date.max) - m.expected).days, m.id)
        for m in before.milestones
        if m.id in slips and m.expected is not None
    ]
    return max(delays, key=lambda delay: delay[0])[1]
