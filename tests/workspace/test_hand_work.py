"""Modules are estimated, added, dropped, brought back and put first by hand; files stay as they are."""

from datetime import timedelta

import pytest

from planner.journal.model import AddedModule, Progress
from planner.text.messages import translator
from planner.workspace.checkin.proposing import CheckInAnswers, propose_checkin
from planner.workspace.effective import effective_curriculum, effective_profile
from planner.workspace.hand.changing import act
from planner.workspace.hand.work import add_module, drop, estimate, put_first, restore, slug
from planner.workspace.opening import open_plan
from planner.workspace.proposal import accept
from planner.workspace.supposing.whatif import WhatIf, what_if
from planner.workspace.tracking.log import log_time, mark_done
from planner.workspace.undoing.undo import redo, undo
from planner.workspace.views.documents import plan_document
from tests.oracle.check_json import check_document
from tests.workspace.conftest import START
from tests.workspace.test_hand_time import refused

DAY = timedelta(days=1)
HANDS = {
    "estimate": lambda opened: estimate(opened, "sql-basics", 15 * 60),
    "add": lambda opened: add_module(opened, "論文を読む", 5 * 60, requires=("sql-basics",), track="papers"),
    "drop": lambda opened: drop(opened, "python-basics"),
    "first": lambda opened: put_first(opened, "extra"),
}


@pytest.fixture
def opened(learner):
    return learner.begin()


def said(change):
    return translator("en")(change.said)


def true(opened, *, shown=False):
    assert check_document(plan_document(opened), opened.context.home, shown=shown) == []
    return opened


def planned(opened):
    return {module.id: module.remaining for module in opened.plan.modules}


@pytest.mark.parametrize("name", HANDS)
def test_a_hand_is_one_action_and_undo_and_redo_give_the_same_plan_again(opened, name):
    before, files = plan_document(opened), [(opened.context.home / "profile.yaml").read_bytes()]
    done = HANDS[name](opened)
    assert plan_document(opened) == before
    after = true(act(done))
    assert [event.kind for event in after.events][-1] == "plan"
    first = plan_document(after)
    back, _ = undo(after)
    assert plan_document(true(back, shown=True)) == before
    again, _ = redo(back)
    assert plan_document(true(again, shown=True)) == first
    assert files == [(opened.context.home / "profile.yaml").read_bytes()]


def test_an_estimate_is_what_remains_and_what_is_logged_counts_besides(opened):
    opened = act(estimate(log_time(opened, "sql-basics", 90, START), "sql-basics", 120))
    assert planned(opened)["sql-basics"] == 120
    assert opened.progress.efforts["sql-basics"] == 210
    refused(lambda: estimate(opened, "sql-basics", 0), "planner done sql-basics")
    refused(lambda: estimate(opened, "sql-basicz", 60), "Did you mean sql-basics?")
    done = mark_done(opened, "sql-basics")
    refused(lambda: estimate(done, "sql-basics", 60), "finished already")


def test_an_added_module_comes_last_and_everything_knows_it(opened, learner):
    change = add_module(opened, "  Reading   papers ", 4 * 60, requires=("project",))
    assert said(change) == "Added: “Reading papers” (reading-papers), 4 h."
    assert change.proposal.titles["reading-papers"].in_language("ja") == "Reading papers"
    opened = true(act(change))
    module = opened.curriculum.modules[-1]
    assert (module.id, module.track, module.phase) == ("reading-papers", "code", "one")
    assert (module.effort.low, module.effort.likely, module.effort.high) == (240, 240, 240)
    assert opened.curriculum.phases[-1].modules[-1] == "reading-papers"
    begins = min(s.start for s in opened.plan.sessions if s.module == "reading-papers")
    assert begins >= max(s.end for s in opened.plan.sessions if s.module == "project")
    later = open_plan(learner.on(START + 6 * DAY))
    answers = CheckInAnswers(hours={"reading-papers": 60}, remaining={"reading-papers": 90})
    opened = true(accept(propose_checkin(later, answers)))
    assert planned(opened)["reading-papers"] == 90
    opened = mark_done(opened, "reading-papers")
    assert planned(opened)["reading-papers"] == 0


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Reading papers", "reading-papers"),
        ("Ünïcode & C++ 2", "unicode-c-2"),
        ("論文", ""),
        ("AWS 入門", "aws"),
        ("7", ""),
    ],
)
def test_an_id_is_made_of_latin_letters(title, name):
    assert slug(title) == name


