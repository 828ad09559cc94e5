"""Make a plan: compile, guards, walk, names, dates, verdict (steps 1 to 6); a pure function of its inputs."""

from collections.abc import Sequence
from datetime import date

from planner.journal.model import Session
from planner.schedule.blocks import Block, Habits
from planner.schedule.frame import future_sessions, make_frame
from planner.schedule.identity import in_order, name_sessions
from planner.schedule.model import Inputs, Plan
from planner.schedule.outcome import make_outcome
from planner.schedule.repairs import with_repairs
from planner.schedule.topics import topic_ends
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
    old = future_sessions(inputs)
    walked = Walk(
        frame.work, frame.guards, frame.capacity, _habits(inputs), _blocks(old, frame.work), pull=pull
    ).run()
    study = _sessions(frame.work, walked)
    buffers = [_session(block, None, "buffer", ()) for block in walked.buffers]
    sessions = name_sessions(in_order(study, buffers), old, inputs.progress.plans)
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


def _sessions(work: Work, walked: Walked) -> list[Session]:
    """Turn study blocks into sessions with their topics."""
    modules = work.selection.modules
    ends = [topic_ends(module, work.effort[i]) for i, module in enumerate(modules)]
    at = [min(work.logged[i], max(0, work.effort[i] - work.remaining[i])) for i in range(len(modules))]
    sessions = []
    for block in walked.blocks:
        if block.module is None:
            continue
        first, at[block.module] = at[block.module], at[block.module] + block.end - block.start
        topics = ends[block.module].between(first, at[block.module])
        sessions.append(_session(block, modules[block.module].id, "study", topics))
    return sessions


def _session(block: Block, module: str | None, kind: str, topics: tuple[int, ...]) -> Session:
    return Session("", module, kind, date.fromordinal(block.day), block.start, block.end, topics)
