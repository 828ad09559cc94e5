"""Whatever a profile looks like, changing a setting touches the lines of that key and loses no comment."""

import json
import re

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from planner.documents.editing import REMOVED, edit, is_same, turn_back, value_at, with_value
from planner.documents.hunks import make_hunk
from planner.documents.layout import comments
from planner.documents.reading import read_document
from planner.learner.document import AvailabilityRecord, ProfileRecord
from planner.learner.writing import profile_yaml
from planner.problems import DataError
from planner.text import translator
from tests.learner.test_profile_round_trip import profiles

FILE = "profile.yaml"
ORDER = [*ProfileRecord.model_fields, *AvailabilityRecord.model_fields]
words = st.sampled_from(
    ["a", "no", "1e3", "null", "2027-01-31", "10%", "20:00-22:00", "時間", "a b", "# x", ""]
)
scalars = words | st.booleans() | st.integers(-9, 99) | st.sampled_from([1.5, 1e3, -0.0, None])
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words.filter(bool), inner, max_size=3),
    max_leaves=5,
)
usual = st.sampled_from(
    [
        ("goal", "2027-03-31"), ("drop", ["stretch"]), ("drop", []), ("background", ["programming"]),
        ("choices.speciality", ["vision"]), ("timezone", "Asia/Seoul"), ("language", "ja"),
        ("availability.hours_per_week", 24), ("availability.weekday", ["06:00-07:00", "20:00-22:00"]),
        ("availability.day_off", []), ("availability.days.monday", []), ("availability.holidays", "JP"),
        ("availability.exceptions", [{"from": "2026-12-29", "to": "2027-01-03"}]),
        ("study.buffer", "15%"), ("study.session.max", "90m"), ("study.reviews", True), ("study", {}),
    ]
)  # fmt: skip
written = st.builds(
    lambda profile, language: profile_yaml(profile, translator(language)),
    profiles,
    st.sampled_from(["en", "ja"]),
)


@st.composite
def changes(draw, value):
    """A change that people make, or any value at any place of the text."""
    if draw(st.booleans()):
        path, new = draw(usual)
        return tuple(path.split(".")), draw(st.just(new) | st.just(REMOVED))
    path = []
    while isinstance(value, dict) and value and (not path or draw(st.booleans())):
        path.append(draw(st.sampled_from([*value, "new"])))
        value = value.get(path[-1])
    return tuple(path), draw(values | st.just(REMOVED))


@st.composite
def mangled(draw):
    """A profile as hands leave it: block and flow style, odd indentation, comments and blank lines between."""
    text = draw(written)
    if draw(st.booleans()):
        value = read_document(text, FILE)[0].value
        style, indent = draw(st.sampled_from([None, False])), draw(st.integers(2, 7))
        text = yaml.safe_dump(
            value, default_flow_style=style, indent=indent, width=draw(st.sampled_from([30, 999])),
            allow_unicode=True, sort_keys=draw(st.booleans()),
        )  # fmt: skip
    lines = text.splitlines()
    for number in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, len(lines)))
        gap = " " * draw(st.integers(0, 6))
        lines.insert(place, draw(st.sampled_from([f"{gap}# own {number}", "", gap])))
    for number in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(lines) - 1))
        lines[place] += f"  # at the end {number}: [{{'"
    if draw(st.booleans()):
        lines = [line.replace("[", "[ ").replace('"', "'").replace(": ", " :  ") for line in lines]
    if draw(st.booleans()):
        lines = [line.replace("]", ", ]").replace("[, ]", "[]") for line in lines]
    if draw(st.booleans()):
        lines = [each for line in lines for each in line.replace(", ", ",  # own 9\n       ").split("\n")]
    if draw(st.booleans()):
        lines = [each for line in lines for each in _asked(line, draw)]
    if draw(st.booleans()):
        lines = ["---  # own 7", *lines, "...  # own 8"]
    end = draw(st.sampled_from(["\n", "\r\n"]))
    data = (end.join(lines) + draw(st.sampled_from([end, "", end + end]))).encode()
    return draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + data


def _asked(line, draw):
    """Write a key now and then as YAML's explicit one: a question mark, and its value on the next line."""
    found = re.fullmatch(r"( *)([a-z_]+): ( *\[.*)", line)
    if not found or draw(st.booleans()):
        return [line]
    return [f"{found[1]}? {found[2]}", f"{found[1]}{draw(st.sampled_from(['', ' ']))}: {found[3]}"]


def told(text):
    return [comment for _, comment in comments(text)]


def check(data, path, value):
    """Change, and look at the outcome with other eyes; return it."""
    before = read_document(data, FILE)[0].value
    after = edit(data, FILE, path, value, ORDER)
    wanted = with_value(before, path, value)
    document, problems = read_document(after, FILE)
    assert problems == ()
    assert is_same(document.value, wanted)
    old, new = data.decode("utf-8-sig"), after.decode("utf-8-sig")
    assert told(new) == told(old)
    assert re.findall(r"# (?:own|at the end) [0-9]", new) == re.findall(r"# (?:own|at the end) [0-9]", old)
    assert after.startswith(b"\xef\xbb\xbf") == data.startswith(b"\xef\xbb\xbf")
    assert ("\r\n" in old) == ("\r\n" in new) or "\n" not in new
    assert turn_back(after, FILE, path, value_at(before, path), make_hunk(old, new)) == data
    return after


@given(written, st.data())
@settings(max_examples=25, deadline=None)
def test_a_profile_that_the_planner_wrote_can_always_be_changed(text, data):
    value = read_document(text, FILE)[0].value
    path, new = data.draw(changes(value))
    assume(path)
    check(text.encode(), path, new)


@given(mangled(), st.data())
@settings(max_examples=50, deadline=None)
def test_a_profile_as_hands_leave_it_keeps_all_else(data, draw):
    check_or_be_refused(data, draw)


@pytest.mark.full
@given(mangled(), st.data())
@settings(max_examples=1_500, deadline=None)
def test_many_profiles_as_hands_leave_them_keep_all_else(data, draw):
    check_or_be_refused(data, draw)


def check_or_be_refused(data, draw):
    document, problems = read_document(data, FILE)
    assume(document is not None and not problems)
    path, new = draw.draw(changes(document.value))
    assume(path)
    refused = refusal(data, path, new)
    if refused is None:
        check(data, path, new)
    else:
        assert "by hand" in refused.problems[0].message.text
        assert refused.problems[0].line > 0


def refusal(data, path, value):
    try:
        edit(data, FILE, path, value, ORDER)
    except DataError as error:
        return error


@given(written, usual)
@settings(max_examples=12, deadline=None)
def test_another_reader_of_yaml_finds_the_same(text, change):
    path, value = change
    after = edit(text.encode(), FILE, path.split("."), value, ORDER)
    assert plain(after) == with_value(plain(text), path.split("."), value)


def plain(text):
    """Read with ruamel.yaml, where dates are dates."""
    return json.loads(json.dumps(YAML(typ="safe", pure=True).load(text), default=str))
