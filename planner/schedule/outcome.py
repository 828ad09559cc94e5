"""What a set of sessions means: weeks, modules, milestone dates, slack and verdict, computed the same way for a new
plan and for the accepted one."""

from collections.abc import Mapping, Sequence
from datetime import date
from math import ceil

from planner.journal.model import MilestoneProgress, Session
from planner.schedule.capacity import Capacity, buffer_of
from planner.schedule.due_loads import DueLoads
from planner.schedule.frame import Frame, unrecorded
from planner.schedule.model import Inputs, MilestonePlan, ModulePlan, Plan, WeekPlan
from planner.schedule.verdict import judge
from planner.schedule.work import Work

Span = tuple[int, int]


def make_outcome(
    inputs: Inputs, frame: Frame, sessions: Sequence[Session], ratio: tuple[int, int] | None = None
) -> Plan:
    """Compute everything that follows from sessions (in order of time); repairs are added later."""
    work, capacity = frame.work, frame.capacity
    spans, minutes = _days_and_minutes(sessions)
    modules = tuple(
        ModulePlan(m.id, work.effort[i], work.logged[i], work.remaining[i], *_first_last(spans.get(m.id)))
        for i, m in enumerate(work.selection.modules)
    )
    left = {m.id: work.remaining[i] - minutes.get(m.id, 0) for i, m in enumerate(work.selection.modules)}
    loads = DueLoads(frame)
    milestones = _milestones(inputs, frame, spans, left, loads)
    weeks = _weeks(inputs, capacity, sessions)
    unplaced = sum(max(0, rest) for rest in left.values())
    finish = _finish(inputs, spans, unplaced=unplaced > 0)
    to_goal = capacity.between(capacity.first, work.goal)
    goal = date.fromordinal(work.goal)
    return Plan(
        start=inputs.profile.start,
        goal=goal,
        now=inputs.now,
        effort=sum(work.effort),
        done=sum(work.logged),
        capacity_to_goal=to_goal,
        finish=finish,
        verdict=judge(
            inputs,
            milestones,
            finish=finish,
            goal=goal,
            unplaced=unplaced,
            remaining=sum(work.remaining),
            short=loads.short(),
            needed=_needed_per_week(inputs, sum(work.remaining), goal),
            capacity=to_goal,
            frame=frame,
            weeks=weeks,
        ),
        weeks=weeks,
        sessions=tuple(sessions),
        modules=modules,
        milestones=milestones,
        ratio=ratio or (inputs.progress.accepted.ratio if inputs.progress.accepted else (1, 1)),
    )


def _days_and_minutes(sessions: Sequence[Session]) -> tuple[dict[str, Span], dict[str, int]]:
    """Return each module's first and last session's day (ordinals) and its planned minutes."""
    spans: dict[str, Span] = {}
    minutes: dict[str, int] = {}
    for session in sessions:
        if session.module is not None and session.kind == "study":
            day = session.day.toordinal()
            spans[session.module] = (spans.get(session.module, (day, day))[0], day)
            minutes[session.module] = minutes.get(session.module, 0) + session.end - session.start
    return spans, minutes


def _first_last(span: Span | None) -> tuple[date | None, date | None]:
    return (date.fromordinal(span[0]), date.fromordinal(span[1])) if span else (None, None)


def _milestones(
    inputs: Inputs, frame: Frame, spans: Mapping[str, Span], left: Mapping[str, int], loads: DueLoads
) -> tuple[MilestonePlan, ...]:
    work = frame.work
    kinds = {milestone.id: milestone.kind for milestone in inputs.curriculum.milestones}
    last, unplaced = _through_prerequisites(work, spans, left)
    today = inputs.now.date().toordinal()
    done = unrecorded(inputs, work)
    result = []
    for name, (due, needed) in work.milestones.items():
        state = inputs.progress.milestones.get(name, MilestoneProgress())
        if state.reached is not None:
            expected: int | None = state.reached.toordinal()
        elif any(unplaced[i] for i in needed):
            expected = None
        else:
            expected = max((last[i] for i in needed), default=0) or today
        guard = frame.milestones[name]
        result.append(
            MilestonePlan(
                id=name,
                kind=kinds[name].value,
                due=date.fromordinal(due),
                guard=date.fromordinal(guard) if guard <= frame.capacity.horizon else None,
                expected=date.fromordinal(expected) if expected is not None else None,
                lateness_days=expected - due if expected is not None else None,
                slack=loads.slack(due),
                reached=state.reached is not None,
                unrecorded=name in done,
            )
        )
    return tuple(sorted(result, key=lambda milestone: milestone.due))


def _through_prerequisites(
    work: Work, spans: Mapping[str, Span], left: Mapping[str, int]
) -> tuple[list[int], list[bool]]:
    """Return, for each module with all that it requires, the last day of study (0: none), and if work has no place."""
    names = [module.id for module in work.selection.modules]
    last = [spans[name][1] if name in spans else 0 for name in names]
    unplaced = [left[name] > 0 for name in names]
    for i in work.order:
        for j in work.requires[i]:
            last[i] = max(last[i], last[j])
            unplaced[i] = unplaced[i] or unplaced[j]
    return last, unplaced


def _needed_per_week(inputs: Inputs, remaining: int, goal: date) -> float | None:
    """Return the hours a week that the remaining work needs to the goal, rounded up to 0.1; None when it is past."""
    days = (goal - max(inputs.now.date(), inputs.profile.start)).days + 1
    if days <= 0:
        return None
    return ceil(remaining * 7 * 10 / (60 * days) - 1e-9) / 10


def _finish(inputs: Inputs, spans: Mapping[str, Span], *, unplaced: bool) -> date | None:
    """Return the last study day; when all is done, the last day on which something happened."""
    if unplaced:
        return None
    if spans:
        return date.fromordinal(max(last for _, last in spans.values()))
    days = [*inputs.progress.done.values(), *(entry.day for entry in inputs.progress.logs if entry.day)]
    return max(days, default=inputs.now.date())


def _weeks(inputs: Inputs, capacity: Capacity, sessions: Sequence[Session]) -> tuple[WeekPlan, ...]:
    """Return the weeks from now to the last session."""
    study = [session for session in sessions if session.kind != "buffer"]
    if not study:
        return ()
    by_week: dict[int, dict[str, int]] = {}
    for session in study:
        minutes = by_week.setdefault((session.day.toordinal() - capacity.monday) // 7, {})
        if session.module is not None and session.kind == "study":
            minutes[session.module] = minutes.get(session.module, 0) + session.end - session.start
    today = max(inputs.now.date(), inputs.profile.start).toordinal()
    first = min(capacity.index(today), *(capacity.index(s.day.toordinal()) for s in sessions[:1]))
    share = inputs.profile.study.buffer
    weeks = []
    for index in range(first, max(by_week) + 1):
        week = capacity.week(index)
        minutes = by_week.get(index, {})
        weeks.append(
            WeekPlan(date.fromordinal(week.first), week.capacity, buffer_of(week.capacity, share), minutes)
        )
    return tuple(weeks)
