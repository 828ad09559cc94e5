"""What became of every session ever accepted, as a calendar needs it: revision number, moments, status.

Invariant: `sequence` is a sum over acceptances, each compared with the plan it replaced. So undo, redo and
the arrival of another machine's journal never make it smaller, and an acceptance that leaves a session
alone leaves its revision alone.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from planner.journal.model import AcceptedPlan, Progress, Session
from planner.records import dataclass


@dataclass(frozen=True, slots=True)
class Revision:
    """A session as it stands, or stood when it was removed (`cancelled`).

    `sequence` counts the acceptances that changed its time, topics or existence after its birth; `created`
    and `modified` are UTC: when it was born and when it last changed.
    """

    session: Session
    sequence: int
    created: datetime
    modified: datetime
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class MilestoneRevision:
    """The revision all milestones share: `birth` is the first acceptance's id, the rest as in `Revision`."""

    birth: str
    sequence: int
    created: datetime
    modified: datetime


@dataclass(frozen=True, slots=True)
class _State:
    session: Session
    cancelled: bool = False

    def looks_like(self, other: "_State") -> bool:
        """Tell whether a calendar shows both alike: a removed session is removed, wherever it was."""
        return self.cancelled == other.cancelled and (
            self.cancelled or _face(self.session) == _face(other.session)
        )


@dataclass(frozen=True, slots=True)
class _Change:
    plan: AcceptedPlan
    state: _State


_States = Mapping[str, _State]


def session_history(progress: Progress) -> tuple[Revision, ...]:
    """Return every session ever accepted as the plan in force has it, by start, then uid.

    A session that had begun when the next plan was made stays as it was; one that lay ahead and is in that
    plan no more is cancelled. When an undo (or another machine's plan) takes back the last
    acceptance that changed a session, `modified` moves one second past it, one more for each further one
    taken back: the journal's fold carries no moment of undoing, and a calendar needs a later one.
    """
    changes: dict[str, list[_Change]] = {}
    states: dict[str, _States] = {}
    for plan, parent in _with_parents(progress):
        before = states.get(parent, {})
        after = dict(before)
        for uid, state in _step(before, plan):
            after[uid] = state
            previous = before.get(uid)
            if previous is None or not previous.looks_like(state):
                changes.setdefault(uid, []).append(_Change(plan, state))
        states[plan.event] = after
    in_force = progress.accepted.event if progress.accepted else ""
    line = frozenset(_line(progress))
    now = states.get(in_force, {})
    revisions = (_revision(known, now.get(uid), line) for uid, known in changes.items())
    return tuple(sorted(revisions, key=lambda each: (each.session.start, each.session.uid)))


def milestone_revision(progress: Progress) -> MilestoneRevision | None:
    """Return the revision of the milestones' all-day events; None when no plan was ever accepted.

    Due dates come from profile.yaml and curriculum.yaml alone, so `sequence` counts the acceptances whose
    digests of them differ from those of the plan they replaced. It may grow when no due date moved
    (harmless: the event is sent again); it never stays behind an accepted change, and never shrinks.
    """
    if not progress.plans:
        return None
    first = progress.plans[0]
    by_event = {plan.event: plan for plan in progress.plans}
    changed = [
        plan
        for plan, parent in _with_parents(progress)
        if parent in by_event and dict(by_event[parent].inputs) != dict(plan.inputs)
    ]
    modified = changed[-1].at if changed else first.at
    return MilestoneRevision(first.event.lower(), len(changed), first.at, modified)


def _with_parents(progress: Progress) -> Iterator[tuple[AcceptedPlan, str]]:
    """Yield each plan with the id of the one it replaced; if that is lost, of the last one still standing."""
    seen: set[str] = set()
    standing = ""
    for plan in progress.plans:
        yield plan, plan.previous if plan.previous in seen else standing
        seen.add(plan.event)
        if plan.event not in progress.undone_plans:
            standing = plan.event


def _line(progress: Progress) -> Iterator[str]:
    """Yield the ids of the plan in force and of those it goes back to."""
    parents = {plan.event: parent for plan, parent in _with_parents(progress)}
    event = progress.accepted.event if progress.accepted else ""
    while event in parents:
        yield event
        event = parents[event]


def _step(before: _States, plan: AcceptedPlan) -> Iterator[tuple[str, _State]]:
    """Yield what an acceptance says of sessions: those it has, and those ahead of it that it has no more."""
    kept: set[str] = set()
    for session in plan.sessions:
        if session.uid:
            kept.add(session.uid)
            yield session.uid, _State(session)
    for uid, state in before.items():
        if uid not in kept and state.session.start >= plan.now:
            yield uid, _State(state.session, cancelled=True)


def _revision(changes: list[_Change], now: _State | None, line: frozenset[str]) -> Revision:
    last = changes[-1]
    state = now or _State(last.state.session, cancelled=True)
    taken_back = 0 if last.plan.event in line else sum(each.plan.event not in line for each in changes)
    modified = last.plan.at + timedelta(seconds=taken_back)
    return Revision(state.session, len(changes) - 1, changes[0].plan.at, modified, state.cancelled)


def _face(session: Session) -> tuple[object, ...]:
    """Return what a calendar shows of a session."""
    return session.start, session.end, session.module, session.kind, session.topics
