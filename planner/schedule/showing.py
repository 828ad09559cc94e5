"""The accepted plan with current progress, and the reasons why it is no longer what a new plan would be."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from planner.schedule.frame import future_sessions, make_frame
from planner.schedule.model import Inputs, MilestonePlan, Plan, Verdict
from planner.schedule.outcome import make_outcome
from planner.text.messages import Message, Minutes, msg


class Outlook(NamedTuple):
    """What a new plan would bring: its dates and verdict, and minutes of work that have no place in it either."""

    finish: date | None
    verdict: Verdict
    milestones: tuple[MilestonePlan, ...]
    without_place: int


def outlook(inputs: Inputs) -> Outlook:
    """Look at what a new plan would bring; that takes a search."""
    best = _new_plan(inputs, repairs=False)
    return Outlook(best.finish, best.verdict, best.milestones, _differences(best)[0])


def show_plan(
    inputs: Inputs, reasons: Sequence[Message] = (), look: Callable[[Inputs], Outlook] = outlook
) -> Plan:
    """Return the accepted plan as it stands; without one, a new plan. `reasons` are the caller's own for `stale`.

    Work that has lost its place has no date in the accepted plan: then the dates and the verdict are those that a new
    plan would have, by `look`, while the sessions stay the accepted ones.
    """
    accepted = inputs.progress.accepted
    if accepted is None:
        return _new_plan(inputs, repairs=True)
    plan = make_outcome(inputs, make_frame(inputs), future_sessions(inputs))
    lost, needless = _differences(plan)
    if plan.finish is None:
        best = look(inputs)
        lost -= best.without_place
        plan = replace(plan, finish=best.finish, verdict=best.verdict, milestones=best.milestones)
    stale = (*reasons, *_stale(plan, inputs, lost, needless))
    return replace(plan, accepted_at=accepted.at, stale=stale)


def _new_plan(inputs: Inputs, *, repairs: bool) -> Plan:
    from planner.schedule.planning import make_plan

    return make_plan(inputs, repairs=repairs)


def _differences(plan: Plan) -> tuple[int, int]:
    """Return the minutes of work without a session, and of sessions without work."""
    planned: dict[str, int] = {}
    for session in plan.sessions:
        if session.module is not None and session.kind == "study":
            planned[session.module] = planned.get(session.module, 0) + session.minutes
    left = {module.id: module.remaining for module in plan.modules}
    lost = sum(max(0, minutes - planned.get(name, 0)) for name, minutes in left.items())
    needless = sum(max(0, minutes - left.get(name, 0)) for name, minutes in planned.items())
    return lost, needless


def _stale(plan: Plan, inputs: Inputs, lost: int, needless: int) -> list[Message]:
    """Say what no longer matches."""
    reasons = []
    if lost > 0:
        reasons.append(
            msg("{minutes} of work were missed or added, and are not in the plan.", minutes=Minutes(lost))
        )
    if needless:
        reasons.append(msg("{minutes} are planned that are not needed any more.", minutes=Minutes(needless)))
    off = inputs.progress.time_off - {extra.day for extra in inputs.progress.extra}
    if any(session.day in off for session in plan.sessions):
        reasons.append(msg("Sessions lie on days that are now off."))
    if any(s.start < end and start < s.end for s in plan.sessions for start, end in inputs.progress.skipped):
        reasons.append(msg("Sessions lie in time that you keep free."))
    return reasons
