"""The accepted plan with current progress, and the reasons why it is no longer what a new plan would be."""

from collections.abc import Sequence
from dataclasses import replace

from planner.schedule.frame import Frame, future_sessions, make_frame
from planner.schedule.model import Inputs, Plan
from planner.schedule.outcome import make_outcome
from planner.text.messages import Message, Minutes, msg


def show_plan(inputs: Inputs, reasons: Sequence[Message] = ()) -> Plan:
    """Return the accepted plan as it stands; without one, a new plan. `reasons` are the caller's own for `stale`.

    Work that has lost its place has no date in the accepted plan: then the dates and the verdict are those that a new
    plan would have, while the sessions stay the accepted ones.
    """
    accepted = inputs.progress.accepted
    if accepted is None:
        return _new_plan(inputs)
    frame = make_frame(inputs)
    plan = make_outcome(inputs, frame, future_sessions(inputs))
    plan = replace(plan, accepted_at=accepted.at, stale=(*reasons, *_stale(plan, frame, inputs)))
    if plan.finish is None:
        best = _new_plan(inputs)
        plan = replace(plan, finish=best.finish, verdict=best.verdict, milestones=best.milestones)
    return plan


def _new_plan(inputs: Inputs) -> Plan:
    from planner.schedule.planning import make_plan

    return make_plan(inputs, repairs=False)


def _stale(plan: Plan, frame: Frame, inputs: Inputs) -> list[Message]:
    """Say what no longer matches: work without a place, and sessions without work."""
    work = frame.work
    planned: dict[str, int] = {}
    for session in plan.sessions:
        if session.module is not None:
            planned[session.module] = planned.get(session.module, 0) + session.minutes
    left = {module.id: work.remaining[i] for i, module in enumerate(work.selection.modules)}
    missing = sum(max(0, minutes - planned.get(name, 0)) for name, minutes in left.items())
    surplus = sum(max(0, minutes - left.get(name, 0)) for name, minutes in planned.items())
    reasons = []
    if missing:
        reasons.append(msg("{minutes} of work have no place in the plan any more.", minutes=Minutes(missing)))
    if surplus:
        reasons.append(msg("{minutes} are planned that are no longer needed.", minutes=Minutes(surplus)))
    if any(session.day in inputs.progress.time_off for session in plan.sessions):
        reasons.append(msg("Sessions lie on days that are now off."))
    return reasons
