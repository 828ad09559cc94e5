"""However a curriculum is damaged, the answer is problems in our own words, each of one line and with a place."""

import copy
import json

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from planner.curriculum.bundled import bundled_text
from planner.curriculum.reading import read_curriculum
from planner.learner.reading import read_profile
from planner.text import translator

CURRICULUM = yaml.safe_load(bundled_text("ml-engineer-6m"))
PROFILE = {
    "curriculum": "x",
    "start": "2026-12-01",
    "goal": "2027-12-01",
    "timezone": "Asia/Tokyo",
    "choices": {"a": "b"},
    "drop": ["stretch"],
    "availability": {
        "weekday": ["20:00-22:00"],
        "days": {"monday": []},
        "hours_per_week": 20,
        "rotation": {"from": "2026-12-07", "weeks": [{"weekday": []}, {"day_off": []}]},
        "exceptions": [{"from": "2026-12-29", "to": "2027-01-04", "windows": []}],
    },
    "study": {"session": {"min": "30m", "max": "2h"}, "buffer": "10%", "tracks": 2, "checkin": "sunday"},
}
FOREIGN = ("input should", "pydantic", "validation", "field required", "extra inputs", "value error")
plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.dates().map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def spots(value, path=()):
    yield path
    children = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, inner in children:
        yield from spots(inner, (*path, key))


@st.composite
def damaged(draw, value):
    value = copy.deepcopy(value)
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(list(spots(value))[1:] or [("id",)]))
        holder = value
        for step in path[:-1]:
            holder = holder[step]
        how = draw(st.sampled_from(["replace", "remove", "add"]))
        if how == "replace":
            holder[path[-1]] = draw(plain)
        elif how == "remove":
            del holder[path[-1]]
        elif isinstance(holder, dict):
            holder[draw(st.text(max_size=8))] = draw(plain)
    return value


def check(read, value):
    text = json.dumps(value, ensure_ascii=False, default=str)
    result, problems = read(text.encode("utf-8", "surrogatepass"), "f.yaml")
    assert (result is None) == bool(problems)
    for problem in problems:
        said = problem.text(translator("en"))
        assert "\n" not in said
        assert problem.line >= 1
        assert problem.column >= 1
        if text.isascii():
            assert not [word for word in FOREIGN if word in said.lower()]


@settings(max_examples=60, deadline=None)
@given(damaged(CURRICULUM))
def test_a_damaged_curriculum_is_explained(value):
    check(read_curriculum, value)


@settings(max_examples=300, deadline=None)
@given(damaged(PROFILE))
@example({**PROFILE, "[key]": None})
@example({**PROFILE, "choices": {"[key]": "[key]"}})
def test_a_damaged_profile_is_explained(value):
    check(read_profile, value)
