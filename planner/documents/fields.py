"""Types for the fields of pydantic models: a reader of values from `values`, and its JSON Schema for editors."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from planner.documents import values
from planner.text.languages import LocalText


class Record(BaseModel):
    """A mapping with known keys and no others."""

    model_config = ConfigDict(
        strict=True,
        extra="forbid",
        frozen=True,
        allow_inf_nan=False,
        arbitrary_types_allowed=True,
        populate_by_name=False,
    )


@dataclass(frozen=True, eq=False)
class Read:
    """Says that a field is read by `reader` alone, and what an editor should expect there."""

    reader: Callable[[object], object]
    schema: dict[str, Any] = field(default_factory=dict)

    def __get_pydantic_core_schema__(self, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let pydantic call the reader."""
        return core_schema.no_info_plain_validator_function(self.reader)

    def __get_pydantic_json_schema__(
        self, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Give pydantic the schema for editors."""
        return dict(self.schema)


TEXT_SCHEMA: dict[str, Any] = {"type": "string", "minLength": 1, "maxLength": values.MAX_TEXT}
LOCAL_TEXT_SCHEMA: dict[str, Any] = {
    "anyOf": [
        TEXT_SCHEMA,
        {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"pattern": values.LANGUAGE_PATTERN},
            "additionalProperties": TEXT_SCHEMA,
        },
    ]
}
ID_SCHEMA: dict[str, Any] = {"type": "string", "pattern": values.ID_PATTERN}
DAY_SCHEMA: dict[str, Any] = {"type": "string", "pattern": values.DAY_PATTERN}


def whole_schema(low: int, high: int) -> dict[str, Any]:
    """Describe a whole number for editors."""
    return {"type": "integer", "minimum": low, "maximum": high}


def hours_schema(highest: int) -> dict[str, Any]:
    """Describe a number of hours for editors."""
    return {"type": "number", "exclusiveMinimum": 0, "maximum": highest}


Local = Annotated[LocalText, Read(values.local_text, LOCAL_TEXT_SCHEMA)]
Ident = Annotated[str, Read(values.ident, ID_SCHEMA)]
Day = Annotated[date, Read(values.day, DAY_SCHEMA)]
Url = Annotated[str, Read(values.url, {"type": "string", "pattern": values.URL_PATTERN})]
