"""What became of a session, as a shape and a word; nothing for one that is simply planned.

Invariant: the shape is one plain character, so that nothing is told by colour alone.
"""

from planner.text.messages import Message, msg
from planner.workspace.views.sessions import SessionView

_STATES: dict[str, tuple[str, Message]] = {
    "done": ("✓", msg("done")),
    "part": ("~", msg("in part")),
    "missed": ("x", msg("missed")),
    "now": (">", msg("now")),
}
_PINNED, _LEFT_OUT = ("^", msg("pinned")), ("–", msg("left out"))


def state_of_session(view: SessionView) -> tuple[str, Message] | None:
    """Return shape and word."""
    if view.session.kind == "review" and view.status == "missed":
        return _LEFT_OUT
    if view.session.pinned and view.status == "planned":
        return _PINNED
    return _STATES.get(view.status)
