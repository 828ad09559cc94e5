"""Mending: what a backup or another line has comes back as it was; the rest is given up, until that is undone."""

import shutil
from dataclasses import replace
from datetime import timedelta

import pytest

from planner.journal.checks.damage import line_digest
from planner.journal.events import encode
from planner.problems import DataError
from planner.workspace.backup.making import list_backups, make_backup
from planner.workspace.mending.checking import check_journal
from planner.workspace.mending.mending import can_mend, mend
from planner.workspace.opening import open_plan
from planner.workspace.setup.init import init
from planner.workspace.tracking.log import log_time
from planner.workspace.undoing.undo import redo, undo
from tests.workspace.conftest import START

MODULE = "python-basics"


@pytest.fixture
def context(learner):
    """Hand out a plan with three entries in its journal, the last of which is in no backup."""
    learner.begin()
    for minutes in (10, 20):
        log_time(open_plan(learner.on(START)), MODULE, minutes)
    shutil.rmtree(learner.folder / "state/backups", ignore_errors=True)
    make_backup(learner.on(START), "by-hand")
    log_time(open_plan(learner.on(START)), MODULE, 40)
    return learner.on(START)


def journal(context):
    [file] = (context.home / "journal").iterdir()
    return file


def lines(context):
    return journal(context).read_bytes().splitlines(keepends=True)


def write(context, *changed):
    journal(context).write_bytes(b"".join(changed))


def said(context):
    """What `journal check` says of problems, in English."""
    t = open_plan(context).t
    return [problem.text(t).partition(": ")[2] for problem in check_journal(context).problems]


def studied(context):
    return open_plan(context).progress.logged(MODULE)


def test_a_damaged_line_comes_back_from_the_backup_as_its_very_bytes(context):
    first, one, two, three = lines(context)
    damaged = one.replace(b"10", b"99")
    write(context, first, damaged, two, three)
    name = list_backups(context)[0][0].name
    assert said(context) == [
        f"this line is damaged and set aside: it does not match its checksum; the backup {name} has it"
    ]
    mended = mend(context, check_journal(context))
    assert lines(context)[:5] == [first, damaged, two, three, one]
    assert [event.kind for event in mended.opened.events][-1] == "damage-accepted"
    assert mended.opened.events[-1].data == {"lines": [line_digest(damaged)]}
    assert mended.backup.reason == "before-mending"
    assert (studied(context), open_plan(context).problems, said(context)) == (70, (), [])
    assert [(each.line, each.key) for each in check_journal(context).given_up] == [(2, "damaged")]


def test_what_is_nowhere_is_given_up_and_undo_makes_it_told_again(context):
    first, one, two, three = lines(context)
    write(context, first, one, two, three.replace(b"40", b"49"))
    assert said(context)[0].endswith("neither another file of the journal nor a backup has it")
    checked = check_journal(context)
    assert (checked.rescue.lost, list(checked.rescue.counts.values())) == (1, [4])
    opened = mend(context, checked).opened
    assert (opened.problems, said(context), studied(context)) == ((), [], 30)
    opened, _ = undo(opened)
    assert [problem.line for problem in opened.problems] == [4]
    assert len(said(context)) == 1
    opened, _ = redo(opened)
    assert (opened.problems, said(context)) == ((), [])


def test_missing_events_come_back_and_the_rest_is_owed_again_after_an_undo(context):
    first, _, _, three = lines(context)
    write(context, first)
    name = list_backups(context)[0][0].name
    assert said(context) == [f"3 events that were here are gone; the backup {name} has 2 of them"]
    opened = mend(context, check_journal(context)).opened
    assert (studied(context), opened.problems, said(context)) == (30, (), [])
    opened, _ = undo(opened)
    assert [(problem.key, problem.message.count) for problem in opened.problems] == [("shorter", 1)]
    opened = log_time(opened, MODULE, 5)
    assert [problem.message.count for problem in opened.problems] == [1]
    mend(context, check_journal(context))
    assert (open_plan(context).problems, said(context)) == ((), [])
    undo(open_plan(context))
    with journal(context).open("ab") as file:
        file.write(three)
    assert open_plan(context).problems == ()


