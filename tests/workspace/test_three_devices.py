"""Three devices, anything done on them, files copied in any order and shape: in the end all say the same."""

import shutil

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from planner.journal.events import encode
from planner.workspace.opening import open_plan
from planner.workspace.views.plan_json import plan_document
from planner.workspace.views.today import today_view
from tests.workspace.conftest import Learner
from tests.workspace.devices import NOW, Cloud, Device

which, seeds = st.integers(0, 2), st.integers(0, 9_999)
STEPS = st.one_of(
    st.tuples(st.just("do"), which, seeds),
    st.tuples(st.just("do"), which, seeds),
    st.tuples(st.sampled_from(["deliver", "shuffle", "settle"]), which, seeds),
    st.tuples(st.just("newer"), which, st.just(0)),
)
MERGES = st.tuples(st.just("merge"), which, which)


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """Make the plan that all devices begin with."""
    learner = Learner(tmp_path_factory.mktemp("template"))
    learner.begin()
    return learner.home


def live(tmp_path_factory, template, script):
    """Do the steps of a script on three devices; return them, synced."""
    learner = Learner(tmp_path_factory.mktemp("devices"))
    devices = [Device(learner, template, number) for number in range(3)]
    cloud = Cloud(devices)
    for step, number, more in script:
        device = devices[number]
        if step == "do":
            device.do(more)
            cloud.keep(device)
        elif step == "newer":
            device.write_what_only_newer_versions_know()
        elif step == "merge":
            cloud.merge(device, devices[more])
        else:
            getattr(cloud, step)(device, more)
    cloud.sync_all()
    return learner, devices


def assert_all_is_the_same(learner, devices):
    """Every acknowledged event is everywhere as it was written, and everything that follows from them is equal."""
    acknowledged = {id_: event for device in devices for id_, event in device.acknowledged.items()}
    said = []
    for device in devices:
        device.clock = NOW
        opened = device.open()
        events = {event.id: event for event in opened.events}
        assert {id_: encode(event) for id_, event in acknowledged.items()}.items() <= {
            id_: encode(event) for id_, event in events.items()
        }.items()
        assert opened.problems == ()
        plans = {plan.event for plan in opened.progress.plans}
        assert plans >= {id_ for id_, event in acknowledged.items() if event.kind == "plan"}
        assert today_view(opened) == today_view(device.open())
        said.append((opened.events, opened.progress, opened.shown, plan_document(opened, history=True)))
    assert said[0] == said[1] == said[2]
    shutil.rmtree(learner.folder)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(script=st.lists(STEPS, max_size=30))
def test_three_devices_and_any_copies_come_to_the_same_state(tmp_path_factory, template, script):
    assert_all_is_the_same(*live(tmp_path_factory, template, script))


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(script=st.lists(st.one_of(STEPS, STEPS, STEPS, MERGES), min_size=3, max_size=20))
@example(script=[("merge", 0, 1), ("do", 0, 1), ("do", 1, 2), ("merge", 0, 1), ("merge", 1, 0), ("do", 1, 3)])
def test_three_devices_and_git_come_to_the_same_state(tmp_path_factory, template, script, needs):
    needs("git")
    assert_all_is_the_same(*live(tmp_path_factory, template, script))


@pytest.mark.full
@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(script=st.lists(st.one_of(STEPS, STEPS, STEPS, STEPS, STEPS, MERGES), max_size=60))
def test_three_devices_and_long_lives_come_to_the_same_state(tmp_path_factory, template, script, needs):
    needs("git")
    assert_all_is_the_same(*live(tmp_path_factory, template, script))


def test_plans_accepted_on_two_machines_at_once_converge_and_the_losers_stays_in_history(
    tmp_path_factory, template
):
    """Both plans are there, and one of them is in force on every machine."""
    script = [("do", 0, seed) for seed in range(12)] + [("do", 1, seed) for seed in range(12, 24)]
    learner, devices = live(tmp_path_factory, template, script)
    made = [[e.id for e in device.acknowledged.values() if e.kind == "plan"] for device in devices[:2]]
    assert all(made)
    opened = [open_plan(device.open().context) for device in devices]
    assert len({each.progress.accepted.event for each in opened}) == 1
    assert {plan.event for plan in opened[2].progress.plans} >= {*made[0], *made[1]}
    assert_all_is_the_same(learner, devices)
