"""Mending the journal: what can be saved is brought back, and the rest is given up, so that it is not told for ever.

Invariant: the journal's files are never rewritten. A backup is made first; then whole lines are appended as they
were, and what is given up is one event, which undo takes back.
"""

from planner.journal.events import Draft
from planner.journal.store import append_lines
from planner.problems import DataError
from planner.records import dataclass
from planner.workspace.acting import record
from planner.workspace.backup.making import Backup, make_backup
from planner.workspace.context import Context
from planner.workspace.device import device_name, remember
from planner.workspace.mending.checking import Checked
from planner.workspace.opening import Opened, open_plan


@dataclass(frozen=True, slots=True)
class Mended:
    """What was done: the plan after it, and the backup that was made before."""

    opened: Opened
    backup: Backup


def can_mend(checked: Checked) -> bool:
    """Tell whether there is anything to bring back or to give up; raises `DataError` when the plan does not open."""
    if checked.opened is None:
        raise DataError(checked.problems)
    return not checked.rescue.is_empty


def mend(context: Context, checked: Checked) -> Mended:
    """Bring back what a check found, and give up the rest; raises `DataError`, and then nothing was given up."""
    rescue = checked.rescue
    backup = make_backup(context, "before-mending")
    lines = [saved.line for saved in rescue.back.values()]
    append_lines(context.home, device_name(context), lines)
    opened = open_plan(context)
    if rescue.gives_up:
        data = {"lines": list(rescue.lines), "events": list(rescue.events), "counts": dict(rescue.counts)}
        kept = {key: value for key, value in data.items() if value or key == "lines"}
        opened = record(opened, Draft("damage-accepted", kept))
    remember(context, opened.events, afresh=True)
    return Mended(opened, backup)
