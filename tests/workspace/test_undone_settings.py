"""Settings undone out of order, and a file that comes late with what was undone."""

import pytest

from planner.journal.words.history import actions
from planner.workspace.mending.checking import check_journal
from planner.workspace.undoing.choosing import redo_entry, undo_entry
from planner.workspace.undoing.settings import STILL
from planner.workspace.undoing.undo import undo
from tests.workspace.conftest import START
from tests.workspace.setting_samples import again, begun, change, profile

KEY = "availability.hours_per_week"


def hours(learner):
    [line] = [line for line in profile(learner).decode().splitlines() if "hours_per_week" in line]
    return int(line.split("#")[0].split(":")[1])


@pytest.fixture
def changed(learner):
    """Hand out the plan after 18 → 12 → 20, and the ids of both actions."""
    opened = change(begun(learner), availability__hours_per_week=12)
    opened = change(again(learner, 10), availability__hours_per_week=20)
    return again(learner, 11), [each.id for each in actions(opened.events)[-2:]]


def test_when_both_are_undone_the_value_from_before_both_is_back_whatever_the_order(learner, changed):
    opened, (first, second) = changed
    before = profile(learner)
    opened, said = undo_entry(opened, first)
    assert "is 20 now and stays" in opened.t(said)
    opened, said = undo_entry(opened, second)
    assert hours(learner) == 18
    opened, _ = redo_entry(opened, second)
    assert profile(learner) == before
    opened, said = redo_entry(opened, first)
    assert (hours(learner), "is 20 now and stays" in opened.t(said)) == (20, True)
    assert undo_entry(opened, second)
    assert hours(learner) == 12


def test_a_file_that_comes_late_with_what_was_undone_is_told(learner, changed):
    opened, _ = changed
    late = profile(learner)

    def told():
        return [each.key for each in check_journal(learner.on(START, 12)).notices if each.key == STILL]

    undo(opened)
    assert told() == []
    (learner.home / "profile.yaml").write_bytes(late)
    assert told() == [STILL]
    change(again(learner, 13), availability__hours_per_week=21)
    assert told() == []
