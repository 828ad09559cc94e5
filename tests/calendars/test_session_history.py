"""What became of every session: revision numbers grow with changes and never shrink; removed ones stay, cancelled."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calendars.history import milestone_revision, session_history
from tests.calendars.samples import BIRTH, EVENING, accepted, progress, session


def moved(one, by=60):
    return replace(one, start=one.start + by, end=one.end + by)


def only(history, number=1):
    [found] = [each for each in history if each.session.uid == session(number).uid]
    return found


def test_a_session_is_born_with_revision_0():
    first = accepted(1, [session(1)])
    found = only(session_history(progress(first)))
    assert (found.sequence, found.cancelled, found.session) == (0, False, session(1))
    assert found.created == found.modified == first.at


def test_an_acceptance_that_leaves_a_session_alone_leaves_its_revision_alone():
    first = accepted(1, [session(1), session(2)])
    second = accepted(2, [replace(session(1), pinned=True), moved(session(2))], previous=first.event)
    history = session_history(progress(first, second))
    assert (only(history).sequence, only(history).modified) == (0, first.at)
    assert (only(history, 2).sequence, only(history, 2).modified) == (1, second.at)
    assert only(history, 2).created == first.at


def test_other_topics_are_a_change():
    first = accepted(1, [session(1, topics=(0,))])
    second = accepted(2, [session(1, topics=(1,))], previous=first.event)
    assert only(session_history(progress(first, second))).sequence == 1


def test_a_removed_session_stays_cancelled_in_every_later_history():
    first = accepted(1, [session(1), session(2)])
    second = accepted(2, [session(1)], previous=first.event)
    third = accepted(3, [session(1)], previous=second.event)
    found = only(session_history(progress(first, second, third)), 2)
    assert (found.cancelled, found.sequence, found.modified) == (True, 1, second.at)
    assert found.session == session(2)


def test_what_had_begun_when_the_next_plan_was_made_is_history_and_stays():
    first = accepted(1, [session(1), session(2)])
    second = accepted(2, [], previous=first.event, now=EVENING + timedelta(minutes=1))
    history = session_history(progress(first, second))
    assert (only(history).cancelled, only(history).sequence) == (False, 0)
    assert only(history, 2).cancelled
    at_its_start = accepted(2, [], previous=first.event, now=EVENING)
    assert only(session_history(progress(first, at_its_start))).cancelled


def test_an_undone_acceptance_still_counts_and_the_moment_moves_on():
    first = accepted(1, [session(1)])
    second = accepted(2, [moved(session(1)), session(2)], previous=first.event)
    history = session_history(progress(first, second, undone=[second.event]))
    assert (only(history).session, only(history).sequence) == (session(1), 1)
    assert only(history).modified > second.at
    assert only(history, 2).cancelled


def test_an_unchanged_plan_after_an_undo_changes_nothing():
    first = accepted(1, [session(1)])
    second = accepted(2, [moved(session(1))], previous=first.event)
    third = accepted(3, [session(1)], previous=first.event)
    after_undo = session_history(progress(first, second, undone=[second.event]))
    assert session_history(progress(first, second, third, undone=[second.event])) == after_undo


def test_a_plan_that_lost_to_another_machines_counts_too():
    first = accepted(1, [session(1)])
    lost = accepted(2, [moved(session(1))], previous=first.event)
    won = accepted(3, [moved(session(1), 90)], previous=first.event)
    found = only(session_history(progress(first, lost, won)))
    assert (found.sequence, found.session, found.modified) == (2, moved(session(1), 90), won.at)


def test_a_lost_event_does_not_lose_the_sessions_of_others():
    first = accepted(1, [session(1)])
    third = accepted(3, [session(2)], previous="01KBLOST", now=EVENING + timedelta(hours=3))
    history = session_history(progress(first, third))
    assert [(each.session, each.cancelled) for each in history] == [(session(1), False), (session(2), False)]


def test_with_every_plan_undone_nothing_is_left_in_force():
    first = accepted(1, [session(1)])
    assert only(session_history(progress(first, undone=[first.event]))).cancelled


def test_milestones_share_a_revision_that_follows_the_files():
    first = accepted(1, [], inputs={"profile.yaml": "a"})
    second = accepted(2, [session(1)], previous=first.event, inputs={"profile.yaml": "a"})
    third = accepted(3, [session(1)], previous=second.event, inputs={"profile.yaml": "b"})
    found = milestone_revision(progress(first, second))
    assert (found.sequence, found.modified, found.birth) == (0, first.at, first.event.lower())
    found = milestone_revision(progress(first, second, third))
    assert (found.sequence, found.modified, found.created) == (1, third.at, first.at)
    assert milestone_revision(progress()) is None


slots = st.dictionaries(st.integers(1, 4), st.integers(0, 3), max_size=4)
acts = st.lists(st.one_of(slots, st.just("undo"), st.just("redo")), min_size=1, max_size=12)


def timeline(acts):
    """Live through acceptances (where each session of four lies), undo and redo; yield each state with its act."""
    plans, undone, redoable = [], [], []
    for number, act in enumerate(acts, 1):
        standing = [plan for plan in plans if plan.event not in undone]
        if act == "undo":
            if not standing:
                continue
            undone.append(standing[-1].event)
            redoable.append(standing[-1].event)
        elif act == "redo":
            if not redoable:
                continue
            undone.remove(redoable.pop())
        else:
            redoable.clear()
            previous = standing[-1].event if standing else ""
            sessions = [moved(session(each), 30 * slot) for each, slot in sorted(act.items())]
            plans.append(accepted(number, sessions, previous=previous))
        yield act, session_history(progress(*plans, undone=undone))


def face(revision):
    return revision.cancelled or (revision.session.start, revision.session.end, revision.session.topics)


@settings(max_examples=300)
@given(acts)
def test_revisions_move_forward_with_every_change_and_only_then(acts):
    before = {}
    for act, history in timeline(acts):
        after = {each.session.uid: each for each in history}
        assert before.keys() <= after.keys()
        for uid, old in before.items():
            new = after[uid]
            assert new.sequence >= old.sequence
            assert new.created == old.created
            if face(new) == face(old):
                assert (new.sequence, new.modified) == (old.sequence, old.modified) or act in ("undo", "redo")
            elif act == "undo":
                assert (new.sequence, new.modified) > (old.sequence, old.modified)
            elif act != "redo":
                assert new.sequence == old.sequence + 1
                assert new.modified > old.modified
        before = after


@settings(max_examples=100)
@given(acts)
def test_sessions_in_force_are_confirmed_and_all_others_cancelled(acts):
    plans = []
    for number, act in enumerate(acts, 1):
        if isinstance(act, dict):
            sessions = [session(each, birth=BIRTH) for each in sorted(act)]
            plans.append(accepted(number, sessions, previous=plans[-1].event if plans else ""))
    in_force = {each.uid for each in plans[-1].sessions} if plans else set()
    history = session_history(progress(*plans))
    assert {each.session.uid for each in history if not each.cancelled} == in_force
    assert {each.session.uid for each in history} == {each.uid for plan in plans for each in plan.sessions}
