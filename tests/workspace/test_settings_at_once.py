"""Settings changed by several planners at once, and by one that is killed: file and journal tell the same story."""

import os
import signal
import time
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from random import Random

import pytest

from planner.problems import DataError
from planner.workspace.opening import open_plan
from planner.workspace.settings.changing import act_settings, change_settings
from tests.workspace.conftest import START
from tests.workspace.setting_samples import again, begun, events, profile

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the writers are forked")
HOURS = range(6, 19)
BEGIN = time.monotonic()


def live(learner, seed, times):
    """Change one setting again and again, each time on a plan opened anew; try again when told to."""
    chance = Random(seed)
    for _ in range(times):
        for _ in range(200):
            morning = learner.on(START, 9)
            moment = morning.now + timedelta(seconds=time.monotonic() - BEGIN)
            context = replace(morning, now=moment, random_bits=chance.getrandbits)
            try:
                opened = open_plan(context)
                hours = opened.settings.availability.cap // 60
                new = chance.choice([each for each in HOURS if each != hours])
                act_settings(change_settings(opened, {"availability.hours_per_week": new}))
                break
            except DataError as error:
                if "changed meanwhile" not in error.problems[0].message.text:
                    raise
                time.sleep(chance.random() / 50)


def forked(action):
    child = os.fork()
    if child == 0:
        code = 1
        try:
            action()
            code = 0
        finally:
            os._exit(code)
    return child


def story(learner):
    """Return the values that the setting had, as the journal tells it; each change must begin where the last ended."""
    told = [event.data for event in events(learner) if event.kind == "setting"]
    for before, after in pairwise(told):
        assert before["new"] == after["old"]
    return [data["new"] for data in told]


def test_two_planners_at_once_tell_one_story(learner):
    begun(learner)
    children = [forked(lambda seed=seed: live(learner, seed, 8)) for seed in (1, 2)]
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0, 0]
    told = story(learner)
    assert len(told) == 16
    assert f"hours_per_week: {told[-1]} ".encode() in profile(learner)
    assert again(learner, 10).changed_files == ()


def wait_for_growth(learner):
    """Wait until the journal has more than now, however slow the machine is."""
    before, end = size(learner), time.monotonic() + 60
    while size(learner) == before:
        assert time.monotonic() < end
        time.sleep(0.005)


def size(learner):
    return sum(path.stat().st_size for path in learner.home.glob("journal/*.jsonl"))


@pytest.mark.parametrize("kills", [12, pytest.param(300, marks=pytest.mark.full)])
def test_a_planner_that_is_killed_leaves_at_most_a_file_that_is_ahead(learner, kills):
    """What was killed between file and journal is a change by hand: the plan is stale, and nothing is lost."""
    begun(learner)
    chance, ahead = Random(5), 0
    for seed in range(kills):
        child = forked(lambda seed=seed: live(learner, seed, 1_000))
        wait_for_growth(learner)
        time.sleep(chance.random() * 0.15)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        opened = again(learner, 10)
        assert opened.problems == ()
        told = [event.data["new"] for event in opened.events if event.kind == "setting"]
        now = opened.settings.availability.cap // 60
        assert (opened.changed_files == ()) == (now == (told or [18])[-1])
        ahead += opened.changed_files != ()
    assert told
    assert ahead < kills
