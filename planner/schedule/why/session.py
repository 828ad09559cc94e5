"""Why a session is where it is: what holds it back, what forces it, whose turn it is, and where it ends."""

from planner.journal.model import Session
from planner.learner.windows import GRANULE
from planner.schedule.supposing import Change, suppose
from planner.schedule.why.losing import GOAL, guards_of, slipping
from planner.schedule.why.model import Reason
from planner.schedule.why.needed import needed_reasons
from planner.schedule.why.scene import Scene
from planner.schedule.why.turn import whose_turn
from planner.text.languages import joined
from planner.text.messages import Minutes, msg, msg_n


def session_reasons(scene: Scene, session: Session) -> list[Reason]:
    """Return why a session of study ahead is where it is, what binds most in front."""
    found = [_pinned()] if session.pinned else []
    found += forced(scene, session)
    found += beginning(scene, session)
    if not session.pinned and not any(each.code == "guard" for each in found):
        found.append(whose_turn(scene, session))
    found += _kept_free(scene, session)
    mine = scene.study(session.module)
    return [*found, *_ending(scene, session), *needed_reasons(scene, session.module or "", mine[-1].day)]


def beginning(scene: Scene, session: Session) -> list[Reason]:
    """Say what the module had to wait for, when this is its first session, or that it goes on."""
    name = session.module or ""
    before = [s for s in scene.study(name) if s.end <= session.start]
    if before:
        last = before[-1].day
        return [
            Reason("goes-on", msg("The module goes on: the session before is on {day}.", day=last), day=last)
        ]
    if scene.modules[name].done:
        return [Reason("under-way", msg("The module is under way."))]
    return _waits(scene, session)


def _waits(scene: Scene, session: Session) -> list[Reason]:
    """Say when what a module requires is finished, and from when it may be studied at all."""
    name = session.module or ""
    ends = {each: scene.study(each)[-1] for each in scene.unfinished(name) if scene.study(each)}
    found = []
    if ends:
        last = max(ends, key=lambda each: ends[each].end)
        others = sum(
            min(s.end, session.start) - s.start
            for s in scene.study()
            if s.start >= ends[last].end and s.end <= session.start
        )
        text = msg(
            "It could not begin sooner: it needs “{module}”, which ends on {day}.",
            module=scene.title(last),
            day=ends[last].day,
        )
        if others:
            text = msg(
                "It needs “{module}”, which ends on {day}; then {minutes} of other study come first.",
                module=scene.title(last),
                day=ends[last].day,
                minutes=Minutes(others),
            )
        found.append(Reason("waits", text, others, ends[last].day, (last,)))
    release = scene.frame.work.release[scene.frame.work.index[name]]
    if release > scene.today.toordinal():
        day = session.day.fromordinal(release)
        found.append(Reason("released", msg("It cannot be studied before {day}.", day=day), day=day))
    return found or [Reason("begins", msg("It has nothing to wait for."))]


def forced(scene: Scene, session: Session) -> list[Reason]:
    """Say which milestone slips when all is studied as planned until then, but not this session's time."""
    lived = scene.lived(session.start)
    without = suppose(lived, Change(skip=((session.start, session.end),)))
    before = guards_of(lived, scene.plan.ratio)
    slips = slipping(before, guards_of(without, scene.plan.ratio))
    if not slips:
        return []
    first, time = slips[0], Minutes(session.minutes)
    day = session.day.fromordinal(before[first])
    if first == GOAL:
        text = msg(
            "By then there is no slack left: should these {minutes} fall out on the day, not all is done by {day}.",
            minutes=time,
            day=day,
        )
        return [Reason("guard", text, session.minutes, day)]
    text = msg(
        "By then there is no slack left: should these {minutes} fall out on the day, “{milestone}” misses {day}.",
        minutes=time,
        milestone=scene.milestone_title(first),
        day=day,
    )
    return [Reason("guard", text, session.minutes, day, (first,))]


def _pinned() -> Reason:
    return Reason("pinned", msg("You pinned it: a new plan does not move it."))


def _kept_free(scene: Scene, session: Session) -> list[Reason]:
    """Say that time just before was left to the buffer."""
    near = [s for s in scene.week_of(session.day) if s.kind == "buffer" and s.day == session.day]
    before = [s for s in near if s.end == session.start]
    if not before:
        return []
    minutes = before[-1].minutes
    text = msg("The {minutes} before it are buffer, kept free for catching up.", minutes=Minutes(minutes))
    return [Reason("buffer", text, minutes)]


def _ending(scene: Scene, session: Session) -> list[Reason]:
    """Say why it is no longer: the module is finished, the session is at its longest, or the window ends."""
    name, longest = session.module or "", scene.inputs.profile.study.session_max
    mine = scene.study(name)
    if mine and mine[-1].id == session.id and scene.plan.finish is not None:
        follows = [scene.title(each) for each in scene.unlocked(name)]
        if not follows:
            return [Reason("last", msg("With it the module is finished."))]
        text = msg("With it the module is finished, which sets free: {modules}", modules=joined(follows))
        return [Reason("last", text, ids=tuple(scene.unlocked(name)))]
    if session.minutes >= longest // GRANULE * GRANULE:
        text = msg("It ends after {minutes}: no session is longer.", minutes=Minutes(session.minutes))
        return [Reason("longest", text, session.minutes)]
    week = scene.frame.capacity.week(scene.frame.capacity.index(session.day.toordinal()))
    windows = week.days[session.day.weekday()]
    if any(end == session.end for _, end in windows):
        text = msg("It ends at {time}, with the free time of that day.", time=scene.clock(session.end))
        if any(start > session.end for start, _ in windows):
            text = msg("It ends at {time}, with that stretch of free time.", time=scene.clock(session.end))
        return [Reason("window", text)]
    if week.capacity == week.cap and week.until[6] > week.cap:
        text = msg_n(
            "The week is full: {minutes} a week is the limit, and {count} session uses it.",
            "The week is full: {minutes} a week is the limit, and {count} sessions use it.",
            sum(s.kind == "study" for s in scene.week_of(session.day)),
            minutes=Minutes(week.cap),
        )
        return [Reason("cap", text, week.cap)]
    return []
