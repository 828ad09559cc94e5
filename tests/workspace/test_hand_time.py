"""Sessions pinned, moved and skipped by hand, days off, extra time: each is one action that undo takes back."""

from datetime import date, timedelta

import pytest

from planner.problems import DataError
from planner.text.messages import translator
from planner.workspace.export import export_ics
from planner.workspace.hand.changing import act
from planner.workspace.hand.move import When, move
from planner.workspace.hand.time import add_time, pin, skip, take_off, unpin
from planner.workspace.opening import open_plan
from planner.workspace.proposal import accept, propose_replan
from planner.workspace.setup.init import init
from planner.workspace.supposing.whatif import WhatIf, what_if
from planner.workspace.undoing.undo import redo, undo
from planner.workspace.views.documents import plan_document
from planner.workspace.views.week import week_view
from tests.oracle.check_json import check_document
from tests.workspace.conftest import START

DAY = timedelta(days=1)
FRIDAY, SATURDAY = START + 4 * DAY, START + 5 * DAY
HANDS = {
    "pin": lambda opened: pin(opened, "sql-basics"),
    "move": lambda opened: move(opened, "python-basics", When(SATURDAY, 12 * 60)),
    "skip": lambda opened: skip(opened, "python-basics"),
    "off": lambda opened: take_off(opened, START + DAY, START + 3 * DAY),
    "extra": lambda opened: add_time(opened, FRIDAY, 23 * 60, 25 * 60),
}


@pytest.fixture
def opened(learner):
    return learner.begin()


def named(opened, name):
    return next(session for session in opened.plan.sessions if name in {session.id, session.module})


def refused(action, *words):
    with pytest.raises(DataError) as caught:
        action()
    [problem] = caught.value.problems
    said = problem.text(translator("en"))
    for word in words:
        assert word in said
    assert problem.text(translator("ja")) != said
    return said


def true(opened):
    assert check_document(plan_document(opened), opened.context.home, shown=True) == []
    return opened


@pytest.mark.parametrize("name", HANDS)
def test_a_hand_is_one_action_and_undo_and_redo_give_the_same_plan_again(opened, name):
    before = plan_document(opened)
    done = HANDS[name](opened)
    shown = plan_document(opened, plan=done.proposal.after)
    assert plan_document(opened) == before
    after = true(act(done))
    first = plan_document(after)
    born = {s["id"] for s in shown["sessions"] if not s["uid"]}
    assert [{**s, "uid": ""} if s["id"] in born else s for s in first["sessions"]] == shown["sessions"]
    assert first["sessions"] != before["sessions"] or name == "extra"
    back, _ = undo(after)
    assert plan_document(true(back)) == before
    again, _ = redo(back)
    assert plan_document(true(again)) == first
    assert (again.progress.time_off, again.progress.extra) == (after.progress.time_off, after.progress.extra)


@pytest.mark.parametrize("name", HANDS)
def test_two_machines_agree_on_what_both_hands_did(learner, name):
    learner.begin()
    desk = {"state": learner.folder / "desk", "cache": learner.folder / "desk-cache"}
    act(HANDS[name](open_plan(learner.on(START, 9))))
    act(take_off(open_plan(learner.on(START, 10, **desk)), SATURDAY, SATURDAY))
    one, other = open_plan(learner.on(START, 11)), open_plan(learner.on(START, 11, **desk))
    assert one.progress == other.progress
    assert plan_document(one) == plan_document(other)
    assert SATURDAY in one.progress.time_off


def test_a_pinned_session_keeps_its_place_when_all_around_it_changes(opened):
    session = named(opened, "python-basics.3")
    opened = act(pin(opened, session.id))
    assert named(opened, session.id).pinned
    opened = act(skip(opened, "python-basics.1"))
    opened = act(take_off(opened, START + DAY, START + DAY))
    held = named(true(opened), session.id)
    assert (held.start, held.end, held.pinned) == (session.start, session.end, True)
    opened = act(unpin(opened, session.id))
    assert not named(opened, session.id).pinned
    assert not named(accept(propose_replan(opened)), session.id).pinned


def test_a_pin_leaves_the_calendar_and_the_acceptance_as_they_are(opened):
    before, at = export_ics(opened), opened.plan.accepted_at
    opened = act(pin(opened, "sql-basics.2"))
    assert (export_ics(opened), opened.plan.accepted_at) == (before, at)
    opened = accept(propose_replan(opened))
    assert export_ics(opened) == before
    assert named(opened, "sql-basics.2").pinned
    assert opened.plan.sessions == propose_replan(opened).after.sessions


def test_what_is_pinned_already_is_not_recorded_again(opened):
    opened = act(pin(opened, "sql-basics.2"))
    again = pin(opened, "sql-basics.2")
    assert again.proposal.drafts == ()
    assert act(again).events == opened.events
    assert unpin(opened, "sql-basics.1").proposal.drafts == ()
    assert take_off(act(take_off(opened, FRIDAY, FRIDAY)), FRIDAY, FRIDAY).proposal.drafts == ()


