"""The JSON Schemas for editors are draft 7 and know the same keys as the readers."""

import json

import pytest

from planner.curriculum.document import CurriculumRecord, ModuleRecord
from planner.curriculum.schema import curriculum_schema
from planner.learner.document import ProfileRecord
from planner.learner.schema import profile_schema


def parts(schema):
    if isinstance(schema, dict):
        yield schema
        for inner in schema.values():
            yield from parts(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from parts(inner)


@pytest.mark.parametrize(
    ("make", "model"), [(curriculum_schema, CurriculumRecord), (profile_schema, ProfileRecord)]
)
def test_a_schema_is_draft_7_and_complete(make, model):
    schema = make()
    text = json.dumps(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert set(schema["properties"]) == set(model.model_fields)
    assert schema["additionalProperties"] is False
    assert not [word for word in ("$defs", "prefixItems", '"null"', "default") if f'"{word}"' in text]
    for part in parts(schema):
        if "$ref" in part:
            assert part["$ref"].removeprefix("#/definitions/") in schema["definitions"]


def test_a_module_has_its_keys_and_its_limits():
    module = curriculum_schema()["definitions"]["ModuleRecord"]
    assert set(module["properties"]) == set(ModuleRecord.model_fields)
    assert module["required"] == ["id", "title", "track"]
    assert module["properties"]["hours"]["anyOf"][0]["maximum"] == 2_000
    assert profile_schema()["definitions"]["RotationRecord"]["required"] == ["from", "weeks"]


@pytest.mark.parametrize("record", ["ModuleRecord", "MilestoneRecord"])
def test_what_was_renamed_names_an_id_or_a_list_of_them(record):
    field = curriculum_schema()["definitions"][record]["properties"]["renamed_from"]
    one, several = field["anyOf"]
    assert one["pattern"] == several["items"]["pattern"]
    assert "earlier versions" in field["description"]
