"""Asking why: what an id stands for, what became of the past, and statements that can be run again from JSON."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from planner.journal.model import Evidence
from planner.problems import DataError
from planner.schedule.supposing import Change, supposed_plan
from planner.schedule.why.ifs import figure
from planner.workspace.milestones import reach
from planner.workspace.opening import open_plan
from planner.workspace.setup.demo import demo_context
from planner.workspace.tracking.log import log_time
from planner.workspace.why.explaining import explain
from planner.workspace.why.json import why_document
from tests.workspace.conftest import START

WEDNESDAY = date(2027, 2, 10)


def codes(explained):
    return [reason.code for reason in explained.why.reasons]


def asked(opened, name):
    return why_document(opened, explain(opened, name))


@pytest.mark.parametrize(
    ("name", "kind", "also"),
    [
        ("python-basics.2", "session", []),
        ("python-basics", "module", []),
        ("first-tool", "milestone", []),
        ("2026-12-07", "week", ["date"]),
        ("2026-W50", "week", []),
        ("week:2026-12-09", "week", []),
        ("date:2026-12-07", "date", []),
        ("2026-12-09", "date", []),
        ("buffer.1", "session", []),
    ],
)
def test_an_id_is_a_session_a_module_a_milestone_a_week_or_a_date(learner, name, kind, also):
    opened = learner.begin()
    document = asked(opened, name)
    assert (document["kind"], document["also"]) == (kind, also)
    assert document["reasons"]
    assert json.loads(json.dumps(document, allow_nan=False)) == document


@pytest.mark.parametrize(
    ("name", "near"),
    [("python-basic", "python-basics"), ("tool", "first-tool"), ("python-basics.999", "python-basics")],
)
def test_an_unknown_id_is_refused_with_the_nearest(learner, name, near):
    opened = learner.begin()
    with pytest.raises(DataError) as error:
        explain(opened, name)
    [problem] = error.value.problems
    assert near in problem.text(opened.t)
    assert "planner milestone list" in problem.text(opened.t)


@pytest.mark.parametrize(
    "name", ["", "2026-13-40", "2026-W99", "9999-W01", "module:first-tool", ":", "week:x"]
)
def test_what_is_nothing_is_refused(learner, name):
    with pytest.raises(DataError):
        explain(learner.begin(), name)


def test_sessions_of_the_past_say_what_became_of_them(learner):
    opened = learner.begin()
    first, second, third = [s for s in opened.timeline if s.kind == "study"][:3]
    opened = open_plan(learner.on(first.day))
    opened = log_time(opened, first.module, first.minutes, first.day)
    opened = open_plan(learner.on(second.day))
    opened = log_time(opened, second.module, second.minutes - 30, second.day)
    opened = open_plan(learner.on(third.day + timedelta(days=1)))
    assert codes(explain(opened, first.id)) == ["done"]
    assert codes(explain(opened, second.id)) == ["part"]
    assert codes(explain(opened, third.id)) == ["missed"]
    assert explain(opened, third.id).why.ifs == ()
    assert "missed" in codes(explain(opened, f"date:{third.day}"))


def test_a_week_that_is_over_says_what_was_studied(learner):
    opened = learner.begin()
    log_time(open_plan(learner.on(START)), "python-basics", 60)
    document = asked(open_plan(learner.on(START + timedelta(days=8))), START.isoformat())
    assert [(each["code"], each["minutes"]) for each in document["reasons"]] == [("studied", 60)]
    assert "1 h were studied" in document["reasons"][0]["text"]
    assert document["ifs"] == []
    assert asked(opened, START.isoformat())["ifs"]


def test_a_milestone_reached_says_when_and_with_what(learner):
    learner.begin()
    opened = reach(open_plan(learner.on(START)), "first-tool", Evidence(metric="0.81"))
    document = asked(opened, "first-tool")
    assert [each["code"] for each in document["reasons"]] == ["reached"]
    assert document["reasons"][0]["date"] == START.isoformat()
    assert "0.81" in document["reasons"][0]["text"]


def change_of(document) -> Change:
    """Read a change back from JSON."""
    spans = [
        tuple(int(datetime.fromisoformat(moment).timestamp()) // 60 for moment in span)
        for span in document.get("skip", ())
    ]
    goal = document.get("goal")
    return Change(
        document.get("minutes_per_week"),
        date.fromisoformat(goal) if goal else None,
        tuple(document.get("drop", ())),
        off=tuple(date.fromisoformat(day) for day in document.get("off", ())),
        skip=tuple(spans),
        lost=document.get("lost_minutes", 0),
        estimates=document.get("estimate_minutes", {}),
        done=tuple(document.get("done", ())),
    )


def plain(value):
    return value.isoformat() if isinstance(value, date) else value


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    from tests.workspace.conftest import Learner

    folder = tmp_path_factory.mktemp("demo")
    context = demo_context(folder, Learner(folder).on(WEDNESDAY, 9))
    return open_plan(context)


NAMES = [
    "sql-analysis", "titanic-house-prices", "2027-W07", "2027-02-11",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_the_demos_statements_can_be_run_again_from_json(demo, name):
    document = asked(demo, name)
    assert 2 <= len(document["ifs"]) <= 4
    for statement in document["ifs"]:
        result = statement["result"]
        after = supposed_plan(demo.inputs, change_of(statement["change"]))
        if result["quantity"] == "milestones-later":
            assert result["value"] == []
            continue
        assert plain(figure(after, result["quantity"], result["id"])) == result["value"]
        assert plain(figure(demo.plan, result["quantity"], result["id"])) == result["before"]


def test_a_plan_that_is_out_of_date_is_compared_with_a_replan(demo):
    late = replace(demo, context=replace(demo.context, now=demo.context.now + timedelta(days=6)))
    assert late.plan.stale
    document = asked(late, "titanic-house-prices")
    expected = supposed_plan(late.inputs, Change()).milestones
    before = {m.id: m.expected for m in expected}["titanic-house-prices"]
    told = [s["result"] for s in document["ifs"] if s["result"]["quantity"] == "milestone-expected"]
    assert told
    assert all(result["before"] == before.isoformat() for result in told)
