"""The answers of check-ins that were left before they were accepted, by week, for as long as the app runs.

Invariant: they are never written; accepting forgets those of the week.
"""

from datetime import date
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from planner.workspace.checkin.proposing import CheckInAnswers

if TYPE_CHECKING:
    from tui.app import PlannerApp

_KEPT: "WeakKeyDictionary[PlannerApp, dict[date, CheckInAnswers]]" = WeakKeyDictionary()


def kept_answers(app: "PlannerApp") -> dict[date, CheckInAnswers]:
    """Return the app's kept answers by the week's Monday; they may be changed in place."""
    return _KEPT.setdefault(app, {})
