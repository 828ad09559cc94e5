"""Steps 4 and 5 without names, topics and verdict: what a plan is made of, and all that a trial of a repair needs.

Invariant: pinned sessions of the accepted plan that hold are not placed again; its other sessions are what it wishes,
moved as little as can be where they can no longer stand.
"""

from collections.abc import Sequence

from planner.journal.model import Session
from planner.schedule.blocks import Block, Habits
from planner.schedule.frame import Frame, future_sessions
from planner.schedule.model import Inputs
from planner.schedule.walk import Walk, Walked
from planner.schedule.work import Work


def place(inputs: Inputs, frame: Frame, *, pull: bool, first: str | None = None) -> Walked:
    """Place what is left beside the pins; `pull` lets free time draw later work forward in every week.

    `first` is a module that is to be studied now, with what it requires, wherever the accepted plan has it.
    """
    habits, released = habits_of(inputs), {session.id for session in frame.task.released}
    old = [session for session in unpinned(inputs, frame) if session.id not in released]
    blocks = blocks_of(old, frame.work)
    if any(block.module is not None for block in blocks):
        from planner.schedule.replan import rearrange

        held = [block for block in blocks if block.module is None]
        blocks = [*rearrange(frame, habits, blocks, first), *held]
    return Walk(frame, habits, blocks, pull=pull).run()


def unpinned(inputs: Inputs, frame: Frame) -> list[Session]:
    """Return the accepted sessions that are not over, without the pins that hold."""
    pins = {session.id for session in frame.task.pins}
    return [session for session in future_sessions(inputs) if session.id not in pins]


def habits_of(inputs: Inputs) -> Habits:
    """Return how the learner studies."""
    study = inputs.profile.study
    return Habits(study.session_min, study.session_max, study.buffer, study.tracks)


def blocks_of(sessions: Sequence[Session], work: Work) -> list[Block]:
    """Return the sessions of modules that are still studied, and the buffers, as blocks."""
    return [
        Block(work.index[s.module] if s.module else None, s.day.toordinal(), s.start, s.end)
        for s in sessions
        if s.module is None or s.module in work.index
    ]
