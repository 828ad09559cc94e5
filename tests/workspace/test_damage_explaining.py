"""A damaged line explains a loss only when it may be what is missing: not when its event is whole somewhere else."""

import pytest

from planner.workspace.mending.checking import check_journal
from planner.workspace.opening import open_plan
from tests.workspace.backup_samples import logged
from tests.workspace.conftest import START


@pytest.fixture
def context(learner):
    """Hand out a plan with three entries and no backup."""
    logged(learner.begin(), 10, 20, 30)
    for backup in (learner.folder / "state" / "backups").rglob("*.zip"):
        backup.unlink()
    return learner.on(START, 12)


def write(context, lines, *copies):
    """Write the journal's lines, and conflict copies beside it."""
    [file] = (context.home / "journal").iterdir()
    file.write_bytes(b"".join(lines))
    for number, copy in enumerate(copies):
        name = f"{file.stem}.sync-conflict-20261201-10101{number}-ABCDEFG.jsonl"
        file.with_name(name).write_bytes(b"".join(copy))


def lines_of(context):
    [file] = (context.home / "journal").iterdir()
    return file.read_bytes().splitlines(keepends=True)


def told(context):
    """What every command says, by key, and how many events the check calls lost."""
    checked = check_journal(context)
    problems = sorted(problem.key for problem in open_plan(context).problems)
    assert problems == sorted(problem.key for problem in checked.problems)
    return problems, checked.rescue.lost


@pytest.mark.parametrize(
    "spoil", [lambda line: line.replace(b":10", b":99"), lambda line: line[:-30] + b"\n"]
)
def test_a_damaged_copy_of_a_whole_line_explains_nothing(context, spoil):
    plan, first, _, third = lines_of(context)
    write(context, [plan, first, third], [plan, spoil(first), third])
    keys, lost = told(context)
    assert "shorter" in keys
    assert lost == 1
    opened = open_plan(context)
    [gone] = [each for each in check_journal(context).problems if each.key == "shorter"]
    assert gone.text(opened.t).startswith("journal/")
    assert "1 event that was here is gone" in gone.text(opened.t)


def test_a_damaged_line_explains_its_own_loss(context):
    plan, first, second, third = lines_of(context)
    write(context, [plan, first, second.replace(b":20", b":99"), third])
    assert told(context) == (["damaged"], 1)


def test_two_damaged_copies_of_one_line_explain_one_loss(context):
    plan, _, second, third = lines_of(context)
    damaged = second.replace(b":20", b":99")
    write(context, [plan, damaged, third], [plan, damaged])
    assert told(context) == (["damaged", "damaged", "shorter"], 2)
