"""Explanations: each "if … then …" is true when run, slack is exact, reasons are those that bind."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.journal.model import MilestoneProgress
from planner.schedule import make_plan, show_plan
from planner.schedule.frame import make_frame
from planner.schedule.supposing import Change, suppose
from planner.schedule.why.explain import why_day, why_milestone, why_module, why_session, why_week
from planner.schedule.why.losing import find_slack
from planner.schedule.why.scene import Scene
from planner.text.messages import translator
from tests.examples import examples
from tests.schedule.small_world import MONDAY, logged, milestone, module, world
from tests.schedule.test_curricula import SIX, TWELVE, inputs_for
from tests.schedule.why_worlds import changed, explanations, lives, made_again, scene_of, wrong
from tests.strategies import accept, later

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
PICKS = st.integers(0, 60)


def few(count: int):
    return settings(max_examples=examples(count), deadline=None, derandomize=True, suppress_health_check=SLOW)


def true_statements(inputs, pick: int) -> int:
    """Check every statement of some explanations; return how many there were."""
    scene, count = scene_of(inputs), 0
    for why in explanations(scene, pick):
        for statement in why.ifs:
            assert wrong(scene, statement) == [], (why.id, statement)
            count += 1
    return count


def checked(examples: int) -> int:
    """Check the statements of random lives; return how many there were."""
    counts = []

    @few(examples)
    @given(lives(), PICKS)
    def check(inputs, pick):
        counts.append(true_statements(inputs, pick))

    check()
    return sum(counts)


def test_every_statement_is_true_when_run():
    assert checked(25) >= 60


@pytest.mark.full
def test_five_hundred_statements_are_true_when_run():
    assert checked(80) >= 500


def test_a_bundled_curriculum_is_explained_truly():
    inputs = inputs_for(TWELVE, date(2026, 12, 1))
    inputs = accept(inputs, make_plan(inputs, repairs=False))
    assert true_statements(inputs, 17) >= 8


@pytest.mark.full
@pytest.mark.parametrize("pick", range(3, 60, 7))
@pytest.mark.parametrize("name", [TWELVE, SIX])
def test_the_bundled_curricula_are_explained_truly_after_weeks(name, pick):
    inputs = inputs_for(name, date(2026, 12, 1))
    inputs = accept(inputs, make_plan(inputs, repairs=False))
    inputs = later(inputs, inputs.now + timedelta(days=pick), {inputs.now.date() + timedelta(days=pick - 2)})
    true_statements(inputs, pick)


# --- slack


@few(25)
@given(lives(), PICKS)
def test_slack_can_be_lost_and_a_quarter_of_an_hour_more_cannot(inputs, pick):
    names = [m.id for m in inputs.curriculum.milestones] or [""]
    name = names[pick % len(names)]
    ratio = inputs.progress.accepted.ratio
    slack = find_slack(inputs, ratio, [name])
    if slack is None:
        return

    def guard(minutes: int):
        frame = make_frame(changed(inputs, Change(lost=minutes)))
        left = [g for g, rest in zip(frame.guards, frame.work.remaining, strict=True) if rest]
        return frame.milestones[name] if name else max([frame.work.goal, *left])

    assert slack.milestone == name
    assert guard(slack.minutes) <= slack.day.toordinal() < guard(slack.minutes + 15)
    if name:
        after = made_again(inputs, Change(lost=slack.minutes))
        assert next(m.expected for m in after.milestones if m.id == name) <= slack.day


def test_slack_is_what_the_milestone_shows_where_nothing_is_released_or_capped():
    inputs = inputs_for(TWELVE, date(2026, 12, 1))
    plan = make_plan(inputs, repairs=False)
    for shown in plan.milestones[::6]:
        slack = find_slack(inputs, plan.ratio, [shown.id])
        assert slack is not None
        assert slack.minutes == shown.slack


# --- reasons


def codes(why) -> list[str]:
    return [reason.code for reason in why.reasons]


def scene(*modules, milestones=(), **more) -> Scene:
    inputs = world(modules, milestones, **more)
    return Scene(inputs, make_plan(inputs, repairs=False))


def first_of(scene: Scene, name: str):
    return scene.study(name)[0]


def test_without_slack_a_session_must_be_now_and_says_for_which_milestone():
    tight = scene(module("a", 10), milestones=[milestone("m", "a", by=MONDAY + timedelta(days=4))])
    why = why_session(tight, first_of(tight, "a"))
    [guard] = [reason for reason in why.reasons if reason.code == "guard"]
    assert (guard.ids, guard.day, guard.minutes) == (("m",), MONDAY + timedelta(days=4), 120)
    assert why.slack.minutes == 0
    loose = scene(module("a", 9), milestones=[milestone("m", "a", by=MONDAY + timedelta(days=5))])
    assert "guard" not in codes(why_session(loose, first_of(loose, "a")))


def test_a_module_waits_for_what_it_requires_and_for_its_day():
    chain = scene(module("a", 4), module("b", 4, "a"), module("c", 2, not_before=MONDAY + timedelta(days=9)))
    why = why_session(chain, first_of(chain, "b"))
    [waits] = [reason for reason in why.reasons if reason.code == "waits"]
    assert (waits.ids, waits.day, waits.minutes) == (("a",), MONDAY + timedelta(days=1), 0)
    assert why.waits_for == ("a",)
    assert why_module(chain, "a").waits_for_it == ("b",)
    assert "released" in codes(why_module(chain, "c"))


def test_tracks_take_turns_and_the_curriculum_has_an_order():
    two = scene(module("a", 6), replace(module("b", 6), track="other"), tracks=2)
    assert "order" in codes(why_session(two, first_of(two, "a")))
    assert "track" in codes(why_session(two, first_of(two, "b")))
    one = scene(module("a", 6))
    assert "only" in codes(why_module(one, "a"))


def test_a_pin_is_a_reason():
    inputs = world([module("a", 6)])
    plan = make_plan(inputs, repairs=False)
    pinned = replace(plan, sessions=tuple(replace(s, pinned=True) for s in plan.sessions))
    scene = Scene(inputs, pinned)
    assert codes(why_session(scene, first_of(scene, "a")))[0] == "pinned"


def test_a_milestone_says_when_it_was_reached_and_what_is_last():
    inputs = world([module("a", 2), module("b", 8)], [milestone("m", "b", by=2)])
    plan = make_plan(inputs, repairs=False)
    last = next(r for r in why_milestone(Scene(inputs, plan), "m").reasons if r.code == "last-piece")
    assert last.ids == ("b",)
    reached = {"m": MilestoneProgress(reached=MONDAY)}
    inputs = replace(inputs, progress=replace(inputs.progress, milestones=reached))
    assert codes(why_milestone(Scene(inputs, make_plan(inputs, repairs=False)), "m")) == ["reached"]


def test_a_late_milestone_says_what_is_possible_at_best():
    late = scene(module("a", 40), milestones=[milestone("m", "a", by=MONDAY + timedelta(days=6))])
    guard = next(r for r in why_milestone(late, "m").reasons if r.code == "guard")
    assert guard.day == late.plan.milestones[0].expected > MONDAY + timedelta(days=6)


def test_a_week_says_how_much_of_it_must_be_studied():
    due = MONDAY + timedelta(days=6)
    tight = scene(module("a", 18), milestones=[milestone("m", "a", by=due)], buffer=Fraction(1, 10))
    must = next(r for r in why_week(tight, MONDAY).reasons if r.code == "must")
    assert (must.minutes, must.day, must.ids) == (18 * 60, due, ("m",))
    assert "buffer" in codes(why_week(tight, MONDAY))
    loose = scene(module("a", 6))
    assert "no-hurry" in codes(why_week(loose, MONDAY))


def test_a_day_says_why_it_is_free_or_off():
    inputs = world([module("a", 6)], holidays="JP")
    off = replace(inputs, progress=replace(inputs.progress, time_off=frozenset({MONDAY})))
    scene = Scene(off, make_plan(off, repairs=False))
    assert codes(why_day(scene, MONDAY)) == ["time-off", "no-windows"]
    assert codes(why_day(scene, MONDAY + timedelta(days=1))) == ["windows", "session"]
    assert "holiday" in codes(why_day(scene, date(2027, 1, 11)))
    assert codes(why_day(scene, MONDAY - timedelta(days=9))) == ["before-start"]


def test_what_is_not_in_the_plan_says_why():
    inputs = world([module("a", 6), module("b", 2)], [milestone("m", "b", by=1)])
    inputs = replace(inputs, profile=replace(inputs.profile, drop=("b",)))
    scene = Scene(inputs, make_plan(inputs, repairs=False))
    assert codes(why_module(scene, "b")) == ["dropped"]
    assert codes(why_milestone(scene, "m")) == ["fallen"]


@few(12)
@given(lives(), PICKS)
def test_everything_can_be_said_in_both_languages(inputs, pick):
    scene = scene_of(inputs)
    for why in explanations(scene, pick):
        for language in ("en", "ja"):
            t = translator(language)
            said = [t(each.message) for each in (*why.reasons, *why.ifs)]
            assert t(why.head)
            assert all(said)
            assert not any("{" in text for text in said)
            assert len(set(said)) == len(said)


# --- supposing


def test_an_empty_change_changes_nothing_and_supposing_leaves_the_inputs_alone():
    inputs = world([module("a", 6)], logs=[logged("a", MONDAY, 60)])
    assert suppose(inputs, Change()) == inputs
    before = repr(inputs)
    change = Change(
        600, MONDAY + timedelta(days=90), ("a",), {"x": ("y",)}, ("z",), (MONDAY,), (), 60, {"a": 90}, ("a",)
    )
    other = suppose(inputs, change)
    assert repr(inputs) == before
    assert other.profile.goal == MONDAY + timedelta(days=90)
    assert other.progress.efforts == {"a": 150}
    assert other.progress.done == {"a": inputs.now.date()}
    assert MONDAY in other.progress.time_off


def test_a_shown_plan_just_accepted_is_explained_as_it_was_made():
    inputs = world([module("a", 6), module("b", 6, "a")], [milestone("m", "b", by=1)])
    plan = make_plan(inputs, repairs=False)
    told = accept(inputs, plan)
    assert show_plan(told).stale == ()
    assert (
        why_milestone(Scene(told, show_plan(told)), "m").ifs[0].result.before == plan.milestones[0].expected
    )
