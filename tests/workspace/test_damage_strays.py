"""What sync tools and git leave in a plan folder is told, and nothing else is."""

from datetime import timedelta

import pytest

from planner.journal.checks.clashes import APART, FUTURE
from planner.workspace.mending.checking import check_journal
from planner.workspace.mending.strays import ATTRIBUTES, STRAY, stray_files
from planner.workspace.opening import open_plan
from planner.workspace.proposal import accept, propose_replan
from tests.workspace.conftest import START


def told(home):
    return [(problem.file, problem.key) for problem in stray_files(home)]


@pytest.mark.parametrize(
    "name",
    [
        "profile.sync-conflict-20261206-101010-ABCDEFG.yaml",
        "curriculum.sync-conflict-20261206-101010-ABCDEFG.yaml",
        "profile (Ken's conflicted copy 2026-12-01).yaml",
        "profile (山田さんの競合コピー 2026-12-01).yaml",
        "curriculum (conflicted copy).yaml",
        "profile 2.yaml",
        "profile (1).yaml",
        "profile(1).yaml",
        "profile-DESKTOP-7Q2.yaml",
        "profile_conflict-20261206-101010.yaml",
    ],
)
def test_conflict_copies_are_told_with_the_file_to_compare_with(learner, name):
    learner.begin()
    (learner.home / name).write_bytes(b"start: 2026-12-01\n")
    checked = check_journal(learner.on(START))
    assert checked.problems == ()
    [notice] = checked.notices
    assert (notice.file, notice.key) == (name, STRAY)
    assert f"into {name[: name.startswith('p') * 7 or 10]}.yaml" in open_plan(learner.on(START)).t(
        notice.message
    )


@pytest.mark.parametrize("name", ["notes.yaml", "profile.yaml.bak", "profile.old.yaml", "my profile 2.yaml"])
def test_other_files_are_nobody_s_business(learner, name):
    learner.begin()
    (learner.home / name).write_bytes(b"")
    assert told(learner.home) == []


def test_attributes_without_the_union_are_told_where_git_would_need_them(learner):
    learner.begin()
    file = learner.home / ".gitattributes"
    for good in (b"*.jsonl merge=union\n", b"* text\n journal/*.jsonl text merge=union eol=lf\n"):
        file.write_bytes(good)
        assert told(learner.home) == []
    for bad in (b"# *.jsonl merge=union\n", b"*.jsonl merge=unions\n", b"* text\n"):
        file.write_bytes(bad)
        assert told(learner.home) == [(".gitattributes", ATTRIBUTES)]
    file.unlink()
    assert told(learner.home) == []
    (learner.home / ".git").mkdir()
    assert told(learner.home) == [(".gitattributes", ATTRIBUTES)]
    assert told(learner.folder / "nowhere") == []


def test_a_clock_that_ran_ahead_and_plans_accepted_apart_are_notices(learner):
    learner.begin()
    ours, theirs = (
        propose_replan(open_plan(learner.on(START, 9 + hour, state=learner.folder / name)))
        for hour, name in enumerate(("state", "other"))
    )
    accept(ours)
    after = accept(theirs)
    checked = check_journal(learner.on(START))
    assert (checked.problems, [notice.key for notice in checked.notices]) == ((), [APART])
    assert "on another machine" in after.t(checked.notices[0].message)
    early = check_journal(learner.on(START - timedelta(days=2)))
    assert [(each.key, each.message.count) for each in early.notices if each.key == FUTURE] == [(FUTURE, 3)]
    accept(propose_replan(open_plan(learner.on(START))))
    assert check_journal(learner.on(START)).notices == ()
