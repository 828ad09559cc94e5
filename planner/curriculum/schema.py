"""JSON Schema of a curriculum's YAML, for editors."""

from typing import Any

from planner.curriculum.document import CurriculumRecord
from planner.documents.schema import json_schema


def curriculum_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 7) of a curriculum."""
    return json_schema(CurriculumRecord, "Curriculum")
