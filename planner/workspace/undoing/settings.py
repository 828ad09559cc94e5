"""Settings that were undone: what one was before, and those that the file has all the same.

Invariant: the value before a change is never one that was set by a change that is undone itself.
"""

from collections.abc import Sequence

from planner.documents.editing import REMOVED, is_same, value_at
from planner.journal.events import in_order
from planner.journal.model import Event
from planner.journal.undo import is_usable, undone_by
from planner.problems import DataError, Problem
from planner.text.messages import msg
from planner.workspace.context import Context
from planner.workspace.files import read_file
from planner.workspace.opening import PROFILE
from planner.workspace.settings.profile_text import profile_value
from planner.workspace.settings.reading import digest

STILL = "still"


def value_before(events: Sequence[Event], event: Event) -> object:
    """Return what a setting was before an event, or `REMOVED`; changes before it that are undone are passed over."""
    ordered = in_order(events)
    void, value = undone_by(ordered), event.data.get("old", REMOVED)
    same = [each for each in ordered if each.kind == "setting" and is_usable(each)]
    same = [each for each in same if each.data["path"] == event.data["path"]]
    place = next((place for place, each in enumerate(same) if each.id == event.id), 0)
    for each in reversed(same[:place]):
        if each.id not in void:
            break
        if is_same(each.data.get("new", REMOVED), value):
            value = each.data.get("old", REMOVED)
    return value


def undone_but_there(context: Context, events: Sequence[Event]) -> tuple[Problem, ...]:
    """Tell of changes that are undone and in profile.yaml all the same, as when it came late from another machine.

    A plan that was accepted since with this very file says that it is meant so.
    """
    ordered = in_order(events)
    void = undone_by(ordered)
    last = {each.data["path"]: each for each in ordered if each.kind == "setting" and is_usable(each)}
    undone = [each for each in last.values() if each.id in void]
    if not undone:
        return ()
    try:
        text = read_file(context.home / PROFILE, PROFILE)
        said = profile_value(text)
    except DataError:
        return ()
    when = {each.id: each.at for each in ordered}
    accepted = [
        each.at
        for each in ordered
        if each.kind == "plan" and each.id not in void and _profile_of(each) == digest(text)
    ]
    return tuple(
        Problem(
            msg("{key} is as it was before an undo took that back; to change it: planner profile set {key} VALUE",
                key=each.data["path"]),
            PROFILE,
            key=STILL,
        )
        for each in undone
        if _is_there(said, ordered, each) and not any(at > when[void[each.id]] for at in accepted)
    )  # fmt: skip


def _profile_of(plan: Event) -> object:
    inputs = plan.data.get("inputs")
    return inputs.get(PROFILE) if isinstance(inputs, dict) else None


def _is_there(said: object, events: Sequence[Event], event: Event) -> bool:
    now, new = value_at(said, event.data["path"].split(".")), event.data.get("new", REMOVED)
    return is_same(now, new) and not is_same(now, value_before(events, event))
