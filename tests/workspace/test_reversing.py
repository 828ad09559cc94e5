"""Any action is undone and brought back by the end of an id; what cannot be says in one line why and what to do."""

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.journal.events import Draft
from planner.journal.store import append
from planner.problems import DataError
from planner.workspace.acting import record
from planner.workspace.checkin.proposing import CheckInAnswers, propose_checkin
from planner.workspace.hand.changing import act
from planner.workspace.hand.move import When, move
from planner.workspace.hand.time import pin, take_off, unpin
from planner.workspace.hand.work import add_module, put_first
from planner.workspace.opening import open_plan
from planner.workspace.proposal import accept, propose_replan
from planner.workspace.tracking.log import amend_log, delete_log, log_time, mark_done
from planner.workspace.undoing.actions import Asked, action_lines
from planner.workspace.undoing.choosing import redo_entry, undo_entry
from planner.workspace.undoing.undo import undo
from planner.workspace.update.updating import propose_update, take
from tests.workspace.conftest import SMALL, START

WEDNESDAY = START + timedelta(days=2)


@pytest.fixture
def opened(learner):
    learner.begin()
    return open_plan(learner.on(WEDNESDAY, 7))


def last(opened, kind=""):
    """Return the id of the last event, or of the last one of a kind."""
    return next(event.id for event in reversed(opened.events) if kind in {"", event.kind})


def refusal(act, *args):
    with pytest.raises(DataError) as error:
        act(*args)
    [problem] = error.value.problems
    return problem.text(args[0].t)


def short(id_):
    return id_[-8:]


def test_an_old_entry_is_undone_by_the_end_of_its_id_and_brought_back(opened):
    opened = log_time(opened, "python-basics", 60)
    first = last(opened)
    opened = log_time(opened, "sql-basics", 30)
    after, said = undo_entry(opened, short(first).lower())
    assert opened.t(said) == "Undone: Python basics: 1 h studied"
    assert [entry.module for entry in after.progress.logs] == ["sql-basics"]
    again, said = redo_entry(after, short(first))
    assert opened.t(said) == "Redone: Python basics: 1 h studied"
    assert again.progress.logs == opened.progress.logs


def test_a_part_stands_for_its_whole_action(opened):
    opened = accept(propose_checkin(opened, CheckInAnswers(hours={"sql-basics": 60})))
    after, said = undo_entry(opened, last(opened, "plan"))
    assert "and the plan accepted with it" in opened.t(said)
    assert (after.progress.logs, after.progress.checkins) == ((), ())


def test_ids_that_are_none_or_several_are_refused(opened):
    opened = log_time(opened, "python-basics", 60)
    assert "There is no entry ZZZZZZZZ" in refusal(undo_entry, opened, "ZZZZZZZZ")
    assert "There is no entry" in refusal(undo_entry, opened, last(opened)[-3:])
    for vague in ("", " "):
        assert "An id is missing" in refusal(undo_entry, opened, vague)
    twin = replace(opened.events[-1], id="A" + last(opened)[1:])
    append(opened.context.home, twin.device, [twin])
    opened = opened.reread()
    assert "could be several entries" in refusal(undo_entry, opened, short(twin.id))
    assert "Undone" in opened.t(undo_entry(opened, twin.id)[1])


def test_the_first_plan_stays(opened):
    assert "The first plan stays" in refusal(undo_entry, opened, last(opened))


def test_an_undo_names_redo_and_a_redo_undo(opened):
    opened = log_time(opened, "python-basics", 60)
    log = last(opened)
    undone, _ = undo(opened)
    for reverse in (undo_entry, redo_entry):
        assert f"planner redo {short(log)}" in refusal(reverse, undone, last(undone))
    redone, _ = redo_entry(undone, log)
    assert f"planner undo {short(log)}" in refusal(undo_entry, redone, last(redone))


