"""Make a plan: compile, guards, walk, names, dates, verdict (steps 1 to 6); a pure function of its inputs."""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from planner.journal.model import Session
from planner.schedule.frame import Frame, make_frame
from planner.schedule.identity import Placed, name_sessions
from planner.schedule.model import Inputs, Plan
from planner.schedule.outcome import make_outcome
from planner.schedule.placing import place, unpinned
from planner.schedule.repairs import with_repairs
from planner.schedule.topics import Topics
from planner.schedule.walk import Walked
from planner.text.languages import joined
from planner.text.messages import Message, msg_n


def make_plan(
    inputs: Inputs,
    *,
    repairs: bool = True,
    pull: bool = False,
    ratio: tuple[int, int] | None = None,
    first: str | None = None,
) -> Plan:
    """Make a plan at `inputs.now` that moves as little as it can from the accepted one.

    `pull` lets time that became free draw later work forward everywhere, as after a change of settings; otherwise only
    this week and the next are filled. `ratio` replaces the effort ratio of the accepted plan. `first` is a module that
    is to come now, with what it requires. Repairs cost time.
    """
    frame = make_frame(inputs, ratio)
    walked = place(inputs, frame, pull=pull, first=first)
    sessions = _sessions(inputs, frame, walked)
    plan = make_outcome(inputs, frame, sessions, ratio)
    if frame.task.released:
        notes = (*plan.verdict.notes, say_released(inputs, frame))
        plan = replace(plan, verdict=replace(plan.verdict, notes=notes))
    return with_repairs(inputs, plan, ratio) if repairs else plan


def say_released(inputs: Inputs, frame: Frame) -> Message:
    """Say which pinned sessions cannot stay where they are."""
    titles = {module.id: module.title for module in inputs.curriculum.modules}
    released = frame.task.released
    return msg_n(
        "{count} pinned session cannot stay where it is, and was given another place: {sessions}",
        "{count} pinned sessions cannot stay where they are, and were given other places: {sessions}",
        len(released),
        sessions=joined([titles[pin.module or ""] for pin in released]),
    )


class _Placed(NamedTuple):
    """A block on its way to a session."""

    start: int
    end: int
    day: date
    module: str | None
    kind: str


def _sessions(inputs: Inputs, frame: Frame, walked: Walked) -> list[Session]:
    """Turn blocks into sessions with names and topics, beside the pins, which keep their own names."""
    work, pins, old = frame.work, frame.task.pins, unpinned(inputs, frame)
    modules = work.selection.modules
    kinds = (("study", walked.blocks), ("review", walked.reviews), ("buffer", walked.buffers))
    placed = [
        _Placed(start, end, date.fromordinal(day), modules[module].id if module is not None else None, kind)
        for kind, blocks in kinds
        for module, day, start, end in blocks
    ]
    placed.sort()
    names = name_sessions(placed, old, inputs.progress.plans)
    rows: list[tuple[Placed, str, str, bool]] = [
        (one, name, uid, False) for one, (name, uid) in zip(placed, names, strict=True)
    ]
    if pins:
        rows = sorted([*rows, *((pin, pin.id, pin.uid, True) for pin in pins)], key=lambda row: row[0].start)
    topics = Topics(work)
    return [
        Session(name, one.module, one.kind, one.day, one.start, one.end, topics.of(one), pinned, uid)
        for one, name, uid, pinned in rows
    ]
