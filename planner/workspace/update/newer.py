"""Whether a newer version of the plan's curriculum comes with this program.

Invariant: a version is newer when it was never the plan's; one that was taken and undone is offered again.
"""

from collections.abc import Iterator

from planner.curriculum.bundled import bundled_copy
from planner.journal.model import Event
from planner.journal.undo import void_events
from planner.workspace.opening import CURRICULUM, Opened
from planner.workspace.settings.reading import digest

REPLACED = "replaced"


def newer_version(opened: Opened) -> bytes | None:
    """Return the bundled version of the plan's curriculum when it is a newer one; None when there is none."""
    text = bundled_copy(opened.written.id)
    if text is None or digest(text) == opened.digests[CURRICULUM] or opened.shown.accepted is None:
        return None
    void = void_events(opened.events)
    plans = (event for event in opened.events if event.kind == "plan" and event.id not in void)
    return None if any(digest(text) in versions_of(event) for event in plans) else text


def versions_of(plan: Event) -> Iterator[str]:
    """Return the digest of the curriculum from which a `plan` event was made, if it says one."""
    inputs = plan.data.get("inputs")
    if isinstance(inputs, dict) and isinstance(inputs.get(CURRICULUM), str):
        yield inputs[CURRICULUM]
