"""A plan that is behind is shown the same from the cache as anew, at every moment, and is not looked for again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from planner.workspace import outlooks
from planner.workspace.opening import open_plan
from planner.workspace.setup.drafting import default_answers
from planner.workspace.setup.init import init
from planner.workspace.tracking.log import log_time

START = datetime(2026, 12, 1, tzinfo=UTC)


@pytest.fixture
def context(learner):
    made = learner.on(START)
    init(made, replace(default_answers(made), curriculum="ml-engineer-6m", start=START.date()))
    return made


@pytest.fixture
def looked(monkeypatch):
    """Hand out the moments at which a replan was looked for."""
    moments, real = [], outlooks.outlook

    def noted(inputs):
        moments.append(inputs.now)
        return real(inputs)

    monkeypatch.setattr(outlooks, "outlook", noted)
    return moments


def plan_at(context, moment):
    return open_plan(replace(context, now=moment)).plan


def test_between_two_windows_it_is_looked_for_once(context, looked):
    morning = START + timedelta(days=11, hours=-6)
    first = plan_at(context, morning)
    assert first.stale
    again = plan_at(context, morning + timedelta(hours=3))
    assert len(looked) == 1
    assert (again.finish, again.milestones, again.verdict) == (first.finish, first.milestones, first.verdict)


@pytest.mark.parametrize("quarters", [20, pytest.param(7, marks=pytest.mark.ci)])
def test_at_every_moment_it_is_what_it_would_be_anew(context, tmp_path, looked, quarters):
    day = START + timedelta(days=11, hours=-12)
    steps = range(0, 2 * 24 * 4, quarters)
    for step in steps:
        moment = day + timedelta(minutes=15 * step)
        kept = plan_at(context, moment)
        anew = plan_at(replace(context, cache=tmp_path / f"empty-{step}"), moment)
        assert kept == anew
    assert len(looked) < 2 * len(steps)


def test_a_new_entry_and_a_changed_file_are_seen(context, looked):
    later = replace(context, now=START + timedelta(days=11))
    opened = open_plan(later)
    assert opened.plan.stale
    log_time(opened, opened.curriculum.modules[0].id, 60)
    assert open_plan(later).plan.done == 60
    profile = context.home / "profile.yaml"
    profile.write_text(profile.read_text("utf-8").replace("tracks: 2", "tracks: 1"), "utf-8")
    assert "profile.yaml" in open_plan(later).plan.stale[0].values[0][1]
    assert len(looked) == 3
