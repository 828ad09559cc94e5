"""The reasons of a session or a day alone, without what would change them: quick enough to follow a cursor.

Invariant: the reasons are those that `explain` gives for the same thing at the same moment.
"""

from datetime import date

from planner.schedule.why.day import day_reasons
from planner.schedule.why.explain import session_head
from planner.schedule.why.model import Why
from planner.schedule.why.review import review_reasons
from planner.schedule.why.session import session_reasons
from planner.text.messages import Message
from planner.workspace.opening import Opened
from planner.workspace.why.explaining import explain, scene_of
from planner.workspace.why.past import past_day


def reasons_of(opened: Opened, name: str) -> Why:
    """Return the reasons of `session:ID` or `date:2027-02-09`; raises `DataError` when there is no such thing."""
    kind, _, word = name.partition(":")
    scene = scene_of(opened)
    if kind == "date":
        day = date.fromisoformat(word)
        return Why(word, "date", Message(""), (*day_reasons(scene, day), *past_day(opened, day)))
    ahead = next((s for s in scene.plan.sessions if s.id == word and s.end > scene.now), None)
    if ahead is None or ahead.kind == "buffer":
        return explain(opened, name).why
    studied = ahead.kind == "study" and ahead.module in scene.modules
    reasons = session_reasons(scene, ahead) if studied else review_reasons(scene, ahead)
    return Why(word, "session", session_head(scene, ahead), tuple(reasons))
