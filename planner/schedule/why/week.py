"""Why a week is as it is: what fits into it, what must be in it, what stays free, and why each module is there."""

from datetime import date, timedelta

from planner.schedule.capacity import Week
from planner.schedule.frame import make_frame
from planner.schedule.why.day import off_reason
from planner.schedule.why.losing import GOAL, guards_of
from planner.schedule.why.model import Reason
from planner.schedule.why.scene import Scene
from planner.text.languages import joined
from planner.text.messages import Message, Minutes, msg


def week_reasons(scene: Scene, monday: date) -> list[Reason]:
    """Return why a week from `monday` that is not over is as it is."""
    capacity = scene.frame.capacity
    index = capacity.index(monday.toordinal())
    if index < 0 or monday.toordinal() > capacity.horizon - 6:
        return [Reason("outside", msg("The plan does not reach that week."))]
    sessions = [s for s in scene.week_of(monday) if s.kind != "buffer"]
    week = capacity.week(index)
    found = [_capacity(week, under_way=monday < scene.today), *_off(scene, monday)]
    if not sessions:
        if scene.plan.finish is not None and monday > scene.plan.finish:
            return [
                *found,
                Reason("finished", msg("Nothing is planned: all is done on {day}.", day=scene.plan.finish)),
            ]
        return [*found, Reason("free", msg("Nothing is planned in that week."))]
    found += [_must(scene, monday, week), _buffer(scene, monday), *_reviews(scene, monday)]
    return [*found, *_unplanned(scene, monday, week), *_modules(scene, monday)]


def _capacity(week: Week, *, under_way: bool) -> Reason:
    text = msg("{minutes} can be studied in it.", minutes=Minutes(week.capacity))
    if under_way:
        text = msg("{minutes} can be studied in what is left of it.", minutes=Minutes(week.capacity))
    if week.cap < week.until[6]:
        text = msg(
            "{minutes} can be studied: its free time is {open}, and the rest is beyond your limit for a week.",
            minutes=Minutes(week.capacity),
            open=Minutes(week.until[6]),
        )
    return Reason("capacity", text, week.capacity)


def _off(scene: Scene, monday: date) -> list[Reason]:
    days = [monday + timedelta(days=n) for n in range(7)]
    return [reason for day in days if (reason := off_reason(scene, day)) is not None]


def _must(scene: Scene, monday: date, week: Week) -> Reason:
    """Say how much of it must be studied, when all is studied as planned until then, and for which milestone."""
    lived = scene.lived(scene.midnight(monday))
    frame = make_frame(lived, scene.plan.ratio)
    work, after = frame.work, week.first + 7
    most, guard = 0, 0
    for day in sorted({g for g, left in zip(frame.guards, work.remaining, strict=True) if left}):
        load = sum(left for g, left in zip(frame.guards, work.remaining, strict=True) if g <= day)
        need = load - frame.capacity.between(after, day)
        if need > most:
            most, guard = need, day
    if not most:
        return Reason("no-hurry", msg("Nothing here is urgent; it can all wait for later weeks."), 0)
    names = [
        name for name, day in guards_of(lived, scene.plan.ratio).items() if day == guard and name != GOAL
    ]
    text = msg(
        "With all studied as planned until then, at least {minutes} of it are needed to have all done by {day}.",
        minutes=Minutes(most),
        day=date.fromordinal(guard),
    )
    if names:
        text = msg(
            "With all studied as planned until then, at least {minutes} of it are needed "
            "to reach by {day}: {milestones}",
            minutes=Minutes(most),
            day=date.fromordinal(guard),
            milestones=joined([scene.milestone_title(name) for name in names]),
        )
    return Reason("must", text, most, date.fromordinal(guard), tuple(names) or (GOAL,))


def _buffer(scene: Scene, monday: date) -> Reason:
    kept = sum(s.end - max(s.start, scene.now) for s in scene.week_of(monday) if s.kind == "buffer")
    if not kept:
        return Reason("buffer", msg("No buffer is left in it."), 0)
    text = msg("{minutes} stay free as buffer, for catching up.", minutes=Minutes(kept))
    return Reason("buffer", text, kept)


def _reviews(scene: Scene, monday: date) -> list[Reason]:
    reviews = [s for s in scene.week_of(monday) if s.kind == "review"]
    minutes = sum(s.end - max(s.start, scene.now) for s in reviews)
    if not minutes:
        return []
    names = [scene.title(s.module or "") for s in reviews]
    text = msg("{minutes} are short reviews: {modules}", minutes=Minutes(minutes), modules=joined(names))
    return [Reason("reviews", text, minutes, ids=tuple(s.id for s in reviews))]


def _unplanned(scene: Scene, monday: date, week: Week) -> list[Reason]:
    """Say how much of the week has neither study nor buffer."""
    rest = week.capacity - sum(s.end - max(s.start, scene.now) for s in scene.week_of(monday))
    if rest <= 0:
        return []
    return [
        Reason(
            "unplanned", msg("{minutes} more are free and have no study yet.", minutes=Minutes(rest)), rest
        )
    ]


def _modules(scene: Scene, monday: date) -> list[Reason]:
    """Say of each module in the week why it is there."""
    minutes: dict[str, int] = {}
    for s in scene.week_of(monday):
        if s.kind == "study" and s.module:
            minutes[s.module] = minutes.get(s.module, 0) + s.end - max(s.start, scene.now)
    return [
        Reason("module", _part(scene, monday, name, Minutes(time)), time, ids=(name,))
        for name, time in minutes.items()
    ]


def _part(scene: Scene, monday: date, name: str, time: Minutes) -> Message:
    sessions = scene.study(name)
    begins, ends = sessions[0].day >= monday, sessions[-1].day < monday + timedelta(days=7)
    title, under_way = scene.title(name), bool(scene.modules[name].done)
    waits = [scene.study(each)[-1].day for each in scene.unfinished(name) if scene.study(each)]
    if begins and not under_way and waits:
        return msg(
            "“{module}”, {minutes}: it begins; what it needs ends on {day}.",
            module=title,
            minutes=time,
            day=max(waits),
        )
    if begins and not under_way:
        return msg("“{module}”, {minutes}: it begins.", module=title, minutes=time)
    if ends:
        return msg("“{module}”, {minutes}: it goes on, and is finished.", module=title, minutes=time)
    return msg("“{module}”, {minutes}: it goes on.", module=title, minutes=time)
