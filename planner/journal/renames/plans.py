"""Accepted plans in the names that the curriculum has now.

Invariant: a session keeps its id, its UID and its time; only what it is about gets another name.
"""

from collections.abc import Iterable

from planner.journal.model import AcceptedPlan, Session
from planner.journal.renames.renaming import Renaming
from planner.journal.renames.splitting import Splits


def rename_plans(
    plans: Iterable[AcceptedPlan], renaming: Renaming, splits: Splits | None
) -> tuple[AcceptedPlan, ...]:
    """Return accepted plans in the names of now; sessions keep their ids and UIDs."""
    merged = {new for old in renaming.modules.values() for new in old if _sources(renaming, new) > 1}
    known: dict[tuple[int, str], Session] = {}
    return tuple(_rename_plan(plan, renaming, splits, merged, known) for plan in plans)


def _sources(renaming: Renaming, name: str) -> int:
    return sum(name in new for new in renaming.modules.values())


def _rename_plan(
    plan: AcceptedPlan,
    renaming: Renaming,
    splits: Splits | None,
    merged: set[str],
    known: dict[tuple[int, str], Session],
) -> AcceptedPlan:
    places = splits.at(plan) if splits else None
    sessions = []
    for session in plan.sessions:
        targets = renaming.modules.get(session.module or "", ())
        if not targets:
            sessions.append(session)
            continue
        name = places.part_of(session) if places and len(targets) > 1 else targets[0]
        plain = len(targets) == 1 and name not in merged
        key = (id(session), name)
        if key not in known:
            known[key] = _renamed_session(session, name, session.topics if plain else ())
        sessions.append(known[key])
    return AcceptedPlan(
        plan.event, plan.at, plan.now, plan.previous, tuple(sessions), plan.inputs, plan.ratio, plan.pins
    )


def _renamed_session(session: Session, module: str, topics: tuple[int, ...]) -> Session:
    """Return a session of another module; topics of a module with other topics would mislead."""
    return Session(
        session.id,
        module,
        session.kind,
        session.day,
        session.start,
        session.end,
        topics,
        session.pinned,
        session.uid,
    )
