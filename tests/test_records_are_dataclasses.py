"""Our records behave as the standard library's frozen dataclasses with slots do."""

import copy
import dataclasses
import pickle
from dataclasses import field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner import records
from planner.journal.model import Session
from planner.problems import Problem
from planner.text.messages import Minutes


def declare(dataclass):
    @dataclass(frozen=True, slots=True)
    class Point:
        """Some fields, some defaults."""

        x: int
        name: str = "origin"
        marks: list = field(default_factory=list)

        @property
        def double(self):
            """Twice x."""
            return 2 * self.x

    return Point


OURS, THEIRS = declare(records.dataclass), declare(dataclasses.dataclass)
values = st.tuples(st.integers(0, 2), st.sampled_from("ab"), st.tuples(st.integers(0, 1)))


@given(values, values, st.integers(1, 3))
def test_values_compare_and_read_alike(one, other, given_in_order):
    names = ("x", "name", "marks")
    for left, right in ((one, other), (one, one)):
        ours, theirs = (
            (
                made(*left[:given_in_order], **dict(list(zip(names, left, strict=True))[given_in_order:])),
                made(*right),
            )
            for made in (OURS, THEIRS)
        )
        assert (ours[0] == ours[1]) == (theirs[0] == theirs[1])
        assert (hash(ours[0]) == hash(ours[1])) == (hash(theirs[0]) == hash(theirs[1]))
        assert repr(ours[0]) == repr(theirs[0])
        assert dataclasses.astuple(ours[0]) == dataclasses.astuple(theirs[0])
        assert ours[0] != theirs[0]


def test_defaults_are_filled_in_and_made_anew():
    one, other = OURS(1), OURS(1)
    assert (one.name, one.marks, one.double) == ("origin", [], 2)
    assert one.marks is not other.marks


@pytest.mark.parametrize("made", [OURS, THEIRS])
def test_wrong_values_are_refused(made):
    for wrong in (made, lambda: made(1, "a", [], 4), lambda: made(1, x=1), lambda: made(1, y=2)):
        with pytest.raises(TypeError):
            wrong()


@pytest.mark.parametrize("made", [OURS, THEIRS])
def test_nothing_can_be_set_or_deleted(made):
    point = made(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        point.x = 2
    with pytest.raises(dataclasses.FrozenInstanceError):
        del point.x
    with pytest.raises((dataclasses.FrozenInstanceError, TypeError, AttributeError)):
        point.other = 2
    assert not hasattr(point, "__dict__")


def test_replace_copies_and_patterns_work():
    point = dataclasses.replace(OURS(1, "a"), x=2)
    match point:
        case OURS(x, name):
            assert (x, name) == (2, "a")
        case _:
            pytest.fail("no match")
    assert copy.deepcopy(point) == point


def test_one_field_and_many_survive_pickling():
    for record in (Minutes(5), Problem(message="m", line=3)):
        again = pickle.loads(pickle.dumps(record))
        assert again == record
        assert hash(again) == hash(record)
    assert "minutes" not in [each.name for each in dataclasses.fields(Session)]


def test_only_frozen_records_with_slots_are_made():
    with pytest.raises(TypeError):
        records.dataclass(frozen=False, slots=True)


def test_what_a_record_cannot_do_is_refused_when_it_is_made():
    with pytest.raises(TypeError, match="__post_init__"):

        @records.dataclass(frozen=True, slots=True)
        class Checked:
            a: int

            def __post_init__(self): ...

    with pytest.raises(TypeError, match="left out"):

        @records.dataclass(frozen=True, slots=True)
        class Partial:
            a: int = field(default=0, compare=False)
