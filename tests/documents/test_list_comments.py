"""Comments of a list stay at the items that they are about, whatever becomes of the others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.documents.editing import edit
from planner.documents.hunks import Hunk, put_back
from planner.problems import DataError

LIST = "w:\n  - b  # beta\n  - a  # alpha\n  - c  # gamma\nz: 1\n"


def changed(*items, text=LIST):
    return edit(text.encode(), "p", ["w"], list(items)).decode()


@pytest.mark.parametrize(
    ("items", "lines"),
    [
        (["b", "x", "a", "c"], ["b  # beta", "x", "a  # alpha", "c  # gamma"]),
        (["x", "b", "a", "c", "v"], ["x", "b  # beta", "a  # alpha", "c  # gamma", "v"]),
        (["B", "a", "C"], ["B  # beta", "a  # alpha", "C  # gamma"]),
        (["B", "a", "c", "d"], ["B  # beta", "a  # alpha", "c  # gamma", "d"]),
    ],
)
def test_the_same_item_keeps_its_comment_and_a_changed_one_that_of_its_place(items, lines):
    assert changed(*items) == "w:\n" + "".join(f"  - {line}\n" for line in lines) + "z: 1\n"


@pytest.mark.parametrize("items", [["a", "b", "c"], ["c", "b", "a"], ["x", "c"], ["x", "y", "z", "c"]])
def test_what_would_leave_a_comment_at_another_item_is_left_to_the_hand(items):
    with pytest.raises(DataError) as caught:
        changed(*items)
    assert "by hand" in caught.value.problems[0].message.text


def test_without_comments_items_may_change_places():
    assert changed("a", "b", text="w: [b, a]  # both\n") == "w: [a, b]  # both\n"


@given(
    st.lists(st.sampled_from("abcdefg"), unique=True, min_size=1),
    st.lists(st.sampled_from("abcdefgxyz"), unique=True, min_size=1),
)
def test_an_item_that_stays_has_its_own_comment_or_nothing_is_written(old, new):
    text = "w:\n" + "".join(f"  - {item}  # own {item}\n" for item in old)
    try:
        after = edit(text.encode(), "p", ["w"], new).decode()
    except DataError:
        return
    lines = after.splitlines()
    for item in set(old) & set(new):
        assert f"  - {item}  # own {item}" in lines


@pytest.mark.parametrize("key", ["? w\n: [a, b]\n", "? w\n : [a]\nz: 1\n", "x:\n  ? w\n  : [a]\n"])
@pytest.mark.parametrize("value", [["b"], [], "c", 3])
def test_a_key_with_a_question_mark_is_changed_or_left_to_the_hand(key, value):
    path = ["x", "w"] if key.startswith("x") else ["w"]
    try:
        after = edit(key.encode(), "p", path, value)
    except DataError as error:
        assert error.problems[0].message.text  # noqa: PT017
    else:
        assert after != key.encode()


def test_of_equal_lines_the_nearest_are_put_back_first():
    text = "a\nx\nb\nx\nc\n"
    assert next(put_back(text, Hunk(1, "y\n", "x\n"))) == "a\ny\nb\nx\nc\n"
    assert next(put_back(text, Hunk(3, "y\n", "x\n"))) == "a\nx\nb\ny\nc\n"
    assert next(put_back("new\n" + text, Hunk(4, "y\n", "x\n"))) == "new\na\nx\nb\ny\nc\n"
