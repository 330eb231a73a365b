"""What is written in a schema and means nothing, by the specification."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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
    """The keywords that say nothing, as they are those of types the schema excludes.

    Where ``enum`` lists values, they are all there is; one on an array is meant for
    its items.
    """
    allowed = _types(schema.value)
    if not all(one in TYPES for one in allowed):
        return set()
    return {key for key, needed in BELONGS.items() if needed not in allowed}


def excludes(schema: Spot, alternative: Spot) -> bool:
    """Whether no value of the schema's types is one of the alternative's."""
    if not isinstance(schema.value, dict) or not isinstance(alternative.value, dict):
        return False
    allowed = {"number" if one == "integer" else one for one in _types(schema.value)}
    own = alternative.value.get("type")
    if own not in TYPES or "$ref" in alternative.value or not allowed <= set(TYPES):
        return False
    return ("number" if own == "integer" else own) not in allowed


def _types(schema: Mapping[str, Any]) -> list[Any]:
    listed = schema.get("enum")
    types = schema.get("type")
    if isinstance(listed, list) and listed and types != "array":
        return [_TYPE_OF.get(type(one), "null") for one in listed]
    return types if isinstance(types, list) else [types]


_TYPE_OF = {
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    list: "array",
    dict: "object",
}


def is_another_object(target: Spot) -> bool:
    """Whether a reference to a schema leads to a response, parameter or the like."""
    match target.pointer:
        case ("components", section, _):
            return section != "schemas"
        case (*_, "parameters", number):
            return number.isdecimal()
        case _:
            return False
