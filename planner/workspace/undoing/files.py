"""Which modules an undo would take out of the plan by putting an older curriculum.yaml back."""

from collections.abc import Iterable

from planner.curriculum.reading import read_curriculum
from planner.journal.model import Event
from planner.journal.packing import unpack
from planner.problems import DataError
from planner.workspace.files import read_file
from planner.workspace.opening import CURRICULUM, Opened


def modules_lost(opened: Opened, action: Iterable[Event]) -> frozenset[str]:
    """Return the modules that only the newer file has; none when it was changed since, for then it stays."""
    replaced = [event for event in action if event.kind == "replaced" and event.data["file"] == CURRICULUM]
    if not replaced:
        return frozenset()
    try:
        old, new = unpack(replaced[0].data["old"]), unpack(replaced[-1].data["new"])
        if read_file(opened.context.home / CURRICULUM, CURRICULUM) != new:
            return frozenset()
    except (ValueError, DataError):  # the undo itself says so
        return frozenset()
    before, _ = read_curriculum(old, CURRICULUM)
    if before is None:
        return frozenset()
    return frozenset(module.id for module in opened.written.modules) - {
        module.id for module in before.modules
    }
