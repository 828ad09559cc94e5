"""Steps 4 and 5 without names, topics and verdict: what a plan is made of, and all that a trial of a repair needs.

Invariant: pinned sessions of the accepted plan that hold are not placed again; its other sessions are what it wishes,
moved as little as can be where they can no longer stand.
"""

from collections.abc import Sequence
from dataclasses import replace

from planner.journal.model import Session
from planner.schedule.blocks import Block, Habits
from planner.schedule.frame import Frame, future_sessions
from planner.schedule.model import Inputs
from planner.schedule.reviews import WEEKLY_SHARE, Reviews
from planner.schedule.walk import Walk, Walked
from planner.schedule.work import Work


def place(inputs: Inputs, frame: Frame, *, pull: bool, first: str | None = None) -> Walked:
    """Place what is left beside the pins; `pull` lets free time draw later work forward in every week.

    `first` is a module that is to be studied now, with what it requires, wherever the accepted plan has it.
    """
    habits, released = habits_of(inputs), {session.id for session in frame.task.released}
    old = [session for session in unpinned(inputs, frame) if session.id not in released]
    blocks, reviews = blocks_of(old, frame.work), reviews_of(inputs, frame, old)
    if any(block.module is not None for block in blocks):
        from planner.schedule.replan import rearrange

        held = [block for block in blocks if block.module is None]
        calm, spared = sparing(reviews, habits)
        added = unknown_modules(inputs, frame.work)
        blocks = [*rearrange(frame, calm, [*blocks, *spared], first, added), *held]
    return Walk(frame, habits, blocks, reviews=reviews, pull=pull).run()


def unknown_modules(inputs: Inputs, work: Work) -> frozenset[int]:
    """Return the modules that the accepted plan has no session of, past ones included: they were added since."""
    accepted = inputs.progress.accepted
    known = {session.module for session in accepted.sessions} if accepted else set()
    logged = {i for i, minutes in enumerate(work.logged) if minutes}
    return frozenset(i for name, i in work.index.items() if name not in known and i not in logged)


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
        if s.kind != "review" and (s.module is None or s.module in work.index)
    ]


def reviews_of(inputs: Inputs, frame: Frame, sessions: Sequence[Session]) -> Reviews | None:
    """Return the reviews to come, with the places that the accepted sessions have for them; None when switched off."""
    return Reviews(inputs, frame, sessions) if inputs.profile.study.reviews else None


def sparing(reviews: Reviews | None, habits: Habits) -> tuple[Habits, list[Block]]:
    """Return habits and buffers by which lost work that has to move leaves to accepted reviews what they take."""
    if reviews is None or not reviews.planned:
        return habits, []
    spared = [block._replace(module=None) for block in reviews.planned]
    return replace(habits, buffer=habits.buffer + WEEKLY_SHARE), spared
