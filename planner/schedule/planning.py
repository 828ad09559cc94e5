"""Make a plan: compile, guards, walk, names, dates, verdict (steps 1 to 6); a pure function of its inputs."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from planner.journal.model import Session
from planner.schedule.blocks import Block, Habits
from planner.schedule.frame import future_sessions, make_frame
from planner.schedule.identity import Placed, name_sessions
from planner.schedule.model import Inputs, Plan
from planner.schedule.outcome import make_outcome
from planner.schedule.repairs import with_repairs
from planner.schedule.topics import Topics
from planner.schedule.walk import Walk, Walked
from planner.schedule.work import Work


def make_plan(
    inputs: Inputs, *, repairs: bool = True, pull: bool = False, ratio: tuple[int, int] | None = None
) -> Plan:
    """Make a plan at `inputs.now` that moves as little as it can from the accepted one.

    `pull` lets time that became free draw later work forward everywhere, as after a change of settings; otherwise only
    this week and the next are filled. `ratio` replaces the effort ratio of the accepted plan. Repairs cost time.
    """
    frame = make_frame(inputs, ratio)
    pins = {session.id: session for session in frame.task.pins}
    old = [session for session in future_sessions(inputs) if session.id not in pins]
    habits, blocks = _habits(inputs), _blocks(old, frame.work)
    if blocks:
        from planner.schedule.replan import rearrange

        held = [block for block in blocks if block.module is None]
        blocks = [*rearrange(frame, habits, blocks), *held]
    walked = Walk(frame, habits, blocks, pull=pull).run()
    sessions = _sessions(inputs, frame.work, walked, list(pins.values()), old)
    plan = make_outcome(inputs, frame, sessions, ratio)
    if not repairs:
        return plan
    return with_repairs(
        inputs, plan, lambda other: make_plan(other, repairs=False, pull=True, ratio=ratio), ratio
    )


def _habits(inputs: Inputs) -> Habits:
    study = inputs.profile.study
    return Habits(study.session_min, study.session_max, study.buffer, study.tracks)


def _blocks(sessions: Sequence[Session], work: Work) -> list[Block]:
    return [
        Block(work.index[s.module] if s.module else None, s.day.toordinal(), s.start, s.end)
        for s in sessions
        if s.module is None or s.module in work.index
    ]


class _Placed(NamedTuple):
    """A block on its way to a session."""

    start: int
    end: int
    day: date
    module: str | None
    kind: str


def _sessions(
    inputs: Inputs, work: Work, walked: Walked, pins: Sequence[Session], old: Sequence[Session]
) -> list[Session]:
    """Turn blocks into sessions with names and topics, beside the pins, which keep their own names."""
    modules = work.selection.modules
    placed = [
        _Placed(start, end, date.fromordinal(day), modules[module].id if module is not None else None, kind)
        for kind, blocks in (("study", walked.blocks), ("buffer", walked.buffers))
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