def test_japanese_titles_get_numbers_and_ids_in_use_are_refused(opened):
    opened = act(add_module(opened, "論文を読む", 120))
    opened = act(add_module(opened, "論文を書く", 120))
    assert [module.id for module in opened.progress.added] == ["added-1", "added-2"]
    refused(lambda: add_module(opened, "Project", 60), "--id")
    refused(lambda: add_module(opened, "Medal", 60), "--id")
    refused(lambda: add_module(opened, "Anything", 60, id_="stretch"), "--id")
    refused(lambda: add_module(opened, "Anything", 60, id_="No Good"), "is not an id")
    refused(lambda: add_module(opened, "Papers", 60, requires=("projct",)), "Did you mean project?")
    refused(lambda: add_module(opened, "   ", 60), "title")
    refused(lambda: add_module(opened, "Papers", 0), "time")


def test_a_dropped_module_falls_out_and_says_which_milestones_fall(opened):
    change = drop(opened, "python-basics")
    assert said(change).startswith("This milestone falls with it: First tool.")
    assert "planner restore-module python-basics" in said(change)
    opened = true(act(change))
    assert "python-basics" not in planned(opened)
    assert opened.plan.verdict.fallen == ("first-tool",)
    refused(lambda: drop(opened, "python-basics"), "is dropped", "restore-module")
    refused(lambda: estimate(opened, "python-basics", 60), "is dropped")
    opened = true(act(restore(opened, "python-basics")))
    assert planned(opened)["python-basics"] == 600
    assert opened.plan.verdict.fallen == ()
    refused(lambda: restore(opened, "python-basics"), "is not dropped")
    refused(lambda: restore(opened, "nope"), "Unknown module")
    done = mark_done(opened, "extra")
    refused(lambda: drop(done, "extra"), "finished already")


def test_the_last_module_cannot_be_dropped(opened):
    for name in ("project", "extra", "sql-basics"):
        opened = act(drop(opened, name))
    refused(lambda: drop(opened, "python-basics"), "the last module")


def test_what_the_profile_drops_can_be_brought_back_one_by_one(learner):
    opened = learner.begin(drop=("stretch",))
    assert "extra" not in planned(opened)
    opened = true(act(restore(opened, "extra")))
    assert planned(opened)["extra"] == 360
    assert opened.settings.drop == ("stretch",)
    assert what_if(opened, WhatIf(drop=("project",)), repairs=False).after.effort == 26 * 60
    opened = true(act(drop(opened, "extra")))
    assert "extra" not in planned(opened)
    assert opened.profile.drop == ("stretch", "extra")


def test_an_option_that_is_not_picked_is_named_as_one(learner):
    file = learner.folder / "small.yaml"
    choice = "\nchoices:\n  - {id: side, title: Side, pick: 1, options: {a: {title: A, modules: [project]}, "
    file.write_text(file.read_text() + choice + "b: {title: B, modules: [extra]}}}\n", "utf-8")
    opened = learner.begin()
    refused(lambda: restore(opened, "extra"), "not picked", "profile.yaml")
    refused(lambda: put_first(opened, "extra"), "not picked")
    opened = act(add_module(opened, "After it", 60, requires=("side",)))
    begins = min(s.start for s in opened.plan.sessions if s.module == "after-it")
    assert begins >= max(s.end for s in opened.plan.sessions if s.module == "project")


def test_a_module_put_first_is_studied_first(opened):
    change = put_first(opened, "extra")
    assert said(change) == "“Extra” comes first now."
    opened = true(act(change))
    assert opened.progress.first == ("extra",)
    order = list(dict.fromkeys(s.module for s in opened.plan.sessions if s.module))
    assert order[0] == "extra"
    refused(lambda: put_first(opened, "extra"), "already")
    refused(lambda: put_first(mark_done(opened, "extra"), "extra"), "finished already")


def test_where_no_hand_was_laid_the_very_same_records_come_back(opened):
    assert opened.curriculum is opened.written
    assert opened.profile is opened.settings


def test_the_file_wins_over_an_added_module_of_the_same_id(opened):
    added = (
        AddedModule("project", "Mine", 60),
        AddedModule("late", "Late", 60, ("gone", "later", "project")),
    )
    curriculum = effective_curriculum(
        opened.written, Progress(added=(*added, AddedModule("later", "Later", 60)))
    )
    assert [module.id for module in curriculum.modules][-3:] == ["extra", "late", "later"]
    assert curriculum.by_id()["late"].requires == ("project",)
    assert effective_curriculum(opened.written, Progress(added=added[:1])) is opened.written


def test_what_is_dropped_twice_or_is_no_more_changes_nothing(opened):
    progress = Progress(dropped=frozenset({"gone"}), restored=frozenset({"project"}))
    assert effective_profile(opened.settings, opened.written, progress) is opened.settings
