"""Living with a curriculum in which things have other names: a copy edited by hand, two machines, corrections."""

import shutil
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.problems import DataError
from planner.text import translator
from planner.workspace.hand.changing import act
from planner.workspace.hand.work import drop
from planner.workspace.opening import open_plan
from planner.workspace.proposal import accept, propose_replan
from planner.workspace.tracking.log import amend_log, delete_log, log_time
from tests.workspace.conftest import START, Learner
from tests.workspace.newer_small import NEW, NEXT, studied, updated

EN = translator("en")


def test_a_copy_renamed_by_hand_works_the_same_way(learner):
    learner.begin()
    log_time(open_plan(learner.on(START)), "sql-basics", 180)
    (learner.home / "curriculum.yaml").write_text(NEW, "utf-8")
    opened = open_plan(learner.on(NEXT))
    assert studied(opened) == {"select": 120, "join": 60}
    assert accept(propose_replan(opened)).plan.stale == ()
    with pytest.raises(DataError) as wrong:
        log_time(opened, "sql-basics", 30)
    assert EN(wrong.value.problems[0].message) == "sql-basics has another name now: write select / join"


def test_a_log_that_was_shared_out_can_be_corrected_and_deleted(learner):
    learner.begin()
    log = log_time(open_plan(learner.on(START)), "sql-basics", 180).events[-1].id
    opened = amend_log(updated(learner), log, minutes=60)
    assert studied(opened) == {"select": 60}
    assert studied(delete_log(opened, log)) == {}


def test_what_the_other_machine_records_under_old_names_counts_when_the_files_meet(learner, tmp_path):
    learner.begin()
    (tmp_path / "other").mkdir()
    other = Learner(tmp_path / "other")
    other.chance = Random(8)
    shutil.copytree(learner.home, other.home)
    updated(learner)
    log_time(open_plan(learner.on(NEXT)), "python", 30)
    there = log_time(open_plan(other.on(NEXT)), "python-basics", 60)
    act(drop(there, "sql-basics"))
    for file in (learner.home / "journal").iterdir():
        shutil.copy(file, other.home / "journal" / file.name)
    before = open_plan(other.on(NEXT))  # the journal is there, the curriculum is not yet
    assert studied(before) == {"python-basics": 60, "python": 30}
    shutil.copy(learner.home / "curriculum.yaml", other.home / "curriculum.yaml")
    for file in (other.home / "journal").iterdir():
        shutil.copy(file, learner.home / "journal" / file.name)
    here, there = (open_plan(each.on(NEXT)) for each in (learner, other))
    assert studied(here) == studied(there) == {"python": 90}
    assert here.progress == there.progress
    assert {"select", "join"} <= set(here.profile.drop)
    assert here.plan.stale  # the other machine's plan is of the old version
    assert [s.module for s in here.timeline] == [s.module for s in there.timeline]


days = st.integers(0, 6)
modules = st.sampled_from(("python-basics", "sql-basics", "project", "extra"))


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(days, modules, st.integers(1, 300)), max_size=6), st.booleans())
def test_whatever_was_studied_the_minutes_stay(tmp_path_factory, logs, first):
    learner = Learner(tmp_path_factory.mktemp("learner"))
    opened = learner.begin()
    for day, module, minutes in sorted(logs):
        opened = log_time(open_plan(learner.on(START + timedelta(days=day))), module, minutes)
    if first:
        opened = accept(propose_replan(open_plan(learner.on(START + timedelta(days=6)))))
    whole = sum(entry.minutes for entry in opened.progress.logs)
    after = updated(learner)
    assert sum(entry.minutes for entry in after.progress.logs) == whole
    shown = open_plan(learner.on(NEXT)).shown
    assert sum(entry.minutes for entry in shown.logs) == whole
    assert not studied(after).keys() & {"python-basics", "sql-basics"}
    assert replace(after.plan.verdict, notes=()).status in {"on-time", "late"}
    assert all(session.day >= date(2026, 12, 7) for session in after.plan.sessions)
