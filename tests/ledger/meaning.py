"""What is written in a schema and means nothing, by the specification."""

from __future__ import annotations

from tests.ledger.documents import Spot

__all__ = ["ignored_keywords", "is_another_object"]

TYPES = ("array", "boolean", "integer", "null", "number", "object", "string")
BELONGS = {
    "properties": "object",
    "patternProperties": "object",
    "additionalProperties": "object",
    "items": "array",
    "prefixItems": "array",
}
"""The type each keyword is for (JSON Schema 2020-12, "A Vocabulary for Applying
Subschemas"); it says nothing of the others."""


def ignored_keywords(schema: Spot) -> set[str]:
    """The keywords that say nothing, as they are those of types the schema excludes."""
    types = schema.value.get("type")
    allowed = types if isinstance(types, list) else [types]
    if not all(one in TYPES for one in allowed):
        return set()
    return {key for key, needed in BELONGS.items() if needed not in allowed}


def is_another_object(target: Spot) -> bool:
    """Whether a reference to a schema leads to a response, parameter or the like."""
    match target.pointer:
        case ("components", section, _):
            return section != "schemas"
        case (*_, "parameters", number):
            return number.isdecimal()
        case _:
            return False
