"""Steps 1 to 3 in one: the compiled work, the capacity, and the guards; what repairs run again and again."""

from collections.abc import Mapping, Sequence

from planner.journal.model import Session
from planner.learner.windows import FreeTime
from planner.records import dataclass
from planner.schedule.capacity import Capacity, day_of
from planner.schedule.guards import guard_points, milestone_guards
from planner.schedule.model import Inputs
from planner.schedule.pins import Task, make_task
from planner.schedule.work import Work, compile_work

HORIZON_DAYS = 3653


@dataclass(frozen=True, slots=True)
class Frame:
    """What all steps share: the compiled work, the capacity, what is left beside the pins, and the guards.

    `points` are the guards of modules as positions, `guards` and `milestones` as ordinals; pins count with their days.
    """

    work: Work
    capacity: Capacity
    task: Task
    points: Sequence[int]
    guards: Sequence[int]
    milestones: Mapping[str, int]


def make_frame(inputs: Inputs, ratio: tuple[int, int] | None = None) -> Frame:
    """Run steps 1 to 3: compile, hold the pins, and find what is possible at best."""
    work = compile_work(inputs, ratio)
    return frame_of(inputs, work, make_capacity(inputs, work.goal))


def frame_of(inputs: Inputs, work: Work, capacity: Capacity) -> Frame:
    """Run steps 2 and 3 on compiled work and a capacity."""
    pinned = [session for session in future_sessions(inputs) if session.pinned and session.module]
    task = make_task(work, pinned, capacity, lambda pins: make_capacity(inputs, work.goal, pins))
    points = guard_points(task.left, task.release, work.due, task.deadline, task.capacity)
    guards = [day_of(point) for point in points]
    for pin in task.pins:
        module = work.index[pin.module or ""]
        guards[module] = max(guards[module] if task.left[module] else 0, pin.day.toordinal())
    return Frame(work, capacity, task, points, guards, milestone_guards(work, guards))


def make_capacity(inputs: Inputs, goal: int, pins: Sequence[Session] = ()) -> Capacity:
    """Return the capacity from now (or the start, if that is later) to ten years past the goal, without the pins."""
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
        FreeTime(
            profile.availability,
            profile.timezone,
            progress.time_off,
            (*inputs.busy, *progress.skipped),
            [(extra.day, extra.start, extra.end) for extra in progress.extra],
        ),
        first=max(start, today - 1),
        horizon=max(goal, today, start) + HORIZON_DAYS,
        today=max(start, today),
        now=now,
        cap=profile.availability.cap,
        used_days=used_days,
        used_weeks=used_weeks,
        pinned=[(pin.day.toordinal(), pin.start, pin.end) for pin in pins],
    )


def best_lateness(inputs: Inputs, frame: Frame) -> int:
    """Return the least possible maximum lateness of work in days, over milestones with work left and the goal."""
    work = frame.work
    finish = max((guard for guard, left in zip(frame.guards, work.remaining, strict=True) if left), default=0)
    late = [finish - work.goal] if finish else []
    done = unrecorded(inputs, work)
    for name, (due, _) in work.milestones.items():
        if not is_reached(inputs, name) and name not in done:
            late.append(frame.milestones[name] - due)
    return max(late, default=0)


def is_reached(inputs: Inputs, milestone: str) -> bool:
    """Tell whether a milestone has been reached."""
    state = inputs.progress.milestones.get(milestone)
    return state is not None and state.reached is not None


def unrecorded(inputs: Inputs, work: Work) -> frozenset[str]:
    """Return the milestones whose work is all done, but whose result is not in."""
    waits = waiting(work)
    return frozenset(
        name
        for name, (_, needed) in work.milestones.items()
        if not is_reached(inputs, name) and not any(waits[i] for i in needed)
    )


def waiting(work: Work) -> list[bool]:
    """Tell of each module whether it or anything that it requires is not finished."""
    waits = [left > 0 for left in work.remaining]
    for i in work.order:
        if not waits[i]:
            waits[i] = any(waits[j] for j in work.requires[i])
    return waits


def future_sessions(inputs: Inputs) -> tuple[Session, ...]:
    """Return the accepted plan's sessions that are not over, cut at now."""
    accepted = inputs.progress.accepted
    now = int(inputs.now.timestamp()) // 60
    return tuple(session for session in accepted.sessions if session.end > now) if accepted else ()
