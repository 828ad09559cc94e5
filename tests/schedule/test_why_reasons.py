"""What reasons claim, tried out: without the time that a guard forces a milestone slips, and so on."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from planner.schedule.frame import make_frame
from planner.schedule.why.explain import why_milestone, why_session, why_week
from planner.schedule.why.session import beginning
from tests.examples import examples
from tests.oracle.calendar import QUARTER, Calendar
from tests.schedule.why_worlds import lives, scene_of
from tests.strategies import monday, study_minutes

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
PICKS = st.integers(0, 60)


def few(count: int):
    return settings(max_examples=examples(count), deadline=None, derandomize=True, suppress_health_check=SLOW)


def reason(why, code: str):
    return next((each for each in why.reasons if each.code == code), None)


def at(scene, minute: int):
    """The learner who studied as planned until a moment."""
    held = [s for s in scene.study() if s.end <= minute]
    logs = tuple(
        study_minutes(s.end - max(s.start, scene.now), s.day, s.module, n) for n, s in enumerate(held)
    )
    progress = scene.inputs.progress
    begun = {s.module: progress.accepted.ratio for s in held} | dict(progress.begun)
    lived = replace(progress, logs=progress.logs + logs, begun=begun)
    return replace(scene.inputs, now=scene.moment(minute), progress=lived)


def guards(inputs) -> dict[str, date]:
    """The best possible day of each milestone, and of all work."""
    frame = make_frame(inputs)
    left = [g for g, rest in zip(frame.guards, frame.work.remaining, strict=True) if rest]
    days = {**frame.milestones, "": max([frame.work.goal, *left])}
    return {name: date.fromordinal(day) for name, day in days.items()}


def slips(scene, before, after) -> list[str]:
    """What can only be reached later, of the milestones not reached."""
    waiting = ["", *(m.id for m in scene.plan.milestones if not m.reached)]
    was, then = guards(before), guards(after)
    return [name for name in waiting if then[name] > was[name]]


def scene_that_fits(inputs):
    scene = scene_of(inputs)
    assume(scene.plan.stale == () and scene.plan.finish is not None and scene.study())
    return scene


@few(12)
@given(lives(), PICKS)
def test_without_a_forced_sessions_time_its_milestone_is_missed(inputs, pick):
    scene = scene_that_fits(inputs)
    session = scene.study()[pick % len(scene.study())]
    assume(session.start >= scene.now)
    forced = reason(why_session(scene, session), "guard")
    then = at(scene, session.start)
    without = replace(then, busy=(*then.busy, (session.start, session.end)))
    late = slips(scene, then, without)
    if forced is None:
        assert late == []
        return
    [name] = forced.ids or [""]
    assert name in late
    assert forced.day == guards(then)[name]


@few(12)
@given(lives())
def test_what_a_session_waits_for_ends_before_it(inputs):
    scene = scene_that_fits(inputs)
    firsts = {s.module: s for s in reversed(scene.study())}
    for name, session in firsts.items():
        for waits in beginning(scene, session):
            if waits.code != "waits":
                continue
            [before] = waits.ids
            ends = max(s.end for s in scene.plan.sessions if s.module == before)
            between = [s for s in scene.study() if ends <= s.start < session.start]
            assert ends <= session.start
            assert waits.minutes == sum(s.minutes for s in between)
            assert name not in {s.module for s in between}


@few(12)
@given(lives(), st.integers(0, 5))
def test_a_week_needs_what_it_says(inputs, ahead):
    scene = scene_that_fits(inputs)
    first = monday(scene.today) + timedelta(days=7 * ahead)
    assume(any(s.kind != "buffer" for s in scene.week_of(first)))
    why = why_week(scene, first)
    then = at(scene, max(scene.midnight(first), scene.now))
    calendar = Calendar(then.profile, then.progress, then.now, then.busy)
    slots = [slot for n in range(7) for slot in calendar.slots(first + timedelta(days=n))]

    def with_only(minutes: int):
        taken = tuple((slot, slot + QUARTER) for slot in slots[minutes // QUARTER :])
        return replace(then, busy=(*then.busy, *taken))

    need = reason(why, "must")
    if need is None:
        assert slips(scene, then, with_only(0)) == []
    else:
        assert slips(scene, then, with_only(need.minutes - QUARTER)) != []


@few(12)
@given(lives(logged=False), PICKS)
def test_at_best_is_when_only_its_own_modules_are_studied(inputs, pick):
    scene = scene_that_fits(inputs)
    names = [m.id for m in scene.plan.milestones if not m.reached]
    assume(names)
    name = names[pick % len(names)]
    best = reason(why_milestone(scene, name), "at-best")
    assume(best is not None)
    others = tuple(m.id for m in inputs.curriculum.modules if m.id not in scene.needs(name))
    profile = replace(inputs.profile, drop=(*inputs.profile.drop, *others))
    [milestone] = [m for m in inputs.curriculum.milestones if m.id == name]
    at_once = replace(milestone, by_month=None, by_date=inputs.now.date() - timedelta(days=9))
    curriculum = replace(inputs.curriculum, milestones=(at_once,))
    alone = replace(inputs, curriculum=curriculum, profile=profile)
    assert guards(alone)[name] == best.day