def test_a_session_that_is_none_is_refused_with_the_command_that_lists_them(opened, learner):
    refused(lambda: pin(opened, "sql-basicz.1"), "Did you mean sql-basics.1?", "planner week --ids")
    refused(lambda: pin(opened, "zzz"), "Unknown session: zzz.", "planner week --ids")
    refused(lambda: skip(opened, "buffer.1"), "buffer")
    later = open_plan(learner.on(START + 9 * DAY))
    refused(lambda: skip(later, "sql-basics.1"), "is over", "planner week --ids")


def test_without_an_accepted_plan_there_is_nothing_to_lay_a_hand_on(learner):
    learner.begin()
    for file in (learner.home / "journal").iterdir():
        file.unlink()
    opened = open_plan(learner.on(START))
    refused(lambda: pin(opened, "sql-basics.1"), "planner replan")
    refused(lambda: take_off(opened, FRIDAY, FRIDAY), "planner replan")


def test_a_skipped_session_leaves_its_time_free_and_its_work_is_done_elsewhere(opened):
    session = named(opened, "python-basics.1")
    opened = act(skip(opened, session.id))
    assert opened.progress.skipped == ((session.start, session.end),)
    assert all(s.end <= session.start or s.start >= session.end for s in opened.plan.sessions)
    assert sum(s.minutes for s in opened.plan.sessions if s.module == "python-basics") == 600


def test_of_a_session_under_way_only_the_rest_is_skipped(learner):
    learner.begin()
    session = named(open_plan(learner.on(START, 9)), "python-basics.1")
    running = open_plan(learner.on(START, 21))
    opened = true(act(skip(running, session.id)))
    assert opened.progress.skipped == ((session.start + 60, session.end),)
    assert sum(s.minutes for s in opened.plan.sessions if s.module == "python-basics") == 600


def test_days_off_have_no_sessions_and_the_week_says_so(opened):
    opened = act(take_off(opened, START + DAY, START + 2 * DAY))
    assert all(s.day not in {START + DAY, START + 2 * DAY} for s in opened.plan.sessions)
    assert [day.off for day in week_view(opened).days][:4] == [False, True, True, False]


def test_days_that_cannot_be_off_are_refused(learner):
    opened = learner.begin()
    refused(lambda: take_off(opened, FRIDAY, START), "before")
    refused(lambda: take_off(opened, START, START + 800 * DAY), "366", "exceptions")
    refused(lambda: take_off(open_plan(learner.on(FRIDAY)), START, FRIDAY), "has passed")
    refused(lambda: take_off(open_plan(learner.on(date(2026, 11, 1))), date(2026, 11, 2), START), "start")


def test_extra_time_is_free_in_the_week_and_can_be_used(opened):
    opened = act(add_time(opened, FRIDAY, 23 * 60, 25 * 60))
    assert [(a.hour, b.hour) for a, b in week_view(opened).days[4].windows] == [(20, 22), (23, 1)]
    moved = act(move(opened, "sql-basics.1", When(FRIDAY, 23 * 60)))
    held = named(true(moved), "sql-basics.1")
    assert (held.day, held.pinned) == (FRIDAY, True)


def test_extra_time_that_adds_nothing_is_refused(opened):
    refused(lambda: add_time(opened, FRIDAY, 20 * 60, 21 * 60), "free already")
    refused(lambda: add_time(opened, START - DAY, 20 * 60, 21 * 60), "has passed")
    refused(lambda: add_time(opened, FRIDAY, 22 * 60, 44 * 60), "22 h", "12 hours")
    refused(lambda: what_if(opened, WhatIf(off=(START - DAY,))), "has passed")
    opened = act(take_off(opened, FRIDAY, FRIDAY))
    assert act(add_time(opened, FRIDAY, 20 * 60, 21 * 60)).progress.extra


def test_of_a_day_off_and_extra_time_on_it_the_later_counts(opened):
    opened = act(add_time(opened, FRIDAY, 8 * 60, 10 * 60))
    opened = true(act(take_off(opened, FRIDAY, FRIDAY)))
    assert week_view(opened).days[4].windows == ()
    opened = true(act(add_time(opened, FRIDAY, 9 * 60, 10 * 60)))
    assert [(a.hour, b.hour) for a, b in week_view(opened).days[4].windows] == [(9, 10)]
    assert take_off(opened, FRIDAY, FRIDAY).proposal.drafts
    assert not any("now off" in reason.text for reason in opened.plan.stale)


def test_an_undone_hand_is_named_in_words(opened):
    after = act(move(opened, "python-basics", When(SATURDAY, 12 * 60)))
    _, said = undo(after)
    assert "Python basics: moved to 5 Dec 2026 (python-basics.1)" in translator("en")(said)


def test_a_weekly_cap_is_kept_by_what_moves(learner):
    opened = init(learner.on(START, 8), learner.answers(hours_per_week=8 * 60))
    later = named(opened, "sql-basics")
    full = START + 7 * DAY if later.day < START + 7 * DAY else START
    opened = act(move(opened, later.id, When(full + 4 * DAY, 20 * 60)))
    assert named(true(opened), later.id).pinned
