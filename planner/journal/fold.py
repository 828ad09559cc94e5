"""From events to progress, in two passes: which events are void, then what the others say.

Invariant: the same set of events gives the same progress, in whatever order, copies and files they come.
Unknown kinds and events whose data makes no sense are skipped, never an error; `check_events` names them.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from planner.journal import hand, timer
from planner.journal.events import in_order
from planner.journal.kinds import fault, is_known
from planner.journal.logs import Entry, Shared, as_said, log_entries, own_efforts
from planner.journal.milestones import milestone_progress
from planner.journal.model import AcceptedPlan, CheckIn, Event, Progress
from planner.journal.plans import Known, accepted_plan
from planner.journal.resting import is_overtaken
from planner.journal.undo import is_usable, void_events
from planner.problems import Problem
from planner.text.messages import Message, msg

if TYPE_CHECKING:
    from planner.journal.renames.renaming import Renaming


def fold(events: Iterable[Event], renaming: "Renaming | None" = None) -> Progress:
    """Compute what happened so far from all events, in any order, in the names that the curriculum has now."""
    ordered = in_order(events)
    void = void_events(ordered)
    usable = [event for event in ordered if is_usable(event)]
    live = timer.stopped_once(_that_count([event for event in usable if event.id not in void]))
    plans = tuple(hand.with_pins(_plans(usable), usable, void))
    live, entries, plans, shared = _in_names_of_now(live, plans, renaming)
    dropped, restored = hand.dropped_and_restored(live)
    in_force = [plan for plan in plans if plan.event not in void]
    return Progress(
        logs=tuple([entry.logged for entry in entries]),
        done=_done(live),
        efforts=own_efforts(live, entries, shared),
        begun=_begun(live, entries, in_force),
        milestones=milestone_progress(live),
        checkins=_checkins(live),
        time_off=hand.time_off(live),
        accepted=in_force[-1] if in_force else None,
        plans=plans,
        undone_plans=frozenset(plan.event for plan in plans if plan.event in void),
        latest=ordered[-1].at if ordered else None,
        extra=hand.extra_time(live),
        skipped=hand.skipped_time(live),
        added=hand.added_modules(live),
        dropped=dropped,
        restored=restored,
        first=hand.put_first(live),
        overtaken=bool(in_force) and is_overtaken(ordered, void, in_force[-1].event),
        timers=timer.running(live),
    )


def _in_names_of_now(
    live: list[Event], plans: tuple[AcceptedPlan, ...], renaming: "Renaming | None"
) -> tuple[list[Event], list[Entry], tuple[AcceptedPlan, ...], Shared]:
    """Return events, time studied, plans, and how own estimates are shared out; mostly nothing was renamed."""
    if renaming is None:
        return live, log_entries(live), plans, as_said
    from planner.journal.renames.plans import rename_plans
    from planner.journal.renames.renaming import rename_events, split_of

    live = rename_events(live, renaming)
    splits = split_of(renaming, log_entries(live))
    entries = log_entries(live) if splits is None else splits.entries
    return live, entries, rename_plans(plans, renaming, splits), as_said if splits is None else splits.shared


def check_events(events: Iterable[Event]) -> tuple[Problem, ...]:
    """Name the events of known kinds that `fold` skips, because their data makes no sense."""
    found = ((event, event_fault(event)) for event in in_order(events))
    return tuple(Problem(message, key=event.id) for event, message in found if message)


def event_fault(event: Event) -> Message | None:
    """Say why `fold` skips an event; None when it counts, or is of a kind that a newer version wrote."""
    if not is_known(event):
        return None
    wrong = fault(event)
    if wrong is None and event.kind == "plan" and _plan(event, {}) is None:
        return msg("an accepted plan whose sessions make no sense is set aside")
    return wrong


def _that_count(live: Sequence[Event]) -> list[Event]:
    """Leave out the check-ins that a later one of the same week replaced."""
    last = {event.data["week"]: event.id for event in live if event.kind == "checkin"}
    return [event for event in live if event.kind != "checkin" or last[event.data["week"]] == event.id]


def _plans(usable: Iterable[Event]) -> Iterable[AcceptedPlan]:
    known: Known = {}
    for event in usable:
        if event.kind == "plan":
            plan = _plan(event, known)
            if plan is not None:
                yield plan


def _plan(event: Event, known: Known) -> AcceptedPlan | None:
    try:
        return accepted_plan(event, known)
    except ValueError:
        return None


def _begun(
    live: Sequence[Event], entries: Sequence[Entry], in_force: Sequence[AcceptedPlan]
) -> dict[str, tuple[int, int]]:
    """Return the effort ratio under which each module was begun."""
    changes = {plan.event: plan.ratio for plan in in_force}
    ratios, ratio = [], (1, 1)
    for event in live:
        ratio = changes.get(event.id, ratio)
        ratios.append(ratio)
    begun: dict[str, tuple[int, int]] = {}
    for entry in entries:
        begun.setdefault(entry.logged.module, ratios[entry.place])
    return begun


def _done(live: Iterable[Event]) -> dict[str, date]:
    done: dict[str, date] = {}
    for event in live:
        if event.kind == "done":
            done.setdefault(event.data["module"], event.day)
        elif event.kind == "checkin":
            for module in event.data.get("done", ()):
                done.setdefault(module, event.day)
    return done


def _checkins(live: Iterable[Event]) -> tuple[CheckIn, ...]:
    checkins = (
        CheckIn(event.id, date.fromisoformat(event.data["week"]), event.day, event.data.get("note", ""))
        for event in live
        if event.kind == "checkin"
    )
    return tuple(sorted(checkins, key=lambda checkin: checkin.week))
