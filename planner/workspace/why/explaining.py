"""Why: what an id that somebody typed stands for, and its explanation from the plan, or from what became of it.

Invariant: explaining writes nothing. An id is, in this order, a session, a module, a milestone, a week or a date;
`kind:ID` says which, and when several would do, the answer says which was taken.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from planner.journal.model import Session
from planner.learner.windows import monday
from planner.problems import DataError, fail
from planner.schedule import make_plan
from planner.schedule.why.explain import (
    session_head,
    why_day,
    why_milestone,
    why_module,
    why_session,
    why_week,
)
from planner.schedule.why.model import Reason, Why
from planner.schedule.why.scene import Scene
from planner.text.messages import Message, msg
from planner.workspace.opening import Opened
from planner.workspace.why.past import past_day, past_session, past_week

KINDS = ("session", "module", "milestone", "week", "date")
_WEEK = re.compile(r"(\d{4})-?W(\d{2})", re.IGNORECASE)
_FIRST_YEAR, _LAST_YEAR = 1970, 2200


@dataclass(frozen=True)
class Explained:
    """An explanation, and `also`, the other kinds of thing that the id could stand for."""

    why: Why
    also: tuple[str, ...] = ()


def explain(opened: Opened, name: str) -> Explained:
    """Explain what an id stands for; raises `DataError` with the nearest id when there is no such thing."""
    wished, _, rest = name.strip().partition(":")
    word = rest if wished in KINDS else name.strip()
    kinds = [kind for kind in _kinds(opened, word) if wished not in KINDS or kind == wished]
    if wished == "week" and _day(word) is not None:
        kinds = ["week"]
    if not kinds:
        raise _unknown(opened, word)
    return Explained(_explain(opened, kinds[0], word), tuple(kinds[1:]))


def scene_of(opened: Opened) -> Scene:
    """Return what explanations look at; a plan that is out of date is compared with what a replan would give."""
    plan, pull = opened.plan, bool(opened.changed_files)
    base = make_plan(opened.inputs, repairs=False, pull=pull) if plan.stale else None
    return Scene(opened.inputs, plan, base, pull=pull)


def _kinds(opened: Opened, word: str) -> Iterator[str]:
    """Give the kinds of thing that a word could stand for."""
    if any(s.id == word for s in opened.timeline) or any(s.id == word for s in _gone(opened)):
        yield "session"
    if word in opened.curriculum.by_id():
        yield "module"
    if opened.curriculum.milestone(word) is not None:
        yield "milestone"
    day = _day(word)
    if _monday(word) is not None or (day is not None and day.weekday() == 0):
        yield "week"
    if day is not None:
        yield "date"


def _explain(opened: Opened, kind: str, word: str) -> Why:
    scene = scene_of(opened)
    if kind == "session":
        return _session(opened, scene, word)
    if kind == "module":
        return why_module(scene, word)
    if kind == "milestone":
        return why_milestone(scene, word)
    day = _monday(word) or _day(word) or opened.now.date()
    if kind == "week":
        first = monday(day)
        return why_week(scene, first, past_week(opened, first))
    return why_day(scene, day, past_day(opened, day))


def _session(opened: Opened, scene: Scene, word: str) -> Why:
    ahead = next((s for s in scene.plan.sessions if s.id == word and s.end > scene.now), None)
    if ahead is not None:
        return why_session(scene, ahead)
    over = next((s for s in opened.timeline if s.id == word), None)
    if over is not None:
        return Why(word, "session", session_head(scene, over), tuple(past_session(opened, over)))
    gone = next(s for s in _gone(opened) if s.id == word)
    text = msg("It was planned once, and a later plan did without it.")
    return Why(word, "session", session_head(scene, gone), (Reason("gone", text),))


def _gone(opened: Opened) -> Iterator[Session]:
    return (s for plan in reversed(opened.progress.plans) for s in plan.sessions)


def _monday(word: str) -> date | None:
    """Read a week as ISO 8601 writes it: 2027-W05."""
    found = _WEEK.fullmatch(word)
    try:
        day = date.fromisocalendar(int(found[1]), int(found[2]), 1) if found else None
    except ValueError:
        return None
    return day if day is not None and _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def _day(word: str) -> date | None:
    """Read a day: 2027-02-01."""
    try:
        day = date.fromisoformat(word)
    except ValueError:
        return None
    return day if day.isoformat() == word and _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def _unknown(opened: Opened, word: str) -> DataError:
    """Say that there is no such thing, which one is near, and where ids are listed."""
    from planner.documents.wrong import nearest, short

    if not word.strip():
        return fail(msg("An id is missing. {list}", list=_LISTS))
    known = [*opened.curriculum.by_id(), *(milestone.id for milestone in opened.curriculum.milestones)]
    within = next((name for name in known if len(word) > 2 and word.casefold() in name), "")
    near = within or nearest(word, known) or nearest(word, [s.id for s in opened.timeline])
    shown = short(word)
    if near:
        return fail(
            msg("Nothing is called {id}. Did you mean {near}? {list}", id=shown, near=near, list=_LISTS)
        )
    return fail(msg("Nothing is called {id}. {list}", id=shown, list=_LISTS))


_LISTS: Message = msg(
    "Ids: planner curriculum show, planner milestone list; sessions: planner why DATE, such as 2027-02-10"
)
