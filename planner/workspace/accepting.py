"""Accepting what was shown: it is recorded as it was shown, at the moment of acceptance, while it still holds.

Invariant: a plan that others overtook, that is of another day, or of whose time some has gone by is refused.
"""

from dataclasses import replace

from planner.problems import fail
from planner.schedule.model import Inputs
from planner.text.messages import msg
from planner.workspace.opening import Opened
from planner.workspace.outlooks import free_time_gone
from planner.workspace.proposal import Proposal

GRACE = 15  # minutes of free time that may go by while a change is looked at


def as_shown(opened: Opened, proposal: Proposal) -> Proposal:
    """Return the proposal at the moment of `opened`; raises `DataError` when it does not hold any more."""
    shown = proposal.opened
    if len(opened.events) != len(shown.events):
        raise fail(msg("Something was recorded meanwhile: look at the change again."))
    if opened.now.date() != shown.now.date() or _gone(opened) - _gone(shown) >= GRACE:
        raise fail(msg("Time has gone by since this was made: look at the change again."))
    return replace(proposal, opened=shown.at(opened.context.now))


def _gone(opened: Opened) -> int:
    return free_time_gone(Inputs(opened.curriculum, opened.profile, opened.shown, opened.now))
