"""How a schema that leaves out ``type`` is read.

JSON Schema lets ``{"properties": ...}`` accept every number; whoever writes it in a
description of an API means an object. So the generator takes the type for said that the
keywords speak of, and an instance of another type is no longer one of the schema's.
"""

from __future__ import annotations

from typing import Any

import jsonschema
from referencing.exceptions import Unresolvable

from tests.json_schema.suite import LISTED, NAMED

__all__ = ["is_instance"]

OF_OBJECTS = {"properties", "additionalProperties", "patternProperties", "required"}
OF_OBJECTS |= {"propertyNames", "unevaluatedProperties"}
OF_OBJECTS |= {"minProperties", "maxProperties"}
IMPLIED = {
    "object": OF_OBJECTS,
    "array": {"items", "prefixItems"},
    "string": {"format", "contentEncoding", "contentMediaType"},
}
TELLING = {"type", "$ref", "$dynamicRef", "enum", "const", "allOf", "anyOf", "oneOf"}
POSITIVE = ("items", "additionalProperties", "unevaluatedItems")
"""Keywords of one schema that say what is, not what is not or is only sometimes."""


def is_instance(schema: Any, value: Any, draft: str) -> bool:
    """Whether a value that fits ``schema`` still does with all types said."""
    is_old = draft == "draft4"
    kind = jsonschema.Draft4Validator if is_old else jsonschema.Draft202012Validator
    try:
        return kind(_said(schema)).is_valid(value)
    except Unresolvable:  # of a schema elsewhere, in which nothing can be said
        return True


def _said(schema: Any) -> Any:
    if not isinstance(schema, dict):
        return schema
    said = {key: _under(key, value) for key, value in schema.items()}
    if TELLING.isdisjoint(schema):
        for name, keywords in IMPLIED.items():
            if not schema.keys().isdisjoint(keywords):
                return {**said, "type": name}
    return said


def _under(key: str, value: Any) -> Any:
    """What stands under a keyword: a schema, a list of them, or some by name."""
    if key in POSITIVE:
        return _said(value)
    if key in LISTED and isinstance(value, list):
        return [_said(one) for one in value]
    if key in NAMED and isinstance(value, dict):
        return {name: _said(one) for name, one in value.items()}
    return value
