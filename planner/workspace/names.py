"""Ids that people type: found, or refused with the nearest one that exists."""

from collections.abc import Iterable

from planner.curriculum.model import Milestone, Module
from planner.problems import fail
from planner.text.messages import Message, msg
from planner.workspace.opening import Opened


def find_module(opened: Opened, module: str) -> Module:
    """Return a module by its id; raises `DataError` with the nearest id."""
    known = opened.curriculum.by_id()
    if module not in known:
        raise fail(unknown_module(module, known))
    return known[module]


def find_milestone(opened: Opened, milestone: str) -> Milestone:
    """Return a milestone by its id; raises `DataError` with the nearest id."""
    found = opened.curriculum.milestone(milestone)
    if found is None:
        raise fail(unknown_milestone(milestone, [each.id for each in opened.curriculum.milestones]))
    return found


def unknown_module(module: str, known: Iterable[str]) -> Message:
    """Say that there is no such module."""
    near = _nearest(module, known)
    if near:
        return msg("Unknown module: {id}. Did you mean {near}?", id=module, near=near)
    return msg("Unknown module: {id}. `planner curriculum show` lists the modules.", id=module)


def unknown_milestone(milestone: str, known: Iterable[str]) -> Message:
    """Say that there is no such milestone."""
    near = _nearest(milestone, known)
    if near:
        return msg("Unknown milestone: {id}. Did you mean {near}?", id=milestone, near=near)
    return msg("Unknown milestone: {id}. `planner milestone list` lists them.", id=milestone)


def _nearest(word: str, known: Iterable[str]) -> str:
    from planner.documents.wrong import nearest

    return nearest(word, known)
