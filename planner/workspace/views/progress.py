"""What came of the weeks so far: hours by week, day and track, pace, and how long modules really took.

Invariant: every minute studied is in exactly one week; the week of today counts in no pace, since it is not over.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta

from planner.journal.model import Logged
from planner.learner.holidays import public_holidays
from planner.learner.windows import monday
from planner.records import dataclass
from planner.schedule.work import effort_minutes
from planner.text.languages import LocalText
from planner.workspace.opening import Opened

RECENT = 4
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class WeekHours:
    """One week (its Monday) in minutes: planned; studied by day; reported by the check-in, which belongs to no day.

    `tracks` are all minutes of the week by track, the curriculum's first; what belongs to none is under an empty name.
    `off` tells of each day whether it was a public holiday or taken off.
    """

    monday: date
    planned: int
    days: tuple[int, ...]
    reported: int
    tracks: tuple[tuple[str, int], ...]
    checked_in: bool
    off: tuple[bool, ...] = (False,) * 7

    @property
    def studied(self) -> int:
        """All minutes of the week."""
        return sum(self.days) + self.reported


@dataclass(frozen=True, slots=True)
class TrackHours:
    """A track of the plan: minutes studied, and the effort of its modules."""

    track: str
    title: LocalText
    studied: int
    effort: int


@dataclass(frozen=True, slots=True)
class Took:
    """A finished module with time on it: the curriculum's estimate for this learner, and what it took, in minutes."""

    module: str
    title: LocalText
    estimated: int
    actual: int
    finished: date


@dataclass(frozen=True, slots=True)
class ProgressView:
    """Progress until today.

    `pace` and `recent` are (studied, planned) minutes of all weeks that are over, and of the last 4 of them. `ratio`
    is what finished modules took over what was estimated, in minutes; None as long as there is none. `begins` is the
    day on which a plan begins that has not begun.
    """

    weeks: tuple[WeekHours, ...]
    tracks: tuple[TrackHours, ...]
    took: tuple[Took, ...]
    pace: tuple[int, int]
    recent: tuple[int, int]
    ratio: tuple[int, int] | None
    done: int
    effort: int
    modules: tuple[int, int]
    milestones: tuple[int, int]
    begins: date | None = None

    @property
    def weeks_over(self) -> tuple[WeekHours, ...]:
        """The weeks that are over: all but the one of today."""
        return self.weeks[:-1]


def progress_view(opened: Opened) -> ProgressView:
    """Return what the progress screen and `planner progress` show."""
    weeks = _weeks(opened)
    took = _took(opened)
    plan, progress = opened.plan, opened.shown
    over = weeks[:-1]
    ids = {module.id for module in plan.modules}
    return ProgressView(
        weeks=weeks,
        tracks=_tracks(opened),
        took=took,
        pace=_pace(over),
        recent=_pace(over[-RECENT:]),
        ratio=(sum(each.actual for each in took), sum(each.estimated for each in took)) if took else None,
        done=plan.done,
        effort=plan.effort,
        modules=(sum(name in ids for name in progress.done), len(ids)),
        milestones=(sum(each.reached for each in plan.milestones), len(plan.milestones)),
        begins=plan.start if opened.now.date() < plan.start else None,
    )


def _pace(weeks: Sequence[WeekHours]) -> tuple[int, int]:
    return sum(week.studied for week in weeks), sum(week.planned for week in weeks)


def _weeks(opened: Opened) -> tuple[WeekHours, ...]:
    """Return every week from the first of the plan, or the first with time on it, to today's."""
    progress, this = opened.shown, monday(opened.now.date())
    planned: dict[date, int] = {}
    for session in opened.timeline:
        if session.kind != "buffer":
            week = monday(session.day)
            planned[week] = planned.get(week, 0) + session.minutes
    logs: dict[date, list[Logged]] = {}
    for entry in progress.logs:
        logs.setdefault(entry.week, []).append(entry)
    first = min([monday(opened.plan.start), *logs, this])
    checked = {checkin.week for checkin in progress.checkins}
    track_of, is_off = _track_of(opened), _is_off(opened)
    mondays = (first + number * _WEEK for number in range((this - first).days // 7 + 1))
    return tuple(
        WeekHours(
            monday=week,
            planned=planned.get(week, 0),
            days=_by_day(logs.get(week, ())),
            reported=sum(entry.minutes for entry in logs.get(week, ()) if entry.day is None),
            tracks=_by_track(logs.get(week, ()), track_of, opened),
            checked_in=week in checked,
            off=tuple(is_off(week + timedelta(days=number)) for number in range(7)),
        )
        for week in mondays
    )


def _by_day(logs: Iterable[Logged]) -> tuple[int, ...]:
    days = [0] * 7
    for entry in logs:
        if entry.day is not None:
            days[entry.day.weekday()] += entry.minutes
    return tuple(days)


def _by_track(
    logs: Iterable[Logged], track_of: Mapping[str, str], opened: Opened
) -> tuple[tuple[str, int], ...]:
    found: dict[str, int] = {}
    for entry in logs:
        track = track_of.get(entry.module, "")
        found[track] = found.get(track, 0) + entry.minutes
    order = {track.id: number for number, track in enumerate(opened.curriculum.tracks)}
    return tuple(
        sorted(found.items(), key=lambda each: (each[0] == "", order.get(each[0], len(order)), each[0]))
    )


def _track_of(opened: Opened) -> Mapping[str, str]:
    """Return the track of every module, by the ids that modules had before, too."""
    modules = opened.curriculum.modules
    before = {old: module.track for module in modules for old in module.renamed_from}
    return {**before, **{module.id: module.track for module in modules}}


def _is_off(opened: Opened) -> Callable[[date], bool]:
    """Return whether a day is a public holiday, was taken off, or is an exception of the profile without time."""
    availability, taken = opened.profile.availability, opened.shown.time_off
    holidays = public_holidays(availability.holidays)
    empty = [each for each in availability.exceptions if not each.windows]
    return lambda day: (
        day in taken or day in holidays(day.year) or any(each.first <= day <= each.last for each in empty)
    )


def _tracks(opened: Opened) -> tuple[TrackHours, ...]:
    """Return the plan's tracks in the curriculum's order; time on modules that the plan has not is left out."""
    plans = {module.id: module for module in opened.plan.modules}
    studied: dict[str, int] = {}
    effort: dict[str, int] = {}
    for module in opened.curriculum.modules:
        plan = plans.get(module.id)
        if plan is not None:
            studied[module.track] = studied.get(module.track, 0) + plan.done
            effort[module.track] = effort.get(module.track, 0) + plan.effort
    titles = {track.id: track.title for track in opened.curriculum.tracks}
    return tuple(
        TrackHours(track, titles.get(track, LocalText.of(track)), studied[track], effort[track])
        for track in effort
    )


def _took(opened: Opened) -> tuple[Took, ...]:
    """Return the finished modules with time on them, the last finished first; time after that is review."""
    progress, background = opened.shown, opened.profile.background
    found = []
    for module in opened.curriculum.modules:
        finished = progress.done.get(module.id)
        if finished is None:
            continue
        logs = (e for e in progress.logs if e.module == module.id and e.week <= finished)
        actual = sum(entry.minutes for entry in logs)
        estimated = effort_minutes(module, background)
        if actual and estimated:
            found.append(Took(module.id, module.title, estimated, actual, finished))
    return tuple(sorted(found, key=lambda each: each.finished, reverse=True))
