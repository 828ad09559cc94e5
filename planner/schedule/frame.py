"""Steps 1 to 3 in one: the compiled work, the capacity, and the guards; what repairs run again and again."""

from collections.abc import Mapping, Sequence

from planner.journal.model import Session
from planner.learner.windows import FreeTime
from planner.records import dataclass
from planner.schedule.capacity import Capacity
from planner.schedule.guards import guard_dates, milestone_guards
from planner.schedule.model import Inputs
from planner.schedule.work import Work, closure, compile_work

HORIZON_DAYS = 3653


@dataclass(frozen=True, slots=True)
class Frame:
    """What all steps share: the compiled work, the capacity, and the guards of modules and milestones (ordinals)."""

    work: Work
    capacity: Capacity
    guards: Sequence[int]
    milestones: Mapping[str, int]


def make_frame(inputs: Inputs, ratio: tuple[int, int] | None = None) -> Frame:
    """Run steps 1 to 3: compile, and find what is possible at best."""
    work = compile_work(inputs, ratio)
    capacity = make_capacity(inputs, work.goal)
    guards = guard_dates(work, capacity)
    return Frame(work, capacity, guards, milestone_guards(work, guards))


def make_capacity(inputs: Inputs, goal: int) -> Capacity:
    """Return the capacity from now (or the start, if that is later) to ten years past the goal."""
    profile, progress = inputs.profile, inputs.progress
    now = int(inputs.now.timestamp()) // 60
    today, start = inputs.now.date().toordinal(), profile.start.toordinal()
    used_days: dict[int, int] = {}
    used_weeks: dict[int, int] = {}
    for entry in progress.logs:
        week = entry.week.toordinal()
        used_weeks[week] = used_weeks.get(week, 0) + entry.minutes
        if entry.day is not None:
            day = entry.day.toordinal()
            used_days[day] = used_days.get(day, 0) + entry.minutes
    return Capacity(
        FreeTime(profile.availability, profile.timezone, progress.time_off, inputs.busy),
        first=max(start, today - 1),
        horizon=max(goal, today, start) + HORIZON_DAYS,
        today=max(start, today),
        now=now,
        cap=profile.availability.cap,
        used_days=used_days,
        used_weeks=used_weeks,
    )


def best_lateness(inputs: Inputs, frame: Frame) -> int:
    """Return the least possible maximum lateness in days, over milestones not reached and the goal."""
    work = frame.work
    finish = max((guard for guard, left in zip(frame.guards, work.remaining, strict=True) if left), default=0)
    today = inputs.now.date().toordinal()
    late = [finish - work.goal] if finish else []
    for name, (due, needed) in work.milestones.items():
        state = inputs.progress.milestones.get(name)
        if state is None or state.reached is None:
            waits = any(work.remaining[i] for i in closure(work, needed))
            late.append(frame.milestones[name] - due if waits else today - due)
    return max(late, default=0)


def future_sessions(inputs: Inputs) -> tuple[Session, ...]:
    """Return the accepted plan's sessions that are not over, cut at now."""
    accepted = inputs.progress.accepted
    now = int(inputs.now.timestamp()) // 60
    return tuple(session for session in accepted.sessions if session.end > now) if accepted else ()
