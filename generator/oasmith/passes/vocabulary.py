"""Which keywords of a schema bear on types, and what the formats mean."""

from __future__ import annotations

from ..ir.types import ScalarKind
from .words import letters

__all__ = [
    "LIMIT_KEYWORDS",
    "OBJECT_KEYWORDS",
    "TYPES",
    "TYPE_KEYWORDS",
    "WORD_KEYWORDS",
    "meant_type",
    "scalar_of",
    "type_of_format",
]

OBJECT_KEYWORDS = frozenset(
    {
        "properties",
        "additionalProperties",
        "patternProperties",
        "propertyNames",
        "unevaluatedProperties",
        "minProperties",
        "maxProperties",
        "required",
    }
)
"""Keywords that only objects have; they make an object of a schema without a type."""

TYPE_KEYWORDS = frozenset(
    {
        "$ref",
        "$dynamicRef",
        "type",
        "enum",
        "const",
        "allOf",
        "anyOf",
        "oneOf",
        "items",
        "prefixItems",
        "properties",
        "additionalProperties",
        "patternProperties",
        "format",
        "contentEncoding",
        "contentMediaType",
    }
)
"""Keywords that say what a value is; the others limit or describe it."""

WORD_KEYWORDS = frozenset(
    {
        "$comment",
        "$id",
        "$schema",
        "default",
        "deprecated",
        "description",
        "discriminator",
        "example",
        "examples",
        "externalDocs",
        "readOnly",
        "title",
        "writeOnly",
        "xml",
    }
)
"""Keywords that only annotate (JSON Schema 2020-12 validation, section 9)."""

LIMIT_KEYWORDS = (
    "minimum",
    "exclusiveMinimum",
    "maximum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
    "contentEncoding",
    "contentMediaType",
)
"""Validation keywords worth telling a reader, in the order they are told."""

_STRING_FORMATS = {
    "datetime": ScalarKind.DATETIME,
    "googledatetime": ScalarKind.DATETIME,
    "isodatetime": ScalarKind.DATETIME,
    "date": ScalarKind.DATE,
    "time": ScalarKind.TIME,
    "duration": ScalarKind.DURATION,
    "uuid": ScalarKind.UUID,
    "guid": ScalarKind.UUID,
    "byte": ScalarKind.BYTES,
    "base64": ScalarKind.BYTES,
    "binary": ScalarKind.FILE,
    "file": ScalarKind.FILE,
    "decimal": ScalarKind.DECIMAL,
}
"""Formats of text that have a Python type, spelled as ``_plain`` leaves them."""

_TYPES_OF_FORMATS = {
    "int32": "integer",
    "int64": "integer",
    "integer": "integer",
    "uint32": "integer",
    "uint64": "integer",
    "double": "number",
    "float": "number",
    "number": "number",
    "boolean": "boolean",
    "email": "string",
    "hostname": "string",
    "ipv4": "string",
    "ipv6": "string",
    "password": "string",
    "string": "string",
    "uri": "string",
    "urireference": "string",
    "url": "string",
}
"""What a schema that has a format and no type is meant to be."""

_MEANT_TYPES = {
    "str": "string",
    "text": "string",
    "file": "string",
    "binary": "string",
    "date": "string",
    "datetime": "string",
    "uuid": "string",
    "guid": "string",
    "int": "integer",
    "int32": "integer",
    "int64": "integer",
    "long": "integer",
    "float": "number",
    "double": "number",
    "decimal": "number",
    "bool": "boolean",
    "list": "array",
    "dict": "object",
    "map": "object",
}
"""Types by the names other languages and older versions have for them."""

TYPES = frozenset({"array", "boolean", "integer", "null", "number", "object", "string"})
"""The types of JSON Schema."""


def meant_type(name: str) -> str:
    """The type of JSON Schema that ``name`` means; itself where it means none."""
    if name in TYPES:
        return name
    plain = letters(name)
    return plain if plain in TYPES else _MEANT_TYPES.get(plain, name)


def type_of_format(name: str) -> str:
    """The type that a format belongs to; "" where that is not known.

    A format restricts values of its own type and lets all others be (JSON Schema
    validation, section 7.2.1); one that stands alone is meant to name the type.
    """
    plain = letters(name)
    return "string" if plain in _STRING_FORMATS else _TYPES_OF_FORMATS.get(plain, "")


def scalar_of(kind: str, name: str) -> ScalarKind | None:
    """The Python type a format gives to a JSON type; None where it gives none.

    All other formats are words for the reader (3.1, "Data Type Format"): a
    number written as text, say ``int64``, stays the text the server sent, and one
    written as a number is a float even where ``decimal`` is asked for, because
    that is what reading JSON makes of it.
    """
    return _STRING_FORMATS.get(letters(name)) if kind == "string" else None
