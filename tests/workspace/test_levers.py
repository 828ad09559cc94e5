"""The levers of What if: what they are in a plan, and the change that they make; a repair turns them."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from random import Random

import pytest

from planner.curriculum.model import Choice, Option
from planner.schedule.model import Repair
from planner.schedule.supposing import Change
from planner.text.languages import LocalText
from planner.text.messages import msg
from planner.workspace.context import Context
from planner.workspace.opening import open_plan
from planner.workspace.settings.changing import change_settings
from planner.workspace.settings.supposed import settings_of
from planner.workspace.setup.demo import demo_context
from planner.workspace.supposing.lever_values import levers_of
from planner.workspace.supposing.levers import CREDIT, GOAL, HOURS, change_of, with_repair
from planner.workspace.supposing.whatif import as_it_is, changed_profile, repaired, what_if
from tests.tui.conftest import NOW


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    folder = tmp_path_factory.mktemp("levers")
    context = Context(
        folder / "plan", NOW, cache=folder / "cache", state=folder / "state",
        random_bits=Random(1).getrandbits, language="en", timezone="Asia/Tokyo",
    )  # fmt: skip
    return open_plan(demo_context(folder, context))


def by_id(levers):
    return {lever.id: lever for lever in levers}


def repair(kind, value):
    return Repair(kind, value, date(2028, 1, 1), 0, msg("x"), msg("x"))


def test_levers_that_stand_where_they_stood_change_nothing(opened):
    levers = levers_of(opened)
    assert change_of(levers) == Change()
    assert change_of(lever.moved(3).reset() for lever in levers) == Change()
    assert settings_of(opened, change_of(levers)) == {}


def test_every_lever_has_the_present_value_among_others_and_its_own_id(opened):
    levers = levers_of(opened)
    assert len(by_id(levers)) == len(levers)
    assert all(len(lever.values) > 1 and len(set(lever.values)) == len(lever.values) for lever in levers)
    kinds = list(dict.fromkeys(lever.kind for lever in levers))
    assert kinds == ["hours", "goal", "drop", "choice", "credit", "buffer", "module"]
    assert by_id(levers)[GOAL].value == opened.plan.goal
    assert by_id(levers)["buffer"].value == opened.profile.study.buffer


def test_every_lever_at_every_end_gives_settings_that_make_the_supposed_profile(opened):
    for lever in levers_of(opened):
        for end in (lever.values[0], lever.values[-1]):
            change = change_of([lever.put(end)])
            written = change_settings(opened, settings_of(opened, change)).proposal.opened.settings
            supposed = changed_profile(opened, change)
            assert written.study == supposed.study
            assert written.goal == supposed.goal or change.goal is None
            assert set(written.drop) == set(supposed.drop)
            assert set(written.background) == set(supposed.background)
            assert dict(change.choices).items() <= dict(written.choices).items()


def test_modules_that_could_go_are_the_largest_first_and_never_core(opened):
    levers = [lever for lever in levers_of(opened) if lever.minutes]
    assert [lever.minutes for lever in levers] == sorted((each.minutes for each in levers), reverse=True)
    priorities = {opened.modules[lever.name].priority.value for lever in levers}
    assert priorities == {"stretch", "recommended"}
    assert change_of([levers[0].next(), levers[1].next()]).drop == (levers[0].name, levers[1].name)


def test_a_choice_of_two_has_every_pair_once(opened):
    options = tuple(Option(name, LocalText.of(name), ()) for name in "abcd")
    curriculum = replace(opened.written, choices=(Choice("two", LocalText.of("Two"), 2, options),))
    lever = by_id(levers_of(replace(opened, written=curriculum)))["choice:two"]
    assert lever.values[0] == ("a", "b")
    assert len(lever.values) == 6
    assert change_of([lever.moved(99)]).choices == {"two": ("c", "d")}
    taken = with_repair([lever], repair("choice", "two=d,b"))[0]
    assert taken.value == ("b", "d")


def test_a_background_that_is_brought_or_saves_nothing_is_no_lever(opened):
    lever = by_id(levers_of(opened))[CREDIT]
    assert "beginner" not in {name for way in lever.values for name in way}
    with_all = replace(opened, settings=replace(opened.settings, background=lever.values[-1]))
    assert CREDIT not in by_id(levers_of(with_all))


@pytest.mark.parametrize(
    ("kind", "value", "change"),
    [
        ("hours", "20.5", Change(hours_per_week=1230)),
        ("goal", "2028-01-24", Change(goal=date(2028, 1, 24))),
        ("drop", "stretch", Change(drop=("stretch",))),
        ("credit", "programming", Change(background=("programming",))),
        ("goal+hours", "2028-01-24+22", Change(goal=date(2028, 1, 24), hours_per_week=1320)),
        ("choice", "speciality=cv", Change(choices={"speciality": ("cv",)})),
    ],
)
def test_a_repair_turns_the_levers_so(opened, kind, value, change):
    levers = levers_of(opened)
    if kind == "choice":
        lever = next(each for each in levers if each.kind == "choice")
        picks = lever.values[1]
        value, change = f"{lever.name}={','.join(picks)}", Change(choices={lever.name: picks})
    taken = with_repair(levers, repair(kind, value))
    assert change_of(taken) == change
    assert [each.values[each.usual] for each in taken] == [each.values[each.usual] for each in levers]


def test_a_repair_of_single_modules_unticks_them_over_what_is_turned(opened):
    levers = levers_of(opened)
    names = [lever.name for lever in levers if lever.minutes][:2]
    levers = tuple(lever.moved(1) if lever.id == HOURS else lever for lever in levers)
    change = change_of(with_repair(levers, repair("drop", ",".join(names))))
    assert set(change.drop) == set(names)
    assert change.hours_per_week == 19 * 60


def test_a_value_between_two_others_leaves_the_present_one_where_it_was(opened):
    lever = by_id(levers_of(opened))[HOURS]
    half = lever.put(17 * 60 + 30)
    assert half.values[half.usual] == lever.value
    assert half.moved(1).value == lever.value
    assert half.at_share(0).value == 60
    assert half.at_share(1).value == lever.values[-1]


def test_another_buffer_is_another_plan(opened):
    change = Change(buffer=Fraction(30, 100))
    assert change.of_settings
    plans = (opened.plan, what_if(opened, change, repairs=False).after)
    before, after = (sum(week.buffer for week in plan.weeks) for plan in plans)
    assert after > before
    assert settings_of(opened, change) == {"study.buffer": "30%"}


def test_a_taken_repair_brings_the_plan_in_time(opened):
    goal = date(2027, 9, 27)
    late = what_if(opened, Change(goal=goal), repairs=False)
    assert late.after.verdict.status == "late"
    found = repaired(late).after.verdict.repairs
    assert found
    levers = tuple(lever.put(goal) if lever.id == GOAL else lever for lever in levers_of(opened))
    for each in found:
        taken = change_of(with_repair(levers, each))
        assert what_if(opened, taken, repairs=False).after.verdict.status == "on-time"


def test_nothing_supposed_is_the_plan_beside_itself(opened):
    same = as_it_is(opened)
    assert same.before is same.after is opened.plan
    assert repaired(same).after == opened.plan
