"""Ids that people type: found, or refused with the nearest one that exists."""

from collections.abc import Iterable, Mapping, Sequence

from planner.curriculum.model import Milestone, Module
from planner.problems import fail
from planner.text.messages import Message, msg
from planner.workspace.opening import Opened


def find_module(opened: Opened, module: str) -> Module:
    """Return a module by its id; raises `DataError` with the nearest id."""
    known = opened.curriculum.by_id()
    if module not in known:
        names = opened.journal.renaming
        raise fail(_renamed(module, names.modules if names else {}) or unknown_module(module, known))
    return known[module]


def find_milestone(opened: Opened, milestone: str) -> Milestone:
    """Return a milestone by its id; raises `DataError` with the nearest id."""
    found = opened.curriculum.milestone(milestone)
    if found is None:
        names, known = opened.journal.renaming, [each.id for each in opened.curriculum.milestones]
        renamed = _renamed(milestone, names.milestones if names else {})
        raise fail(renamed or unknown_milestone(milestone, known))
    return found


def unknown_module(module: str, known: Iterable[str]) -> Message:
    """Say that there is no such module."""
    if not module.strip():
        return msg("A module's id is missing: `planner curriculum show` lists the modules.")
    near = _nearest(module, known)
    if near:
        return msg("Unknown module: {id}. Did you mean {near}?", id=module, near=near)
    return msg("Unknown module: {id}. `planner curriculum show` lists the modules.", id=module)


def unknown_milestone(milestone: str, known: Iterable[str]) -> Message:
    """Say that there is no such milestone."""
    if not milestone.strip():
        return msg("A milestone's id is missing: `planner milestone list` lists them.")
    near = _nearest(milestone, known)
    if near:
        return msg("Unknown milestone: {id}. Did you mean {near}?", id=milestone, near=near)
    return msg("Unknown milestone: {id}. `planner milestone list` lists them.", id=milestone)


def _renamed(old: str, names: Mapping[str, Sequence[str]]) -> Message | None:
    """Say what an id that was given up is called now."""
    if old not in names:
        return None
    return msg("{id} has another name now: write {new}", id=old, new=" / ".join(names[old]))


def _nearest(word: str, known: Iterable[str]) -> str:
    from planner.documents.wrong import nearest

    return nearest(word, known)
