"""The explanations themselves: for each kind of thing its reasons, slack, what waits for what, and statements."""

from collections.abc import Sequence
from datetime import date, timedelta

from planner.journal.model import Session
from planner.schedule.why import wishes
from planner.schedule.why.day import day_reasons
from planner.schedule.why.ifs import make_ifs
from planner.schedule.why.losing import GOAL, find_slack
from planner.schedule.why.milestone import milestone_reasons
from planner.schedule.why.model import Reason, Slack, Why
from planner.schedule.why.module import absence_reasons, module_reasons
from planner.schedule.why.review import review_reasons
from planner.schedule.why.saying import long_day
from planner.schedule.why.scene import Scene
from planner.schedule.why.session import session_reasons
from planner.schedule.why.week import week_reasons
from planner.text.messages import Message, Minutes, msg


def why_session(scene: Scene, session: Session) -> Why:
    """Explain a session ahead: of study, a review, or a buffer."""
    if session.kind == "buffer":
        return _why_buffer(scene, session)
    name = session.module or ""
    head = session_head(scene, session)
    if session.kind != "study" or name not in scene.modules:
        return Why(session.id, "session", head, tuple(review_reasons(scene, session)))
    return Why(
        session.id,
        "session",
        head,
        tuple(session_reasons(scene, session)),
        _slack(scene, scene.needed_by(name)),
        tuple(scene.unfinished(name)),
        (*scene.unlocked(name), *scene.needed_by(name)),
        make_ifs(scene, wishes.of_session(scene, session)),
    )


def session_head(scene: Scene, session: Session) -> Message:
    """Say which session it is."""
    start, end = scene.clock(session.start), scene.clock(session.end)
    if session.kind == "buffer":
        return msg("Buffer on {day}, {start}–{end}", day=long_day(session.day), start=start, end=end)
    title = scene.title(session.module or "")
    if session.kind == "review":
        return msg(
            "Review of “{module}” on {day}, {start}–{end}",
            module=title,
            day=long_day(session.day),
            start=start,
            end=end,
        )
    return msg(
        "“{module}” on {day}, {start}–{end}", module=title, day=long_day(session.day), start=start, end=end
    )


def _why_buffer(scene: Scene, session: Session) -> Why:
    share = scene.inputs.profile.study.buffer
    kept = [s for s in scene.week_of(session.day) if s.kind == "buffer"]
    week = msg(
        "It is buffer: {share} % of each week stays free for catching up, {minutes} of this one.",
        share=round(float(share * 100), 1),
        minutes=Minutes(sum(s.minutes for s in kept)),
    )
    place = msg("Its place is what the week's study leaves free: where it was before, else late in the week.")
    head = session_head(scene, session)
    return Why(
        session.id,
        "session",
        head,
        (Reason("buffer", week, session.minutes), Reason("place", place)),
        _slack(scene, list(scene.milestones)),
        ifs=make_ifs(scene, wishes.of_buffer(scene, session)),
    )


def why_module(scene: Scene, name: str) -> Why:
    """Explain a module of the curriculum."""
    head = msg("The module “{module}”", module=scene.title(name))
    if name not in scene.modules:
        return Why(name, "module", head, tuple(absence_reasons(scene, name)))
    reasons = tuple(module_reasons(scene, name))
    later = (*scene.unlocked(name), *scene.needed_by(name))
    if not scene.modules[name].remaining:
        return Why(name, "module", head, reasons)
    return Why(
        name,
        "module",
        head,
        reasons,
        _slack(scene, scene.needed_by(name)),
        tuple(scene.unfinished(name)),
        later,
        make_ifs(scene, wishes.of_module(scene, name)),
    )


def why_milestone(scene: Scene, name: str) -> Why:
    """Explain a milestone of the curriculum."""
    head = msg("The milestone “{milestone}”", milestone=scene.milestone_title(name))
    if name not in scene.milestones:
        text = msg("It is not in the plan: all that it needs is left out.")
        return Why(name, "milestone", head, (Reason("fallen", text),))
    reasons = tuple(milestone_reasons(scene, name))
    plan = scene.milestones[name]
    left = [each for each in scene.modules if each in scene.needs(name) and scene.modules[each].remaining]
    if plan.reached or not left:
        return Why(name, "milestone", head, reasons)
    slack = find_slack(scene.inputs, scene.plan.ratio, [name])
    own = [each for each in scene.frame.work.selection.milestones[name] if each in left]
    ifs = make_ifs(scene, wishes.of_milestone(scene, name, slack))
    return Why(name, "milestone", head, reasons, slack, tuple(own or left), (), ifs)


def why_week(scene: Scene, monday: date, told: Sequence[Reason] = ()) -> Why:
    """Explain a week; `told` are reasons about what is over in it."""
    head = msg("The week from {first} to {last}", first=monday, last=monday + timedelta(days=6))
    if monday + timedelta(days=7) <= scene.inputs.now.date():
        return Why(monday.isoformat(), "week", head, tuple(told))
    reasons = (*told, *week_reasons(scene, monday))
    ifs = make_ifs(scene, wishes.of_week(scene, monday)) if scene.week_of(monday) else ()
    return Why(monday.isoformat(), "week", head, reasons, _slack(scene, list(scene.milestones)), ifs=ifs)


def why_day(scene: Scene, day: date, told: Sequence[Reason] = ()) -> Why:
    """Explain a day; `told` are reasons about what is over on it."""
    head = msg("{day}", day=long_day(day))
    reasons = (*day_reasons(scene, day), *told)
    if day < scene.inputs.now.date():
        return Why(day.isoformat(), "date", head, reasons)
    studied = list(dict.fromkeys(s.module for s in scene.study() if s.day == day and s.module))
    ifs = make_ifs(scene, wishes.of_day(scene, day, studied)) if studied else ()
    return Why(day.isoformat(), "date", head, reasons, ifs=ifs)


def _slack(scene: Scene, milestones: Sequence[str]) -> Slack | None:
    """Return the time that may be lost before the first of the milestones, or else the goal, slips."""
    return find_slack(scene.inputs, scene.plan.ratio, milestones or [GOAL])
