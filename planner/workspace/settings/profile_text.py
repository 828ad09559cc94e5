"""What profile.yaml says as plain values, checked for no more than that it can be read."""

from collections.abc import Mapping
from typing import Any

from planner.documents.reading import read_document
from planner.problems import DataError
from planner.workspace.opening import PROFILE


def profile_value(text: bytes) -> Mapping[str, Any]:
    """Return the values of a profile's text; raises `DataError` when it is no YAML."""
    document, problems = read_document(text, PROFILE)
    if document is None:
        raise DataError(problems)
    value: Mapping[str, Any] = document.value
    return value
