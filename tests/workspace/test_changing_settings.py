"""Settings changed through the program: shown first, then the file and the journal together, or neither."""

import os

import pytest

from planner.problems import DataError
from planner.workspace.opening import open_plan
from planner.workspace.settings import exchanging
from planner.workspace.settings.changing import REMOVED, act_settings, change_settings, read_value
from planner.workspace.settings.supposed import settings_of
from planner.workspace.supposing.whatif import Change, changed_profile
from planner.workspace.undoing.undo import undo
from tests.workspace.backup_samples import Failing, Snapshot
from tests.workspace.setting_samples import CODES, OWN, again, begun, change, events, profile


def test_proposing_writes_nothing_and_shows_what_acting_records(learner):
    opened = begun(learner)
    before = learner.tree()
    proposed = change_settings(opened, {"goal": "2027-01-24", "availability.hours_per_week": 12})
    assert learner.tree() == before
    after = act_settings(proposed)
    places = [(session.id, session.start, session.end) for session in after.plan.sessions]
    assert places == [(each.id, each.start, each.end) for each in proposed.proposal.after.sessions]
    assert after.plan.stale == again(learner).plan.stale == ()
    assert again(learner).plan.goal.isoformat() == "2027-01-24"


def test_an_action_is_the_settings_and_the_plan(learner):
    opened = begun(learner)
    count = len(events(learner))
    change(opened, goal="2027-01-24", drop=["stretch"], availability__hours_per_week=REMOVED)
    goal, drop, hours, plan = events(learner)[count:]
    assert (goal.data["path"], "old" in goal.data, goal.data["new"]) == ("goal", False, "2027-01-24")
    assert (drop.data["old"], drop.data["new"]) == ([], ["stretch"])
    assert (hours.data["old"], "new" in hours.data) == (18, False)
    assert plan.kind == "plan"
    assert {event.data.get("part_of") for event in (drop, hours, plan)} == {goal.id}


def test_only_the_lines_of_the_keys_change(learner):
    change(begun(learner), availability__hours_per_week=12, goal="2027-01-24", drop=["stretch"])
    wanted = (
        OWN.replace(b"hours_per_week: 18 ", b"hours_per_week: 12 ")
        .replace(b"start: 2026-11-30\n", b"start: 2026-11-30\ngoal: 2027-01-24\n")
        .replace(b"drop: [ ]", b"drop: [stretch]")
    )
    assert profile(learner) == wanted


def test_what_is_so_already_records_nothing(learner):
    opened = begun(learner)
    before = learner.tree()
    same = change_settings(opened, {"timezone": "Asia/Tokyo", "goal": REMOVED, "drop": []})
    act_settings(same)
    assert same.said == same.changed_lines == ()
    assert learner.tree() == before


def test_all_that_is_wrong_is_said_at_once_and_nothing_is_written(learner):
    opened = begun(learner)
    before = learner.tree()
    wrong = {"goal": "2020-01-01", "drop": ["strech"], "availability.weekday": "late", "study.tracks": 99}
    with pytest.raises(DataError) as caught:
        change_settings(opened, wrong)
    assert {problem.key for problem in caught.value.problems} >= {
        "goal",
        "drop[0]",
        "availability.weekday",
        "study.tracks",
    }
    assert all(problem.file == problem.key for problem in caught.value.problems)
    assert learner.tree() == before


@pytest.mark.parametrize(
    ("key", "near"),
    [
        ("gaol", "goal"),
        ("hours_per_week", "availability.hours_per_week"),
        ("study.bufer", "study.buffer"),
        ("chioces", "choices"),
    ],
)
def test_an_unknown_setting_names_the_nearest(learner, key, near):
    with pytest.raises(DataError) as caught:
        change_settings(begun(learner), {key: 1})
    assert dict(caught.value.problems[0].message.values)["near"] == near


@pytest.mark.parametrize("text", ["[", "a: b", "1\nother: 2", "&x 1", "\x00"])
def test_a_value_that_is_no_yaml_is_refused_in_one_line(text):
    with pytest.raises(DataError) as caught:
        read_value("goal", text)
    assert len(caught.value.problems) == 1


def test_values_are_read_as_the_file_is():
    told = {"24": 24, "no": "no", "[a, 'b']": ["a", "b"], "2027-10-01": "2027-10-01", "": None, "10%": "10%"}
    assert {text: read_value("goal", text) for text in told} == told


