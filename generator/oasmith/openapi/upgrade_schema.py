"""Schemas of OpenAPI 3.0 (and 2.0) as JSON Schema 2020-12.

The differences are those of the OpenAPI Initiative's guide from 3.0 to 3.1:
``nullable``, boolean ``exclusiveMinimum``, ``example``, what may stand beside a
``$ref``.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..source.document import JsonValue
from .remark import Remark
from .rewrite import JsonObject
from .trace import Address, Trace

__all__ = ["mended_31", "schema_31"]

_NULL_FLAGS = ("nullable", "x-nullable")
"""3.0's keyword, and the extension of 2.0 that outlives conversions."""

_CONCERNED = frozenset(
    [*_NULL_FLAGS, "exclusiveMinimum", "exclusiveMaximum", "example"]
)

_WORDS = frozenset(
    [
        "title",
        "description",
        "default",
        "deprecated",
        "readOnly",
        "writeOnly",
        "example",
        "examples",
        "externalDocs",
        "xml",
    ]
)
"""What says something about a schema and nothing about its values."""


_CONSTRAINTS = frozenset(
    [
        "additionalProperties",
        "allOf",
        "anyOf",
        "enum",
        "items",
        "oneOf",
        "properties",
        "required",
    ]
)
"""What would change the type of a value; a ``type`` beside a ``$ref`` repeats it."""


def schema_31(
    schema: JsonObject, at: Address, trace: Trace, remarks: list[Remark]
) -> JsonObject:
    """A schema in the shape of 3.1; itself where it already has it."""
    refers = isinstance(schema.get("$ref"), str)
    if not refers and _CONCERNED.isdisjoint(schema):
        return schema
    result = dict(schema)
    if refers:
        # 3.0 section 4.7.23: what stands beside a $ref is ignored. Words do no
        # harm, and nullable is so common there that it must be meant.
        remarks += _ignored(schema, at)
        result = {
            key: value
            for key, value in schema.items()
            if key in ("$ref", "nullable") or key in _WORDS or key.startswith("x-")
        }
    _exclusive(result, "exclusiveMinimum", "minimum")
    _exclusive(result, "exclusiveMaximum", "maximum")
    if "example" in result:
        example = result.pop("example")
        if "examples" not in result:
            result["examples"] = [example]
            trace.note(at, ("examples", "0"), ("example",))
    flags = [result.pop(flag, False) for flag in _NULL_FLAGS]
    if any(flag is True for flag in flags):
        return _with_null(result, at, trace)
    return result


def mended_31(
    schema: JsonObject, at: Address, trace: Trace, remarks: list[Remark]
) -> JsonObject:
    """A schema of 3.1 or later that still says things as 3.0 did; else itself.

    They mean nothing there, and nobody writes them for that.
    """
    older = [key for key in _OLDER if isinstance(schema.get(key), bool)]
    if not older:
        return schema
    result = dict(schema)
    for key in older:
        if schema[key] is True and key == "nullable":
            # The boolean limits break JSON Schema, which is told of all at once.
            remarks.append(
                Remark(
                    "DOC003",
                    Address(at.file, (*at.pointer, key)),
                    "'nullable' is no keyword since 3.1; null is let in all the same",
                    "write 'null' among the types, or in anyOf",
                )
            )
    _exclusive(result, "exclusiveMinimum", "minimum")
    _exclusive(result, "exclusiveMaximum", "maximum")
    if result.pop("nullable", False) is True:
        return _with_null(result, at, trace)
    return result


_OLDER = ("nullable", "exclusiveMinimum", "exclusiveMaximum")


def _ignored(schema: JsonObject, at: Address) -> Iterator[Remark]:
    """What stands beside a ``$ref`` and would change what the value can be."""
    for key in schema:
        if key in _CONSTRAINTS:
            yield Remark(
                "REF009",
                Address(at.file, (*at.pointer, key)),
                f"{key!r} beside a $ref means nothing before OpenAPI 3.1",
                f"put the $ref into an allOf, and {key!r} beside that",
            )


def _exclusive(schema: JsonObject, keyword: str, limit: str) -> None:
    """A boolean that sharpens a limit becomes the limit itself."""
    exclusive = schema.get(keyword)
    if isinstance(exclusive, bool):
        del schema[keyword]
        if exclusive and limit in schema:
            schema[keyword] = schema.pop(limit)


def _with_null(schema: JsonObject, at: Address, trace: Trace) -> JsonObject:
    """The schema, and null."""
    if "$ref" in schema or "allOf" in schema:
        outside = {key: value for key, value in schema.items() if _is_word(key)}
        inside = {key: value for key, value in schema.items() if not _is_word(key)}
        null: JsonObject = {"type": "null"}
        trace.note(at, ("anyOf", "0"), ())
        trace.note(at, ("anyOf", "1"), ("nullable",))
        return {**outside, "anyOf": [inside, null]}
    kind = schema.get("type") or _implied(schema)
    if isinstance(kind, str) and kind != "null":
        schema["type"] = [kind, "null"]
    elif isinstance(kind, list) and "null" not in kind:
        schema["type"] = [*kind, "null"]
    values = schema.get("enum")
    if isinstance(values, list) and None not in values:
        schema["enum"] = [*values, None]
    for keyword in ("anyOf", "oneOf"):
        members = schema.get(keyword)
        if isinstance(members, list) and not any(map(_allows_null, members)):
            schema[keyword] = [*members, {"type": "null"}]
            trace.note(at, (keyword, str(len(members))), ("nullable",))
    return schema


def _implied(schema: JsonObject) -> str | None:
    """The type that keywords of one type alone mean, where ``type`` is left out.

    3.0 section 4.7.24 has ``nullable`` do nothing without a type; it is written
    for its meaning all the same.
    """
    return next((kind for key, kind in _IMPLIED.items() if key in schema), None)


_IMPLIED = {
    "properties": "object",
    "additionalProperties": "object",
    "items": "array",
}


def _is_word(key: str) -> bool:
    return key in _WORDS or key.startswith("x-")


def _allows_null(schema: JsonValue) -> bool:
    """Whether null is let in by what stands here, without following references."""
    if not isinstance(schema, dict):
        return False
    kind = schema.get("type")
    return kind == "null" or (isinstance(kind, list) and "null" in kind)
