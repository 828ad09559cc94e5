"""Accepted plans as compact event data and back.

Invariant: `accepted_plan` of an event with `plan_data(…)` gives the same sessions; a session's UID is made at the
acceptance at which it was born and never changes, and its number is never given to another session.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from planner.journal.model import AcceptedPlan, Event, Session

_DOMAIN = "@roadmap-planner"
_LAST_MINUTE = 253_370_764_800 // 60  # the end of the year 9998: other zones have dates there, too
_ROW = (str, str, str, str, int, int, list, int, int)
_ROWS = {_ROW, (str, type(None), *_ROW[2:])}

Known = dict[str, tuple[list[Any], str, Session]]


def session_uid(session: str, birth: str) -> str:
    """Make the permanent UID of a session from its id and the lower-case id of the acceptance it was born at."""
    return f"{session}.{birth}{_DOMAIN}"


def plan_data(
    sessions: Iterable[Session],
    *,
    now: int,
    previous: str,
    ratio: tuple[int, int],
    inputs: Mapping[str, str],
    birth: str,
    pins: Sequence[str] = (),
) -> dict[str, Any]:
    """Write an accepted plan as the data of a `plan` event whose lower-case id is `birth`.

    `now` is minutes since the epoch, `previous` the event of the plan before (empty for the first one), and
    `pins` the events of pinning since then that the sessions' flags rest on. Sessions without a UID are born here.
    """
    births: dict[str, int] = {}
    rows = [_row(session, births, birth) for session in sessions]
    return {
        "now": now,
        "previous": previous,
        **({"pins": list(pins)} if pins else {}),
        "ratio": list(ratio),
        "inputs": dict(inputs),
        "uids": list(births),
        "sessions": rows,
    }


def _row(session: Session, births: dict[str, int], birth: str) -> list[Any]:
    uid = session.uid or session_uid(session.id, birth)
    start, end = f"{session.id}.", _DOMAIN
    plain = uid.startswith(start) and uid.endswith(end)
    suffix = uid[len(start) : -len(end)] if plain else uid
    return [
        session.id,
        session.module,
        session.kind,
        session.day.isoformat(),
        session.start,
        session.minutes,
        list(session.topics),
        int(session.pinned),
        births.setdefault(suffix, len(births)),
    ]


def accepted_plan(event: Event, known: Known | None = None) -> AcceptedPlan:
    """Read the plan that a `plan` event holds; raises ValueError when its data makes no sense.

    `known` collects sessions from plan to plan, so that one that did not change is made once.
    """
    data = event.data
    known = {} if known is None else known
    try:
        first, second = data.get("ratio", (1, 1))
        uids, inputs = data.get("uids", []), data.get("inputs", {})
        sessions = tuple([_session(row, uids, known) for row in data["sessions"]])
        plan = AcceptedPlan(
            event=event.id,
            at=event.at,
            now=data["now"],
            previous=data.get("previous", ""),
            sessions=sessions,
            inputs={str(name): str(digest) for name, digest in inputs.items()},
            ratio=(first, second),
        )
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise ValueError(type(error).__name__) from error
    numbers = (plan.now, *plan.ratio)
    if not all(type(number) is int and 0 < number < _LAST_MINUTE for number in numbers):
        raise ValueError("now or ratio")
    return plan


def _session(row: list[Any], uids: Sequence[str], known: Known) -> Session:
    """Return the session of a row; the types are compared at once, because a journal holds tens of thousands."""
    if tuple(map(type, row)) not in _ROWS:
        raise TypeError
    id_, module, kind, day, start, minutes, topics, pinned, birth = row
    if birth < 0:
        raise IndexError
    suffix = uids[birth]
    content = row[:-1]
    before = known.get(id_)
    if before is not None and before[0] == content and before[1] == suffix:
        return before[2]
    if not 0 <= start < start + minutes < _LAST_MINUTE or any(type(topic) is not int for topic in topics):
        raise ValueError("session time or topics")
    uid = suffix if "@" in suffix else f"{id_}.{suffix}{_DOMAIN}"
    end = start + minutes
    session = Session(id_, module, kind, date.fromisoformat(day), start, end, tuple(topics), pinned == 1, uid)
    known[id_] = (content, suffix, session)
    return session


def next_numbers(plans: Iterable[AcceptedPlan]) -> dict[str, int]:
    """Return, by module (`buffer` for buffers), the first number never used by any accepted plan.

    Session ids are `module.N`; a module that is missing starts at 1. Give it undone plans too (`Progress.plans`).
    """
    following: dict[str, int] = {}
    for plan in plans:
        for session in plan.sessions:
            prefix, _, number = session.id.rpartition(".")
            if number.isdecimal() and len(number) < 10 and int(number) >= following.get(prefix, 1):
                following[prefix] = int(number) + 1
    return following
