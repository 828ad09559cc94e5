"""Keys are rebound by name: what can be is, what cannot is named, and no screen ever has two commands on one key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.keymap.names import key_name, shown_key, writes_text
from planner.keymap.rebinding import EDITING, MOVING, RESERVED, keys_of, rebound, shown_keys
from planner.keymap.table import COMMANDS, SCREENS, WRITING
from planner.text.messages import translator

SAY = translator("en")
WRITTEN = (
    "L",
    "x",
    "?",
    "/",
    "+",
    "-",
    "_",
    "@",
    "ctrl+l",
    "ctrl+shift+z",
    "alt+f4",
    "esc",
    "return",
    "F5",
    "space",
    "delete",
    "ctrl+a",
    "tab",
)
ids = st.sampled_from(sorted({command.id for command in COMMANDS}))
wishes = st.dictionaries(
    ids | st.text(max_size=5),
    st.lists(st.sampled_from(WRITTEN) | st.text(max_size=4), max_size=3),
    max_size=6,
)


def command(name, commands=COMMANDS):
    return next(each for each in commands if each.id == name)


@pytest.mark.parametrize(
    ("written", "name"),
    [("?", "question_mark"), ("/", "slash"), ("-", "minus"), ("+", "plus"), ("_", "underscore"), ("L", "L"),
     ("ctrl+L", "ctrl+l"), ("esc", "escape"), ("Return", "enter"), ("F12", "f12"), ("question_mark", "question_mark"),
     ("shift+l", "L"), ("shift+1", None), ("ctrl+m", None), ("ctrl+I", None), ("ctrl+h", None), ("ctrl+[", None),
     ("shift+f5", "shift+f5"), ("page", None),
     ("hyper+x", None), ("ctrl+ctrl+x", None), ("", None), ("ab", None), ("ctrl+", None)],
)  # fmt: skip
def test_keys_as_people_write_them(written, name):
    assert key_name(written) == name


@pytest.mark.parametrize("character", [chr(code) for code in range(33, 127)])
def test_every_character_is_named_as_textual_names_it_and_shown_as_itself(character):
    from textual.keys import _character_to_key

    name = key_name(character)
    assert name == _character_to_key(character)
    assert shown_key(name) == character
    assert writes_text(name)
    assert key_name(name) == name


def test_a_command_has_the_keys_that_were_wished_for():
    commands, problems = rebound({"log": ["f6", "ctrl+l"], "done": ["f7"]})
    assert problems == ()
    assert keys_of(command("log", commands)) == ["f6", "ctrl+l"]
    assert shown_keys(command("log", commands)) == "f6 ^l"
    assert command("done", commands).keys == "f7"


def test_two_commands_may_change_their_keys_with_each_other():
    one, other = command("try_it").keys, command("reach").keys
    commands, problems = rebound({"try_it": [other], "reach": [one]})
    assert problems == ()
    assert (command("try_it", commands).keys, command("reach", commands).keys) == (other, one)


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ({"log": ["d"]}, "the key d is that of `done` on the same screen"),
        ({"lgo": ["x"]}, "did you mean `log`?"),
        ({"zzzzzz": ["x"]}, "`planner keys` lists them"),
        ({"log": ["hyper+x"]}, "there is no key “hyper+x”"),
        ({"log": []}, "a command needs a key"),
        ({"save": ["s"]}, "types a character"),
        ({"search": ["up"]}, "moves the cursor"),
        ({"search": ["ctrl+i"]}, "there is no key “ctrl+i”"),
        ({"log": ["ctrl+p"]}, "that of `palette`"),
    ],
)
def test_what_cannot_be_is_named_and_changes_nothing(wish, said):
    commands, problems = rebound({**wish, "undo": ["Z"]})
    assert said in SAY(problems[0][1])
    assert problems[0][0] in wish
    assert commands == COMMANDS


@given(wishes)
def test_no_screen_ever_has_two_commands_on_one_key(wishes):
    commands, problems = rebound(wishes)
    for screen in SCREENS:
        keys = [key for each in commands if screen in each.screens for key in keys_of(each)]
        assert len(keys) == len(set(keys))
    if problems:
        assert commands == COMMANDS
    for name, _ in problems:
        assert name in wishes


@given(wishes)
def test_no_field_loses_a_character_to_a_command(wishes):
    commands, _ = rebound(wishes)
    usual = {each.id: each.keys for each in COMMANDS}
    for each in commands:
        if each.keys != usual[each.id] and set(each.screens) & set(WRITING):
            new = set(keys_of(each)) - set(usual[each.id].split(","))
            assert not any(writes_text(key) or key in EDITING for key in new)


@pytest.mark.parametrize("key", ["ctrl+z", "ctrl+q", "ctrl+c"])
def test_keys_that_leave_or_suspend_everywhere_are_not_given_away(key):
    commands, problems = rebound({"undo": [key]})
    assert commands == COMMANDS
    assert [name for name, _ in problems] == ["undo"]
    assert "belongs to the terminal" in SAY(problems[0][1])


def test_the_keys_that_fields_take_are_those_of_the_fields_there_are():
    """A newer Textual may bind more: then they are to be refused, too."""
    from textual.binding import Binding
    from textual.screen import Screen

    from tui.widgets.fields import Field, Picker
    from tui.widgets.marks import Marks

    found = {
        key
        for widget in (*Field.__mro__, Picker, Marks, Screen)
        for binding in Binding.make_bindings(vars(widget).get("BINDINGS", ()))
        for key in binding.key.split(",")
    }
    assert found - RESERVED - MOVING - SCROLLING == EDITING - {"space"}


SCROLLING = {
    "pageup",
    "pagedown",
    "ctrl+pageup",
    "ctrl+pagedown",
}  # of a widget that scrolls, as no field does


@pytest.mark.parametrize(
    ("name", "key"),
    [("save", "ctrl+a"), ("save", "left"), ("back", "ctrl+k"), ("save", "space"), ("forward", "tab")],
)
def test_a_key_that_a_field_takes_is_refused_where_there_are_fields(name, key):
    commands, problems = rebound({name: [key]})
    assert commands == COMMANDS
    assert [wrong for wrong, _ in problems] == [name]
    said = SAY(problems[0][1])
    assert "types a character" in said if key == "space" else f"takes the key {shown_key(key)}" in said


@pytest.mark.parametrize("key", ["ctrl+a", "delete", "tab"])
def test_without_fields_such_a_key_can_be_had(key):
    assert rebound({"order": [key]})[1] == ()
