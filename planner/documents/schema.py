"""JSON Schema for editors, in the dialect that they read: draft 7."""

from typing import Any

from pydantic import BaseModel

_NAMED = ("properties", "patternProperties", "definitions")


def json_schema(model: type[BaseModel], title: str) -> dict[str, Any]:
    """Describe a model as JSON Schema, draft 7 (`definitions`, not `$defs`)."""
    schema = model.model_json_schema(ref_template="#/definitions/{model}")
    definitions = schema.pop("$defs", {})
    tidy = _tidy({**schema, "definitions": definitions})
    return {"$schema": "http://json-schema.org/draft-07/schema#", **tidy, "title": title}


def _tidy(schema: dict[str, Any]) -> dict[str, Any]:
    """Take out null, which our files refuse, and defaults, which are values inside and not as they are written."""
    kept = {key: value for key, value in schema.items() if key not in ("default", "title")}
    choices = [choice for choice in kept.pop("anyOf", ()) if choice != {"type": "null"}]
    if len(choices) == 1:
        kept = {**choices[0], **kept}
    elif choices:
        kept["anyOf"] = choices
    return {key: _inner(key, value) for key, value in kept.items()}


def _inner(key: str, value: object) -> object:
    if isinstance(value, dict):
        if key in _NAMED:
            return {name: _tidy(inner) for name, inner in value.items()}
        return _tidy(value)
    if isinstance(value, list) and key == "anyOf":
        return [_tidy(inner) for inner in value]
    return value
