"""The dotted keys of settings are those of the profile's schema, and a key that is not there names the nearest."""

import pytest

from planner.learner.keys import known_settings, setting_path, sibling_order
from planner.learner.schema import profile_schema
from planner.problems import DataError
from planner.text.dates import WEEKDAYS


def below(schema, node, prefix=""):
    """Return the dotted keys of the JSON Schema that editors use."""
    for option in (node, *node.get("anyOf", ()), *node.get("allOf", ())):
        target = schema["definitions"][option["$ref"].rpartition("/")[2]] if "$ref" in option else option
        for name, inner in target.get("properties", {}).items():
            yield prefix + name
            yield from below(schema, inner, f"{prefix}{name}.")


def test_they_are_the_keys_of_the_schema_and_the_days_of_the_week():
    schema = profile_schema()
    days = {f"availability.days.{day}" for day in WEEKDAYS}
    assert set(known_settings()) == {*below(schema, schema), *days}


def test_any_choice_may_be_set():
    assert setting_path("choices.some-choice") == ("choices", "some-choice")


def test_keys_that_stand_beside_each_other_are_in_the_order_of_the_files_that_we_write():
    order = sibling_order()
    for group in (
        ["curriculum", "start", "goal", "timezone"],
        ["weekday", "day_off", "days", "holidays"],
        ["min", "max"],
    ):
        assert sorted(group, key=order.index) == group


@pytest.mark.parametrize(
    "key", ["", ".", "choices.", "choices.a.b", "goal.x", "availability..weekday", "学", "a" * 5000]
)
def test_what_is_no_setting_is_said_in_one_short_line(key):
    with pytest.raises(DataError) as caught:
        setting_path(key)
    (problem,) = caught.value.problems
    assert len(problem.message.text) + sum(len(str(value)) for _, value in problem.message.values) < 200
