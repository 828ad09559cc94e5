"""JSON Schema for editors, in the dialect that they read: draft 7."""

from typing import Any

from pydantic import BaseModel


def json_schema(model: type[BaseModel], title: str) -> dict[str, Any]:
    """Describe a model as JSON Schema, draft 7 (`definitions`, not `$defs`)."""
    schema = model.model_json_schema(ref_template="#/definitions/{model}")
    definitions = schema.pop("$defs", {})
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **schema,
        "title": title,
        "definitions": definitions,
    }
