"""Settings changed in a text: what happens to lines, comments, quotes and ends, case by case."""

import pytest

from planner.documents.editing import REMOVED, edit
from planner.documents.flow import flow
from planner.documents.hunks import Hunk, make_hunk, put_back
from planner.documents.layout import comments
from planner.problems import DataError

PROFILE = """\
# 私のプロフィール
curriculum: small   # the course

start: 2026-11-30
# goal: 2027-01-31  # not yet
choices: {}  # which
drop: [ 'a', "b" ]  # out
availability:  # when
    weekday:
    - "20:00-22:00"  # evenings
    # only in summer:
    - "06:00-07:00"
    exceptions:
      - from: 2026-12-29   # new year
        to: 2027-01-03
      - {from: 2027-03-01}
study: {buffer: 10%, tracks: 2}
"""
ORDER = ("curriculum", "start", "goal", "choices", "drop", "availability", "study")
CASES = {
    "a value": ("start", "2026-12-07", "-start: 2026-11-30\n+start: 2026-12-07\n"),
    "a new key has its usual place": ("goal", "2027-03-31", "+goal: 2027-03-31\n"),
    "into empty brackets": ("choices.way", ["x"], "-choices: {}  # which\n+choices: {way: [x]}  # which\n"),
    "one more keeps the quotes of others": (
        "drop",
        ["a", "b", "c"],
        "-drop: [ 'a', \"b\" ]  # out\n+drop: [ 'a', \"b\", c ]  # out\n",
    ),
    "one less": ("drop", ["b"], '-drop: [ \'a\', "b" ]  # out\n+drop: [ "b" ]  # out\n'),
    "another one keeps the quotes": (
        "drop",
        ["z", "b"],
        "-drop: [ 'a', \"b\" ]  # out\n+drop: [ 'z', \"b\" ]  # out\n",
    ),
    "a text that YAML would read as another thing is quoted": (
        "curriculum",
        "1e3",
        '-curriculum: small   # the course\n+curriculum: "1e3"   # the course\n',
    ),
    "a line of a list": (
        "availability.weekday",
        ["20:00-22:00", "06:00-07:00", "12:00-13:00"],
        '+    - "12:00-13:00"\n',
    ),
    "a comment stays when its item goes": (
        "availability.weekday",
        ["06:00-07:00"],
        '-    - "20:00-22:00"  # evenings\n+    # evenings\n',
    ),
    "a whole list": (
        "availability.exceptions",
        [],
        (
            "-    exceptions:\n-      - from: 2026-12-29   # new year\n-        to: 2027-01-03\n"
            "-      - {from: 2027-03-01}\n+    exceptions: []\n+      # new year\n"
        ),
    ),
    "inside a list": (
        "availability.exceptions",
        [{"from": "2026-12-29", "to": "2027-01-04"}, {"from": "2027-03-01"}],
        "-        to: 2027-01-03\n+        to: 2027-01-04\n",
    ),
    "a block's own indentation": ("availability.holidays", "JP", "+    holidays: JP\n"),
    "out of brackets": (
        "study.buffer",
        REMOVED,
        "-study: {buffer: 10%, tracks: 2}\n+study: {tracks: 2}\n",
    ),
    "out of the file": ("choices", REMOVED, "-choices: {}  # which\n+# which\n"),
    "brackets inside brackets": (
        "study.session.max",
        "90m",
        "-study: {buffer: 10%, tracks: 2}\n+study: {buffer: 10%, tracks: 2, session: {max: 90m}}\n",
    ),
}


def diff(before, after):
    """The lines that go and come, each with its sign."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    hunk = make_hunk(before, after)
    gone, come = hunk.old.splitlines(keepends=True), hunk.new.splitlines(keepends=True)
    assert len(new) - len(old) == len(come) - len(gone)
    while gone and come and gone[0] == come[0]:
        gone, come = gone[1:], come[1:]
    while gone and come and gone[-1] == come[-1]:
        gone, come = gone[:-1], come[:-1]
    return "".join(f"-{line}" for line in gone) + "".join(f"+{line}" for line in come)


@pytest.mark.parametrize(("key", "value", "wanted"), CASES.values(), ids=CASES)
def test_the_lines_that_change(key, value, wanted):
    after = edit(PROFILE.encode(), "p", key.split("."), value, ORDER).decode()
    assert diff(PROFILE, after) == wanted


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("last", [True, False])
def test_marks_and_ends_of_lines_are_kept(end, mark, last):
    body = end.join(["a: 1", "b:", "  - x  # ex", "c: 3"]) + (end if last else "")
    data = mark + body.encode()
    more = edit(data, "p", ["d"], 4)
    assert more == mark + body.encode() + (f"d: 4{end}" if last else f"{end}d: 4").encode()
    assert edit(more, "p", ["d"], REMOVED) == data
    list_ = end.join(["a: 1", "b: []", "  # ex", "c: 3"]) + (end if last else "")
    assert edit(data, "p", ["b"], []) == mark + list_.encode()


def test_what_is_so_already_changes_nothing():
    data = b"a:   [ 1,2 ]"
    assert edit(data, "p", ["a"], [1, 2]) is data
    assert edit(data, "p", ["b"], REMOVED) is data


@pytest.mark.parametrize(
    ("text", "path", "value", "line"),
    [
        ("a: [x, # why\n  y]\n", ["a"], "z", 1),
        ("b: 1\na: | # why\n  text\n", ["a"], "z", 2),
        ("a:\n- x: 1 # why\n  y: 2\n", ["a"], [{"y": 2}], 1),
        ("a: 1\n", ["a"], REMOVED, 1),
    ],
)
def test_what_is_too_tangled_is_left_to_the_hand(text, path, value, line):
    with pytest.raises(DataError) as caught:
        edit(text.encode(), "p", path, value)
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == ("p", line)
    assert "by hand" in problem.message.text
    wanted = {"key": "a"} if value is REMOVED else {"line": f"a: {flow(value)}"}
    assert dict(problem.message.values) == wanted


def test_comments_inside_brackets_that_go_stay():
    assert edit(b"b: 1\na: {x: 1, # why\n  y: 2}\n", "p", ["a"], REMOVED) == b"b: 1\n# why\n"


def test_a_text_that_is_wrong_already_is_refused_with_its_own_problems():
    with pytest.raises(DataError) as caught:
        edit(b"a: 1\na: 2\n", "p", ["b"], 3)
    assert caught.value.problems[0].line == 2


def test_comments_are_what_a_hash_begins_outside_of_texts():
    text = "# one\na: 'x # no' # two\nb: |  # three\n  # no\nc: x#no\n'd # no': [\"# no\", # four\n  z]\n"
    assert [comment for _, comment in comments(text)] == ["# one", "# two", "# three", "# four"]


def test_lines_are_put_back_where_they_are_found_even_when_others_moved():
    before, after = "a\nb\nc\n", "a\nB\nc\n"
    hunk = make_hunk(before, after)
    assert hunk == Hunk(1, "b\n", "B\n")
    assert next(put_back("new\n" + after, hunk)) == "new\n" + before
    assert list(put_back("a\nother\nc\n", hunk)) == []
