"""Evidence adds up, an address is an address, and a result that little speaks for is recorded, but not in silence."""

from datetime import date

import pytest

from planner.curriculum.model import Medal, Milestone, MilestoneKind
from planner.journal.model import Evidence, MilestoneProgress
from planner.text.languages import LocalText
from planner.text.messages import translator
from planner.workspace.milestones import attempt, doubts, is_address, reach, reopen
from planner.workspace.opening import open_plan
from planner.workspace.undoing.undo import undo
from planner.workspace.views.documents import milestones_document
from tests.workspace.conftest import START
from tests.workspace.test_hand_time import refused

DAY = date(2026, 12, 1)
FIRST, SECOND = Evidence(url="https://example.org/tool"), Evidence(metric="0.78")
t = translator("en")


@pytest.mark.parametrize(
    "text",
    ["https://kaggle.com/c/titanic", "github.com/me/tool", "report.pdf", "docs/report", r"C:\work\a.md", "mailto:a@b.c",
     "例え.jp", "my notebook.ipynb", "/home/me/My Documents/report.pdf", "/home/me/My Documents/report",
     r"C:\My work\a", "報告 書.pdf"],
)  # fmt: skip
def test_addresses_and_names_of_files_are_taken(text):
    assert is_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "銅 0.78",
        "銅\u3000０．７８",
        "銅０．７８",
        "0.78",
        "done",
        "bronze, top 10 %",
        "v1.2",
        "I did it. And well",
        "rank 5/100",
    ],
)
def test_what_is_no_address_is_refused_with_where_it_belongs(learner, text):
    assert not is_address(text)
    opened = learner.begin()
    said = refused(lambda: attempt(opened, "first-tool", Evidence(url=text)))
    assert "is no address" in said
    assert "belongs to the result" in said


def test_reaching_again_adds_evidence_and_keeps_all(learner):
    learner.begin()
    opened = open_plan(learner.on(START))
    for evidence in (FIRST, SECOND, Evidence(url="https://example.org/talk"), SECOND):
        opened = reach(opened, "first-tool", evidence)
    progress = opened.progress.milestones["first-tool"]
    assert progress.shown == (
        (START, FIRST),
        (START, SECOND),
        (START, Evidence(url="https://example.org/talk")),
    )
    assert progress.result == Evidence(url="https://example.org/talk", metric="0.78")
    row = next(row for row in milestones_document(opened)["milestones"] if row["id"] == "first-tool")
    assert [each["url"] or each["metric"] for each in row["evidence"]] == [
        "https://example.org/tool",
        "0.78",
        "https://example.org/talk",
    ]
    opened = undo(undo(opened)[0])[0]
    assert opened.progress.milestones["first-tool"].shown == progress.shown[:2]
    assert reopen(opened, "first-tool").progress.milestones["first-tool"].shown == ()


def medal(evidence=("url", "rank")) -> Milestone:
    return Milestone(
        "medal", LocalText.of("medal"), MilestoneKind.KAGGLE, (), target=Medal.BRONZE, evidence=evidence
    )


def said(milestone, known, evidence) -> list[str]:
    return [t(each) for each in doubts(milestone, known, evidence)]


def test_a_medal_whose_best_attempt_wins_none_is_doubted():
    tried = MilestoneProgress(attempts=((DAY, Evidence(rank=500, teams=1000)),))
    assert said(medal(), tried, Evidence()) == [
        "Rank 500 of 1,000 is no medal. Bronze needs rank 100 of 1,000 or better.",
        "Nothing shows it yet.",
    ]
    assert said(medal(), tried, Evidence(rank=90, teams=1000)) == []


def test_nothing_is_asked_where_a_milestone_asks_for_nothing_or_has_it():
    assert said(medal(()), MilestoneProgress(), Evidence()) == []
    assert said(medal(), MilestoneProgress(result=FIRST), Evidence()) == []
