"""Recording: the one place where the workspace appends to the journal.

Invariant: an action is appended whole (a leading event and its parts) or not at all, and its moment is later than
every event seen, whatever the clock says.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from planner.journal.events import Draft, encode, new_action, new_id, next_moment
from planner.journal.model import Event
from planner.journal.plans import plan_data
from planner.journal.store import append
from planner.schedule.model import Plan
from planner.workspace.backup.making import keep_up
from planner.workspace.device import counting, device_name, remember
from planner.workspace.opening import Opened
from planner.workspace.replacing import Change
from planner.workspace.settings.exchanging import exchange

__all__ = ["Draft", "record", "record_with_plan"]

_BITS = 80


def record(opened: Opened, *drafts: Draft, files: Sequence[Change] = ()) -> Opened:
    """Append one action and return the plan with it; raises `DataError` when it cannot be saved.

    `files` are replaced with it; when one was changed meanwhile or anything fails, all is as it was.
    """
    return _append(opened, make_action(opened, drafts, opened.context.random_bits(_BITS)), files)


def record_with_plan(
    opened: Opened, drafts: Sequence[Draft], plan: Plan, *, files: Sequence[Change] = ()
) -> Opened:
    """Append one action whose last event is the acceptance of a plan; `files` as for `record`."""
    return _append(opened, plan_action(opened, drafts, plan, opened.context.random_bits(_BITS)), files)


def make_action(opened: Opened, drafts: Sequence[Draft], bits: int = 0) -> tuple[Event, ...]:
    """Make the events of an action at the opened plan's moment, without writing them."""
    at = next_moment(opened.context.now, opened.shown.latest)
    device = device_name(opened.context) if bits else ""
    return new_action(drafts, at=at, day=opened.now.date(), device=device, bits=bits)


def plan_action(opened: Opened, drafts: Sequence[Draft], plan: Plan, bits: int) -> tuple[Event, ...]:
    """Make the events of an action that ends with the acceptance of a plan."""
    accepted = opened.shown.accepted
    at = next_moment(opened.context.now, opened.shown.latest)
    data = plan_data(
        plan.sessions,
        now=int(plan.now.timestamp()) // 60,
        previous=accepted.event if accepted else "",
        ratio=plan.ratio,
        inputs=opened.digests,
        birth=new_id(at, bits, len(drafts)).lower(),
        pins=accepted.pins if accepted else (),
    )
    return make_action(opened, [*drafts, Draft("plan", data)], bits)


def _append(opened: Opened, events: Sequence[Event], files: Sequence[Change]) -> Opened:
    _ = opened.events  # what was there before, for those who compare
    journal = opened.journal.now()
    with counting(opened.context):
        exchange(opened.context, files, partial(append, opened.context.home, events[0].device, events))
        after = replace(opened, journal=journal.grown_by(events, sum(len(encode(event)) for event in events)))
        remember(opened.context, after.events, added=events)
    keep_up(opened.context)
    _ = after.shown  # what the next command shows is ready then
    return after
