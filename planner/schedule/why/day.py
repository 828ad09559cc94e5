"""Why a day is as it is: which windows it has and why, what is studied, what stays free."""

from datetime import date

from planner.journal.model import Session
from planner.learner.holidays import public_holidays
from planner.learner.windows import FreeTime, week_pattern
from planner.schedule.why.model import Reason
from planner.schedule.why.scene import Scene
from planner.text.dates import WEEKDAYS
from planner.text.messages import Message, Minutes, either, msg, msg_n


def day_reasons(scene: Scene, day: date) -> list[Reason]:
    """Return why a day is as it is, from its windows to what is planned on it."""
    profile = scene.inputs.profile
    if day < profile.start:
        return [
            Reason("before-start", msg("The plan begins on {day}.", day=profile.start), day=profile.start)
        ]
    off = off_reason(scene, day)
    found = [off] if off else []
    spans = FreeTime(profile.availability, profile.timezone, scene.inputs.progress.time_off).windows(
        day.toordinal()
    )
    if spans:
        found.append(_windows(scene, day, spans))
        found += _besides(scene, day)
    if day < scene.inputs.now.date():
        return found
    sessions = [s for s in scene.week_of(day) if s.day == day]
    found += [_session(scene, each) for each in sessions]
    return found if sessions else [*found, *_free(scene, day, open_=bool(spans))]


def off_reason(scene: Scene, day: date) -> Reason | None:
    """Say why a day has no windows, or others than its weekday: time off, an exception, a public holiday."""
    availability = scene.inputs.profile.availability
    if day in scene.inputs.progress.time_off:
        return Reason("time-off", msg("{day} is off: you said so.", day=day), day=day)
    for each in availability.exceptions:
        if each.first <= day <= each.last:
            if each.windows:
                return Reason(
                    "exception", msg("{day} has hours of its own in your profile.", day=day), day=day
                )
            return Reason("time-off", msg("{day} is off: an exception in your profile.", day=day), day=day)
    if day in public_holidays(availability.holidays)(day.year):
        return Reason(
            "holiday", msg("{day} is a public holiday, with the hours of a day off.", day=day), day=day
        )
    return None


def _windows(scene: Scene, day: date, spans: tuple[tuple[int, int], ...]) -> Reason:
    """Say which hours a day has, and from which line of the profile."""
    said = ", ".join(f"{scene.clock(start)}–{scene.clock(end)}" for start, end in spans)
    minutes = sum(end - start for start, end in spans)
    text = msg("It has {hours} free for study: {reason}.", hours=said, reason=_rule(scene, day))
    return Reason("windows", text, minutes)


def _rule(scene: Scene, day: date) -> Message:
    availability = scene.inputs.profile.availability
    if any(each.first <= day <= each.last for each in availability.exceptions):
        return msg("an exception in your profile")
    pattern = week_pattern(availability, day)
    if day in public_holidays(availability.holidays)(day.year):
        return msg("your hours of a day off")
    if any(own == day.weekday() for own, _ in pattern.days):
        return msg("your own hours for this weekday (`{name}` in profile.yaml)", name=WEEKDAYS[day.weekday()])
    if day.weekday() >= 5:
        return msg("your hours of a day off")
    return msg("your hours of a weekday")


def _besides(scene: Scene, day: date) -> list[Reason]:
    """Say what was added to the day, or taken out of it, by hand."""
    progress = scene.inputs.progress
    added = sum(extra.end - extra.start for extra in progress.extra if extra.day == day)
    found = []
    if added:
        found.append(
            Reason("extra", msg("{minutes} of extra time come on top.", minutes=Minutes(added)), added)
        )
    begin, end = scene.midnight(day), scene.midnight(date.fromordinal(day.toordinal() + 1))
    taken = sum(
        max(0, min(stop, end) - max(start, begin)) for start, stop in (*progress.skipped, *scene.inputs.busy)
    )
    if taken:
        text = msg("{minutes} of the day are taken: skipped, or busy in a calendar.", minutes=Minutes(taken))
        found.append(Reason("taken", text, taken))
    return found


def _session(scene: Scene, session: Session) -> Reason:
    hours = f"{scene.clock(session.start)}–{scene.clock(session.end)}"
    ids = (session.id,)
    if session.kind == "buffer":
        text = either(
            msg("{hours} is buffer, kept free ({id}).", hours=hours, id=session.id),
            msg("{hours} is buffer, kept free.", hours=hours),
        )
        return Reason("buffer", text, session.minutes, ids=ids)
    title = scene.title(session.module or "")
    text = either(
        msg("{hours} is for “{module}” ({id}).", hours=hours, module=title, id=session.id),
        msg("{hours} is for “{module}”.", hours=hours, module=title),
    )
    if session.kind == "review":
        text = either(
            msg("{hours} is a review of “{module}” ({id}).", hours=hours, module=title, id=session.id),
            msg("{hours} is a review of “{module}”.", hours=hours, module=title),
        )
    return Reason("session", text, session.minutes, ids=ids)


def _free(scene: Scene, day: date, *, open_: bool) -> list[Reason]:
    """Say why nothing is planned on a day."""
    finish = scene.plan.finish
    if not open_:
        return [Reason("no-windows", msg("It has no free time, so nothing is planned."))]
    if finish is not None and day > finish:
        return [Reason("finished", msg("Nothing is planned: all is done on {day}.", day=finish), day=finish)]
    studied = sum(s.minutes for s in scene.week_of(day) if s.kind == "study")
    if not studied:
        return [Reason("free", msg("Nothing is planned in that week."), 0)]
    text = msg_n(
        "Nothing is planned: the week has its {minutes} of study on {count} other day.",
        "Nothing is planned: the week has its {minutes} of study on {count} other days.",
        len({s.day for s in scene.week_of(day) if s.kind == "study"}),
        minutes=Minutes(studied),
    )
    return [Reason("free", text, studied)]
