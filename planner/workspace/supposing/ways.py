"""Ways to go on, each with how it is accepted: a plan alone, or settings of profile.yaml and the plan that follows.

Invariant: what is shown of a way is the very plan that accepting it records.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from planner.workspace.accepting import as_shown
from planner.workspace.opening import Opened
from planner.workspace.proposal import Proposal, accept
from planner.workspace.settings.changing import SettingsChange, act_settings, change_settings
from planner.workspace.supposing.names import EXTEND
from planner.workspace.supposing.offers import Offer, each_way, missed_minutes, with_proposal


@dataclass(frozen=True)
class Way:
    """A proposal; the settings that belong to it, and the offer that it is, if any. `others` more ways follow it."""

    proposal: Proposal
    settings: SettingsChange | None = None
    offer: Offer | None = None
    others: int = 0

    @property
    def can_be_taken(self) -> bool:
        """Tell whether it is a way of its own: a later goal that would not help is none."""
        return self.offer is None or self.offer.how != EXTEND or self.offer.goal is not None


def way_of(made: Proposal | SettingsChange) -> Way:
    """Return the one way that a proposal, or a change of settings, is."""
    return Way(made.proposal, made) if isinstance(made, SettingsChange) else Way(made)


def replan_ways(opened: Opened) -> Iterator[Way]:
    """Make the ways of a replan one after the other; an extension sets the goal. Raises `DataError`."""
    others = 2 if missed_minutes(opened) else 0
    for offer in each_way(opened):
        if offer.how == EXTEND and offer.goal is not None:
            change = change_settings(opened, {"goal": offer.goal.isoformat()})
            yield Way(change.proposal, change, with_proposal(offer, change.proposal))
        else:
            yield Way(offer.proposal, None, offer, others if offer.how != EXTEND else 0)


def accept_way(opened: Opened, way: Way) -> Opened:
    """Record what was shown; raises `DataError` when it does not hold any more, or the file is another one."""
    proposal = as_shown(opened, way.proposal)
    return act_settings(replace(way.settings, proposal=proposal)) if way.settings else accept(proposal)