def test_a_file_edited_between_opening_and_asking_stays(learner):
    opened = begun(learner)
    mine = profile(learner) + b"# mine\n"
    (learner.home / "profile.yaml").write_bytes(mine)
    with pytest.raises(DataError, match="changed meanwhile"):
        change_settings(opened, {"goal": "2027-01-24"})
    assert profile(learner) == mine


def test_a_file_edited_between_asking_and_writing_stays(learner):
    proposed = change_settings(begun(learner), {"goal": "2027-01-24"})
    mine, count = profile(learner) + b"# mine\n", len(events(learner))
    (learner.home / "profile.yaml").write_bytes(mine)
    with pytest.raises(DataError, match="changed meanwhile"):
        act_settings(proposed)
    assert profile(learner) == mine
    assert len(events(learner)) == count


def test_a_file_edited_while_it_is_written_stays(learner, monkeypatch):
    """The very last look is taken when the new file lies beside the old one."""
    proposed = change_settings(begun(learner), {"goal": "2027-01-24"})
    mine, count = profile(learner) + b"# mine\n", len(events(learner))
    real = exchanging.replace_files

    def late(files, then):
        (learner.home / "profile.yaml").write_bytes(mine)
        real(files, then)

    monkeypatch.setattr(exchanging, "replace_files", late)
    with pytest.raises(DataError, match="changed meanwhile"):
        act_settings(proposed)
    assert profile(learner) == mine
    assert len(events(learner)) == count


def test_of_two_planners_that_change_at_once_the_second_is_told(learner):
    first = begun(learner)
    one, two = (change_settings(first, {"goal": goal}) for goal in ("2027-01-24", "2027-01-25"))
    act_settings(one)
    with pytest.raises(DataError, match="changed meanwhile"):
        act_settings(two)
    assert b"goal: 2027-01-24\n" in profile(learner)


@pytest.mark.parametrize("code", CODES)
def test_whatever_fails_file_and_journal_are_both_old_or_both_new(learner, code):
    proposed = change_settings(begun(learner), {"goal": "2027-01-24"})
    snapshot, old, count = Snapshot(learner.folder), profile(learner), len(events(learner))
    number, outcomes = 0, set()
    while number < 1000:
        number += 1
        snapshot.put_back()
        error = None
        with Failing(number, code) as failing:
            try:
                act_settings(proposed)
            except (DataError, OSError) as raised:
                error = raised
        new_file, new_journal = profile(learner) != old, len(events(learner)) > count
        assert new_file == new_journal, (failing.failed, error)
        assert error or new_file
        outcomes.add(new_file)
        if not failing.failed:
            break
    assert number > 30
    assert outcomes == {True, False}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the writer is forked")
def test_killed_between_file_and_journal_the_plan_is_merely_stale(learner, monkeypatch):
    opened = begun(learner)
    proposed = change_settings(opened, {"goal": "2027-01-24"})
    count = len(events(learner))
    monkeypatch.setattr("planner.workspace.acting.append", lambda *_: os.kill(os.getpid(), 9))
    child = os.fork()
    if child == 0:
        act_settings(proposed)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -9
    assert b"goal: 2027-01-24\n" in profile(learner)
    assert len(events(learner)) == count
    after = again(learner)
    assert after.changed_files == ("profile.yaml",)
    assert after.problems == ()
    monkeypatch.undo()
    change(after, goal="2027-01-25")
    assert again(learner).plan.stale == ()


def test_the_file_is_for_its_owner_only(learner):
    change(begun(learner), goal="2027-01-24")
    assert (learner.home / "profile.yaml").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "supposed",
    [
        Change(hours_per_week=600), Change(hours_per_week=1500), Change(hours_per_week=1110), Change(drop=("stretch",)),
        Change(drop=("extra",), hours_per_week=1300),
    ],
)  # fmt: skip
def test_a_supposed_change_as_settings_gives_the_profile_that_was_supposed(learner, supposed):
    opened = begun(learner)
    wanted = changed_profile(opened, supposed)
    after = act_settings(change_settings(opened, settings_of(opened, supposed)))
    assert after.settings == again(learner).settings == wanted


def test_a_supposed_rotation_is_written_as_well(learner):
    text = OWN + (
        b"    rotation: {from: 2026-11-30, weeks: [{weekday: ['20:00-21:00']}, {days: {monday: []}}]}\n"
    )
    opened = begun(learner, text)
    wanted = changed_profile(opened, Change(hours_per_week=1500))
    after = act_settings(change_settings(opened, settings_of(opened, Change(hours_per_week=1500))))
    assert after.settings == wanted
    undo(after)
    assert profile(learner) == text
    assert open_plan(after.context).plan.stale == ()
