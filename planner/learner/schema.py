"""JSON Schema of profile.yaml, for editors."""

from typing import Any

from planner.documents.schema import json_schema
from planner.learner.document import ProfileRecord


def profile_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 7) of a profile."""
    return json_schema(ProfileRecord, "Profile")
