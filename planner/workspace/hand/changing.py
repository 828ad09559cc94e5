"""The learner's own hand: what it would change, shown before it is recorded as one action with the plan that follows.

Invariant: proposing folds the journal with the event that is not written yet, so that recording gives the plan shown.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from planner.journal.events import Draft
from planner.journal.fold import fold
from planner.journal.model import AcceptedPlan, Progress, Session
from planner.problems import fail
from planner.schedule import compare
from planner.text.messages import KeyOf, Message, either, msg
from planner.workspace.acting import make_action, record
from planner.workspace.opening import Opened
from planner.workspace.proposal import Proposal, accept, propose

__all__ = [
    "Change",
    "act",
    "change",
    "check_not_studied",
    "find_session",
    "find_study",
    "flag",
    "is_studied",
    "nothing",
    "now_minute",
    "progress_with",
]


@dataclass(frozen=True)
class Change:
    """What a hand would do, in a sentence, and the proposal that shows it; `drafts` are empty when nothing changes.

    `replans` says whether a plan is recorded with it; a pin only changes a flag of the plan that there is.
    """

    said: Message
    proposal: Proposal
    replans: bool = True


def act(done: Change) -> Opened:
    """Record a change as one action, and return the plan with it; one that changes nothing records nothing."""
    proposal = done.proposal
    if not proposal.drafts:
        return proposal.opened
    return accept(proposal) if done.replans else record(proposal.opened, *proposal.drafts)


def change(
    opened: Opened,
    draft: Draft,
    said: Message,
    *,
    sessions: Sequence[Session] | None = None,
    first: str | None = None,
) -> Change:
    """Propose the plan with the least change after one event.

    `sessions` replace the accepted ones; `first` is a module to study before others.
    """
    accepted = accepted_plan(opened)
    progress = progress_with(opened, draft)
    if sessions is not None:
        ordered = sorted(sessions, key=lambda session: (session.start, session.end, session.id))
        progress = replace(progress, accepted=replace(accepted, sessions=tuple(ordered)))
    return Change(said, propose(opened, opened.inputs_with(progress), [draft], first=first))


def nothing(opened: Opened, said: Message) -> Change:
    """Return the change that changes nothing."""
    return Change(said, Proposal(opened, opened.plan, opened.plan, compare(opened.plan, opened.plan)))


def flag(opened: Opened, draft: Draft, said: Message, session: Session, *, pinned: bool) -> Change:
    """Propose to pin a session, or not to: the plan stays as it is but for the flag."""
    plan = opened.plan
    sessions = (replace(s, pinned=pinned) if s.id == session.id else s for s in plan.sessions)
    after = replace(plan, sessions=tuple(sessions))
    return Change(said, Proposal(opened, plan, after, compare(plan, after), (draft,)), replans=False)


def progress_with(opened: Opened, draft: Draft) -> Progress:
    """Return what would have happened with one more event."""
    return fold([*opened.events, *make_action(opened, [draft])], opened.journal.renaming)


def accepted_plan(opened: Opened) -> AcceptedPlan:
    """Return the plan in force; raises `DataError` when there is none to lay a hand on."""
    accepted = opened.progress.accepted
    if accepted is None:
        raise fail(
            either(
                msg("No plan has been accepted yet: accept one with `planner replan`."),
                msg("No plan has been accepted yet: {replan} on Today makes one.", replan=KeyOf("replan")),
            )
        )
    return accepted


def find_session(opened: Opened, name: str) -> Session:
    """Return a session that is not over, by its id, or a module's next one; raises `DataError` with what would do."""
    sessions = accepted_plan(opened).sessions
    now = now_minute(opened)
    ahead = [session for session in sessions if session.end > now]
    named = [session for session in ahead if name in {session.id, session.module}]
    found = next(iter(named), None)
    if len(named) > 1:
        found = next((session for session in named if not is_studied(opened, session)), found)
    if found is not None and found.module is not None:
        return found
    if found is not None or name == "buffer":
        raise fail(
            either(
                msg("{session} is buffer, which moves with the plan: name a session of study", session=name),
                msg("Buffer moves with the plan: choose a session of study"),
            )
        )
    if any(session.id == name for plan in opened.progress.plans for session in plan.sessions):
        raise fail(
            either(
                msg(
                    "{session} is over, or no longer in the plan: `planner week --ids` lists the sessions ahead",
                    session=name,
                ),
                msg("This session is over, or no longer in the plan"),
            )
        )
    raise fail(_unknown_session(name, [session.id for session in ahead if session.module]))


def find_study(opened: Opened, name: str) -> Session:
    """Return a session of study that is not over; raises `DataError` for a review, which no plan holds in its place."""
    found = find_session(opened, name)
    if found.kind == "review":
        raise fail(
            either(
                msg(
                    "{session} is a review, which moves with the plan: name a session of study, or skip it",
                    session=found.id,
                ),
                msg(
                    "A review moves with the plan: choose a session of study, or skip it with {skip}",
                    skip=KeyOf("skip"),
                ),
            )
        )
    return found


def check_not_studied(opened: Opened, session: Session) -> None:
    """Refuse a session whose work is done already: what is past never changes."""
    if is_studied(opened, session):
        raise fail(msg("What this session was for is studied already, so it stays as it was."))


def is_studied(opened: Opened, session: Session) -> bool:
    """Tell whether a session of study or review is done, by the minutes logged."""
    from planner.workspace.views.history import sessions_between

    views = sessions_between(opened, session.day, session.day)
    return any(view.session.id == session.id and view.status == "done" for view in views)


def _unknown_session(name: str, known: Iterable[str]) -> Message:
    from planner.documents.wrong import nearest

    if not name.strip():
        return msg("A session's id is missing: `planner week --ids` lists them.")
    near = nearest(name, known)
    if near:
        return msg(
            "Unknown session: {session}. Did you mean {near}? `planner week --ids` lists them.",
            session=name,
            near=near,
        )
    return msg("Unknown session: {session}. `planner week --ids` lists them.", session=name)


def now_minute(opened: Opened) -> int:
    """Return the moment in minutes since the epoch."""
    return int(opened.now.timestamp()) // 60
