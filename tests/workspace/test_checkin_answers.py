"""The file of `checkin --answers`: what it may say, and every problem at its place."""

from datetime import date

import pytest

from planner.journal.model import Evidence
from planner.problems import DataError
from planner.workspace.acting import Draft, record
from planner.workspace.checkin.answers import read_answers
from planner.workspace.checkin.proposing import CheckInAnswers, propose_checkin
from planner.workspace.opening import open_plan

START = date(2026, 11, 30)
EXAMPLE = """
day: 2026-12-06
hours: {python-basics: 5h, sql-basics: 1h30m}      # what was studied and is not logged yet
remaining: {sql-basics: 12h}
done: [python-basics]
milestones: {first-tool: {url: "https://example.org", metric: 0.78}, medal: {rank: 3, teams: 200}}
time_off: [2026-12-09]
note: All well.
"""


@pytest.fixture
def opened(learner):
    learner.begin()
    return open_plan(learner.on(START))


def problems(opened, text):
    answers, found = read_answers(text, "answers.yaml", opened)
    assert answers is None
    return [problem.text(opened.t) for problem in found]


def test_the_example_of_the_design_reads(opened):
    answers, found = read_answers(EXAMPLE.encode(), "answers.yaml", opened)
    assert found == ()
    assert answers == CheckInAnswers(
        day=date(2026, 12, 6),
        hours={"python-basics": 300, "sql-basics": 90},
        remaining={"sql-basics": 720},
        done=("python-basics",),
        milestones={
            "first-tool": Evidence("https://example.org", "0.78"),
            "medal": Evidence(rank=3, teams=200),
        },
        time_off=(date(2026, 12, 9),),
        note="All well.",
    )


@pytest.mark.parametrize("text", ["{}", "note: nothing else"])
def test_everything_is_optional(opened, text):
    answers, found = read_answers(text, "answers.yaml", opened)
    assert (answers.hours, answers.day, found) == ({}, None, ())


def test_nothing_studied_can_be_said(opened):
    answers, _ = read_answers(
        "hours: {python-basics: 0h}\nremaining: {python-basics: 0}", "answers.yaml", opened
    )
    assert (answers.hours, answers.remaining) == ({"python-basics": 0}, {"python-basics": 0})


def test_every_problem_has_its_place(opened):
    found = problems(opened, "day: soon\nhours: {python-basics: 5}\nmood: good\n")
    assert [line.split(": ")[0] for line in found] == [
        "answers.yaml:1:6",
        "answers.yaml:2:24",
        "answers.yaml:3:1",
    ]


def test_unknown_ids_are_found_where_they_stand(opened):
    found = problems(opened, "hours:\n  pythn-basics: 5h\ndone: [sql-basic]\nmilestones: {medl: {}}\n")
    assert found == [
        "answers.yaml:2:3: Unknown module: pythn-basics. Did you mean python-basics?",
        "answers.yaml:3:8: Unknown module: sql-basic. Did you mean sql-basics?",
        "answers.yaml:4:14: Unknown milestone: medl. Did you mean medal?",
    ]


@pytest.mark.parametrize("text", ["", "- a", "hours: [", "\x00"])
def test_what_is_no_answer_is_a_problem_not_a_crash(opened, text):
    assert problems(opened, text)


def test_a_check_in_that_adds_no_hours_is_not_refused_for_what_was_logged_before(learner):
    learner.begin()
    opened = open_plan(learner.on(START))
    opened = record(opened, Draft("log", {"module": "python-basics", "minutes": 11_000}))
    assert propose_checkin(opened, CheckInAnswers()).drafts
    with pytest.raises(DataError):
        propose_checkin(opened, CheckInAnswers(hours={"python-basics": 60}))
