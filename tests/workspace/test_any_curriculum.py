"""Curricula of any field and size go from their text through `init` to a plan that is true to the raw files."""

import json
from pathlib import Path

import pytest

from planner.curriculum.reading import read_curriculum
from planner.workspace.opening import open_plan
from planner.workspace.proposal import accept, propose_replan
from planner.workspace.views.documents import plan_document
from tests.oracle.check_json import check_document
from tests.schedule import any_field
from tests.workspace.conftest import START

FIELDS = sorted((Path(__file__).parents[1] / "data" / "curricula").glob("*.yaml"))
NIGHTS = """
availability:
  weekday: ["23:00-03:00"]
  day_off: ["00:30-05:00", "13:00-14:15"]
  rotation:
    from: 2026-12-07
    weeks: [{}, {weekday: ["06:00-08:00"]}, {days: {monday: [], friday: ["21:00-23:30"]}}]
  exceptions: [{from: 2027-03-27, to: 2027-03-29, windows: ["23:30-03:30"]}, {from: 2027-08-01, to: 2027-08-21}]
"""


def begin(learner, text, **answers):
    """Make a plan of a curriculum's text; return its document, found true."""
    (learner.folder / "any.yaml").write_text(text, "utf-8")
    opened = learner.begin(curriculum=str(learner.folder / "any.yaml"), **answers)
    return true_document(opened)


def true_document(opened):
    document = json.loads(json.dumps(plan_document(opened)))
    assert check_document(document, opened.context.home) == []
    return document


@pytest.mark.parametrize("file", FIELDS, ids=lambda file: file.stem)
def test_another_field_is_planned_truly(learner, file):
    document = begin(learner, file.read_text("utf-8"), weekday=120, day_off=240)
    assert document["verdict"]["status"] in {"on-time", "late"}
    assert document["finish"] is not None


@pytest.mark.parametrize("file", FIELDS, ids=lambda file: file.stem)
def test_another_field_by_night_and_in_shifts(learner, file):
    begin(learner, file.read_text("utf-8"))
    settings = f"curriculum: {file.stem}\nstart: 2026-11-30\ntimezone: Europe/Berlin\n{NIGHTS}"
    (learner.home / "profile.yaml").write_text(settings, "utf-8")
    true_document(accept(propose_replan(open_plan(learner.on(START, 8)))))


def test_one_module(learner):
    document = begin(learner, any_field.one_module())
    assert [(m["id"], m["effort_minutes"]) for m in document["modules"]] == [("only", 450)]
    assert document["milestones"] == []
    assert document["finish"] == "2026-12-03"


def test_149_modules_with_934_prerequisites(learner):
    text = any_field.dense()
    curriculum, _ = read_curriculum(text, "dense.yaml")
    assert (len(curriculum.modules), sum(len(m.requires) for m in curriculum.modules)) == (149, 934)
    assert sum(m.estimated for m in curriculum.modules) == 14
    assert {m.reference.base for m in curriculum.modules if m.reference} == {135}
    document = begin(learner, text)
    assert document["verdict"]["status"] == "on-time"


@pytest.mark.ci
def test_600_modules_of_one_year(learner):
    document = begin(learner, any_field.decade(600, 12))
    assert len(document["modules"]) == 600


@pytest.mark.full
def test_6000_modules_of_ten_years(learner):
    document = begin(learner, any_field.decade())
    assert len(document["modules"]) == 6000
    assert document["verdict"]["status"] == "on-time"