def test_what_is_undone_already_and_what_is_not_say_so(opened):
    opened = log_time(opened, "python-basics", 60)
    log = last(opened)
    assert f"to undo it: planner undo {short(log)}" in refusal(redo_entry, opened, log)
    undone, _ = undo_entry(opened, log)
    assert f"to bring it back: planner redo {short(log)}" in refusal(undo_entry, undone, log)


def test_what_a_newer_version_wrote_or_makes_no_sense_is_left_alone(opened):
    newer = record(opened, Draft("mood", {"value": 3}))
    assert "newer version" in refusal(undo_entry, newer, last(newer))
    broken = record(opened, Draft("log", {"module": "sql-basics"}))
    assert "makes no sense" in refusal(undo_entry, broken, last(broken))


def test_an_added_module_that_something_rests_on_is_refused_until_that_is_undone(opened):
    opened = act(add_module(opened, "Papers", 600))
    added = last(opened, "module-added")
    opened = log_time(opened, "papers", 60)
    log = last(opened)
    assert f"“Papers: 1 h studied” rests on it; take that back first: planner undo {short(log)}" == refusal(
        undo_entry, opened, added
    )
    opened, _ = undo_entry(opened, log)
    opened, _ = undo_entry(opened, added)
    assert f"bring that back first: planner redo {short(added)}" in refusal(redo_entry, opened, log)
    opened, _ = redo_entry(opened, added)
    opened, _ = redo_entry(opened, log)
    assert opened.progress.logged("papers") == 60


def test_an_added_module_does_not_come_back_under_an_id_that_was_taken_since(opened):
    opened = act(add_module(opened, "Papers", 600))
    added = last(opened, "module-added")
    opened, _ = undo(opened)
    opened = act(add_module(opened, "Other papers", 60, id_="papers"))
    assert "Its id papers belongs to “Other papers” now" in refusal(redo_entry, opened, added)


def test_undoing_an_added_module_under_a_later_plan_leaves_a_plan_that_can_be_shown(opened):
    opened = act(add_module(opened, "Papers", 600))
    added = last(opened, "module-added")
    opened = act(put_first(opened, "sql-basics"))
    after, said = undo_entry(opened, added)
    assert "stays, and is stale; to make it follow: planner replan" in opened.t(said)
    assert after.plan.stale
    replanned = accept(propose_replan(after))
    assert not replanned.progress.overtaken
    assert all(session.module != "papers" for session in replanned.plan.sessions)


def test_a_newer_curriculum_stays_while_something_rests_on_what_it_brought(opened):
    newer = SMALL.replace(
        "milestones:", "      - {id: rust, title: Rust, track: code, hours: 5}\nmilestones:"
    )
    found = propose_update(opened, newer.encode(), "newer.yaml")
    opened = take(found)
    update = last(opened, "replaced")
    opened = log_time(opened, "rust", 60)
    assert "“Rust: 1 h studied” rests on it" in refusal(undo_entry, opened, update)
    opened, _ = undo_entry(opened, last(opened))
    opened, _ = undo_entry(opened, update)
    assert "rust" not in opened.modules


def test_an_old_action_under_a_later_plan_leaves_the_plan_and_says_that_it_is_stale(opened):
    opened = act(take_off(opened, *[WEDNESDAY + timedelta(days=2)] * 2))
    off = last(opened, "time-off")
    opened = accept(propose_replan(mark_done(opened, "sql-basics")))
    accepted = opened.progress.accepted
    after, said = undo_entry(opened, off)
    assert after.progress.accepted == accepted
    assert "planner replan" in opened.t(said)
    assert any("undone" in after.t(reason) for reason in after.plan.stale)
    again, _ = redo_entry(after, off)
    assert not again.progress.overtaken


