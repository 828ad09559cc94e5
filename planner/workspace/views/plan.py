"""The whole plan over time: phases with their modules and milestones, and each module's minutes day by day.

Invariant: what is over is what was studied, what is ahead is what is planned; today has both. Every module of the
plan is in exactly one phase, and in exactly one track of `by_track`.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from planner.journal.model import Session
from planner.learner.windows import monday
from planner.records import dataclass
from planner.schedule.model import MilestonePlan, ModulePlan
from planner.text.languages import LocalText
from planner.workspace.opening import Opened
from planner.workspace.views.history import sessions_between
from planner.workspace.views.milestones import phase_of

DONE, UNDER_WAY, AHEAD = "done", "under-way", "ahead"
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Guard:
    """The milestone with the least slack of those that wait for a module: how long its work may be put off."""

    milestone: str
    title: LocalText
    due: date
    slack: int


@dataclass(frozen=True, slots=True)
class ModuleRow:
    """A module over time: minutes studied and planned by day; a check-in's hours stand on their week's Sunday.

    `next` is its session of now or the next one; `guard` is None when it is done, or no milestone that has a place in
    the plan waits for it.
    """

    id: str
    title: LocalText
    track: str
    plan: ModulePlan
    state: str
    studied: tuple[tuple[date, int], ...]
    planned: tuple[tuple[date, int], ...]
    next: Session | None = None
    guard: Guard | None = None


@dataclass(frozen=True, slots=True)
class MilestoneMark:
    """A milestone over time; `reached` is the day on which it was."""

    id: str
    title: LocalText
    plan: MilestonePlan
    reached: date | None


@dataclass(frozen=True, slots=True)
class PhaseRows:
    """A phase (or a track) with what lies in it; what is in none has no title."""

    id: str
    title: LocalText | None
    modules: tuple[ModuleRow, ...]
    milestones: tuple[MilestoneMark, ...]

    @property
    def finished(self) -> bool:
        """Whether all of it is done and reached."""
        return all(row.state == DONE for row in self.modules) and all(
            each.reached for each in self.milestones
        )


@dataclass(frozen=True, slots=True)
class PlanView:
    """The plan from the Monday `first` to the Sunday `last`."""

    first: date
    last: date
    today: date
    goal: date
    phases: tuple[PhaseRows, ...]
    tracks: Mapping[str, LocalText]

    def by_track(self) -> tuple[PhaseRows, ...]:
        """Return the same rows by track, in the curriculum's order; last what has none: milestones, above all."""
        found: dict[str, list[ModuleRow]] = {name: [] for name in self.tracks}
        for phase in self.phases:
            for row in phase.modules:
                found.setdefault(row.track, []).append(row)
        marks = sorted(
            (mark for phase in self.phases for mark in phase.milestones), key=lambda mark: mark.plan.due
        )
        rest = PhaseRows("", None, tuple(found.pop("", ())), tuple(marks))
        tracks = (
            PhaseRows(name, self.tracks.get(name, LocalText.of(name)), tuple(rows), ())
            for name, rows in found.items()
            if rows
        )
        return (*tracks, *([rest] if rest.modules or marks else []))


def plan_view(opened: Opened) -> PlanView:
    """Return what the plan's screen shows."""
    studied, planned, coming = _by_day(opened)
    plans = {plan.id: plan for plan in opened.plan.modules}
    done, guards = opened.shown.done, _guards(opened)
    rows = {
        module.id: ModuleRow(
            id=module.id,
            title=module.title,
            track=module.track,
            plan=plans[module.id],
            state=_state(plans[module.id], done=module.id in done),
            studied=_in_order(studied.get(module.id, {})),
            planned=_in_order(planned.get(module.id, {})),
            next=coming.get(module.id),
            guard=guards.get(module.id) if module.id not in done else None,
        )
        for module in opened.curriculum.modules
        if module.id in plans
    }
    phases = _phases(opened, rows)
    first, last = _span(opened, tuple(rows.values()), phases)
    tracks = {track.id: track.title for track in opened.curriculum.tracks}
    return PlanView(first, last, opened.now.date(), opened.plan.goal, phases, tracks)


