"""Undo and redo put settings and files back, but only what nobody changed since."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.journal.events import Draft
from planner.journal.packing import pack
from planner.journal.words.history import last_action
from planner.problems import DataError
from planner.text import translator
from planner.workspace.acting import record, record_with_plan
from planner.workspace.opening import open_plan
from planner.workspace.replacing import Change
from planner.workspace.settings.changing import REMOVED, act_settings, change_settings
from planner.workspace.undoing.undo import redo, undo, undo_action
from tests.workspace.backup_samples import Failing, Snapshot
from tests.workspace.setting_samples import CODES, again, begun, change, elsewhere, events, profile

T = translator("en")
VALUES = {
    "goal": ["2027-01-24", "2027-02-28", REMOVED],
    "drop": [["stretch"], ["extra", "sql-basics"], REMOVED],
    "availability.weekday": [["19:00-22:00"], ["06:00-07:00", "20:00-22:00"], REMOVED],
    "availability.day_off": [["09:00-15:00"], ["10:00-14:00", "20:00-22:00"], REMOVED],
    "availability.hours_per_week": [12, 20, REMOVED],
    "availability.days.friday": [[], ["21:00-23:00"], REMOVED],
    "study.buffer": ["15%", 0, REMOVED],
    "background": [[]],
}


def write(learner, data):
    (learner.home / "profile.yaml").write_bytes(data)


def test_undo_gives_the_very_bytes_and_redo_the_others(learner):
    opened = begun(learner)
    before, plan = profile(learner), opened.plan
    changed = change(opened, goal="2027-01-24", availability__hours_per_week=REMOVED, drop=["stretch"])
    after = profile(learner)
    undone, said = undo(changed)
    assert profile(learner) == before
    assert T(said).startswith("Undone: setting goal: – → 2027-01-24")
    assert undone.plan == again(learner).plan
    assert undone.plan.sessions == plan.sessions
    assert undone.plan.stale == ()
    redone, _ = redo(undone)
    assert profile(learner) == after
    assert redone.plan.sessions == changed.plan.sessions
    assert redone.plan.stale == ()


steps = st.lists(
    st.one_of(*[st.tuples(st.just(key), st.sampled_from(values)) for key, values in VALUES.items()]),
    min_size=1,
    max_size=4,
)


@given(steps)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_actions_are_undone_to_the_byte_and_done_again(tmp_path_factory, steps):
    from tests.workspace.conftest import Learner

    learner = Learner(tmp_path_factory.mktemp("any"))
    opened, texts = begun(learner), [profile(learner)]
    for key, value in steps:
        try:
            proposed = change_settings(opened, {key: value})
        except DataError:
            continue
        opened = act_settings(proposed)
        if proposed.proposal.drafts:
            texts.append(profile(learner))
    for text in reversed(texts[:-1]):
        opened, _ = undo(opened)
        assert profile(learner) == text
    for text in texts[1:]:
        opened, _ = redo(opened)
        assert profile(learner) == text


def test_a_value_edited_since_stays_and_the_rest_is_undone(learner):
    changed = change(begun(learner), goal="2027-01-24", drop=["stretch"])
    write(learner, profile(learner).replace(b"goal: 2027-01-24", b"goal: 2027-01-27 # later"))
    undone, said = undo(open_plan(changed.context))
    assert b"goal: 2027-01-27 # later\n" in profile(learner)
    assert b"drop: [ ]   # what I leave out\n" in profile(learner)
    assert T(said).endswith(". profile.yaml: goal is 2027-01-27 now and stays")
    assert undone.progress.accepted.event != changed.progress.accepted.event


def test_a_value_taken_out_since_stays_out(learner):
    changed = change(begun(learner), goal="2027-01-24")
    write(learner, profile(learner).replace(b"goal: 2027-01-24\n", b""))
    _, said = undo(open_plan(changed.context))
    assert b"goal:" not in profile(learner)
    assert T(said).endswith("the plan accepted with it")


def test_edits_around_a_value_stay_when_it_is_undone(learner):
    before = profile(begun(learner) and learner)
    changed = change(again(learner), availability__hours_per_week=12, goal="2027-01-24")
    write(learner, b"# more\n" + profile(learner)[3:].replace(b"   # at most", b" # most") + b"# end\n")
    undo(open_plan(changed.context))
    assert profile(learner) == b"# more\n" + before[3:].replace(b"   # at most", b" # most") + b"# end\n"


def test_a_redo_leaves_what_was_edited_since_the_undo(learner):
    undone, _ = undo(change(begun(learner), availability__hours_per_week=12))
    write(learner, profile(learner).replace(b"hours_per_week: 18", b"hours_per_week: 17"))
    _, said = redo(open_plan(undone.context))
    assert b"hours_per_week: 17" in profile(learner)
    assert T(said).endswith("profile.yaml: availability.hours_per_week is 17 now and stays")


def test_an_undo_that_would_make_the_profile_wrong_leaves_it(learner):
    changed = change(begun(learner), start="2026-11-23")
    write(learner, profile(learner).replace(b"start: 2026-11-23", b"start: 2026-11-23\ngoal: 2026-11-25"))
    mine = profile(learner)
    _, said = undo(open_plan(changed.context))
    assert profile(learner) == mine
    assert "profile.yaml stays as it is, for else it would be wrong: the goal is before the start" in T(said)


def test_an_older_action_is_undone_by_its_events(learner):
    opened = change(begun(learner), drop=["stretch"])
    first = last_action(opened.events)
    opened = change(opened, goal="2027-01-24")
    undo_action(opened, first)
    assert b"drop: [ ]   # what I leave out\n" in profile(learner)
    assert b"goal: 2027-01-24\n" in profile(learner)


def test_another_machine_undoes_it_too(learner):
    opened = begun(learner)
    before = profile(learner)
    change(opened, goal="2027-01-24", availability__weekday=["19:00-22:00"])
    undo(open_plan(elsewhere(learner)))
    assert profile(learner) == before


@pytest.mark.parametrize(
    "lines", [None, 7, {}, {"at": "x", "old": "", "new": ""}, {"at": 2, "old": "a", "new": "zz\n"}]
)
def test_an_event_without_good_lines_is_undone_by_its_value(learner, lines):
    opened = begun(learner)
    proposed = change_settings(opened, {"availability.hours_per_week": 12})
    drafts = [Draft("setting", {**draft.data, "lines": lines}) for draft in proposed.proposal.drafts]
    act_settings(replace(proposed, proposal=replace(proposed.proposal, drafts=tuple(drafts))))
    undo(again(learner, 10))
    assert b"hours_per_week: 18   # at most\n" in profile(learner)


def replaced(opened, name, new):
    """Replace a file as one action with the plan that stands."""
    path = opened.context.home / name
    old = path.read_bytes()
    draft = Draft("replaced", {"file": name, "old": pack(old), "new": pack(new)})
    record_with_plan(opened, [draft], opened.plan, files=[Change(path, old, new)])
    return old


@pytest.mark.parametrize("name", ["curriculum.yaml", "profile.yaml"])
def test_a_file_that_was_replaced_comes_back_and_goes_again(learner, name):
    opened = begun(learner)
    new = (learner.home / name).read_bytes() + b"# new\n"
    old = replaced(opened, name, new)
    undone, _ = undo(again(learner, 10))
    assert (learner.home / name).read_bytes() == old
    assert undone.plan.stale == ()
    redo(undone)
    assert (learner.home / name).read_bytes() == new


def test_a_file_edited_since_it_was_replaced_stays(learner):
    opened = begun(learner)
    new = (learner.home / "curriculum.yaml").read_bytes() + b"# new\n"
    replaced(opened, "curriculum.yaml", new)
    (learner.home / "curriculum.yaml").write_bytes(new + b"# mine\n")
    _, said = undo(again(learner, 10))
    assert (learner.home / "curriculum.yaml").read_bytes() == new + b"# mine\n"
    assert T(said).endswith(". curriculum.yaml was changed since and stays as it is")


@pytest.mark.parametrize(
    ("name", "old", "note"),
    [
        ("../other", pack(b"x"), ""),
        ("profile.yaml", "no", "does not hold the other one"),
        ("profile.yaml", pack(b"["), "else it would be wrong"),
    ],
)
def test_an_event_of_another_hand_does_no_harm(learner, name, old, note):
    opened = begun(learner)
    data = {"file": name, "old": old, "new": pack(profile(learner))}
    record(opened, Draft("replaced", data))
    before = learner.tree()
    _, said = undo(again(learner, 10))
    assert note in T(said)
    after = learner.tree()
    assert {key for key in after if after[key] != before.get(key)} <= {
        key for key in after if "journal" in key
    }


@pytest.mark.parametrize("code", CODES)
def test_whatever_fails_while_undoing_file_and_journal_are_in_step(learner, code):
    opened = begun(learner)
    old = profile(learner)
    change(opened, goal="2027-01-24")
    snapshot, count, number, outcomes = Snapshot(learner.folder), len(events(learner)), 0, set()
    while number < 1000:
        number += 1
        snapshot.put_back()
        error, opened = None, again(learner, 10)
        with Failing(number, code) as failing:
            try:
                undo(opened)
            except (DataError, OSError) as raised:
                error = raised
        undone = len(events(learner)) > count
        assert (profile(learner) == old) == undone, (failing.failed, error)
        assert error or undone
        outcomes.add(undone)
        if not failing.failed:
            break
    assert number > 30
    assert outcomes == {True, False}