def test_a_pin_that_a_later_plan_keeps_is_refused_with_what_would_let_it_go(opened):
    session = next(each for each in opened.plan.sessions if each.kind == "study" and each.day > WEDNESDAY)
    opened = act(pin(opened, session.id))
    pinned = last(opened)
    opened = act(take_off(opened, *[session.day + timedelta(days=3)] * 2))
    assert f"planner unpin {session.id}" in refusal(undo_entry, opened, pinned)
    opened = act(unpin(opened, session.id))
    released = last(opened)
    after, _ = undo_entry(opened, released)
    assert next(s for s in after.plan.sessions if s.id == session.id).pinned
    again, _ = redo_entry(after, released)
    opened = accept(propose_replan(mark_done(again, "extra")))
    assert f"planner pin {session.id}" in refusal(undo_entry, opened, released)


def test_a_deleted_entry_says_how_it_comes_back(opened):
    opened = log_time(opened, "python-basics", 60)
    log = last(opened)
    opened = delete_log(opened, log)
    deletion = last(opened)
    for again in (delete_log, undo_entry):
        assert f"deleted already; to bring it back: planner undo {short(deletion)}" in refusal(
            again, opened, log
        )
    assert "deleted already" in refusal(amend_log, opened, log, 5)
    back, _ = undo_entry(opened, deletion)
    assert back.progress.logged("python-basics") == 60


def test_what_is_no_time_studied_says_how_it_is_corrected(opened):
    opened = log_time(opened, "python-basics", 60)
    log = last(opened)
    opened = amend_log(opened, log, 90)
    assert f"name the entry itself, {short(log)}" in refusal(delete_log, opened, last(opened))
    opened = mark_done(opened, "sql-basics")
    done = last(opened)
    assert f"no time studied; to take it back: planner undo {short(done)}" in refusal(
        delete_log, opened, done
    )
    opened = accept(propose_checkin(opened, CheckInAnswers(hours={"python-basics": 60})))
    told = refusal(amend_log, opened, last(opened, "checkin"), 30)
    assert f"`day: {opened.now.date().isoformat()}`" in told
    assert "planner checkin --answers FILE" in told
    opened, _ = undo_entry(opened, log)
    assert f"planner redo {short(log)}" in refusal(amend_log, opened, log, 30)


def test_a_corrected_checkin_replaces_the_first_and_its_undo_brings_the_first_back(opened):
    for minutes in (60, 90):
        opened = accept(propose_checkin(opened, CheckInAnswers(hours={"python-basics": minutes})))
    assert opened.progress.logged("python-basics") == 90
    opened, _ = undo_entry(opened, last(opened, "checkin"))
    assert opened.progress.logged("python-basics") == 60


def test_a_move_is_undone_whole_while_no_later_plan_keeps_it(opened):
    session = next(each for each in opened.plan.sessions if each.kind == "study" and each.day > WEDNESDAY)
    before = opened.plan.sessions
    moved = act(move(opened, session.id, When(START + timedelta(days=6), 600)))
    after, _ = undo_entry(moved, last(moved, "move"))
    assert after.plan.sessions == before


def test_lines_are_filtered_by_module_day_and_kind(learner, opened):
    opened = log_time(opened, "python-basics", 60)
    opened = mark_done(open_plan(learner.on(WEDNESDAY + timedelta(days=1))), "sql-basics")
    kinds = lambda **asked: [line.parts[0].kind for line in action_lines(opened, Asked(**asked))[0]]  # noqa: E731
    assert kinds() == ["done", "log", "plan"]
    assert kinds(module="sql-basics") == ["done"]
    assert kinds(since=WEDNESDAY) == ["done", "log"]
    assert kinds(until=WEDNESDAY) == ["log", "plan"]
    assert kinds(kinds=frozenset({"log", "plan"})) == ["log", "plan"]
    assert kinds(module="project") == []
    assert "Unknown module: nope" in refusal(action_lines, opened, Asked(module="nope"))


def test_a_module_whose_adding_is_undone_keeps_its_title_in_the_history(opened):
    opened, _ = undo(act(add_module(opened, "Papers", 600)))
    (took, added, _), more = action_lines(opened)
    assert more == 0
    assert opened.t(took.text).startswith("took back: Papers added: 10 h")
    assert (added.void, added.undone_by) == (True, took.id)