def _span(opened: Opened, rows: tuple[ModuleRow, ...], phases: tuple[PhaseRows, ...]) -> tuple[date, date]:
    """Return the first Monday and the last Sunday of all that is shown."""
    days = [day for row in rows for day, _ in (*row.studied[:1], *row.planned[-1:])]
    marks = (mark for phase in phases for mark in phase.milestones)
    dates = [day for mark in marks for day in (mark.plan.due, mark.plan.expected, mark.reached) if day]
    first = monday(min([opened.plan.start, *days]))
    last = monday(max([opened.plan.goal, opened.now.date(), *days, *dates])) + _WEEK - timedelta(days=1)
    return first, last


def _guards(opened: Opened) -> dict[str, Guard]:
    """Return, for each module, the milestone ahead with the least slack of those that need it, however indirectly."""
    plans = {
        plan.id: plan for plan in opened.plan.milestones if not plan.reached and plan.expected is not None
    }
    ahead = [each for each in opened.curriculum.milestones if each.id in plans]
    ahead.sort(key=lambda each: (plans[each.id].slack, plans[each.id].due))
    options = {
        choice.id: [module for option in choice.options for module in option.modules]
        for choice in opened.curriculum.choices
    }
    found: dict[str, Guard] = {}
    for milestone in ahead:
        plan = plans[milestone.id]
        guard = Guard(milestone.id, milestone.title, plan.due, plan.slack)
        waiting = list(milestone.requires)
        while waiting:
            name = waiting.pop()
            waiting += options.get(name, ())
            if name in opened.modules and name not in found:
                found[name] = guard
                waiting += opened.modules[name].requires
    return found


def _state(plan: ModulePlan, *, done: bool) -> str:
    if done or not plan.remaining:
        return DONE
    return UNDER_WAY if plan.done else AHEAD


Days = dict[str, dict[date, int]]


def _by_day(opened: Opened) -> tuple[Days, Days, dict[str, Session]]:
    """Return minutes by module and day, of what was studied and what is planned from now on; and the next sessions."""
    studied: Days = {}
    planned: Days = {}
    coming: dict[str, Session] = {}
    for entry in opened.shown.logs:
        days = studied.setdefault(entry.module, {})
        day = entry.day or entry.week + timedelta(days=6)
        days[day] = days.get(day, 0) + entry.minutes
    now = int(opened.now.timestamp()) // 60
    given = _given(opened)
    for session in opened.plan.sessions:
        left = session.minutes - given.get(session.id, 0)
        if session.kind == "study" and session.module is not None and session.end > now and left > 0:
            days = planned.setdefault(session.module, {})
            days[session.day] = days.get(session.day, 0) + left
            if session.module not in coming or session.start < coming[session.module].start:
                coming[session.module] = session
    return studied, planned, coming


def _given(opened: Opened) -> dict[str, int]:
    """Return the minutes studied already of the sessions of this week, which may be over before their time."""
    first = monday(opened.now.date() - timedelta(days=1))
    views = sessions_between(opened, first, first + 2 * _WEEK)
    return {view.session.id: view.given for view in views}


def _in_order(days: dict[date, int]) -> tuple[tuple[date, int], ...]:
    return tuple(sorted(days.items()))


def _phases(opened: Opened, rows: dict[str, ModuleRow]) -> tuple[PhaseRows, ...]:
    curriculum = opened.curriculum
    plans = {plan.id: plan for plan in opened.plan.milestones}
    homes: dict[str, list[MilestoneMark]] = {}
    for milestone in curriculum.milestones:
        plan = plans.get(milestone.id)
        if plan is not None:
            progress = opened.shown.milestones.get(milestone.id)
            mark = MilestoneMark(milestone.id, milestone.title, plan, progress.reached if progress else None)
            phase = phase_of(curriculum, milestone)
            homes.setdefault(phase.id if phase else "", []).append(mark)
    phases = []
    for phase in curriculum.phases:
        modules = tuple(rows[name] for name in phase.modules if name in rows)
        if modules or phase.id in homes:
            marks = sorted(homes.get(phase.id, ()), key=lambda mark: mark.plan.due)
            phases.append(PhaseRows(phase.id, phase.title, modules, tuple(marks)))
    inside = {row.id for phase in phases for row in phase.modules}
    outside = tuple(row for name, row in rows.items() if name not in inside)
    if outside or "" in homes:
        phases.append(PhaseRows("", None, outside, tuple(homes.get("", ()))))
    return tuple(phases)
