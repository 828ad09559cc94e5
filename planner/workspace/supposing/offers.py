"""Three ways to go on after missed time: catch up, rebalance, or extend the goal; each with what it would mean.

Invariant: an offer is a plan that was made, so that its figures are those of accepting it. The goal is a setting of
profile.yaml: extending it is shown, and written there by the learner.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from planner.journal.model import Session
from planner.schedule import compare, make_plan
from planner.schedule.frame import HORIZON_DAYS, best_lateness, future_sessions, make_frame
from planner.schedule.identity import name_sessions
from planner.schedule.model import Inputs, Plan
from planner.workspace.opening import Opened
from planner.workspace.proposal import Proposal, propose_replan
from planner.workspace.supposing.names import CATCH_UP, EXTEND, REBALANCE
from planner.workspace.views.change_said import SOON
from planner.workspace.views.history import past_sessions

_GRANULE = 15
_IDLE = timedelta(days=60)  # a goal further behind the finish would only stretch the dates that are past


@dataclass(frozen=True)
class Offer:
    """One way, and what it means: `soon` are the minutes of the next 7 days that change.

    `goal` is the later goal of an extension; None where all is on time without one (`needed` is False), or where none
    would help.
    """

    how: str
    proposal: Proposal
    soon: int
    goal: date | None = None
    needed: bool = True


def propose_way(opened: Opened, how: str) -> Offer:
    """Propose one of the ways; a later goal is only shown, never recorded by itself."""
    makers = {CATCH_UP: _catch_up, REBALANCE: _rebalance, EXTEND: _extend}
    return makers[how](opened)


def missed_minutes(opened: Opened) -> int:
    """Return the work planned since the acceptance that was not done and has no place now."""
    accepted = opened.shown.accepted
    if accepted is None:
        return 0
    views = past_sessions(opened)
    missed = sum(v.session.minutes - v.given for v in views if v.session.end > accepted.now)
    planned: dict[str, int] = {}
    for session in opened.plan.sessions:
        planned[session.module or ""] = planned.get(session.module or "", 0) + session.minutes
    lost = sum(max(0, module.remaining - planned.get(module.id, 0)) for module in opened.plan.modules)
    return min(missed, lost)


def offers(opened: Opened, known: Offer | None = None) -> tuple[Offer, ...]:
    """Return the ways after missed time, none when nothing was missed; `known` is one that was made already."""
    if not missed_minutes(opened):
        return ()
    made = {known.how: known} if known else {}
    catch_up = made.get(CATCH_UP) or _catch_up(opened)
    rebalance = made.get(REBALANCE) or _rebalance(opened)
    return catch_up, rebalance, made.get(EXTEND) or _extend(opened, catch_up)


def each_way(opened: Opened) -> Iterator[Offer]:
    """Make the ways one after the other, catching up first; the others only after missed time."""
    catch_up = _catch_up(opened)
    yield catch_up
    if missed_minutes(opened):
        yield _rebalance(opened)
        yield _extend(opened, catch_up)


def with_proposal(offer: Offer, proposal: Proposal) -> Offer:
    """Return what an offer means when it is made so by another proposal."""
    return replace(offer, proposal=proposal, soon=_changed_soon(proposal.before, proposal.after))


def _catch_up(opened: Opened) -> Offer:
    return _offer(CATCH_UP, propose_replan(opened))


def _rebalance(opened: Opened) -> Offer:
    """Make the plan anew around what is pinned; sessions keep their names where they go on."""
    inputs = opened.inputs
    plan = make_plan(_only_pinned(inputs), pull=True)
    old = [session for session in future_sessions(inputs) if not session.pinned]
    fresh = [session for session in plan.sessions if not session.pinned]
    names = iter(name_sessions(fresh, old, inputs.progress.plans))
    named = (s if s.pinned else _named(s, *next(names)) for s in plan.sessions)
    plan = replace(plan, sessions=tuple(named))
    return _offer(REBALANCE, Proposal(opened, opened.plan, plan, compare(opened.plan, plan)))


def _named(session: Session, name: str, uid: str) -> Session:
    return replace(session, id=name, uid=uid)


def _only_pinned(inputs: Inputs) -> Inputs:
    accepted = inputs.progress.accepted
    if accepted is None:
        return inputs
    pinned = tuple(session for session in accepted.sessions if session.pinned)
    progress = replace(inputs.progress, accepted=replace(accepted, sessions=pinned))
    return replace(inputs, progress=progress)


def _extend(opened: Opened, catch_up: Offer | None = None) -> Offer:
    """Find the earliest goal that makes all on time, or the work at least where some dates are past help."""
    inputs, goal = opened.inputs, opened.plan.goal
    days = _fewest_days(inputs, goal)
    if days:
        later = goal + timedelta(days=days)
        plan = make_plan(_with_goal(inputs, later), repairs=False)
        if plan.finish is not None and later - plan.finish <= _IDLE:
            return _offer(EXTEND, Proposal(opened, opened.plan, plan, compare(opened.plan, plan)), later)
    later = _earliest_finish(inputs)
    if days == 0 or later <= goal:
        catch_up = catch_up or _catch_up(opened)
        return replace(catch_up, how=EXTEND, needed=days != 0)
    plan = make_plan(_with_goal(inputs, later), repairs=False)
    return _offer(EXTEND, Proposal(opened, opened.plan, plan, compare(opened.plan, plan)), later)


def _earliest_finish(inputs: Inputs) -> date:
    frame = make_frame(inputs)
    days = [guard for guard, left in zip(frame.guards, frame.work.remaining, strict=True) if left]
    return date.fromordinal(max(days, default=1))


def _fewest_days(inputs: Inputs, goal: date) -> int | None:
    """Return by how many days a later goal makes all on time, at least; None when none does."""

    def late(days: int) -> bool:
        changed = _with_goal(inputs, goal + timedelta(days=days)) if days else inputs
        return best_lateness(changed, make_frame(changed)) > 0

    low, high = 0, HORIZON_DAYS
    if not late(low):
        return 0
    if late(high):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if late(middle) else (low, middle)
    return high


def _with_goal(inputs: Inputs, goal: date) -> Inputs:
    return replace(inputs, profile=replace(inputs.profile, goal=goal))


def _offer(how: str, proposal: Proposal, goal: date | None = None) -> Offer:
    return Offer(how, proposal, _changed_soon(proposal.before, proposal.after), goal)


def _changed_soon(before: Plan, after: Plan) -> int:
    """Return the minutes of the next 7 days at which something else is studied than before."""
    now = int(after.now.timestamp()) // 60
    until = now + SOON
    was, then = (_studied(plan.sessions, now, until) for plan in (before, after))
    return _GRANULE * sum(1 for slot in was.keys() | then.keys() if was.get(slot) != then.get(slot))


def _studied(sessions: Iterable[Session], now: int, until: int) -> dict[int, str]:
    """Return what is studied by quarter of an hour."""
    return {
        slot: session.module
        for session in sessions
        if session.module is not None and session.start < until
        for slot in range(session.start // _GRANULE, session.end // _GRANULE)
        if now <= slot * _GRANULE < until
    }