def test_without_a_backup_a_conflict_copy_has_what_is_damaged(context):
    shutil.rmtree(context.state / "backups")
    first, one, two, three = lines(context)
    file = journal(context)
    copy = file.with_name(f"{file.stem} (Ken's conflicted copy 2026-12-01).jsonl")
    copy.write_bytes(first + one)
    file.write_bytes(first + one.replace(b"10", b"99") + two + three)
    [told] = said(context)
    assert told.endswith(f"nothing is lost: journal/{copy.name}:2 has it whole")
    rescue = check_journal(context).rescue
    assert (rescue.back, rescue.lost, len(rescue.lines)) == ({}, 0, 1)


def test_events_that_ran_together_are_read_out_of_the_line(context):
    shutil.rmtree(context.state / "backups")
    first, one, two, three = lines(context)
    write(context, first, one, two.rstrip(b"\n"), three)
    assert studied(context) == 10
    [told] = said(context)
    assert told.endswith("2 events can be read out of it")
    assert mend(context, check_journal(context)).opened.progress.logged(MODULE) == 70
    assert lines(context)[3:5] == [two, three]


def test_an_event_that_others_refer_to_is_looked_for_and_given_up(context):
    first, one, two, _ = lines(context)
    undo(open_plan(context))
    last = lines(context)[-1]
    write(context, first, one, two, last)
    (context.state / "seen").rename(context.state / "forgotten")
    [told] = said(context)
    assert told.endswith("is not there; neither another file of the journal nor a backup has it")
    assert open_plan(context).problems == ()
    mend(context, check_journal(context))
    assert said(context) == []


def test_an_unfinished_line_is_no_trouble_unless_an_event_is_missing_that_it_may_be(context):
    *_, last = kept = lines(context)
    with journal(context).open("ab") as file:
        file.write(b'{"id":"01ABC')
    assert open_plan(context).problems == ()
    checked = check_journal(context)
    assert (checked.problems, [each.key for each in checked.notices]) == ((), ["torn"])
    write(context, *kept[:-1], last[:-30])
    assert [(each.line, each.key) for each in open_plan(context).problems] == [(4, "torn")]
    assert len(check_journal(context).problems) == 1
    (context.state / "seen").rename(context.state / "forgotten")
    assert [(each.line, each.key) for each in open_plan(context).problems] == [(4, "torn")]


def test_what_an_earlier_plan_of_the_folder_left_in_backups_does_not_come_back(context, learner):
    shutil.rmtree(context.home)
    later = replace(context, now=context.now + timedelta(days=1))
    init(later, learner.answers())
    log_time(open_plan(later), MODULE, 5)
    write(context, lines(context)[0])
    rescue = check_journal(later).rescue
    assert [saved.event.data["minutes"] for saved in rescue.back.values()] == [5]


def test_nothing_is_given_up_when_the_backup_or_the_journal_cannot_be_written(context, monkeypatch):
    first, one, *_ = lines(context)
    write(context, first, one)
    before = journal(context).read_bytes()
    checked = check_journal(context)
    shutil.rmtree(context.state / "backups")
    (context.state / "backups").write_bytes(b"")
    with pytest.raises(DataError):
        mend(context, checked)
    assert journal(context).read_bytes() == before
    (context.state / "backups").unlink()

    def fail(*_):
        raise OSError(28, "full")

    monkeypatch.setattr("planner.journal.store._write_all", fail)
    with pytest.raises(DataError):
        mend(context, checked)
    assert journal(context).read_bytes() == before
    assert len(open_plan(context).problems) == 1


def test_a_broken_profile_does_not_keep_the_journal_from_being_checked_but_from_being_mended(context):
    first, one, *_ = lines(context)
    write(context, first, b"garbage}\n", one)
    (context.home / "profile.yaml").write_bytes(b"start: [\n")
    checked = check_journal(context)
    assert {problem.file.partition("/")[0] for problem in checked.problems} == {"profile.yaml", "journal"}
    with pytest.raises(DataError):
        can_mend(checked)


def test_a_sound_journal_needs_no_mending(context):
    checked = check_journal(context)
    assert (checked.problems, checked.notices, can_mend(checked)) == ((), (), False)
    assert [encode(event) for event in checked.report.events] == lines(context)
